#include "ui/capacity/capacity_plot.h"

#include "statistics/figure_text.h"
#include "ui/base/figures.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"
#include "ui/capacity/capacity_text.h"
#include "ui/capacity/probe_model.h"
#include "ui/plots/axis_look.h"
#include "ui/plots/plot_title.h"
#include "ui/setup/number_text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace iotbench::ui {
namespace {

constexpr double kMostOverLimit = 10; // times the limit: what is beyond sits at the edge
constexpr double kStripFrom = 0.93; // of the height

// The load, and under cameras the images a second that they send.
class LoadTicker : public QCPAxisTicker {
public:
    explicit LoadTicker(const SearchGoal& goal)
        : m_goal(goal)
    {
    }

protected:
    double getTickStep(const QCPRange& range) override
    {
        const double step = QCPAxisTicker::getTickStep(range);
        return m_goal.cameras() ? std::ceil(std::max(1.0, step)) : step; // no half cameras
    }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override
    {
        const QString load = loadText(m_goal, std::max(0.0, tick));
        return m_goal.cameras() ? load + u'\n' + rateText(m_goal.imagesPerS(std::max(0.0, tick))) : load;
    }

private:
    SearchGoal m_goal;
};

std::vector<CapacityPlot::Mark> marksOf(const CapacityState& state)
{
    std::vector<CapacityPlot::Mark> marks;
    marks.reserve(state.probes.size() + 1);
    const auto add = [&](std::size_t row, const studies::ProbeRequest& request, std::optional<double> p99Ms,
                         const Bounds& bounds, ProbeMark kind) {
        if (p99Ms && *p99Ms > 0 && request.purpose != studies::ProbePurpose::UpperGuess)
            marks.push_back({.row = static_cast<int>(row),
                .load = request.load,
                .p99Ms = *p99Ms,
                .lowMs = bounds.low.value_or(*p99Ms),
                .highMs = bounds.high.value_or(*p99Ms),
                .kind = kind,
                .beyond = *p99Ms > kMostOverLimit * state.goal.limitMs});
    };
    for (std::size_t i = 0; i < state.probes.size(); ++i) {
        const Probe& probe = state.probes[i];
        add(i, probe.request, probe.p99Ms, probe.p99Interval, markOf(probe));
    }
    if (state.now && state.run)
        add(state.probes.size(), *state.now, state.run->rollingLatencyP99Ms, {}, ProbeMark::Running);
    return marks;
}

QCPScatterStyle scatterOf(ProbeMark kind, const QColor& colour, const QColor& ground, double size)
{
    const double width = size / 5;
    switch (kind) {
    case ProbeMark::Holds:
        return {QCPScatterStyle::ssDisc, QPen(colour, width), QBrush(colour), size};
    case ProbeMark::Fails:
        return {QCPScatterStyle::ssCross, QPen(colour, width), Qt::NoBrush, size};
    case ProbeMark::Running:
        return {QCPScatterStyle::ssDiamond, QPen(colour, width), QBrush(ground), size * 1.2};
    case ProbeMark::NotCounted:
    case ProbeMark::Dropped:
    case ProbeMark::Guess:
        break;
    }
    return {QCPScatterStyle::ssCircle, QPen(colour, width), QBrush(ground), size};
}

} // namespace

CapacityPlot::CapacityPlot(QWidget* parent)
    : MarkPlot(parent)
{
    yAxis->setScaleType(QCPAxis::stLogarithmic);
    yAxis->setTicker(QSharedPointer<DecadeTicker>::create());
    setTexts();
}

QSize CapacityPlot::minimumSizeHint() const
{
    return QSize(characters(this, 50), QFontMetrics(font()).height() * 16);
}

void CapacityPlot::show(const CapacityState& state)
{
    m_state = state;
    m_marks = marksOf(state);
    xAxis->setTicker(QSharedPointer<LoadTicker>::create(state.goal));
    xAxis->setTickLabels(!m_marks.empty()); // nothing is known of the load before
    setTexts();
    setRanges();
    placeMarks();
    drawAll();
}

void CapacityPlot::setTexts()
{
    m_title->setTexts(
        tr("Latency p99, ms"), tr("✓ ● holds   ✗ fails   ○ not counted   ◇ running   | 95 % interval"));
    xAxis->setLabel(m_state.goal.cameras() ? tr("cameras, and images/s under them") : tr("images/s"));
    setAccessibleName(tr("p99 over the load"));
    setAccessibleDescription(seriesSummary(m_state));
    setToolTip(accessibleDescription());
}

void CapacityPlot::setRanges()
{
    const double limit = m_state.goal.limitMs;
    double lowest = limit / 4, highest = limit * 2;
    double from = m_state.holdsAt.value_or(INFINITY), to = m_state.failsAt.value_or(0);
    for (const Mark& mark : m_marks) {
        lowest = std::min(lowest, mark.lowMs / 1.5);
        highest = std::max(highest, std::min(mark.highMs, kMostOverLimit * limit));
        from = std::min(from, mark.load);
        to = std::max(to, mark.load);
    }
    lowest = std::max(lowest, limit / 1e4);
    highest *= 1.3;
    const double room = std::pow(highest / lowest, kStripFrom); // above the strip
    yAxis->setRange(highest / std::pow(room, 1 / (kStripFrom * kStripFrom)), highest);
    to = std::max({to, 1.0, std::isfinite(from) ? from : 0.0});
    from = std::min(from, to);
    const double margin = std::max(0.12 * (to - from), 0.04 * to);
    xAxis->setRange(std::max(0.0, from - margin), to + margin);
}

void CapacityPlot::placeMarks()
{
    constexpr double kBeside = 0.03; // of the width
    constexpr double kBelow = 0.05; // of the height
    const QCPRange& across = xAxis->range();
    const double decades = std::log10(yAxis->range().upper / yAxis->range().lower);
    std::map<std::pair<double, bool>, int> placed; // by load
    const auto place = [&](Mark& mark) {
        const int before = placed[{mark.load, mark.beyond}]++;
        if (mark.beyond)
            mark.at = {mark.load, yAxis->range().upper / std::pow(10, decades * kBelow * (before + 0.6))};
        else
            mark.at = {mark.load + before * kBeside * across.size(), mark.p99Ms};
    };
    for (const bool counts : {true, false}) // those that count stand at their load
        for (Mark& mark : m_marks)
            if (counts == (mark.kind == ProbeMark::Holds || mark.kind == ProbeMark::Fails))
                place(mark);
}

void CapacityPlot::drawAll()
{
    clear();
    drawStrip();
    drawLine();
    for (const Mark& mark : m_marks)
        drawMark(mark);
    replot(QCustomPlot::rpQueuedReplot);
}

// The limit, and what counts joined in the order of the load.
void CapacityPlot::drawLine()
{
    const double limit = m_state.goal.limitMs;
    level(limit, Qt::DashLine);
    words({xAxis->range().lower, limit}, u' ' + tr("limit %1 ms").arg(shownNumber(shortText(limit, 3))),
        Qt::AlignLeft | Qt::AlignBottom);
    QCPGraph* const joined = addGraph();
    joined->setPen(QPen(remarkColour(palette()), thinLine(this)));
    for (const Mark& mark : m_marks)
        if (!mark.beyond && (mark.kind == ProbeMark::Holds || mark.kind == ProbeMark::Fails))
            joined->addData(mark.at.x(), mark.at.y());
}

// Between two loads, over a part of the height.
void CapacityPlot::drawHeight(
    double from, double to, double top, double bottom, const QPen& pen, const QBrush& brush)
{
    QCPItemRect* const part = area({}, {}, pen, brush);
    part->topLeft->setTypeY(QCPItemPosition::ptAxisRectRatio);
    part->bottomRight->setTypeY(QCPItemPosition::ptAxisRectRatio);
    part->topLeft->setCoords(from, top);
    part->bottomRight->setCoords(to, bottom);
}

void CapacityPlot::drawStripPart(double from, double to, const QString& text, DataColour colour)
{
    if (from >= to)
        return;
    const bool open = colour == DataColour::Value, left = colour == DataColour::Right;
    const QColor ground = palette().color(QPalette::Base);
    drawHeight(from, to, kStripFrom, 1, Qt::NoPen,
        QBrush(mixed(dataColour(colour, palette()), ground, open ? 0.5 : 0.22),
            open ? Qt::BDiagPattern : Qt::SolidPattern));
    constexpr double kRoomForWords = 0.1; // of the width
    if (to - from < kRoomForWords * xAxis->range().size())
        return;
    QCPItemText* const item = words({}, u' ' + text + u' ',
        (open          ? Qt::AlignHCenter
                : left ? Qt::AlignRight
                       : Qt::AlignLeft)
            | Qt::AlignVCenter);
    item->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    item->position->setCoords(open ? (from + to) / 2 : left ? to : from, (1 + kStripFrom) / 2);
    if (open)
        item->setBrush(ground); // over the hatching
}

void CapacityPlot::drawStrip()
{
    const QCPRange all = xAxis->range();
    double holds = m_state.holdsAt.value_or(all.lower);
    double fails = m_state.failsAt.value_or(all.upper);
    const bool closed = m_state.over() && m_state.answer->answer == "serves";
    if (closed) // nothing is open between them
        holds = fails = (holds + fails) / 2;
    else if (m_state.over() && m_state.answer->answer == "nothing")
        fails = all.lower;
    if (m_state.holdsAt && m_state.failsAt && !closed)
        drawHeight(holds, fails, 0, kStripFrom, QPen(lineColour(palette()), thinLine(this)),
            mixed(dataColour(DataColour::Value, palette()), palette().color(QPalette::Base), 0.1));
    drawStripPart(holds, fails, tr("open"), DataColour::Value);
    if (m_state.holdsAt)
        drawStripPart(all.lower, holds,
            QStringLiteral("✓ ") + tr("holds at %1").arg(loadText(m_state.goal, *m_state.holdsAt)),
            DataColour::Right);
    if (m_state.failsAt)
        drawStripPart(fails, all.upper,
            QStringLiteral("✗ ") + tr("fails at %1").arg(loadText(m_state.goal, *m_state.failsAt)),
            DataColour::Wrong);
}

void CapacityPlot::drawMark(const Mark& mark)
{
    const QColor ground = palette().color(QPalette::Base);
    const QColor colour = dataColour(colourOf(mark.kind).value_or(DataColour::Caution), palette());
    const double size = spaceUnit(this);
    if (!mark.beyond && mark.lowMs < mark.highMs)
        whisker(mark.at.x(), mark.lowMs, mark.highMs,
            QPen(colour, thinLine(this), mark.kind == ProbeMark::NotCounted ? Qt::DashLine : Qt::SolidLine));
    m_places[mark.row] = mark.at;
    if (mark.row == current())
        ring(mark.row, palette().color(QPalette::Highlight), size * 2);
    point(mark.at, scatterOf(mark.kind, colour, ground, size));
    const QString number = wholeText(static_cast<std::uint64_t>(mark.row));
    const QString gap = QStringLiteral("   ");
    if (mark.beyond)
        words(mark.at,
            number + QStringLiteral("  ↑ ") + millisecondsText(mark.p99Ms) + QStringLiteral(" ms") + gap,
            Qt::AlignRight | Qt::AlignVCenter);
    else
        words(mark.at, gap + number, Qt::AlignLeft | Qt::AlignBottom);
}

} // namespace iotbench::ui
