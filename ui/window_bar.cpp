#include "ui/window_bar.h"

#include "ui/base/bar_button.h"
#include "ui/base/changes.h"
#include "ui/base/segment_bar.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"

#include <QAction>
#include <QHBoxLayout>

namespace iotbench::ui {
namespace {

constexpr int kWideFrom = 175; // average characters across

} // namespace

WindowBar::WindowBar(QWidget* parent)
    : QWidget(parent)
    , m_title(new TextLabel(TextRole::Heading, QStringLiteral("IoT Analytics Benchmark")))
    , m_pages(new SegmentBar)
    , m_status(new TextLabel(TextRole::Remark))
    , m_actions(new QHBoxLayout)
    , m_startStop(new BarButton(BarButton::Look::Primary))
    , m_menu(new BarButton)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    const int unit = spaceUnit(this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(unit, unit * 3 / 4, unit, unit * 3 / 4);
    row->setSpacing(unit);
    m_title->setMinimumWidth(1); // it goes where there is no room: setWide()
    m_pages->setTexts({QString(), QString(), QString(), QString()});
    m_status->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_startStop->setObjectName(QStringLiteral("startStop"));
    m_menu->setText(QStringLiteral("⋯"));
    row->addWidget(m_title);
    row->addWidget(m_pages);
    row->addWidget(m_status, 1);
    row->addLayout(m_actions);
    row->addWidget(m_startStop);
    row->addWidget(m_menu);
    setWide(false); // so that it can be made narrow at once
    onChange(this, {QEvent::Resize}, [this] { setWide(width() >= characters(this, kWideFrom)); });
}

void WindowBar::setStatus(const QString& text)
{
    m_status->setText(text);
    m_status->setToolTip(text);
}

QWidget* WindowBar::buttonFor(QAction* action)
{
    auto* button = new BarButton;
    const auto show = [button, action] {
        button->setText(action->text());
        button->setAccessibleName(action->text());
        button->setToolTip(action->toolTip());
        button->setEnabled(action->isEnabled());
        button->setVisible(action->isVisible());
    };
    connect(action, &QAction::changed, button, show);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    m_actions->addWidget(button);
    show();
    return button;
}

void WindowBar::showActions(const QList<QAction*>& actions)
{
    while (QLayoutItem* item = m_actions->takeAt(0)) {
        item->widget()->deleteLater(); // one of them may be what was clicked
        item->widget()->hide();
        delete item;
    }
    QWidget* before = m_pages->segment(m_pages->count() - 1); // the bar itself has no focus to follow
    for (QAction* action : actions) {
        QWidget* button = buttonFor(action);
        setTabOrder(before, button);
        before = button;
    }
}

// A narrow window needs the room for buttons; its frame has the name anyway, and tooltips have the keys.
void WindowBar::setWide(bool wide)
{
    m_title->setVisible(wide);
    m_startStop->setKeysShown(wide);
    m_actions->setSpacing(wide ? spaceUnit(this) : spaceUnit(this) / 2);
}

} // namespace iotbench::ui
