#include "studies/statistics/ratio.h"

#include "statistics/distributions.h"
#include "studies/statistics/bootstrap.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace iotbench::studies {

namespace {

// A mean of logarithms with its error.
struct LogMean {
    double mean = 0;
    double squaredError = 0;
    double degreesOfFreedom = 0;
};

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

Ratio ratioOf(const LogMean& log)
{
    Ratio result;
    result.ratio = std::exp(log.mean);
    if (log.squaredError > 0) {
        const double error = std::sqrt(log.squaredError);
        const double half = studentQuantile(0.975, log.degreesOfFreedom) * error;
        result.interval = {std::exp(log.mean - half), std::exp(log.mean + half)};
        result.pValue = studentTwoSided(log.mean / error, log.degreesOfFreedom);
    } else {
        result.interval = {result.ratio, result.ratio};
        result.pValue = log.mean == 0 ? 1 : 0;
    }
    return result;
}

LogMean difference(const LogMean& first, const LogMean& second)
{
    LogMean result;
    result.mean = second.mean - first.mean;
    result.squaredError = first.squaredError + second.squaredError;
    // Welch and Satterthwaite; without any error the number says nothing, but stays a number.
    const double sum = first.squaredError * first.squaredError / first.degreesOfFreedom
        + second.squaredError * second.squaredError / second.degreesOfFreedom;
    result.degreesOfFreedom = sum > 0 ? result.squaredError * result.squaredError / sum : 1;
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
    return ratioOf(difference(logMeanOf(*firstLogs), logMeanOf(*secondLogs)));
}

std::optional<Ratio> ratioWithinRuns(const BatchMean& first, const BatchMean& second)
{
    if (!(first.mean > 0) || !(second.mean > 0))
        return std::nullopt;
    const auto logOf = [](const BatchMean& run) {
        const double relative = run.standardError / run.mean;
        return LogMean{std::log(run.mean), relative * relative, run.degreesOfFreedom};
    };
    return ratioOf(difference(logOf(first), logOf(second)));
}

} // namespace iotbench::studies
