// Everything that a comparison says: a base, and each of the others beside it.
#pragma once

#include "base/result.h"
#include "compare/compared_side.h"
#include "compare/not_compared.h"
#include "compare/setup_differences.h"
#include "studies/comparison.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace iotbench {

// From when on it is a failure that the other is worse; empty: never.
struct ComparisonLimits {
    std::optional<double> slowerPct = {}; // rate, percent of the base's
    std::optional<double> p99Pct = {}; // p99, percent of the base's
    std::optional<double> accuracyPoints = {}; // percentage points
};

// Failed only where the whole interval lies beyond the limit, so that noise fails nothing. Not checked
// without an interval, and by one that holds the spread within single runs alone.
enum class CriterionOutcome : std::uint8_t { Passed, Failed, NotChecked };
std::string_view toString(CriterionOutcome outcome); // "passed", "failed", "not checked"

struct ComparisonCriterion {
    std::string option; // "--fail-slower"
    double limit = 0;
    studies::Metric metric = studies::Metric::Rate;
    CriterionOutcome outcome = CriterionOutcome::NotChecked;
};

struct RunRate {
    double imagesPerS = 0;
    bool disturbed = false; // by interference: disturbed_runs.h
};

struct ComparedPair {
    std::string name; // of the other, as it was given
    std::uint64_t runs = 0;
    Judgement verdict = Judgement::NotJudged; // the worst of its runs'
    // Of the comparison, of both sides. WEAK at best where single runs or a debug build are compared, or
    // where the words are others without the runs with interference; these alone make it no worse.
    Judgement judgement = Judgement::NotJudged;
    Message sentence; // how it differs from the base
    bool interleaved = false; // with the base's, and compared run by run
    std::vector<SetupDifference> setup;
    std::vector<SetupDifference> equalSetup;
    std::vector<studies::MetricDifference> metrics;
    std::vector<RunRate> rates; // of its runs that tell one, in order
    std::vector<NotCompared> notCompared; // metrics that have no row above
    std::vector<Message> cautions; // what could spoil the comparison most: cautions.h
    std::vector<Message> notes; // what the figures do not hold
    std::vector<ComparisonCriterion> criteria; // those that were asked for
};

struct ComparisonReport {
    std::string base; // as it was given
    std::uint64_t baseRuns = 0;
    Judgement baseVerdict = Judgement::NotJudged;
    std::vector<ComparedPair> pairs; // one for each of the others
    std::vector<RunRate> baseRates = {};

    bool ofSingleRuns() const; // the base, and one of the others at least
    Judgement judgement() const; // the worst of the pairs'
    // 3 where a run is INVALID, else 4 where a criterion failed, else 0.
    int exitCode() const;
};

// Reads all of it: some seconds for a million images. `next` has one at least. Errors are those of readSide()
// and of images.csv, and a run that stands on both sides.
Result<ComparisonReport> compareReports(
    const std::string& base, std::span<const std::string> next, const ComparisonLimits& limits);

std::optional<double> meanOf(std::span<const RunRate> rates); // empty without one

// What an axis for all rates shows: from 0, unless the means of the sides lie closer than 10 %.
Interval scaleOfRates(const ComparisonReport& report);

// Percent that a difference must have at least to be shown by as many runs that scatter as much, where the
// fewer runs are two to four: half of the interval's width on the axis of logarithms, from which it comes, of
// the first metric that is a ratio and has one.
std::optional<double> leastShownPct(const ComparedPair& pair, std::uint64_t fewerRuns);

// Whether base[i] and next[i] were made one after the other, for every i: of the runs of both by their start,
// each two are one of each side. Two runs of each at least.
bool interleaved(const ComparedSide& base, const ComparedSide& next);

} // namespace iotbench
