// A confidence interval.
#pragma once

namespace iotbench {

struct Interval {
    double low = 0;
    double high = 0;

    bool contains(double value) const { return low <= value && value <= high; }
    double halfWidth() const { return (high - low) / 2; }
    bool operator==(const Interval&) const = default;
};

} // namespace iotbench
