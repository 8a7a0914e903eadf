// "Is B different from A?" Differences with their intervals, and words for them, from what runs measured.
#pragma once

#include "statistics/interval.h"
#include "studies/statistics/bootstrap.h"
#include "studies/statistics/paired_answers.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace iotbench::studies {

enum class Metric {
    HeldCameras, // of searches, as the next: held_load.h
    HeldRate,
    Rate,
    LatencyP50,
    LatencyP99,
    Accuracy,
    CpuPerImage
};

constexpr bool isHeld(Metric metric)
{
    return metric == Metric::HeldCameras || metric == Metric::HeldRate;
}

// Of one run; what it did not measure is empty.
struct ComparedRun {
    std::optional<double> imagesPerS;
    std::optional<Interval> rateInterval; // 95 %, by batch means: for a comparison of single runs
    std::optional<double> p50Ms;
    std::optional<double> p99Ms;
    std::optional<double> cpuUsPerImage;
    LatencyBlocks latencies; // of images.csv
};

enum class Pairing {
    Interleaved, // one study: base[i] and next[i] were made one after the other
    Separate // of different days
};

struct ComparedSides {
    std::vector<ComparedRun> base;
    std::vector<ComparedRun> next;
    Pairing pairing = Pairing::Separate;
    // Empty where the models or the images differ, or a side does not know its answers: accuracy is not
    // compared.
    std::optional<PairedAnswers> answers = {};
    double baseAccuracyPct = 0; // with `answers`
    std::uint64_t seed = 1; // of bootstraps
};

enum class DifferenceWord {
    NotKnown, // too few runs to say
    NoneShown,
    Higher,
    Lower,
    NotComparable // a row of a table alone, without figures: no comparison gives it
};

struct MetricDifference {
    Metric metric = Metric::Rate;
    double base = 0;
    double next = 0;
    double difference = 0; // percent of base; accuracy: percentage points
    std::optional<Interval> interval; // 95 % of that difference, not corrected for the other metrics
    double pValue = 1; // means nothing without an interval, as the next
    double adjustedPValue = 1; // by Holm, over the metrics compared
    DifferenceWord word = DifferenceWord::NotKnown;
    std::optional<std::uint64_t> images = {}; // accuracy: the distinct images that both sides have
    bool withinRuns = false; // of single runs by their own errors: what differs from day to day is not in it
    std::optional<double> baseFailsAt = {}, nextFailsAt = {}; // isHeld(): the loads that were seen to fail

    // For --fail-slower and its like: the whole interval is worse than base by more than `limit`, in the
    // difference's unit, and by enough to be called a difference. Worse is lower for rate and accuracy,
    // higher for the rest.
    bool surelyWorseBy(double limit) const;
};

// One row for each metric that both sides know, in the order of Metric, without those of searches.
//
// Interleaved runs, as many on both sides, are compared pair by pair (pairedRatio()), others by welchRatio().
// Single runs: the rate by batch means, p50 and p99 by a bootstrap over blocks of images; anything else is
// not known. p99 of several runs that all have their images: over runs, or by that bootstrap where its
// interval is wider. Accuracy by accuracyDifference(). A difference is called higher or lower where Holm's
// adjusted p-value is under 5 %, and it does not read as 0 (0.05 %; percentiles 0.1 %; accuracy 0.005
// points).
std::vector<MetricDifference> compare(const ComparedSides& sides);

} // namespace iotbench::studies
