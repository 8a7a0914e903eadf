#include "study_driver/repeated_run.h"

#include <algorithm>
#include <iterator>

namespace iotbench {

namespace {

studies::RateFound rateFound(const RunResult& result)
{
    const TargetRate target = targetRate(result);
    if (target == TargetRate::Kept)
        return studies::RateFound::Kept;
    return target == TargetRate::TooShortToTell || !tellsRate(result) ? studies::RateFound::TooShort
                                                                      : studies::RateFound::Measured;
}

} // namespace

RepeatedRun rowOf(const RunOutcome& outcome)
{
    const RunResult& result = outcome.result;
    RepeatedRun row{result.settings.seed, imagesPerS(result).value_or(0), result.rateInterval,
        result.latency.p99Ms, accuracy(result), outcome.verdict.overall, outcome.exitCode, rateFound(result)};
    std::ranges::copy_if(outcome.verdict.criteria, std::back_inserter(row.missed),
        [](const CriterionVerdict& criterion) { return !criterion.met; });
    return row;
}

} // namespace iotbench
