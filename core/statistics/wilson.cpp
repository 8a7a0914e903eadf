#include "statistics/wilson.h"

#include <algorithm>
#include <cmath>

namespace iotbench {

std::optional<Interval> wilson95(double proportion, std::uint64_t trials)
{
    if (trials == 0)
        return std::nullopt;
    constexpr double z = 1.959964;
    const auto n = static_cast<double>(trials);
    const double p = std::clamp(proportion, 0.0, 1.0);
    const double scale = 1 + z * z / n;
    const double centre = (p + z * z / (2 * n)) / scale;
    const double half = z / scale * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return Interval{std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

} // namespace iotbench
