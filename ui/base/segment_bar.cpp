#include "ui/base/segment_bar.h"

#include "ui/base/accessible_role.h"
#include "ui/base/bar_button.h"
#include "ui/base/frame.h"
#include "ui/base/layouts.h"

namespace iotbench::ui {

SegmentBar::SegmentBar(QWidget* parent)
    : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::Grouping);
    rowIn(this, 0);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    connect(&m_group, &QButtonGroup::idToggled, this, [this](int id, bool checked) {
        // Qt sees to this where a segment is clicked, not where it is set.
        QAbstractButton* const button = segment(id);
        button->setFocusPolicy(static_cast<Qt::FocusPolicy>(
            checked ? button->focusPolicy() | Qt::TabFocus : button->focusPolicy() & ~Qt::TabFocus));
        if (checked)
            emit currentChanged(id);
    });
    connect(&m_group, &QButtonGroup::idClicked, this, &SegmentBar::clicked);
}

void SegmentBar::setTexts(const QStringList& texts)
{
    for (int index = 0; index < texts.size(); ++index) {
        if (index == count()) {
            auto* segment = new BarButton(BarButton::Look::Segment, this);
            segment->setCheckable(true);
            segment->setFocusPolicy(Qt::ClickFocus); // Tab comes to the current one alone
            segment->setAutoExclusive(true); // assistive programs call it one of several, as it looks
            segment->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
            m_group.addButton(segment, index);
            layout()->addWidget(segment);
        }
        segment(index)->setText(texts[index]);
        segment(index)->setAccessibleName(texts[index]);
    }
    if (current() < 0 && count() > 0)
        segment(0)->setChecked(true);
}

void SegmentBar::setCurrent(int index)
{
    if (QAbstractButton* button = segment(index))
        button->setChecked(true);
}

void SegmentBar::paintEvent(QPaintEvent*)
{
    paintPlainFrame(this);
}

} // namespace iotbench::ui
