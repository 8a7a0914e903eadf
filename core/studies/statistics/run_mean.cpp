#include "studies/statistics/run_mean.h"

#include "statistics/batch_means.h"
#include "statistics/distributions.h"

#include <cmath>

namespace iotbench::studies {

namespace {

constexpr std::size_t kFewestCounted = 3;
constexpr std::size_t kMostRuns = 1'000;

double halfWidth(double standardDeviation, std::size_t runs)
{
    const auto count = static_cast<double>(runs);
    return studentQuantile(0.975, count - 1) * standardDeviation / std::sqrt(count);
}

} // namespace

RunMean runMean(std::span<const double> values)
{
    RunMean result;
    result.mean = meanOf(values);
    result.runs = values.size();
    if (values.size() < 2)
        return result;
    double squares = 0;
    for (const double value : values)
        squares += (value - result.mean) * (value - result.mean);
    result.standardDeviation = std::sqrt(squares / static_cast<double>(values.size() - 1));
    const double half = halfWidth(*result.standardDeviation, values.size());
    result.interval = Interval{result.mean - half, result.mean + half};
    return result;
}

std::optional<std::size_t> runsNeeded(const RunMean& measured, double share)
{
    if (!measured.standardDeviation || !(measured.mean > 0))
        return std::nullopt;
    for (std::size_t runs = kFewestCounted; runs <= kMostRuns; ++runs)
        if (halfWidth(*measured.standardDeviation, runs) <= share * measured.mean)
            return runs;
    return std::nullopt;
}

double sameWithinErrors(std::span<const double> values, std::span<const double> standardErrors)
{
    double weights = 0, weighted = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double weight = 1 / (standardErrors[i] * standardErrors[i]);
        weights += weight;
        weighted += weight * values[i];
    }
    double squares = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double errors = (values[i] - weighted / weights) / standardErrors[i];
        squares += errors * errors;
    }
    return chiSquaredBeyond(squares, static_cast<double>(values.size() - 1));
}

} // namespace iotbench::studies
