// A figure of several runs of the same.
#pragma once

#include "statistics/interval.h"

#include <cstddef>
#include <optional>
#include <span>

namespace iotbench::studies {

struct RunMean {
    double mean = 0;
    std::size_t runs = 0;
    std::optional<double> standardDeviation; // from run to run; from two runs on
    std::optional<Interval> interval; // 95 %, Student's t over runs
};

// One value or more.
RunMean runMean(std::span<const double> values);

// Runs after which the interval's half width would be `share` of the mean or less, three at least, with the
// spread of these. Empty without a spread, where the mean is not above 0, and where over 1,000 would be
// needed.
std::optional<std::size_t> runsNeeded(const RunMean& measured, double share);

// Do runs differ by more than the errors that each states for itself? The p-value of "no": Σ ((xᵢ − x̄) ÷
// errorᵢ)² around the mean weighted by 1 ÷ error² is chi-squared with n − 1 degrees of freedom (W. G.
// Cochran, "The Combination of Estimates from Different Experiments", Biometrics 10 (1954), 101-129). Two
// values or more; errors above 0.
double sameWithinErrors(std::span<const double> values, std::span<const double> standardErrors);

} // namespace iotbench::studies
