#include "ui/comparison/curves.h"

#include "ui/base/accessible_role.h"
#include "ui/base/data_colours.h"
#include "ui/base/frame.h"
#include "ui/base/space.h"
#include "ui/plots/axis_look.h"
#include "ui/plots/plot_points.h"
#include "ui/plots/plot_title.h"
#include "ui/plots/value_range.h"

#include <array>

namespace iotbench::ui {
namespace {

constexpr std::array kStrokes{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine,
    Qt::DashDotDotLine}; // hue never tells a run alone
constexpr std::array kStrokeWords{u'\u2501', u'\u254C', u'\u2508', u'\u254D', u'\u2509'};
static_assert(kStrokes.size() == kMostCompared);

} // namespace

Curves::Curves(QWidget* parent)
    : QCustomPlot(parent)
{
    setAccessibleRole(this, QAccessible::Chart);
    setFocusPolicy(Qt::TabFocus);
    stackParts(this, m_titles, m_rects);
    setTexts();
    setLook();
    keepUpToDate(
        this, [this] { setTexts(); }, [this] { setLook(); });
}

void Curves::show(const ComparedRuns& compared)
{
    clearGraphs();
    ValueRange time(0.0), values[kParts] = {ValueRange(0.0), ValueRange(0.0)};
    for (std::vector<QCPGraph*>& graphs : m_graphs)
        graphs.clear();
    for (const ComparedRunLine& run : compared.runs) {
        const PlotPoints points = plotPoints(
            thinned(withoutWait(run.rows), PlotPoints::kMostPoints), false); // as many as on Live
        time.take(points.endS);
        for (const Part part : {Rate, Latency}) {
            const Line& line = part == Rate ? points.achieved : points.p99;
            QCPGraph* graph = addGraph(acrossOf(m_rects[part]), upOf(m_rects[part]));
            graph->setData(line.timeS, line.value, true);
            m_graphs[part].push_back(graph);
            values[part].take(line);
        }
    }
    for (int i = 0; i < kParts; ++i) {
        acrossOf(m_rects[i])->setRange(time.padded());
        upOf(m_rects[i])->setRange(values[i].padded());
    }
    setTexts();
    setLook();
    replot();
}

void Curves::setTexts()
{
    setLocale(QLocale());
    setAccessibleName(tr("Curves of the runs"));
    setAccessibleDescription(tr("Images/s and latency p99 of each run over time; the table above has what "
                                "they come to."));
    QStringList key;
    for (std::size_t run = 0; run < m_graphs[Rate].size(); ++run)
        key << QString(QChar(kStrokeWords[run % kStrokeWords.size()])) + u' ' + letterOf(run);
    m_titles[Rate]->setTexts(tr("Images/s"), key.join(QStringLiteral("   ")));
    m_titles[Latency]->setTexts(tr("Latency p99 of the last 1,000, ms"), QString());
    acrossOf(m_rects[Latency])->setLabel(tr("seconds"));
}

void Curves::setLook()
{
    const QColor remark = remarkColour(palette());
    const qreal stroke = std::max(1.0, spaceUnit(this) * 0.15);
    const std::array colours{remark, dataColour(DataColour::Value, palette()),
        dataColour(DataColour::Wrong, palette()), dataColour(DataColour::Right, palette()),
        dataColour(DataColour::Queue, palette())};
    setPartsLook(this, m_rects, 4);
    for (int i = 0; i < kParts; ++i)
        for (std::size_t run = 0; run < m_graphs[i].size(); ++run)
            m_graphs[i][run]->setPen(
                QPen(colours[run % colours.size()], stroke, kStrokes[run % kStrokes.size()]));
}

void Curves::paintEvent(QPaintEvent* event)
{
    QCustomPlot::paintEvent(event);
    paintFocus(this);
}

} // namespace iotbench::ui
