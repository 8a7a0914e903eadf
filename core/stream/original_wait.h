// How long the original sender waits after each image.
#pragma once

#include <cmath>
#include <cstdint>

namespace iotbench {

// The original draws from a log-normal distribution whose parameters it takes for mean and standard
// deviation, but which are those of the logarithm, and then takes off 30 %:
//     m = 1 / rate, s = m / 2        wait = 0.7 m · exp(m + s z) / exp(m + s²/2) = 0.7 m · exp(s z - s²/2)
// So the mean wait is 0.7 of what was asked, and its spread s shrinks as the rate grows: at 1 image/s it is
// half the mean, at 1,000/s a two-thousandth of it. z: standard normal.
inline std::int64_t originalWaitNs(double ratePerS, double z)
{
    const double meanS = 1 / ratePerS;
    const double spread = meanS / 2;
    return std::llround(0.7e9 * meanS * std::exp(spread * z - spread * spread / 2));
}

} // namespace iotbench
