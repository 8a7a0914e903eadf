// "Which setting is best?" Every combination of what is swept, several times, in an order that favours none.
#pragma once

#include "studies/run_verdict.h"
#include "studies/statistics/run_mean.h"
#include "studies/sweep_choice.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace iotbench::studies {

struct SweepPlan {
    std::size_t points = 0; // combinations that can be
    unsigned repeats = 3; // runs of each
    bool rerunsNearBest = true; // false: each is a search, which confirms itself
    std::uint64_t seed = 1; // of the order and of the runs
    bool ranksAccuracy = true; // false: points classify images that have nothing to do with each other
};

struct SweepRun {
    std::size_t point = 0;
    unsigned repeat = 0; // of this point, from 0; from SweepPlan::repeats on it is a rerun of near-best ones
    std::uint64_t seed = 0; // the same for all points of a repeat, so that they meet the same load

    bool operator==(const SweepRun&) const = default;
};

struct SweepOutcome {
    std::optional<double> throughput; // images/s; empty where the run came to nothing
    std::optional<double> p99Ms; // empty where latency was not judged
    std::optional<double> accuracyPct;
    std::optional<Interval> accuracyInterval; // percent; empty where all points classify the same images
    RunVerdict verdict = RunVerdict::Valid;
    bool meetsCriteria = true; // --min-accuracy, --max-p99, …
    std::optional<double> keptPerS
        = {}; // the sender's target rate, where it was kept: its plan fixes the throughput
    // Of a search: the images/s that hold, which are its throughput, and those that do not, infinite where
    // none are known.
    std::optional<Interval> bracket = {};
};

struct SweepPoint {
    std::optional<RunMean> throughput; // of runs that came to something
    std::optional<double> p99Ms; // median of the runs; where one of them has none, empty
    std::optional<Interval> p99Interval; // 95 %, Student's t over runs; from two runs on
    std::optional<double> accuracyPct; // mean of the runs
    std::optional<Interval> accuracyInterval; // the same; empty where a run has none
    RunVerdict verdict = RunVerdict::Valid; // the worst of its runs'
    bool meetsCriteria = true; // each of its runs does
    std::optional<double> keptPerS; // by each of its runs; ranked in place of the throughput
    std::optional<Interval> bracket; // of searches: of the last
    // No other point is as good in throughput, p99 and accuracy and better in one of them. What is empty is
    // the worst; accuracies whose intervals overlap are alike.
    bool paretoOptimal = false;
    bool best = false; // the highest throughput of the points that may be named
    // No difference in throughput from the best is shown (Welch, 95 %); of a single run it is not known. Of
    // those that kept a target rate: the best kept the same. Of searches: the brackets overlap, or miss each
    // other by less than what two searches of the same may.
    bool alikeBest = false;
};

// Rounds of one run of every point, each round in an order of its own; after `repeats` of them as many more
// of the points within 3 % of the best, where there are several. A point is out once a run of it came to
// nothing. Neither that nor one with an INVALID run or a missed criterion is named best or on a Pareto front.
class SweepPlanner {
public:
    explicit SweepPlanner(const SweepPlan& plan);

    // Empty once all runs were made.
    std::optional<SweepRun> next() const;
    std::size_t planned() const { return m_runs.size(); } // runs, those made included, as it stands
    void told(const SweepOutcome& outcome);
    // One for each point, of the runs so far.
    std::vector<SweepPoint> points() const;

private:
    void planRounds(std::vector<std::size_t> points, unsigned firstRepeat);
    void planNearBest();
    bool nameable(std::size_t point) const;
    bool isAlike(std::size_t point, std::size_t other, const std::vector<SweepPoint>& points) const;

    SweepPlan m_plan;
    std::vector<SweepRun> m_runs; // planned so far
    std::size_t m_made = 0;
    bool m_reran = false;
    std::vector<std::vector<SweepOutcome>> m_outcomes; // of each point
};

} // namespace iotbench::studies
