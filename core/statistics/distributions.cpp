#include "statistics/distributions.h"

#include <cmath>

namespace iotbench {
namespace {

// The continued fraction of NIST's Digital Library of Mathematical Functions, 8.17.22, evaluated by the
// modified method of W. J. Lentz, Applied Optics 15 (1976), 668-671. It takes about √max(a, b) steps where x
// is under the mean of the distribution.
double betaFraction(double a, double b, double x)
{
    constexpr double kTiny = 1e-300, kPrecision = 1e-15;
    constexpr int kMostSteps = 1'000'000;
    const auto notZero = [](double value) { return std::abs(value) < kTiny ? kTiny : value; };
    double c = 1;
    double d = 1 / notZero(1 - (a + b) * x / (a + 1));
    double fraction = d;
    for (int m = 1; m <= kMostSteps; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / notZero(1 + even * d);
        c = notZero(1 + even / c);
        fraction *= d * c;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / notZero(1 + odd * d);
        c = notZero(1 + odd / c);
        fraction *= d * c;
        if (std::abs(d * c - 1) < kPrecision)
            break;
    }
    return fraction;
}

// P(T <= t), t >= 0.
double studentUpTo(double t, double degreesOfFreedom)
{
    const double x = degreesOfFreedom / (degreesOfFreedom + t * t);
    return 1 - incompleteBeta(degreesOfFreedom / 2, 0.5, x) / 2;
}

} // namespace

double incompleteBeta(double a, double b, double x)
{
    if (x <= 0 || x >= 1)
        return x <= 0 ? 0 : 1;
    const double logFront
        = std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x);
    if (x < (a + 1) / (a + b + 2))
        return std::exp(logFront) * betaFraction(a, b, x) / a;
    return 1 - std::exp(logFront) * betaFraction(b, a, 1 - x) / b;
}

double studentQuantile(double share, double degreesOfFreedom)
{
    if (share < 0.5)
        return -studentQuantile(1 - share, degreesOfFreedom);
    double low = 0, high = 1;
    while (studentUpTo(high, degreesOfFreedom) < share)
        high *= 2;
    while (high - low > 1e-12 * high) {
        const double middle = (low + high) / 2;
        if (middle <= low || middle >= high)
            break;
        (studentUpTo(middle, degreesOfFreedom) < share ? low : high) = middle;
    }
    return high;
}

double binomialUpTo(std::uint64_t k, std::uint64_t trials, double probability)
{
    if (k >= trials)
        return 1;
    return incompleteBeta(static_cast<double>(trials - k), static_cast<double>(k) + 1, 1 - probability);
}

std::uint64_t binomialQuantile(double share, std::uint64_t trials, double probability)
{
    std::uint64_t low = 0, high = trials;
    while (low < high) {
        const std::uint64_t middle = low + (high - low) / 2;
        if (binomialUpTo(middle, trials, probability) >= share)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

} // namespace iotbench
