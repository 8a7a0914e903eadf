#include "studies/statistics/ratio.h"

#include "studies/statistics/bootstrap.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace iotbench::studies {

namespace {

std::optional<std::vector<double>> logsOf(std::span<const double> values)
{
    std::vector<double> logs;
    logs.reserve(values.size());
    for (const double value : values) {
        if (!(value > 0))
            return std::nullopt;
        logs.push_back(std::log(value));
    }
    return logs;
}

LogMean logMeanOf(std::span<const double> logs)
{
    const auto count = static_cast<double>(logs.size());
    LogMean result;
    for (const double log : logs)
        result.mean += log / count;
    for (const double log : logs)
        result.squaredError += (log - result.mean) * (log - result.mean) / (count - 1) / count;
    result.degreesOfFreedom = count - 1;
    return result;
}

} // namespace

Ratio smallerPromise(Ratio ratio, const Ratio& other)
{
    ratio.interval.low = std::min(ratio.interval.low, other.interval.low);
    ratio.interval.high = std::max(ratio.interval.high, other.interval.high);
    ratio.pValue = std::max(ratio.pValue, other.pValue);
    return ratio;
}

std::optional<Ratio> pairedRatio(
    std::span<const double> first, std::span<const double> second, std::uint64_t seed)
{
    const auto firstLogs = logsOf(first);
    auto logs = logsOf(second);
    if (!firstLogs || !logs || logs->size() != firstLogs->size() || logs->size() < 2)
        return std::nullopt;
    for (std::size_t i = 0; i < logs->size(); ++i)
        (*logs)[i] -= (*firstLogs)[i];
    const Ratio byT = ratioOf(logMeanOf(*logs));
    const Resampled resampled = bootstrapMean(*logs, seed);
    const Interval interval{std::exp(resampled.interval.low), std::exp(resampled.interval.high)};
    return smallerPromise(byT, {byT.ratio, interval, resampled.pValue});
}

std::optional<Ratio> welchRatio(std::span<const double> first, std::span<const double> second)
{
    const auto firstLogs = logsOf(first);
    const auto secondLogs = logsOf(second);
    if (!firstLogs || !secondLogs || first.size() < 2 || second.size() < 2)
        return std::nullopt;
    return ratioOf(logDifference(logMeanOf(*firstLogs), logMeanOf(*secondLogs)));
}

} // namespace iotbench::studies
