// One of several runs that a study makes in full and keeps a row of.
#pragma once

#include "base/stop_signal.h"
#include "run/run.h"
#include "studies/repeat_planner.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
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

// Makes the run and waits for its end. `look` is called meanwhile; `stop` asks the run to stop.
RunOutcome followed(Run& run, const StopSignal& stop, const std::function<void()>& look);

} // namespace iotbench
