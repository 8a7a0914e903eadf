// The one axis on which all intervals of a comparison are drawn: logarithmic, opened up around "no
// difference", so that a tenth of a percent and ten times both have a place.
#pragma once

#include "studies/comparison.h"

#include <array>
#include <optional>

namespace iotbench {

// Where a ratio of B to A lies: −1 (a tenth or less) over 0 (equal) to 1 (ten times or more).
double whiskerPlace(double ratio);

inline constexpr std::array kWhiskerGrid{0.1, 0.5, 0.9, 0.99, 1.01, 1.1, 2.0, 10.0}; // ratios

// The places of an interval and of the difference in it, which is all three where there is no interval.
struct Whisker {
    double low = 0, middle = 0, high = 0;
};
// Accuracy in points: of 100 of them. Empty where nothing was compared.
std::optional<Whisker> whiskerOf(const studies::MetricDifference& row);

} // namespace iotbench
