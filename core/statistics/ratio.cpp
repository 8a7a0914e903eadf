#include "statistics/ratio.h"

#include "statistics/distributions.h"

#include <cmath>

namespace iotbench {

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

LogMean logDifference(const LogMean& first, const LogMean& second)
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

std::optional<Ratio> ratioWithinRuns(const BatchMean& first, const BatchMean& second)
{
    if (!(first.mean > 0) || !(second.mean > 0))
        return std::nullopt;
    const auto logOf = [](const BatchMean& run) {
        const double relative = run.standardError / run.mean;
        return LogMean{std::log(run.mean), relative * relative, run.degreesOfFreedom};
    };
    return ratioOf(logDifference(logOf(first), logOf(second)));
}

} // namespace iotbench
