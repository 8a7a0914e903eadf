// One of several runs that a study makes in full and keeps a row of.
#pragma once

#include "base/stop_signal.h"
#include "run/run.h"
#include "studies/repeat_planner.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <thread>
#include <vector>

namespace iotbench {

// A run as its row tells it; this is all of it that is kept in memory.
struct RepeatedRun {
    std::uint64_t seed = 0;
    double imagesPerS = 0;
    std::optional<Interval> rateInterval; // 95 %, its own
    std::optional<double> p99Ms;
    std::optional<double> accuracy; // share
    Judgement verdict = Judgement::NotJudged;
    int exitCode = 0; // of the run alone
    studies::RateFound found = studies::RateFound::Measured;
    std::vector<CriterionVerdict> missed = {};
    std::size_t point = 0; // of a sweep's combinations
    Message failure = {}; // of a sweep: why it came to nothing; empty where it came to something
    Message answer = {}; // of a search, whose last run the other figures are of; else empty
};

RepeatedRun rowOf(const RunOutcome& outcome);

// Starts a run or a study and waits for its end; the outcome is that of its wait(). `look` is called
// meanwhile, every 20 ms; `stop` asks it to stop.
template <typename Made>
auto followed(Made& made, const StopSignal& stop, const std::function<void()>& look)
{
    constexpr std::chrono::milliseconds kBetweenLooks{20};
    made.start();
    bool stopping = false;
    while (!made.finished()) {
        look();
        if (stop.raised() && !stopping) {
            made.requestStop();
            stopping = true;
        }
        std::this_thread::sleep_for(kBetweenLooks);
    }
    return made.wait();
}

} // namespace iotbench
