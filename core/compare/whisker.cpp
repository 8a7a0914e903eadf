#include "compare/whisker.h"

#include <algorithm>
#include <cmath>

namespace iotbench {

double whiskerPlace(double ratio)
{
    constexpr double kLinear = 0.005; // of the logarithm: half a percent
    const double place = std::asinh(std::log(ratio) / kLinear) / std::asinh(std::log(10.0) / kLinear);
    return std::clamp(place, -1.0, 1.0);
}

std::optional<Whisker> whiskerOf(const studies::MetricDifference& row)
{
    if (row.word == studies::DifferenceWord::NotComparable)
        return std::nullopt;
    const auto place = [](double difference) { return whiskerPlace(std::max(1e-3, 1 + difference / 100)); };
    const Interval ends = row.interval.value_or(Interval{row.difference, row.difference});
    return Whisker{place(ends.low), place(row.difference), place(ends.high)};
}

} // namespace iotbench
