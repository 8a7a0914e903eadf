// The distributions that intervals and tests need. Stateless; errors are under 1e-9, of a thousand million
// trials under 1e-5.
#pragma once

#include <cstdint>

namespace iotbench {

// The regularised incomplete beta function I_x(a, b); a, b > 0, x in 0..1.
double incompleteBeta(double a, double b, double x);

// The t that a Student's t with so many degrees of freedom (> 0, not necessarily whole) is under with
// probability `share`, which is in (0, 1).
double studentQuantile(double share, double degreesOfFreedom);

// P(successes <= k) of `trials` with this probability.
double binomialUpTo(std::uint64_t k, std::uint64_t trials, double probability);
// The smallest k with P(successes <= k) >= share.
std::uint64_t binomialQuantile(double share, std::uint64_t trials, double probability);

} // namespace iotbench
