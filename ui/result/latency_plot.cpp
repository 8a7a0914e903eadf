#include "ui/result/latency_plot.h"

#include "ui/base/data_colours.h"
#include "ui/base/figures.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"
#include "ui/plots/axis_look.h"

#include <algorithm>

namespace iotbench::ui {
namespace {

std::vector<LatencyPlot::Mark> marksOf(const LatencySummary& latency)
{
    std::vector<LatencyPlot::Mark> marks;
    const auto add = [&](const char* name, std::optional<double> ms) {
        if (ms && *ms > 0)
            marks.push_back({QString::fromLatin1(name), *ms});
    };
    add("p50", latency.p50Ms);
    add("p90", latency.p90Ms);
    add("p95", latency.p95Ms);
    add("p99", latency.p99Ms);
    add("p99.9", latency.p999Ms);
    add("max", latency.maxMs);
    return marks;
}

} // namespace

LatencyPlot::LatencyPlot(QWidget* parent)
    : DrawnPlot(parent)
{
    xAxis->setScaleType(QCPAxis::stLogarithmic);
    xAxis->setTicker(QSharedPointer<DecadeTicker>::create());
    axisRect()->setAutoMargins(QCP::msLeft | QCP::msBottom | QCP::msRight | QCP::msTop);
    drawAll();
}

QSize LatencyPlot::minimumSizeHint() const
{
    return QSize(characters(this, 40), QFontMetrics(font()).height() * 11);
}

void LatencyPlot::show(const RunResult& result)
{
    m_bars = latencyBars(result.latencyBuckets);
    m_marks = m_bars.empty() ? std::vector<Mark>() : marksOf(result.latency);
    setAxes();
    describe();
    drawAll();
}

void LatencyPlot::drawAll()
{
    const QColor base = palette().color(QPalette::Base);
    clear();
    m_names.clear();
    for (const LatencyBar& bar : m_bars)
        if (bar.count > 0)
            area({bar.lowerMs, static_cast<double>(bar.count)}, {bar.upperMs, 0}, QPen(base, 0),
                dataColour(DataColour::Value, palette()));
    for (const Mark& mark : m_marks) {
        auto* line = new QCPItemStraightLine(this);
        line->point1->setCoords(mark.ms, 0);
        line->point2->setCoords(mark.ms, 1);
        line->setPen(QPen(remarkColour(palette()), 0, Qt::DashLine));
        QCPItemText* name = words({mark.ms, 0}, mark.name + u' ' + millisecondsText(mark.ms), {});
        name->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
        name->setBrush(base); // over the lines of other marks
        m_names.push_back(name);
    }
    replot();
    placeNames();
}

void LatencyPlot::setAxes()
{
    setLocale(QLocale());
    xAxis->setLabel(tr("ms, logarithmic"));
    yAxis->setLabel(tr("images"));
    yAxis->setNumberFormat(QStringLiteral("f"));
    yAxis->setNumberPrecision(0);
    if (m_bars.empty()) {
        xAxis->setRange(0.1, 100);
        yAxis->setRange(0, 1);
        return;
    }
    xAxis->setRange(m_bars.front().lowerMs, std::max(m_bars.back().upperMs, m_bars.front().lowerMs * 4));
    auto ticker = QSharedPointer<QCPAxisTicker>::create();
    ticker->setTickCount(4);
    yAxis->setTicker(ticker);
}

// Names go down a line where they would run into the one before, and to the left of their mark at the right
// edge.
void LatencyPlot::placeNames()
{
    if (m_names.empty() || axisRect()->height() <= 0)
        return;
    const QFontMetricsF metrics(fontFor(TextRole::Remark));
    const double gap = spaceUnit(this) * 0.4;
    std::vector<double> ends; // of each line of names so far, pixels
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        const double at = xAxis->coordToPixel(m_marks[i].ms);
        const double width = metrics.horizontalAdvance(m_names[i]->text()) + 2 * gap;
        const bool leftOf = at + width > axisRect()->right();
        const double from = leftOf ? at - width : at;
        std::size_t row = 0;
        while (row < ends.size() && ends[row] > from)
            ++row;
        if (row == ends.size())
            ends.push_back(0);
        ends[row] = from + width;
        m_names[i]->setPositionAlignment((leftOf ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop);
        m_names[i]->setPadding(QMargins(static_cast<int>(gap), 0, static_cast<int>(gap), 0));
        m_names[i]->position->setCoords(
            m_marks[i].ms, static_cast<double>(row) * metrics.height() / axisRect()->height());
    }
    // The bars stay below the names.
    const auto most = std::ranges::max_element(m_bars, {}, &LatencyBar::count)->count;
    const double namesShare = static_cast<double>(ends.size()) * metrics.height() / axisRect()->height();
    yAxis->setRange(
        0, static_cast<double>(std::max<std::uint64_t>(most, 1)) / std::max(0.3, 0.97 - namesShare));
    replot(QCustomPlot::rpQueuedReplot);
}

void LatencyPlot::describe()
{
    setAccessibleName(tr("Latency histogram"));
    QStringList words;
    for (const Mark& mark : m_marks)
        words << tr("%1 %2 ms").arg(mark.name, millisecondsText(mark.ms));
    setAccessibleDescription(
        words.isEmpty() ? tr("No latency was measured.") : words.join(QStringLiteral(", ")));
    setToolTip(accessibleDescription());
}

void LatencyPlot::resizeEvent(QResizeEvent* event)
{
    DrawnPlot::resizeEvent(event);
    placeNames();
}

} // namespace iotbench::ui
