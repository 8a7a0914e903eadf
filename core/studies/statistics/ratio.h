// By what factor one thing is larger than another, and how sure that is. All of it on logarithms: a ratio
// of 1.05 and one of 1 ÷ 1.05 are equally far from 1, and errors that grow with the value are alike.
#pragma once

#include "statistics/batch_means.h"
#include "statistics/interval.h"

#include <cstdint>
#include <optional>
#include <span>

namespace iotbench::studies {

struct Ratio {
    double ratio = 1; // second ÷ first, of geometric means
    Interval interval; // two-sided 95 %
    double pValue = 1; // of "the ratio is 1", two-sided
};

// The first, with the other's interval where that is wider, and its p-value where that is larger.
Ratio smallerPromise(Ratio ratio, const Ratio& other);

// Every function below is empty where a value is not above 0 or there are too few to say how sure.

// Runs that were made in pairs, second[i] just before or after first[i]; two or more. Student's t of the log
// ratios; where the bootstrap of their mean (2,000 resamples of `seed`, percentile interval) is wider, its
// interval, and its p-value where that is larger.
std::optional<Ratio> pairedRatio(
    std::span<const double> first, std::span<const double> second, std::uint64_t seed);

// Two or more runs of each, in no relation. B. L. Welch, "The Generalization of 'Student's' Problem when
// Several Different Population Variances are Involved", Biometrika 34 (1947), 28-35.
std::optional<Ratio> welchRatio(std::span<const double> first, std::span<const double> second);

// One run of each, by the error within it: the error of a logarithm is the relative one of its value. What
// differs from run to run is not in it.
std::optional<Ratio> ratioWithinRuns(const BatchMean& first, const BatchMean& second);

} // namespace iotbench::studies
