#include "ui/notice_row.h"

#include "ui/base/sign_label.h"
#include "ui/base/space.h"

#include <QHBoxLayout>

namespace iotbench::ui {

NoticeRow::NoticeRow(QWidget* parent)
    : QWidget(parent)
    , m_label(new SignLabel)
    , m_remedy(new TextLabel(TextRole::Remark))
{
    const int unit = spaceUnit(this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(unit, unit / 4, unit, 0);
    row->setSpacing(unit);
    m_label->setWordWrap(false);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_label->setMinimumWidth(1); // a long message must not widen the window
    m_remedy->setTextFormat(Qt::RichText);
    m_remedy->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_remedy->setFocusPolicy(Qt::NoFocus);
    row->addWidget(m_label, 0);
    row->addWidget(m_remedy, 0);
    row->addStretch(1);
    setFixedHeight(QFontMetrics(m_label->font()).height() + unit / 2);
    connect(m_remedy, &QLabel::linkActivated, this, [this] {
        if (m_notice.act)
            m_notice.act();
    });
}

void NoticeRow::show(const Notice& notice)
{
    m_notice = notice;
    if (notice.text.isEmpty() || notice.kind == Notice::Kind::Told)
        m_label->tell(notice.text);
    else
        m_label->tell(
            notice.kind == Notice::Kind::Fault ? DataColour::Wrong : DataColour::Caution, notice.text);
    m_label->setToolTip(notice.text);
    m_label->setAccessibleName(notice.text);
    m_remedy->setText(notice.remedy.isEmpty()
            ? QString()
            : QStringLiteral("<a href=\"#\">%1</a>").arg(notice.remedy.toHtmlEscaped()));
    m_remedy->setFocusPolicy(notice.remedy.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
}

QString NoticeRow::text() const
{
    return m_notice.text;
}

} // namespace iotbench::ui
