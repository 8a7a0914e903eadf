// How sure the mean of something is that was measured over time, where neighbours are not independent.
#pragma once

#include "statistics/interval.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace iotbench {

struct BatchMean {
    double mean = 0; // of all values
    double standardError = 0; // of that mean, widened where batches stayed correlated
    double degreesOfFreedom = 0;
    std::size_t batches = 0;
    double lagOneCorrelation = 0; // of the batches; what is below 0 narrows nothing

    // Two-sided, Student's t.
    Interval interval(double confidence = 0.95) const;
};

// Σ (xᵢ − m)(xᵢ₊₁ − m) ÷ Σ (xᵢ − m)²; 0 where all values are equal or there are fewer than two.
double lagOneCorrelation(std::span<const double> values);

double meanOf(std::span<const double> values); // 0 of none

// The means of `each` neighbours; what does not fill a last batch is dropped.
std::vector<double> joined(std::span<const double> values, std::size_t each);

inline constexpr std::size_t kMostBatches = 64;
inline constexpr std::size_t kFewestBatches = 20;
inline constexpr double kIndependentBelow = 0.2; // lag-one correlation

// `values` are equally long pieces of time, in order: their images, their rates, their shares over a limit.
// At most 64 batches are made of neighbours; these are joined, to no fewer than 20, until their lag-one
// correlation r is under 0.2; where it stays above, the error is widened by √((1 + r) ÷ (1 − r)), which holds
// for a first-order autoregression. What does not fill a last batch is in the mean alone. Fewer than 20
// are taken as they are; empty under `fewest`, which is 2 at least.
// Batch means: A. M. Law, "Simulation Modeling and Analysis", 5th ed. (2015), section 9.5.3; the test of
// their correlation: G. S. Fishman, "Grouping Observations in Digital Simulation", Management Science 24
// (1978), 510-521.
std::optional<BatchMean> batchMean(std::span<const double> values, std::size_t fewest = kFewestBatches);

} // namespace iotbench
