#include "statistics/distributions.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <cmath>

namespace iotbench {

namespace math = boost::math;

namespace {

// Whole quantiles as the smallest k that reaches the share, which the library leaves to a policy.
using Rounding = math::policies::policy<math::policies::discrete_quantile<math::policies::integer_round_up>>;

} // namespace

double normalQuantile(double share)
{
    return math::quantile(math::normal_distribution<>(), share);
}

double studentQuantile(double share, double degreesOfFreedom)
{
    return math::quantile(math::students_t_distribution<>(degreesOfFreedom), share);
}

double studentTwoSided(double t, double degreesOfFreedom)
{
    return 2 * math::cdf(math::complement(math::students_t_distribution<>(degreesOfFreedom), std::abs(t)));
}

double chiSquaredBeyond(double value, double degreesOfFreedom)
{
    return math::cdf(math::complement(math::chi_squared_distribution<>(degreesOfFreedom), value));
}

std::uint64_t binomialQuantile(double share, std::uint64_t trials, double probability)
{
    const math::binomial_distribution<double, Rounding> successes(static_cast<double>(trials), probability);
    return static_cast<std::uint64_t>(math::quantile(successes, share));
}

double binomialUpTo(std::uint64_t k, std::uint64_t trials, double probability)
{
    if (k >= trials)
        return 1;
    const math::binomial_distribution<> successes(static_cast<double>(trials), probability);
    return math::cdf(successes, static_cast<double>(k));
}

double probabilityAtMost(double successes, double trials, double confidence)
{
    if (successes >= trials)
        return 1;
    return math::quantile(math::beta_distribution<>(successes + 1, trials - successes), confidence);
}

double probabilityAtLeast(double successes, double trials, double confidence)
{
    if (successes <= 0)
        return 0;
    const math::beta_distribution<> limit(successes, trials - successes + 1);
    return math::quantile(limit, 1 - confidence);
}

} // namespace iotbench
