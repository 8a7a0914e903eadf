#include "ui/plots/mark_plot.h"

#include "ui/base/space.h"
#include "ui/plots/plot_title.h"

#include <QMouseEvent>

#include <cmath>

namespace iotbench::ui {

MarkPlot::MarkPlot(QWidget* parent)
    : DrawnPlot(parent)
    , m_title(new PlotTitle(this))
{
    plotLayout()->insertRow(0);
    plotLayout()->addElement(0, 0, m_title);
    plotLayout()->setRowSpacing(spaceUnit(this) / 2);
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
    DrawnPlot::clear();
    m_places.clear();
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
    DrawnPlot::mousePressEvent(event);
}

} // namespace iotbench::ui
