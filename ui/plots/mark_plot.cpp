#include "ui/plots/mark_plot.h"

#include "ui/base/accessible_role.h"
#include "ui/base/changes.h"
#include "ui/base/space.h"
#include "ui/plots/axis_look.h"
#include "ui/plots/plot_title.h"

#include <QMouseEvent>

#include <cmath>

namespace iotbench::ui {

MarkPlot::MarkPlot(QWidget* parent)
    : QCustomPlot(parent)
    , m_title(new PlotTitle(this))
{
    setAccessibleRole(this, QAccessible::Chart);
    setFocusPolicy(Qt::TabFocus);
    plotLayout()->insertRow(0);
    plotLayout()->addElement(0, 0, m_title);
    plotLayout()->setRowSpacing(spaceUnit(this) / 2);
    onChange(this, {QEvent::PaletteChange, QEvent::ApplicationFontChange}, [this] { drawAll(); });
}

void MarkPlot::setCurrent(int row)
{
    if (row == m_current)
        return;
    m_current = row;
    drawAll();
}

void MarkPlot::clear()
{
    clearItems();
    clearGraphs();
    m_places.clear();
    setBackground(palette().base());
    setLocale(QLocale());
    setAxisLook(axisRect(), AxisLines::GridAndBase);
}

void MarkPlot::point(const QPointF& at, const QCPScatterStyle& style)
{
    QCPGraph* const graph = addGraph();
    graph->setLineStyle(QCPGraph::lsNone);
    graph->setScatterStyle(style);
    graph->addData(at.x(), at.y());
}

void MarkPlot::ring(int row, const QColor& colour, double size)
{
    if (const auto place = m_places.find(row); place != m_places.end())
        point(place->second,
            {QCPScatterStyle::ssCircle, QPen(colour, spaceUnit(this) / 4.0), Qt::NoBrush, size});
}

void MarkPlot::whisker(double at, double low, double high, const QPen& pen)
{
    auto* line = new QCPItemLine(this);
    line->start->setCoords(at, low);
    line->end->setCoords(at, high);
    line->setHead(QCPLineEnding::esBar);
    line->setTail(QCPLineEnding::esBar);
    line->setPen(pen);
}

void MarkPlot::level(double value, Qt::PenStyle style)
{
    auto* line = new QCPItemStraightLine(this);
    line->point1->setCoords(0, value);
    line->point2->setCoords(1, value);
    line->setPen(QPen(palette().color(QPalette::Text), thinLine(this), style));
}

int MarkPlot::markNear(const QPointF& position) const
{
    double nearest = 1.5 * spaceUnit(this);
    int row = -1;
    for (const auto& [each, at] : m_places) {
        const double away = std::hypot(
            xAxis->coordToPixel(at.x()) - position.x(), yAxis->coordToPixel(at.y()) - position.y());
        if (away < nearest) {
            nearest = away;
            row = each;
        }
    }
    return row;
}

void MarkPlot::mousePressEvent(QMouseEvent* event)
{
    if (const int row = markNear(event->position()); row >= 0)
        emit markClicked(row);
    QCustomPlot::mousePressEvent(event);
}

} // namespace iotbench::ui
