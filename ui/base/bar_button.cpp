#include "ui/base/bar_button.h"

#include "ui/base/data_colours.h"
#include "ui/base/frame.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"

#include <QPainter>

#include <algorithm>

namespace iotbench::ui {

BarButton::BarButton(Look look, QWidget* parent)
    : QPushButton(parent)
    , m_look(look)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void BarButton::setLook(Look look)
{
    m_look = look;
    update();
}

void BarButton::setKeys(const QKeySequence& keys)
{
    m_keys = keys;
    updateGeometry();
}

void BarButton::setKeysShown(bool shown)
{
    m_keysShown = shown;
    updateGeometry();
}

QString BarButton::keysText() const
{
    return m_keysShown ? m_keys.toString(QKeySequence::NativeText) : QString();
}

void BarButton::setSign(QChar sign)
{
    m_sign = sign;
    updateGeometry();
}

void BarButton::reserve(const QStringList& texts)
{
    m_reserved = texts;
    updateGeometry();
}

QFont BarButton::mainFont() const
{
    const bool light = m_look == Look::Plain || (m_look == Look::Segment && !isChecked());
    return fontFor(light ? TextRole::Body : TextRole::Heading);
}

int BarButton::widthOf(const QString& text) const
{
    // A segment's room is that of its bold text, so that none moves when another is chosen.
    const QFontMetrics metrics(m_look == Look::Segment ? fontFor(TextRole::Heading) : mainFont());
    int width = metrics.horizontalAdvance(text);
    if (!m_sign.isNull())
        width += metrics.horizontalAdvance(m_sign) + metrics.horizontalAdvance(u' ');
    return width;
}

QSize BarButton::sizeHint() const
{
    const int unit = spaceUnit(this);
    int width = widthOf(text());
    for (const QString& reserved : m_reserved)
        width = std::max(width, widthOf(reserved));
    if (const QString keys = keysText(); !keys.isEmpty())
        width += unit / 2 + QFontMetrics(fontFor(TextRole::Remark)).horizontalAdvance(keys);
    return {width + 3 * unit, QFontMetrics(font()).height() + (m_look == Look::Plain ? unit : unit * 3 / 2)};
}

// Returns what to write with.
QColor BarButton::paintGround(QPainter& painter) const
{
    const qreal line = thinLine(this);
    const QColor base = palette().color(QPalette::Base);
    const QColor text = palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::Text);
    const QColor accent = dataColour(m_look == Look::Stop ? DataColour::Wrong : DataColour::Value, palette());

    QColor fill = base;
    QColor border = lineColour(palette());
    QColor ink = text;
    if (m_look == Look::Segment) {
        border = Qt::transparent; // the bar's frame runs around it
        if (isEnabled() && !isChecked())
            ink = remarkColour(palette());
    } else if (m_look == Look::Primary && isEnabled()) {
        fill = border = accent;
        ink = isDark(palette()) ? palette().color(QPalette::Window) : QColor(Qt::white);
    } else if (m_look == Look::Stop && isEnabled()) {
        border = ink = accent;
    }
    if (isChecked())
        fill = mixed(accent, base, 0.16);
    else if (isEnabled() && (underMouse() || isDown()))
        fill = mixed(text, fill, isDown() ? 0.14 : 0.07);
    else if (m_look == Look::Segment)
        fill = Qt::transparent;

    paintFrame(painter, this, QPen(border, m_look == Look::Segment ? 2 * line : line), fill);
    if (hasFocus()) {
        const qreal radius = spaceUnit(this) * 0.5;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_look == Look::Primary ? ink : accent, 1.5 * line));
        const qreal inset = 2.5 * line;
        painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), radius, radius);
    }
    return ink;
}

void BarButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QColor ink = paintGround(painter);
    const QFont main = mainFont();
    const QString shown = m_sign.isNull() ? this->text() : m_sign + QStringLiteral(" ") + this->text();
    const QString keys = keysText();
    const int gap = keys.isEmpty() ? 0 : spaceUnit(this) / 2;
    const QFont small = fontFor(TextRole::Remark);
    const int mainWidth = QFontMetrics(main).horizontalAdvance(shown);
    const int keysWidth = keys.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(keys);
    int x = (width() - mainWidth - gap - keysWidth) / 2;
    const int baseLine = (height() + QFontMetrics(main).ascent() - QFontMetrics(main).descent()) / 2;
    painter.setPen(ink);
    painter.setFont(main);
    painter.drawText(x, baseLine, shown);
    x += mainWidth + gap;
    painter.setFont(small);
    painter.drawText(x, baseLine, keys);
}

} // namespace iotbench::ui
