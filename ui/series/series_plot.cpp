#include "ui/series/series_plot.h"

#include "ui/base/data_colours.h"
#include "ui/base/figures.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"
#include "ui/plots/axis_look.h"
#include "ui/plots/plot_title.h"
#include "ui/series/series_model.h"
#include "ui/series/series_words.h"

#include <QMouseEvent>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace iotbench::ui {
namespace {

constexpr std::size_t kManyPoints = 50; // from there on those that do not matter are faint
constexpr double kFaint = 0.35;

} // namespace

SeriesPlot::SeriesPlot(QWidget* parent)
    : MarkPlot(parent)
{
    setMouseTracking(true);
}

QSize SeriesPlot::minimumSizeHint() const
{
    return QSize(characters(this, 45), QFontMetrics(font()).height() * 14);
}

void SeriesPlot::show(const SeriesState& state, const SweepAim& aim)
{
    m_state = state;
    m_aim = aim;
    m_groups = groupsOf(state.facts);
    drawAll();
}

void SeriesPlot::setTexts()
{
    constexpr std::size_t kNamed = 6; // groups
    QString key;
    if (m_state.sweep()) {
        key = QStringLiteral("— ") + tr("Pareto front") + QStringLiteral("   ");
        for (std::size_t i = 0; i < std::min(m_groups.labels.size(), kNamed); ++i)
            if (!m_groups.labels[i].empty())
                key += groupSign(i) + u' ' + combinationWords(m_groups.labels[i]) + QStringLiteral("   ");
    } else {
        key = tr("● a run   | its 95 % interval   — mean   … interval of the mean");
    }
    m_title->setTexts(m_state.sweep() ? p99Words(m_state.facts) : tr("Images/s"), key);
    xAxis->setLabel(m_state.sweep() ? tr("images/s") : tr("run"));
    setAccessibleName(m_state.sweep() ? tr("p99 over images/s of each combination") : tr("Rate of each run"));
    setAccessibleDescription(plotSummary(m_state, m_aim));
}

QCPScatterStyle SeriesPlot::styleOf(std::size_t group, bool faint) const
{
    static constexpr std::array kShapes = {QCPScatterStyle::ssCircle, QCPScatterStyle::ssSquare,
        QCPScatterStyle::ssTriangle, QCPScatterStyle::ssDiamond, QCPScatterStyle::ssTriangleInverted};
    static constexpr std::array kColours
        = {DataColour::Value, DataColour::Decode, DataColour::Queue, DataColour::Right, DataColour::Caution};
    const QColor ground = palette().color(QPalette::Base);
    QColor colour = dataColour(kColours[group % kColours.size()], palette());
    if (faint)
        colour = mixed(colour, ground, kFaint);
    const double size = spaceUnit(this);
    const bool hollow = group / kShapes.size() % 2 == 1;
    return {kShapes[group % kShapes.size()], QPen(colour, size / 5), QBrush(hollow ? ground : colour), size};
}

// Right above its place, or left of it where that would be outside; not at all where another is.
void SeriesPlot::drawLabel(const QPointF& at, const QString& text, bool bold)
{
    QFont font = fontFor(TextRole::Remark);
    font.setBold(bold);
    const QFontMetrics metrics(font);
    const double gap = spaceUnit(this) * (bold ? 1.4 : 0.8); // the chosen one has a ring
    const QSizeF size(metrics.horizontalAdvance(text), metrics.height());
    const double x = xAxis->coordToPixel(at.x()), y = yAxis->coordToPixel(at.y());
    const QRectF inside(axisRect()->rect());
    for (const QPointF& from :
        {QPointF(x + gap, y - size.height()), QPointF(x - gap - size.width(), y - size.height()),
            QPointF(x + gap, y), QPointF(x - gap - size.width(), y)}) {
        const QRectF place(from, size);
        const auto covers = [&](const QRectF& other) { return other.intersects(place); };
        if (!inside.contains(place) || std::any_of(m_labels.begin(), m_labels.end(), covers))
            continue;
        m_labels.push_back(place);
        QCPItemText* item = words({}, text, Qt::AlignLeft | Qt::AlignTop);
        item->position->setType(QCPItemPosition::ptAbsolute);
        item->position->setCoords(place.topLeft());
        item->setFont(font);
        return;
    }
}

void SeriesPlot::drawAll()
{
    clear();
    m_labels.clear();
    setTexts();
    if (m_state.sweep())
        drawSweep();
    else
        drawRepeats();
    replot(QCustomPlot::rpQueuedReplot);
}

// What tells it from the others of its group; the mark tells the group.
QString SeriesPlot::shortWords(int row) const
{
    const auto values = valuesOf(m_state.facts.points[static_cast<std::size_t>(row)].label);
    const auto value = values.find(m_groups.joint);
    return value == values.end() ? QString() : combinationWords(value->first + '=' + value->second);
}

void SeriesPlot::drawSweep()
{
    const std::vector<SweptPoint>& points = m_state.facts.points;
    const bool limited = m_aim.rule == studies::SweepRule::FastestWithin;
    double low = INFINITY, high = 0, most = 0;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (points[i].hasPlace()) {
            m_places[static_cast<int>(i)] = {*points[i].imagesPerS, *points[i].p99Ms};
            low = std::min(low, *points[i].p99Ms);
            high = std::max(high, *points[i].p99Ms);
            most = std::max(most, *points[i].imagesPerS);
        }
    if (m_places.empty()) {
        xAxis->setTickLabels(false);
        yAxis->setTickLabels(false);
        return;
    }
    if (limited) {
        low = std::min(low, m_aim.limitMs);
        high = std::max(high, m_aim.limitMs);
    }
    xAxis->setTickLabels(true);
    yAxis->setTickLabels(true);
    yAxis->setScaleType(QCPAxis::stLogarithmic);
    yAxis->setTicker(QSharedPointer<DecadeTicker>::create());
    xAxis->setTicker(QSharedPointer<QCPAxisTicker>::create());
    xAxis->setRange(0, most * 1.15);
    yAxis->setRange(low / 1.6, high * 1.6);
    updateLayout(); // labels know their places
    if (limited) {
        level(m_aim.limitMs, Qt::DashLine);
        drawLabel({xAxis->range().lower, m_aim.limitMs},
            tr("limit %1 ms").arg(QLocale().toString(m_aim.limitMs, 'g', 6)), false);
    }

    const auto join = [this](std::vector<QPointF> places, const QPen& pen) {
        std::ranges::sort(places, {}, [](const QPointF& place) { return place.x(); });
        QCPGraph* const line = addGraph();
        line->setPen(pen);
        for (const QPointF& place : places)
            line->addData(place.x(), place.y());
    };
    std::vector<std::vector<QPointF>> ofGroup(m_groups.labels.size());
    std::vector<QPointF> front;
    for (const auto& [row, at] : m_places) {
        ofGroup[m_groups.of[static_cast<std::size_t>(row)]].push_back(at);
        if (points[static_cast<std::size_t>(row)].pareto)
            front.push_back(at);
    }
    for (const std::vector<QPointF>& places : ofGroup)
        join(places, QPen(lineColour(palette()), thinLine(this)));
    join(front, QPen(dataColour(DataColour::Value, palette()), 2 * thinLine(this)));

    const SweepChoice choice = m_state.over ? choiceOf(m_state.facts, m_aim) : SweepChoice();
    for (const bool onFront : {false, true}) // what matters lies above
        for (const auto& [row, at] : m_places) {
            const auto index = static_cast<std::size_t>(row);
            const bool matters
                = points[index].pareto || choice.point == index || row == current() || row == m_hovered;
            if (matters == onFront)
                point(at, styleOf(m_groups.of[index], !matters && points.size() > kManyPoints));
        }
    const double size = spaceUnit(this);
    if (choice.point)
        ring(static_cast<int>(*choice.point), palette().color(QPalette::Text), 2.1 * size);
    ring(current(), palette().color(QPalette::Highlight), 1.7 * size);
    if (choice.point && m_places.contains(static_cast<int>(*choice.point)))
        drawLabel(m_places.at(static_cast<int>(*choice.point)),
            (choice.nearest ? tr("nearest: %1") : tr("chosen: %1"))
                .arg(combinationWords(points[*choice.point].label)),
            true);
    for (const auto& [row, at] : m_places)
        if (const auto index = static_cast<std::size_t>(row);
            row == current() || row == m_hovered || (points[index].pareto && choice.point != index))
            drawLabel(at,
                row == current() || row == m_hovered ? combinationWords(points[index].label)
                                                     : shortWords(row),
                false);
}

void SeriesPlot::drawRepeats()
{
    const std::vector<RepeatedRun>& runs = m_state.runs;
    const StudyFacts& facts = m_state.facts;
    double low = INFINITY, high = 0;
    const auto include = [&](double from, double to) {
        low = std::min(low, from);
        high = std::max(high, to);
    };
    for (std::size_t i = 0; i < runs.size(); ++i) {
        m_places[static_cast<int>(i)] = {static_cast<double>(i + 1), runs[i].imagesPerS};
        const Interval own = runs[i].rateInterval.value_or(Interval{runs[i].imagesPerS, runs[i].imagesPerS});
        include(own.low, own.high);
    }
    if (facts.lowPerS && facts.highPerS)
        include(*facts.lowPerS, *facts.highPerS);
    yAxis->setScaleType(QCPAxis::stLinear);
    yAxis->setTicker(QSharedPointer<QCPAxisTicker>::create());
    auto whole = QSharedPointer<QCPAxisTickerFixed>::create();
    whole->setTickStep(1);
    whole->setScaleStrategy(QCPAxisTickerFixed::ssMultiples);
    xAxis->setTicker(whole);
    xAxis->setRange(0.5, static_cast<double>(std::max<std::size_t>(m_state.now.planned, runs.size())) + 0.5);
    xAxis->setTickLabels(!runs.empty());
    yAxis->setTickLabels(!runs.empty());
    if (runs.empty())
        return;
    const double margin = std::max(0.1 * (high - low), 0.01 * high);
    yAxis->setRange(std::max(0.0, low - margin), high + margin);
    updateLayout(); // labels know their places
    const QColor value = dataColour(DataColour::Value, palette());
    if (facts.lowPerS && facts.highPerS)
        area({xAxis->range().lower, *facts.highPerS}, {xAxis->range().upper, *facts.lowPerS},
            QPen(value, thinLine(this), Qt::DotLine), mixed(value, palette().color(QPalette::Base), 0.1));
    if (facts.imagesPerS) {
        level(*facts.imagesPerS, Qt::SolidLine);
        drawLabel(
            {xAxis->range().lower, *facts.imagesPerS}, tr("mean %1").arg(rateText(facts.imagesPerS)), false);
    }
    for (const auto& [row, at] : m_places) {
        const RepeatedRun& run = runs[static_cast<std::size_t>(row)];
        if (run.rateInterval)
            whisker(at.x(), run.rateInterval->low, run.rateInterval->high, QPen(value, thinLine(this)));
        point(at, styleOf(0, false));
    }
    ring(current(), palette().color(QPalette::Highlight), 1.7 * spaceUnit(this));
}

void SeriesPlot::mouseMoveEvent(QMouseEvent* event)
{
    MarkPlot::mouseMoveEvent(event);
    if (const int row = markNear(event->position()); row != m_hovered) {
        m_hovered = row;
        drawAll();
    }
}

void SeriesPlot::leaveEvent(QEvent* event)
{
    MarkPlot::leaveEvent(event);
    if (std::exchange(m_hovered, -1) >= 0)
        drawAll();
}

void SeriesPlot::resizeEvent(QResizeEvent* event)
{
    MarkPlot::resizeEvent(event);
    drawAll();
}

} // namespace iotbench::ui
