#include "studies/sweep_planner.h"

#include "studies/held_load.h"
#include "studies/statistics/random_index.h"
#include "studies/statistics/ratio.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace iotbench::studies {

namespace {

constexpr double kNearBest = 0.97; // of the best

std::vector<double> throughputs(const std::vector<SweepOutcome>& outcomes)
{
    std::vector<double> values;
    for (const SweepOutcome& outcome : outcomes)
        if (outcome.throughput)
            values.push_back(*outcome.throughput);
    return values;
}

// Empty where a run has none.
std::vector<double> p99sMs(const std::vector<SweepOutcome>& outcomes)
{
    std::vector<double> values;
    for (const SweepOutcome& outcome : outcomes) {
        if (!outcome.p99Ms)
            return {};
        values.push_back(*outcome.p99Ms);
    }
    return values;
}

// Empty where a run kept none, or another.
std::optional<double> keptPerS(const std::vector<SweepOutcome>& outcomes)
{
    const auto other
        = [&outcomes](const SweepOutcome& outcome) { return outcome.keptPerS != outcomes.front().keptPerS; };
    return outcomes.empty() || std::ranges::any_of(outcomes, other) ? std::nullopt
                                                                    : outcomes.front().keptPerS;
}

// By which points are compared. One run or more, none of them without a throughput.
double rankedPerS(const std::vector<SweepOutcome>& outcomes)
{
    return keptPerS(outcomes).value_or(runMean(throughputs(outcomes)).mean);
}

void takeP99(std::vector<double> values, SweepPoint& point)
{
    if (values.empty())
        return;
    if (const auto interval = runMean(values).interval)
        point.p99Interval = Interval{std::max(0.0, interval->low), interval->high};
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    point.p99Ms = values.size() % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
}

// Empty where a run has none.
template <typename Figure>
std::optional<double> meanOf(const std::vector<SweepOutcome>& outcomes, const Figure& figure)
{
    double sum = 0;
    for (const SweepOutcome& outcome : outcomes) {
        const std::optional<double> value = figure(outcome);
        if (!value)
            return std::nullopt;
        sum += *value;
    }
    return outcomes.empty() ? std::nullopt : std::optional(sum / static_cast<double>(outcomes.size()));
}

std::optional<Interval> meanAccuracyInterval(const std::vector<SweepOutcome>& outcomes)
{
    const auto end = [&outcomes](double Interval::*which) {
        return meanOf(outcomes, [which](const SweepOutcome& outcome) {
            return outcome.accuracyInterval ? std::optional(*outcome.accuracyInterval.*which) : std::nullopt;
        });
    };
    const auto low = end(&Interval::low), high = end(&Interval::high);
    return low && high ? std::optional(Interval{*low, *high}) : std::nullopt;
}

// All the larger the better.
struct Qualities {
    double throughput;
    double latency;
    Interval accuracy;

    Qualities(const SweepPoint& point, bool ranksAccuracy)
        : throughput(point.keptPerS.value_or(point.throughput->mean))
        , latency(-point.p99Ms.value_or(std::numeric_limits<double>::infinity()))
        , accuracy{point.accuracyPct.value_or(-1), point.accuracyPct.value_or(-1)}
    {
        if (!ranksAccuracy)
            accuracy = {0, 0};
        else if (point.accuracyInterval)
            accuracy = *point.accuracyInterval;
    }
    bool dominates(const Qualities& other) const
    {
        return throughput >= other.throughput && latency >= other.latency
            && accuracy.high >= other.accuracy.low
            && (throughput > other.throughput || latency > other.latency
                || accuracy.low > other.accuracy.high);
    }
};

} // namespace

SweepPlanner::SweepPlanner(const SweepPlan& plan)
    : m_plan(plan)
    , m_outcomes(plan.points)
{
    std::vector<std::size_t> all(plan.points);
    std::iota(all.begin(), all.end(), 0);
    planRounds(std::move(all), 0);
}

void SweepPlanner::planRounds(std::vector<std::size_t> points, unsigned firstRepeat)
{
    std::mt19937_64 random(m_plan.seed + firstRepeat);
    for (unsigned repeat = firstRepeat; repeat < firstRepeat + m_plan.repeats; ++repeat) {
        shuffle(std::span(points), random);
        for (const std::size_t point : points)
            m_runs.push_back({point, repeat, m_plan.seed + repeat});
    }
}

std::optional<SweepRun> SweepPlanner::next() const
{
    return m_made < m_runs.size() ? std::optional(m_runs[m_made]) : std::nullopt;
}

void SweepPlanner::told(const SweepOutcome& outcome)
{
    const std::size_t point = m_runs[m_made++].point;
    m_outcomes[point].push_back(outcome);
    if (!outcome.throughput)
        m_runs.erase(std::remove_if(m_runs.begin() + static_cast<std::ptrdiff_t>(m_made), m_runs.end(),
                         [point](const SweepRun& run) { return run.point == point; }),
            m_runs.end());
    if (m_made == m_runs.size() && m_plan.rerunsNearBest && !m_reran)
        planNearBest();
}

void SweepPlanner::planNearBest()
{
    m_reran = true;
    double best = 0;
    std::vector<double> means(m_plan.points, 0);
    for (std::size_t point = 0; point < m_plan.points; ++point)
        if (nameable(point)) {
            means[point] = rankedPerS(m_outcomes[point]);
            best = std::max(best, means[point]);
        }
    std::vector<std::size_t> near;
    for (std::size_t point = 0; point < m_plan.points; ++point)
        if (means[point] > 0 && means[point] >= kNearBest * best)
            near.push_back(point);
    if (near.size() > 1)
        planRounds(std::move(near), m_plan.repeats);
}

bool SweepPlanner::nameable(std::size_t point) const
{
    const auto& outcomes = m_outcomes[point];
    return !outcomes.empty()
        && std::all_of(outcomes.begin(), outcomes.end(), [](const SweepOutcome& outcome) {
               return outcome.throughput && outcome.meetsCriteria && outcome.verdict != RunVerdict::Invalid;
           });
}

// In throughput, as far as can be told.
bool SweepPlanner::isAlike(std::size_t point, std::size_t other, const std::vector<SweepPoint>& points) const
{
    const SweepPoint &a = points[point], &b = points[other];
    constexpr double kApart = 1 + kSearchErrorPct / 100;
    if (a.bracket && b.bracket)
        return a.bracket->low < kApart * b.bracket->high && b.bracket->low < kApart * a.bracket->high;
    if (a.keptPerS && b.keptPerS)
        return a.keptPerS == b.keptPerS;
    const auto ratio = welchRatio(throughputs(m_outcomes[point]), throughputs(m_outcomes[other]));
    return ratio && ratio->interval.contains(1);
}

std::vector<SweepPoint> SweepPlanner::points() const
{
    std::vector<SweepPoint> result(m_plan.points);
    std::vector<SweepCandidate> candidates;
    for (std::size_t i = 0; i < result.size(); ++i) {
        const std::vector<double> values = throughputs(m_outcomes[i]);
        if (!values.empty())
            result[i].throughput = runMean(values);
        takeP99(p99sMs(m_outcomes[i]), result[i]);
        result[i].accuracyPct
            = meanOf(m_outcomes[i], [](const SweepOutcome& outcome) { return outcome.accuracyPct; });
        result[i].accuracyInterval = meanAccuracyInterval(m_outcomes[i]);
        for (const SweepOutcome& outcome : m_outcomes[i]) {
            result[i].verdict = worse(result[i].verdict, outcome.verdict);
            result[i].meetsCriteria = result[i].meetsCriteria && outcome.meetsCriteria;
        }
        result[i].keptPerS = keptPerS(m_outcomes[i]);
        if (!m_outcomes[i].empty())
            result[i].bracket = m_outcomes[i].back().bracket;
        candidates.push_back(
            {.throughput = nameable(i) ? std::optional(rankedPerS(m_outcomes[i])) : std::nullopt,
                .p99Ms = result[i].p99Ms,
                .p99Interval = result[i].p99Interval,
                .nameable = nameable(i)});
    }
    const std::optional<std::size_t> best = chosen(candidates, SweepRule::Fastest);
    if (!best)
        return result;
    result[*best].best = result[*best].alikeBest = true;
    for (std::size_t i = 0; i < result.size(); ++i) {
        if (!nameable(i))
            continue;
        const Qualities own(result[i], m_plan.ranksAccuracy);
        result[i].paretoOptimal = true;
        for (std::size_t other = 0; other < result.size(); ++other)
            if (nameable(other) && Qualities(result[other], m_plan.ranksAccuracy).dominates(own))
                result[i].paretoOptimal = false;
        result[i].alikeBest = result[i].best || isAlike(i, *best, result);
    }
    return result;
}

} // namespace iotbench::studies
