#include "ui/plots/time_plots.h"

#include "ui/base/accessible_role.h"
#include "ui/base/data_colours.h"
#include "ui/base/figures.h"
#include "ui/base/frame.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"
#include "ui/plots/axis_look.h"
#include "ui/plots/plot_title.h"
#include "ui/plots/value_range.h"

#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

namespace iotbench::ui {
namespace {

// A single point makes no line: it gets a mark.
void setLine(QCPGraph* graph, const Line& line)
{
    graph->setData(line.timeS, line.value, true);
    graph->setScatterStyle(line.timeS.size() == 1 ? QCPScatterStyle(QCPScatterStyle::ssDisc, 5)
                                                  : QCPScatterStyle(QCPScatterStyle::ssNone));
}

} // namespace

TimePlots::TimePlots(QWidget* parent)
    : QCustomPlot(parent)
{
    setAccessibleRole(this, QAccessible::Chart);
    setFocusPolicy(Qt::StrongFocus);
    setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    setMouseTracking(true);
    makeParts();
    makeGraphs();
    setTexts();
    setLook();
    begin({});
    keepUpToDate(
        this, [this] { setTexts(); }, [this] { setLook(); });
}

void TimePlots::makeParts()
{
    stackParts(this, m_titles, m_rects);
    for (int i = 0; i < kParts; ++i) {
        m_rects[i]->setRangeDrag(Qt::Horizontal);
        m_rects[i]->setRangeZoom(Qt::Horizontal);
        acrossOf(m_rects[i])->setTickLabels(i == kParts - 1);
    }
    // One time axis: whichever is dragged, the others go with it.
    const auto link = qOverload<const QCPRange&>(&QCPAxis::rangeChanged);
    const auto follow = qOverload<const QCPRange&>(&QCPAxis::setRange);
    for (QCPAxisRect* from : m_rects)
        for (QCPAxisRect* to : m_rects)
            if (from != to)
                connect(acrossOf(from), link, acrossOf(to), follow);
    connect(acrossOf(m_rects[Rate]), link, this, &TimePlots::keepInTime);
    for (int i = 0; i < kParts; ++i) {
        m_pointer[i] = new QCPItemStraightLine(this);
        m_pointer[i]->setClipAxisRect(m_rects[i]);
        for (QCPItemPosition* end : {m_pointer[i]->point1, m_pointer[i]->point2})
            end->setAxes(acrossOf(m_rects[i]), upOf(m_rects[i]));
        m_pointer[i]->setLayer(QStringLiteral("overlay"));
        m_pointer[i]->setVisible(false);
    }
}

void TimePlots::makeGraphs()
{
    const auto graphIn = [this](Part part) {
        QCPGraph* graph = addGraph(acrossOf(m_rects[part]), upOf(m_rects[part]));
        graph->setAdaptiveSampling(true);
        return graph;
    };
    m_offered = graphIn(Rate);
    m_achieved = graphIn(Rate);
    m_low = graphIn(Accuracy);
    m_high = graphIn(Accuracy);
    m_card = graphIn(Accuracy);
    m_accuracy = graphIn(Accuracy);
    m_maximum = graphIn(Latency);
    m_beyond = graphIn(Latency);
    m_p99 = graphIn(Latency);
    m_p50 = graphIn(Latency);
    for (const Part part : {Rate, Accuracy, Latency})
        m_base[part] = graphIn(part);
    m_high->setChannelFillGraph(m_low);
    connect(acrossOf(m_rects[Accuracy]), qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this,
        &TimePlots::drawCardLine);
    m_maximum->setLineStyle(QCPGraph::lsNone);
    m_beyond->setLineStyle(QCPGraph::lsNone);
    m_cardLabel = new QCPItemText(this);
    m_cardLabel->setClipAxisRect(m_rects[Accuracy]);
    m_cardLabel->position->setAxisRect(m_rects[Accuracy]);
    m_cardLabel->position->setAxes(acrossOf(m_rects[Accuracy]), upOf(m_rects[Accuracy]));
    m_cardLabel->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
    m_cardLabel->position->setTypeY(QCPItemPosition::ptPlotCoords);
    m_cardLabel->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
}

void TimePlots::setTexts()
{
    setLocale(QLocale());
    setAccessibleName(tr("Plots of the run"));
    setToolTip(tr("Drag to move in time, Ctrl and wheel to zoom, double click to follow the run again"));
    const bool send = m_facts.role == Role::Send;
    m_titles[Rate]->setTexts(tr("Images/s"),
        (send ? tr("— sent") : tr("— achieved")) + (m_facts.scheduled ? tr("   - - offered") : QString())
            + (m_baseline.achieved.timeS.isEmpty() ? QString() : tr("   ··· baseline")));
    m_titles[Accuracy]->setTexts(tr("Rolling accuracy, %"),
        m_facts.judged ? tr("last %1 images · band: 95 % interval").arg(wholeText(kRollingWindow))
                       : tr("answers are not judged here"));
    m_titles[Latency]->setTexts(tr("Latency, ms"),
        send ? tr("the receiver knows")
             : tr("— p50   - - p99 of the last %1   • maximum").arg(wholeText(kRollingWindow)));
    acrossOf(m_rects[Latency])->setLabel(tr("seconds"));
    m_cardLabel->setText(
        m_facts.cardAccuracy ? tr("model card %1 %").arg(percentText(m_facts.cardAccuracy, 2)) : QString());
}

void TimePlots::setLook()
{
    const QColor value = dataColour(DataColour::Value, palette());
    const QColor remark = remarkColour(palette());
    setPartsLook(this, m_rects, 3);
    const qreal stroke = std::max(1.0, spaceUnit(this) * 0.15);
    for (QCPGraph* solid : {m_achieved, m_accuracy, m_p50})
        solid->setPen(QPen(value, stroke));
    m_p99->setPen(QPen(value, stroke, Qt::DashLine));
    for (QCPGraph* base : m_base)
        base->setPen(QPen(remark, stroke * 0.7, Qt::DotLine));
    for (QCPGraph* reference : {m_offered, m_card})
        reference->setPen(QPen(remark, stroke * 0.7, Qt::DashLine));
    for (QCPItemStraightLine* pointer : m_pointer)
        pointer->setPen(QPen(remark, 0));
    for (QCPGraph* edge : {m_low, m_high})
        edge->setPen(Qt::NoPen);
    m_high->setBrush(mixed(value, palette().color(QPalette::Base), isDark(palette()) ? 0.3 : 0.18));
    const qreal dot = spaceUnit(this) * 0.35;
    m_maximum->setPen(value);
    m_maximum->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, value, dot));
    m_beyond->setPen(value);
    m_beyond->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssTriangle, value, value, dot * 2));
    m_cardLabel->setFont(fontFor(TextRole::Remark));
    m_cardLabel->setColor(remark);
}

void TimePlots::begin(const RunFacts& facts)
{
    m_facts = facts;
    setFollows(true);
    setTexts();
    setRows({}, false);
}

void TimePlots::setRows(const std::vector<IntervalRow>& rows, bool over)
{
    const std::span<const IntervalRow> busy = withoutWait(rows);
    m_points
        = plotPoints(thinned(busy, over ? busy.size() : PlotPoints::kMostPoints), m_facts.role == Role::Send);
    setLine(m_achieved, m_points.achieved);
    setLine(m_offered, m_points.offered);
    setLine(m_low, m_points.low);
    setLine(m_high, m_points.high);
    setLine(m_accuracy, m_points.accuracy);
    setLine(m_p50, m_points.p50);
    setLine(m_p99, m_points.p99);
    m_maximum->setData(m_points.maximum.timeS, m_points.maximum.value, true);
    drawBaseline();
    if (m_follows)
        follow();
    describe();
    replot();
}

void TimePlots::setBaseline(const PlotPoints& points)
{
    m_baseline = points;
    setTexts();
    drawBaseline();
    if (m_follows)
        follow();
    replot();
}

void TimePlots::drawBaseline()
{
    const std::array lines{&m_baseline.achieved, &m_baseline.accuracy, &m_baseline.p99};
    for (int part = 0; part < kParts; ++part) {
        QVector<double> timeS = lines[static_cast<std::size_t>(part)]->timeS;
        for (double& atS : timeS)
            atS += m_points.startS - m_baseline.startS;
        m_base[part]->setData(timeS, lines[static_cast<std::size_t>(part)]->value, true);
    }
}

void TimePlots::setFollows(bool follows)
{
    if (std::exchange(m_follows, follows) != follows)
        emit followsChanged(follows);
}

// Nothing lies before the run or after it, and half a second has two rows.
void TimePlots::keepInTime(const QCPRange& range)
{
    const double all = m_endS - m_startS;
    const double length = std::clamp(range.size(), std::min(0.5, all), all);
    const double lower = std::clamp(range.lower, m_startS, m_endS - length);
    if (std::abs(lower - range.lower) + std::abs(length - range.size()) > 1e-9 * m_endS)
        acrossOf(m_rects[Rate])->setRange(lower, lower + length);
}

QString TimePlots::valuesAt(double seconds) const
{
    const auto nearest = [seconds](const Line& line) -> std::optional<double> {
        if (line.timeS.isEmpty())
            return std::nullopt;
        const auto after = std::ranges::lower_bound(line.timeS, seconds);
        auto index = after - line.timeS.begin();
        if (index == line.timeS.size() || (index > 0 && seconds - line.timeS[index - 1] < *after - seconds))
            --index;
        return line.value[index];
    };
    if (m_points.achieved.timeS.isEmpty())
        return {};
    return tr("%1 s: %2 images/s, accuracy %3 %, p50 %4 ms, p99 %5 ms")
        .arg(decimalText(seconds, 1), rateText(nearest(m_points.achieved)),
            decimalText(nearest(m_points.accuracy), 1), millisecondsText(nearest(m_points.p50)),
            millisecondsText(nearest(m_points.p99)));
}

// Only the lines are painted anew. False where there is nothing to tell.
bool TimePlots::pointAt(const QPoint& at)
{
    const QCPAxis* const time = acrossOf(m_rects[Rate]);
    const double seconds = time->pixelToCoord(at.x());
    const QString values = time->range().contains(seconds) ? valuesAt(seconds) : QString();
    for (QCPItemStraightLine* pointer : m_pointer) {
        pointer->setVisible(!values.isEmpty());
        pointer->point1->setCoords(seconds, 0);
        pointer->point2->setCoords(seconds, 1);
    }
    layer(QStringLiteral("overlay"))->replot();
    if (!values.isEmpty())
        QToolTip::showText(mapToGlobal(at), values, this);
    return !values.isEmpty();
}

// What the plots tell is not covered by how to use them.
bool TimePlots::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && pointAt(static_cast<QHelpEvent*>(event)->pos()))
        return true;
    return QCustomPlot::event(event);
}

void TimePlots::resetView()
{
    setFollows(true);
    follow();
    replot();
}

void TimePlots::follow()
{
    followTime();
    followRate();
    followAccuracy();
    followLatency();
}

void TimePlots::followTime()
{
    static constexpr std::array kLengthsS{
        10.0, 20.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1'200.0, 1'800.0, 3'600.0};
    const double goneS = m_points.endS - m_points.startS;
    double lengthS = m_facts.lengthS.value_or(0);
    if (lengthS < goneS) {
        const auto* fitting = std::ranges::lower_bound(kLengthsS, goneS);
        lengthS = fitting != kLengthsS.end() ? *fitting : goneS * 1.1;
    }
    if (lengthS <= 0)
        lengthS = kLengthsS[0];
    m_startS = m_points.startS;
    m_endS = m_startS + lengthS;
    acrossOf(m_rects[Rate])->setRange(m_startS, m_endS);
    drawCardLine(QCPRange(m_startS, m_endS));
}

// From edge to edge, whatever part of the time is in view.
void TimePlots::drawCardLine(const QCPRange& time)
{
    m_card->data()->clear();
    if (m_facts.cardAccuracy && m_facts.judged)
        m_card->setData(
            {time.lower, time.upper}, {*m_facts.cardAccuracy * 100, *m_facts.cardAccuracy * 100}, true);
}

void TimePlots::followRate()
{
    ValueRange range(m_points.achieved, m_points.offered, m_baseline.achieved);
    if (m_facts.offeredPerS > 0) {
        range.take(m_facts.offeredPerS * 0.8);
        range.take(m_facts.offeredPerS * 1.2);
    } else {
        range.take(0);
    }
    upOf(m_rects[Rate])->setRange(range.padded());
}

void TimePlots::followAccuracy()
{
    ValueRange range(m_points.low, m_points.high, m_points.accuracy, m_baseline.accuracy);
    if (m_facts.cardAccuracy) {
        range.take(*m_facts.cardAccuracy * 100 - 4);
        range.take(*m_facts.cardAccuracy * 100 + 4);
    }
    if (range.isEmpty())
        range = ValueRange(0.0, 100.0);
    upOf(m_rects[Accuracy])->setRange(range.padded(0, 100));
    m_cardLabel->position->setCoords(0.995, m_facts.cardAccuracy.value_or(0) * 100);
    m_cardLabel->setVisible(m_facts.cardAccuracy && m_facts.judged);
}

void TimePlots::followLatency()
{
    ValueRange range(0.0, m_points.p50, m_points.p99, m_baseline.p99);
    // Lone maxima may be far off: they do not press the lines down, but are marked at the edge.
    const ValueRange maxima(m_points.maximum);
    if (!maxima.isEmpty())
        range.take(range.high() > 0 ? std::min(maxima.high(), range.high() * 3) : maxima.high());
    const QCPRange values = range.padded();
    upOf(m_rects[Latency])->setRange(values);
    Line beyond;
    for (qsizetype i = 0; i < m_points.maximum.value.size(); ++i)
        if (m_points.maximum.value[i] > values.upper)
            beyond.add(m_points.maximum.timeS[i], values.upper - values.size() * 0.03);
    m_beyond->setData(beyond.timeS, beyond.value, true);
}

// QCustomPlot is blank to those who cannot see it: the newest values in words, and the table beside it.
void TimePlots::describe()
{
    if (m_points.achieved.value.isEmpty()) {
        setAccessibleDescription(tr("Nothing has been measured yet"));
        return;
    }
    const auto last = [](const Line& line) {
        return line.value.isEmpty() ? std::nullopt : std::optional(line.value.last());
    };
    setAccessibleDescription(
        tr("After %1: %2 images/s, rolling accuracy %3 %, latency p50 %4 ms, p99 %5 ms. The table has all "
           "values.")
            .arg(durationText(m_points.endS), rateText(last(m_points.achieved)),
                decimalText(last(m_points.accuracy), 1), millisecondsText(last(m_points.p50)),
                millisecondsText(last(m_points.p99))));
}

void TimePlots::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        QCustomPlot::mousePressEvent(event);
}

void TimePlots::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        setFollows(false);
    QCustomPlot::mouseMoveEvent(event);
    if (!event->buttons())
        pointAt(event->position().toPoint());
}

void TimePlots::leaveEvent(QEvent* event)
{
    QCustomPlot::leaveEvent(event);
    for (QCPItemStraightLine* pointer : m_pointer)
        pointer->setVisible(false);
    layer(QStringLiteral("overlay"))->replot();
}

void TimePlots::wheelEvent(QWheelEvent* event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        event->ignore(); // whoever scrolls the page does not want to zoom
        return;
    }
    setFollows(false);
    QCustomPlot::wheelEvent(event);
}

void TimePlots::moveTime(double share)
{
    setFollows(false);
    QCPAxis* time = acrossOf(m_rects[Rate]);
    time->moveRange(time->range().size() * share);
    replot();
}

void TimePlots::zoomTime(double factor)
{
    setFollows(false);
    acrossOf(m_rects[Rate])->scaleRange(factor);
    replot();
}

void TimePlots::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return moveTime(-0.1);
    case Qt::Key_Right:
        return moveTime(0.1);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomTime(0.8);
    case Qt::Key_Minus:
        return zoomTime(1.25);
    case Qt::Key_Home:
        return resetView();
    default:
        QCustomPlot::keyPressEvent(event);
    }
}

void TimePlots::contextMenuEvent(QContextMenuEvent* event)
{
    emit menuWanted(event->globalPos());
}

void TimePlots::paintEvent(QPaintEvent* event)
{
    QCustomPlot::paintEvent(event);
    paintFocus(this);
}

} // namespace iotbench::ui
