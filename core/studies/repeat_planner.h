// "How sure is this figure?" One setting, run several times.
#pragma once

#include "studies/run_verdict.h"
#include "studies/statistics/run_mean.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace iotbench::studies {

struct RepeatPlan {
    std::size_t runs = 3;
    std::uint64_t seed = 1; // of the first run; each has the next
};

struct RepeatOutcome {
    double value = 0; // images/s, or whatever is asked about
    std::optional<double> standardError = {}; // as the run itself states it (batch means)
    RunVerdict verdict = RunVerdict::Valid;
};

struct RepeatAnswer {
    RunMean figure;
    bool repeatable = false; // three runs or more, and the interval's half width is 2 % of the mean or less
    std::optional<std::size_t> runsNeeded; // that would make it so; see runsNeeded()
    // Runs differ by no more than their own errors say (p over 1 %). Empty where a run states none, or for a
    // single run.
    std::optional<bool> errorsHonest;
    RunVerdict verdict = RunVerdict::Valid; // the worst run's; WEAK at best where not repeatable
};

class RepeatPlanner {
public:
    explicit RepeatPlanner(const RepeatPlan& plan);

    // The seed of the next run; empty once all were made.
    std::optional<std::uint64_t> next() const;
    void told(const RepeatOutcome& outcome);
    // Of the runs so far, one at least: a study that was stopped has an answer too.
    RepeatAnswer answer() const;

private:
    RepeatPlan m_plan;
    std::vector<RepeatOutcome> m_outcomes;
};

} // namespace iotbench::studies
