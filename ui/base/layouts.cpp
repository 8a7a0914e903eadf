#include "ui/base/layouts.h"

#include "ui/base/space.h"

#include <QScrollArea>

namespace iotbench::ui {
namespace {

template <typename Layout>
Layout* filled(QWidget* widget, int spacing, const QList<QWidget*>& parts)
{
    auto* layout = new Layout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing);
    for (QWidget* part : parts)
        layout->addWidget(part);
    return layout;
}

} // namespace

QVBoxLayout* columnIn(QWidget* widget, int spacing, const QList<QWidget*>& parts)
{
    return filled<QVBoxLayout>(widget, spacing, parts);
}

QHBoxLayout* rowIn(QWidget* widget, int spacing, const QList<QWidget*>& parts)
{
    return filled<QHBoxLayout>(widget, spacing, parts);
}

QVBoxLayout* pageColumnIn(QWidget* page)
{
    const int unit = spaceUnit(page);
    QVBoxLayout* column = columnIn(page, unit);
    column->setContentsMargins(unit, 0, unit, unit);
    return column;
}

void fillWithParts(QWidget* page, QWidget* bar, QWidget* shown)
{
    const int unit = spaceUnit(page);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(unit, 0, unit, unit / 2);
    top->addWidget(bar);
    top->addStretch();
    QVBoxLayout* column = columnIn(page);
    column->addLayout(top);
    column->addWidget(shown);
}

void layBeside(QBoxLayout* parts, bool beside, int least)
{
    parts->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    for (int i = 0; i < parts->count(); ++i)
        parts->itemAt(i)->widget()->setMinimumHeight(beside ? 0 : least);
}

QScrollArea* scrolling(QWidget* content, Qt::FocusPolicy focus)
{
    auto* area = new QScrollArea;
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(focus);
    return area;
}

} // namespace iotbench::ui
