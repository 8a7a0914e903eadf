#include "ui/base/text_label.h"

#include "ui/base/changes.h"

#include <QApplication>

namespace iotbench::ui {

QFont fontFor(TextRole role)
{
    QFont font = QApplication::font();
    const qreal points = font.pointSizeF() > 0 ? font.pointSizeF() : QFontInfo(font).pointSizeF();
    switch (role) {
    case TextRole::Body:
        break;
    case TextRole::Heading:
        font.setBold(true);
        break;
    case TextRole::Remark:
        font.setPointSizeF(points * 0.9);
        break;
    case TextRole::Figure:
        font.setPointSizeF(points * 2);
        font.setBold(true);
        break;
    case TextRole::Answer:
        font.setPointSizeF(points * 4);
        font.setBold(true);
        break;
    }
    return font;
}

TextLabel::TextLabel(TextRole role, const QString& text, QWidget* parent)
    : QLabel(text, parent)
    , m_role(role)
{
    applyRole();
    onChange(this, {QEvent::ApplicationFontChange}, [this] { applyRole(); });
}

void TextLabel::applyRole()
{
    setFont(fontFor(m_role));
    // The theme gives PlaceholderText the remarks' colour, see Theme.
    setForegroundRole(m_role == TextRole::Remark ? QPalette::PlaceholderText : QPalette::WindowText);
}

TextLabel* wrapped(TextRole role)
{
    auto* label = new TextLabel(role);
    label->setWordWrap(true);
    return label;
}

TextLabel* selectable(TextRole role)
{
    TextLabel* label = wrapped(role);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace iotbench::ui
