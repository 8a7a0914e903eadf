// The distributions that intervals and tests need, by Boost.Math. Stateless and thread-safe.
#pragma once

#include <cstdint>

namespace iotbench {

// `share` in (0, 1); degrees of freedom > 0 and not necessarily whole.
double normalQuantile(double share);
double studentQuantile(double share, double degreesOfFreedom);
// The probability of a |t| as large or larger: the p-value of a two-sided test.
double studentTwoSided(double t, double degreesOfFreedom);
// The probability of a chi-squared as large or larger.
double chiSquaredBeyond(double value, double degreesOfFreedom);
// P(successes <= k) of `trials` with this probability.
double binomialUpTo(std::uint64_t k, std::uint64_t trials, double probability);
// The smallest k with P(successes <= k) >= share.
std::uint64_t binomialQuantile(double share, std::uint64_t trials, double probability);
// The exact upper and lower confidence limits of a probability (C. J. Clopper, E. S. Pearson, Biometrika 26
// (1934), 404-413), for one side each, with an effective number of trials that need not be whole.
double probabilityAtMost(double successes, double trials, double confidence);
double probabilityAtLeast(double successes, double trials, double confidence);

} // namespace iotbench
