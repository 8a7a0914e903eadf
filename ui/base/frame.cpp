#include "ui/base/frame.h"

#include "ui/base/data_colours.h"
#include "ui/base/space.h"

namespace iotbench::ui {

void paintFrame(QPainter& painter, const QWidget* widget, const QPen& border, const QBrush& ground)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(border);
    painter.setBrush(ground);
    const qreal inset = border.widthF() / 2;
    const qreal radius = spaceUnit(widget) * 0.6;
    painter.drawRoundedRect(QRectF(widget->rect()).adjusted(inset, inset, -inset, -inset), radius, radius);
}

void paintPlainFrame(QWidget* widget)
{
    QPainter painter(widget);
    paintFrame(
        painter, widget, QPen(lineColour(widget->palette()), thinLine(widget)), widget->palette().base());
}

void paintFocus(QWidget* widget)
{
    if (!widget->hasFocus())
        return;
    QPainter painter(widget);
    painter.setPen(QPen(widget->palette().color(QPalette::Highlight), thinLine(widget), Qt::DotLine));
    painter.drawRect(widget->rect().adjusted(0, 0, -1, -1));
}

} // namespace iotbench::ui
