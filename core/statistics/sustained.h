// Whether a machine kept up what it did at first.
#pragma once

#include "statistics/interval.h"

#include <optional>

namespace iotbench {

struct RunResult;
struct RunSeries;

// The last third of a run against its first, by what its steadiness goes by (SteadyBasis): images/s, or
// milliseconds in service.
struct Sustained {
    double first = 0, last = 0;
    double changePct = 0; // of the last from the first
    Interval changeIntervalPct; // 95 %
    std::optional<double> firstP99Ms, lastP99Ms; // of the latency, to 3 %; empty under 1,000 images

    bool operator==(const Sustained&) const = default;
};

inline constexpr double kShortestSustainedS = 600; // shorter runs warm up, and no more

// `result`: all of it known but this. `series`: of its measured time. By batch means of each third, and the
// ratio of their logarithms (statistics/ratio.h). Empty under kShortestSustainedS, and where steadiness has
// no basis.
std::optional<Sustained> sustainedOf(const RunResult& result, const RunSeries& series);

} // namespace iotbench
