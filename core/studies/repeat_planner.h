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

// What a run tells of the rate.
enum class RateFound : std::uint8_t {
    Measured, // what the machine did
    Kept, // the sender's target rate, which the machine kept: its plan fixes the figure
    TooShort, // nothing
};

struct RepeatOutcome {
    double value = 0; // images/s, or whatever is asked about
    std::optional<double> standardError = {}; // as the run itself states it (batch means)
    RunVerdict verdict = RunVerdict::Valid;
    RateFound found = RateFound::Measured;
};

struct RepeatAnswer {
    RunMean figure;
    std::size_t kept = 0, tooShort = 0; // runs
    // Three runs or more that measured the rate, and the interval's half width is 2 % of the mean or less.
    bool repeatable = false;
    std::optional<std::size_t> runsNeeded; // that would make it so; see runsNeeded()
    // Runs differ by no more than their own errors say (p over 1 %). Empty where a run states none, or for a
    // single run, or where a run measured no rate.
    std::optional<bool> errorsHonest;
    // The worst run's; WEAK at best where neither repeatable nor kept by all.
    RunVerdict verdict = RunVerdict::Valid;

    bool measured() const { return kept == 0 && tooShort == 0; }
    bool keptByAll() const { return kept == figure.runs; }
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
