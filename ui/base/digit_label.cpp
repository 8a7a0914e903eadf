#include "ui/base/digit_label.h"

#include "ui/base/accessible_role.h"
#include "ui/base/changes.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace iotbench::ui {
namespace {

qreal digitCell(const QFontMetricsF& metrics)
{
    qreal widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

} // namespace

DigitLabel::DigitLabel(TextRole role, QWidget* parent)
    : QWidget(parent)
    , m_role(role)
{
    setAccessibleRole(this, QAccessible::StaticText);
    setFont(fontFor(role));
    setForegroundRole(role == TextRole::Remark ? QPalette::PlaceholderText : QPalette::WindowText);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    onChange(this, {QEvent::ApplicationFontChange}, [this] {
        setFont(fontFor(m_role));
        reserve(m_reserved);
    });
}

void DigitLabel::setText(const QString& text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    if (const qreal width = widthOf(text); width > m_widest) {
        m_widest = width;
        updateGeometry();
    }
    update();
}

void DigitLabel::setColour(std::optional<DataColour> colour)
{
    if (colour == m_colour)
        return;
    m_colour = colour;
    update();
}

void DigitLabel::reserve(const QString& widest)
{
    m_reserved = widest;
    m_widest = std::max(widthOf(widest), widthOf(m_text));
    updateGeometry();
}

qreal DigitLabel::widthOf(const QString& text) const
{
    const QFontMetricsF metrics(font());
    const qreal cell = digitCell(metrics);
    qreal width = 0;
    for (const QChar character : text)
        width += character.isDigit() ? cell : metrics.horizontalAdvance(character);
    return width;
}

QSize DigitLabel::sizeHint() const
{
    return QSize(
        static_cast<int>(std::ceil(m_widest)), static_cast<int>(std::ceil(QFontMetricsF(font()).height())));
}

int DigitLabel::baseLine() const
{
    const QFontMetricsF metrics(font());
    return static_cast<int>(std::lround((height() - metrics.height()) / 2 + metrics.ascent()));
}

void DigitLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(m_colour ? dataColour(*m_colour, palette()) : palette().color(foregroundRole()));
    const QFontMetricsF metrics(font());
    const qreal cell = digitCell(metrics);
    qreal x = layoutDirection() == Qt::RightToLeft ? width() - widthOf(m_text) : 0;
    for (const QChar character : m_text) {
        const qreal advance = metrics.horizontalAdvance(character);
        const qreal room = character.isDigit() ? cell : advance;
        painter.drawText(QPointF(x + (room - advance) / 2, baseLine()), QString(character));
        x += room;
    }
}

} // namespace iotbench::ui
