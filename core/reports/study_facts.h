// What a study of several runs came to, for the report of its last run.
#pragma once

#include "base/message.h"
#include "statistics/verdict.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace iotbench {

inline constexpr std::size_t kMostSweptPoints = 4096;

// One of the combinations that a sweep tried.
struct SweptPoint {
    std::string label; // "engine=opencv,workers=2"
    std::uint64_t runs = 0; // that came to something
    std::optional<double> imagesPerS; // mean over runs
    std::optional<double> lowPerS, highPerS; // its 95 % interval
    std::optional<double> keptPerS; // the target rate that each run kept; see studies::SweepPoint
    std::optional<double> holdsAt, failsAt; // loads, of a search; empty where it is not known
    std::string answer; // of a search, in a sentence; else ""
    std::optional<double> p99Ms; // median of the runs
    std::optional<double> p99LowMs, p99HighMs; // its 95 % interval over runs
    std::optional<double> accuracyPct; // mean of the runs
    std::string verdict; // the worst of its runs'; "" = it came to nothing
    bool meetsCriteria = true;
    bool pareto = false; // see studies::SweepPoint, as the two below
    bool best = false;
    bool alikeBest = false;
    Message failure; // why it came to nothing

    // In a plot of p99, on a logarithmic axis, over the rate.
    bool hasPlace() const { return imagesPerS && p99Ms.value_or(0) > 0; }

    bool operator==(const SweptPoint&) const = default;
};

// One that a sweep did not try.
struct SkippedPoint {
    std::string label;
    Message reason;

    bool operator==(const SkippedPoint&) const = default;
};

// What a sweep varied.
struct SweptValues {
    std::string setting; // "workers"
    std::string values; // "1,2,4"

    bool operator==(const SweptValues&) const = default;
};

// Loads are images/s, or cameras where `find` says so.
struct StudyFacts {
    std::string kind = "search"; // "search", "repeat" or "sweep"
    std::string answer; // a word of the kind's own: "serves", "repeatable", "best", …; "stopped", "failed"
    std::string words; // the answer in one sentence

    // of searches, and of a sweep of such
    std::string find; // "rate" or "cameras"
    double holdsAt = 0; // the highest load that was confirmed
    std::optional<double> failsAt; // the lowest above it that was seen to fail
    std::optional<double> cameraRatePerS; // empty where it varies
    double maxP99Ms = 0;
    double precisionPct = 0; // that was asked for
    double probeSeconds = 0; // the longest that a probe might count
    std::uint64_t probes = 0; // without the guess

    bool countsCameras() const { return find == "cameras"; }

    // of repeats
    std::optional<double> imagesPerS; // mean over runs; empty where one was too short to tell
    std::optional<double> lowPerS, highPerS; // its 95 % interval; empty where a run kept its target rate
    std::optional<double> spreadPct; // standard deviation from run to run, of the mean
    std::optional<bool> errorsHonest; // runs differ by no more than their own intervals say
    bool repeatable = false;
    std::optional<std::uint64_t> runsNeeded; // that would make it so, where it is not

    // of sweeps
    std::vector<SweptPoint> points; // in the order of the command line
    std::vector<SkippedPoint> skipped; // combinations that cannot be
    std::vector<SweptValues> swept;
    std::uint64_t repeats = 0; // of each combination, as planned
    double cooldownS = 0; // between two runs
    std::uint64_t seed = 1; // of the first round
    bool serviceTime = false; // p99 is that of the service time: at full speed there is no intended send time

    std::uint64_t runs = 0; // of repeats and sweeps: that came to their end
    std::string verdict; // of the runs that the answer is from
    double tookS = 0, measuredS = 0; // from its start to its answer, and of that with images under way

    bool operator==(const StudyFacts&) const = default;
};

// Of a search: what holds is known, if only that nothing does.
inline bool knowsWhatHolds(const StudyFacts& search)
{
    return search.holdsAt > 0 || search.answer == "nothing";
}

// How far its answer can be trusted, by its verdict: Weak where it has none, being stopped.
Judgement studyJudgement(std::string_view verdict);

// Of a search, on the command line: 130 stopped, 1 failed, 3 INVALID (with --strict WEAK too), 4 the model
// misses --min-accuracy, else 0.
int searchExitCode(const StudyFacts& search, bool strict);

} // namespace iotbench
