#include "ui/plots/drawn_plot.h"

#include "ui/base/accessible_role.h"
#include "ui/base/changes.h"
#include "ui/base/frame.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"
#include "ui/plots/axis_look.h"

namespace iotbench::ui {

DrawnPlot::DrawnPlot(QWidget* parent)
    : QCustomPlot(parent)
{
    setAccessibleRole(this, QAccessible::Chart);
    setFocusPolicy(Qt::TabFocus);
    onChange(this, {QEvent::PaletteChange, QEvent::ApplicationFontChange}, [this] { drawAll(); });
}

void DrawnPlot::clear()
{
    clearItems();
    clearGraphs();
    setBackground(palette().base());
    setLocale(QLocale());
    setAxisLook(axisRect(), AxisLines::GridAndBase);
}

QCPItemText* DrawnPlot::words(const QPointF& at, const QString& text, Qt::Alignment alignment)
{
    auto* item = new QCPItemText(this);
    item->position->setCoords(at);
    item->setPositionAlignment(alignment);
    item->setText(text);
    item->setFont(fontFor(TextRole::Remark));
    item->setColor(palette().color(QPalette::Text));
    return item;
}

QCPItemRect* DrawnPlot::area(
    const QPointF& topLeft, const QPointF& bottomRight, const QPen& pen, const QBrush& brush)
{
    auto* item = new QCPItemRect(this);
    item->topLeft->setCoords(topLeft);
    item->bottomRight->setCoords(bottomRight);
    item->setPen(pen);
    item->setBrush(brush);
    return item;
}

void DrawnPlot::level(double value, Qt::PenStyle style)
{
    auto* line = new QCPItemStraightLine(this);
    line->point1->setCoords(0, value);
    line->point2->setCoords(1, value);
    line->setPen(QPen(palette().color(QPalette::Text), thinLine(this), style));
}

void DrawnPlot::paintEvent(QPaintEvent* event)
{
    QCustomPlot::paintEvent(event);
    paintFocus(this);
}

} // namespace iotbench::ui
