#include "ui/notice_row.h"

#include "ui/base/accessible_role.h"
#include "ui/base/changes.h"
#include "ui/base/sign_label.h"
#include "ui/base/space.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace iotbench::ui {
namespace {

constexpr int kToldMs = 10'000;
constexpr int kRemedyMs = 60'000; // there is something to be done

} // namespace

NoticeRow::NoticeRow(QWidget* parent)
    : QWidget(parent)
    , m_label(new SignLabel)
    , m_remedy(new TextLabel(TextRole::Remark))
    , m_close(new QToolButton)
{
    const int unit = spaceUnit(this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(unit, unit / 4, unit, 0);
    row->setSpacing(unit);
    m_label->setWordWrap(false);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_label->setMinimumWidth(1); // a long message must not widen the window
    setAccessibleRole(m_label, QAccessible::Notification);
    m_remedy->setTextFormat(Qt::RichText);
    m_remedy->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_remedy->setFocusPolicy(Qt::NoFocus);
    row->addWidget(m_label, 0);
    row->addWidget(m_remedy, 0);
    m_close->setText(QStringLiteral("✕"));
    m_close->setAutoRaise(true);
    row->addWidget(m_close, 0);
    row->addStretch(1);
    setFixedHeight(QFontMetrics(m_label->font()).height() + unit / 2);
    m_close->setFixedHeight(QFontMetrics(m_label->font()).height());
    m_gone.setSingleShot(true);
    connect(&m_gone, &QTimer::timeout, this, &NoticeRow::drop);
    connect(m_close, &QToolButton::clicked, this, &NoticeRow::drop);
    connect(m_remedy, &QLabel::linkActivated, this, [this] {
        const auto act = m_notices.front().act;
        drop();
        if (act)
            act();
    });
    inEachLanguage(this, [this] {
        m_close->setToolTip(tr("Closes the message."));
        m_close->setAccessibleName(tr("Close"));
    });
    onChange(this, {QEvent::Resize}, [this] { showText(); });
    showNewest();
}

void NoticeRow::show(const Notice& notice)
{
    // A message that is told again makes room, and one that merely told something to any other.
    m_notices.removeIf([&notice](const Notice& other) {
        const bool merelyTold = other.kind == Notice::Kind::Told && !other.act;
        return other.text == notice.text || (merelyTold && !notice.text.isEmpty())
            || (other.about == notice.about && notice.about != Notice::About::Itself);
    });
    if (!notice.text.isEmpty())
        m_notices.prepend(notice);
    showNewest();
}

void NoticeRow::drop()
{
    m_notices.pop_front();
    showNewest();
}

void NoticeRow::showNewest()
{
    const Notice notice = m_notices.value(0);
    m_remedy->setText(notice.remedy.isEmpty()
            ? QString()
            : QStringLiteral("<a href=\"#\">%1</a>").arg(notice.remedy.toHtmlEscaped()));
    m_remedy->setFocusPolicy(notice.remedy.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
    m_close->setVisible(!notice.text.isEmpty());
    showText();
    tellAssistants(notice.text);
    m_gone.stop();
    if (notice.kind == Notice::Kind::Told && !notice.text.isEmpty())
        m_gone.start(notice.remedy.isEmpty() ? kToldMs : kRemedyMs);
}

// Cut where there is no room; whole in its tooltip, and in its name.
void NoticeRow::showText()
{
    const Notice notice = m_notices.value(0);
    const auto meaning = notice.kind == Notice::Kind::Told
        ? std::nullopt
        : std::optional(notice.kind == Notice::Kind::Fault ? DataColour::Wrong : DataColour::Caution);
    m_label->setVisible(!notice.text.isEmpty());
    m_label->setToolTip(notice.text);
    m_label->tell(meaning, notice.text);
    const int missing = layout()->sizeHint().width() - width();
    const QFontMetrics metrics(m_label->font());
    if (missing > 0)
        m_label->tell(meaning,
            metrics.elidedText(
                notice.text, Qt::ElideRight, metrics.horizontalAdvance(notice.text) - missing));
}

// Screen readers read a notification when it comes to be shown.
void NoticeRow::tellAssistants(const QString& text)
{
    const bool news = !text.isEmpty() && text != m_label->accessibleName();
    announce(m_label, text);
    if (!news)
        return;
    QAccessibleEvent shown(m_label, QAccessible::ObjectShow);
    QAccessible::updateAccessibility(&shown);
}

} // namespace iotbench::ui
