// Whether something measured over time grows.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace iotbench {

// By how much it grew from the first to the last, by a straight line through all values.
struct Growth {
    double growth = 0;
    double low = 0, high = 0; // its 95 % interval

    bool operator==(const Growth&) const = default;
};

// `values` of equally long pieces of time, in order. Least squares; the error of the slope is widened by √((1
// + r) ÷ (1 − r)) for the lag-one correlation r of what is left. Empty under 20 values. N. R. Draper, H.
// Smith, "Applied Regression Analysis", 3rd ed. (1998), chapter 1; the widening: see batchMean().
std::optional<Growth> growthOf(std::span<const double> values);

} // namespace iotbench
