#include "studies/comparison.h"

#include "statistics/batch_means.h"
#include "statistics/distributions.h"
#include "studies/statistics/holm.h"
#include "studies/statistics/ratio.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace iotbench::studies {

namespace {

constexpr double kShownBelow = 0.05; // adjusted p-value

// What is smaller reads as "0.0 %", or "0.00 points", and is no difference however little runs scatter: where
// they do not scatter at all, every p-value is 0. Percentiles are known to 0.1 % (latency_histogram.h).
double leastShown(Metric metric)
{
    switch (metric) {
    case Metric::Accuracy:
        return 0.005;
    case Metric::LatencyP50:
    case Metric::LatencyP99:
        return 0.1;
    case Metric::HeldCameras:
    case Metric::HeldRate:
    case Metric::Rate:
    case Metric::CpuPerImage:
        break;
    }
    return 0.05;
}

using Figure = std::optional<double> ComparedRun::*;

struct RatioMetric {
    Metric metric;
    Figure figure;
    std::optional<double> percentile; // of latencies; empty: no percentile
};

constexpr RatioMetric kRatioMetrics[] = {
    {Metric::Rate, &ComparedRun::imagesPerS, std::nullopt},
    {Metric::LatencyP50, &ComparedRun::p50Ms, 0.5},
    {Metric::LatencyP99, &ComparedRun::p99Ms, 0.99},
    {Metric::CpuPerImage, &ComparedRun::cpuUsPerImage, std::nullopt},
};

// Empty where a run has none.
std::vector<double> figures(std::span<const ComparedRun> runs, Figure figure)
{
    std::vector<double> values;
    for (const ComparedRun& run : runs) {
        if (!(run.*figure))
            return {};
        values.push_back(*(run.*figure));
    }
    return values;
}

// Empty where a run has none.
std::vector<LatencyBlocks> latencies(std::span<const ComparedRun> runs)
{
    std::vector<LatencyBlocks> result;
    for (const ComparedRun& run : runs) {
        if (run.latencies.blocks.empty())
            return {};
        result.push_back(run.latencies);
    }
    return result;
}

double percent(double ratio)
{
    return 100 * (ratio - 1);
}

std::optional<Ratio> bootstrapped(const ComparedSides& sides, double percentile)
{
    const auto base = latencies(sides.base), next = latencies(sides.next);
    if (base.empty() || next.empty())
        return std::nullopt;
    const auto resampled = bootstrapPercentileLogRatio(base, next, percentile, sides.seed);
    if (!resampled)
        return std::nullopt;
    return Ratio{std::exp(resampled->estimate),
        {std::exp(resampled->interval.low), std::exp(resampled->interval.high)}, resampled->pValue};
}

// With the degrees of freedom of the fewest batches that an interval is made of: it says no more than it
// knows.
std::optional<BatchMean> rateOf(const ComparedRun& run)
{
    if (!run.rateInterval)
        return std::nullopt;
    BatchMean rate;
    rate.mean = *run.imagesPerS;
    rate.degreesOfFreedom = kFewestBatches - 1;
    rate.standardError = run.rateInterval->halfWidth() / studentQuantile(0.975, kMostBatches - 1);
    return rate;
}

std::optional<Ratio> overRuns(
    const ComparedSides& sides, std::span<const double> base, std::span<const double> next)
{
    return sides.pairing == Pairing::Interleaved && base.size() == next.size()
        ? pairedRatio(base, next, sides.seed)
        : welchRatio(base, next);
}

std::optional<Ratio> ratioOf(const ComparedSides& sides, const RatioMetric& metric,
    std::span<const double> base, std::span<const double> next)
{
    const bool single = base.size() == 1 && next.size() == 1;
    if (single && metric.metric == Metric::Rate) {
        const auto first = rateOf(sides.base.front()), second = rateOf(sides.next.front());
        return first && second ? ratioWithinRuns(*first, *second) : std::nullopt;
    }
    if (single)
        return metric.percentile ? bootstrapped(sides, *metric.percentile) : std::nullopt;
    std::optional<Ratio> ratio = overRuns(sides, base, next);
    if (!ratio || metric.metric != Metric::LatencyP99)
        return ratio;
    if (const auto byImages = bootstrapped(sides, *metric.percentile))
        return smallerPromise(*ratio, *byImages);
    return ratio;
}

// Of logarithms, as the ratios are.
double geometricMean(std::span<const double> values)
{
    double sum = 0;
    for (const double value : values)
        sum += std::log(value);
    return std::exp(sum / static_cast<double>(values.size()));
}

std::optional<MetricDifference> difference(const ComparedSides& sides, const RatioMetric& metric)
{
    const auto base = figures(sides.base, metric.figure), next = figures(sides.next, metric.figure);
    const auto positive = [](double value) { return value > 0; };
    if (base.empty() || next.empty() || !std::all_of(base.begin(), base.end(), positive)
        || !std::all_of(next.begin(), next.end(), positive))
        return std::nullopt;
    MetricDifference row;
    row.metric = metric.metric;
    row.base = geometricMean(base);
    row.next = geometricMean(next);
    row.difference = percent(row.next / row.base);
    row.withinRuns = base.size() == 1 && next.size() == 1;
    if (const auto ratio = ratioOf(sides, metric, base, next); ratio && std::isfinite(ratio->interval.high)) {
        row.difference = percent(ratio->ratio);
        row.interval = Interval{percent(ratio->interval.low), percent(ratio->interval.high)};
        row.pValue = ratio->pValue;
    }
    return row;
}

MetricDifference accuracyRow(const ComparedSides& sides)
{
    const AccuracyDifference found = accuracyDifference(*sides.answers);
    MetricDifference row;
    row.metric = Metric::Accuracy;
    row.images = sides.answers->images;
    row.base = sides.baseAccuracyPct;
    row.next = sides.baseAccuracyPct + found.points;
    row.difference = found.points;
    row.interval = found.interval;
    row.pValue = found.pValue;
    return row;
}

// Holm's correction over those that have a p-value.
void word(std::vector<MetricDifference>& rows)
{
    std::vector<double> pValues;
    for (const MetricDifference& row : rows)
        if (row.interval)
            pValues.push_back(row.pValue);
    const std::vector<double> adjusted = holmAdjusted(pValues);
    std::size_t next = 0;
    for (MetricDifference& row : rows) {
        if (!row.interval)
            continue;
        row.adjustedPValue = adjusted[next++];
        const bool shown
            = row.adjustedPValue < kShownBelow && std::abs(row.difference) >= leastShown(row.metric);
        row.word = !shown        ? DifferenceWord::NoneShown
            : row.difference > 0 ? DifferenceWord::Higher
                                 : DifferenceWord::Lower;
    }
}

} // namespace

bool MetricDifference::surelyWorseBy(double limit) const
{
    if (!interval)
        return false;
    const double beyond = std::max(limit, leastShown(metric));
    return metric == Metric::Rate || metric == Metric::Accuracy ? interval->high < -beyond
                                                                : interval->low > beyond;
}

std::vector<MetricDifference> compare(const ComparedSides& sides)
{
    std::vector<MetricDifference> rows;
    for (const RatioMetric& metric : kRatioMetrics) {
        if (metric.metric == Metric::CpuPerImage && sides.answers && sides.answers->images > 0)
            rows.push_back(accuracyRow(sides));
        if (const auto row = difference(sides, metric))
            rows.push_back(*row);
    }
    word(rows);
    return rows;
}

} // namespace iotbench::studies
