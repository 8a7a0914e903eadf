#include "ui/base/panel.h"

#include "ui/base/accessible_role.h"
#include "ui/base/frame.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"

namespace iotbench::ui {

Panel::Panel(QWidget* parent)
    : QWidget(parent)
    , m_body(new QVBoxLayout)
    , m_head(new QHBoxLayout)
{
    setAccessibleRole(this, QAccessible::Grouping);
    const int unit = spaceUnit(this);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(unit, unit, unit, unit);
    whole->setSpacing(unit / 2);
    whole->addLayout(m_head);
    whole->addLayout(m_body, 1);
    m_head->setSpacing(unit);
    m_body->setSpacing(unit / 2);
    setAutoFillBackground(false);
}

void Panel::setTitle(const QString& title)
{
    if (!m_title) {
        m_title = new TextLabel(TextRole::Heading);
        m_remark = new TextLabel(TextRole::Remark);
        m_head->insertWidget(0, m_title);
        m_head->insertWidget(1, m_remark);
        m_head->insertStretch(2);
    }
    m_title->setText(title);
    setAccessibleName(title);
}

void Panel::setRemark(const QString& remark)
{
    if (m_remark)
        m_remark->setText(remark);
}

void Panel::paintEvent(QPaintEvent*)
{
    paintPlainFrame(this);
}

} // namespace iotbench::ui
