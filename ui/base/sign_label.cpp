#include "ui/base/sign_label.h"

#include "ui/base/changes.h"

namespace iotbench::ui {
namespace {

QChar signFor(DataColour meaning)
{
    return meaning == DataColour::Right ? kRightSign
        : meaning == DataColour::Wrong  ? kWrongSign
                                        : kCautionSign;
}

} // namespace

SignLabel::SignLabel(QWidget* parent)
    : TextLabel(TextRole::Remark, {}, parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    applyColour();
    onChange(this, {QEvent::PaletteChange}, [this] { applyColour(); });
}

void SignLabel::tell(std::optional<DataColour> meaning, const QString& text)
{
    m_meaning = meaning;
    setText(meaning && !text.isEmpty() ? signFor(*meaning) + QStringLiteral(" ") + text : text);
    applyColour();
}

void SignLabel::applyColour()
{
    // Only the one role is set, so that all others go on following the theme.
    QPalette own;
    own.setColor(
        QPalette::PlaceholderText, m_meaning ? dataColour(*m_meaning, palette()) : remarkColour(palette()));
    if (own.color(QPalette::PlaceholderText) != palette().color(QPalette::PlaceholderText))
        setPalette(own);
}

} // namespace iotbench::ui
