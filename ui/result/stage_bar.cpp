#include "ui/result/stage_bar.h"

#include "ui/base/accessible_role.h"
#include "ui/base/changes.h"
#include "ui/base/figures.h"
#include "ui/base/space.h"

#include <QPainter>
#include <QPainterPath>

namespace iotbench::ui {

StageBar::StageBar(QWidget* parent)
    : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::Chart);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    onChange(this, {QEvent::Resize}, [this] { updateGeometry(); }); // the key may need another line
}

void StageBar::show(const StageTimes& stages)
{
    m_parts = {{{tr("queue"), stages.queueUs, DataColour::Queue},
        {tr("decode"), stages.decodeUs, DataColour::Decode},
        {tr("normalise"), stages.normaliseUs, DataColour::Right},
        {tr("infer"), stages.inferUs, DataColour::Value}}};
    m_sumUs = 0;
    for (const Part& part : m_parts)
        m_sumUs += part.us.value_or(0);
    setAccessibleDescription(text());
    setToolTip(text());
    updateGeometry();
    update();
}

QString StageBar::keyText(const Part& part) const
{
    return part.name + u' '
        + (part.us ? decimalText(*part.us / 1000, *part.us < 9'995 ? 3 : 1) + QStringLiteral(" ms")
                   : notKnown());
}

QString StageBar::text() const
{
    QStringList texts;
    for (const Part& part : m_parts)
        texts << keyText(part);
    return texts.join(QStringLiteral(", "));
}

int StageBar::barHeight() const
{
    return spaceUnit(this) * 3 / 2;
}

template <typename Use>
int StageBar::forEachKey(int width, Use&& use) const
{
    const QFontMetrics metrics(font());
    const int unit = spaceUnit(this);
    int x = 0;
    int y = barHeight() + unit / 2;
    for (const Part& part : m_parts) {
        const int needed = metrics.height() + metrics.horizontalAdvance(keyText(part)) + unit;
        if (x > 0 && x + needed > width) {
            x = 0;
            y += metrics.height();
        }
        use(part, QPoint(x, y));
        x += needed;
    }
    return y + metrics.height();
}

QSize StageBar::sizeHint() const
{
    const int width = characters(this, 40);
    return QSize(width, heightForWidth(this->width()));
}

int StageBar::heightForWidth(int width) const
{
    return forEachKey(width, [](const Part&, const QPoint&) {});
}

void StageBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF bar(0, 0, width(), barHeight());
    QPainterPath shape;
    shape.addRoundedRect(bar, spaceUnit(this) * 0.4, spaceUnit(this) * 0.4);
    painter.save();
    painter.setClipPath(shape);
    painter.fillRect(bar, lineColour(palette()));
    qreal x = 0;
    for (const Part& part : m_parts) {
        const qreal width = m_sumUs > 0 ? bar.width() * part.us.value_or(0) / m_sumUs : 0;
        painter.fillRect(QRectF(x, 0, width, bar.height()), dataColour(part.colour, palette()));
        x += width;
    }
    painter.restore();
    const QFontMetrics metrics(font());
    const int side = metrics.height() * 2 / 3;
    forEachKey(width(), [&](const Part& part, const QPoint& at) {
        const QRectF swatch(at.x(), at.y() + (metrics.height() - side) / 2.0, side, side);
        painter.setPen(QPen(remarkColour(palette()), thinLine(this)));
        painter.setBrush(dataColour(part.colour, palette()));
        painter.drawRect(swatch.adjusted(0.5, 0.5, -0.5, -0.5));
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(QPoint(at.x() + metrics.height(), at.y() + metrics.ascent()), keyText(part));
    });
}

} // namespace iotbench::ui
