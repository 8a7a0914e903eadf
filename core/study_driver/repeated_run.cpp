#include "study_driver/repeated_run.h"

#include <chrono>
#include <thread>

namespace iotbench {

RepeatedRun rowOf(const RunOutcome& outcome)
{
    const RunResult& result = outcome.result;
    return {result.settings.seed, imagesPerS(result).value_or(0), result.rateInterval, result.latency.p99Ms,
        accuracy(result), outcome.verdict.overall, outcome.exitCode};
}

RunOutcome followed(Run& run, const StopSignal& stop, const std::function<void()>& look)
{
    constexpr auto kLookAtRun = std::chrono::milliseconds(20);
    run.start();
    bool stopping = false;
    while (!run.finished()) {
        look();
        if (stop.raised() && !stopping) {
            run.requestStop();
            stopping = true;
        }
        std::this_thread::sleep_for(kLookAtRun);
    }
    return run.wait();
}

} // namespace iotbench
