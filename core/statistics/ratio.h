// By what factor one thing is larger than another, and how sure that is. All of it on logarithms: a ratio
// of 1.05 and one of 1 ÷ 1.05 are equally far from 1, and errors that grow with the value are alike.
#pragma once

#include "statistics/batch_means.h"
#include "statistics/interval.h"

#include <optional>

namespace iotbench {

struct Ratio {
    double ratio = 1; // second ÷ first, of geometric means
    Interval interval; // two-sided 95 %
    double pValue = 1; // of "the ratio is 1", two-sided
};

// A mean of logarithms with its error.
struct LogMean {
    double mean = 0;
    double squaredError = 0;
    double degreesOfFreedom = 0;
};

Ratio ratioOf(const LogMean& log); // Student's t
// Second − first, in no relation. B. L. Welch, "The Generalization of 'Student's' Problem when Several
// Different Population Variances are Involved", Biometrika 34 (1947), 28-35.
LogMean logDifference(const LogMean& first, const LogMean& second);

// One run, or part of one, of each, by the error within it: the error of a logarithm is the relative one of
// its value. What differs from run to run is not in it. Empty where a mean is not above 0.
std::optional<Ratio> ratioWithinRuns(const BatchMean& first, const BatchMean& second);

} // namespace iotbench
