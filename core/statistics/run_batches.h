// What a run of unknown length did over its measured time, in pieces of equal length, for the statistics that
// need to know how its figures spread. The memory is fixed: a megabyte.
#pragma once

#include "statistics/doubling_cells.h"
#include "statistics/percentile_intervals.h"
#include "statistics/wilson.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace iotbench {

// Images with their results in one piece of time.
struct TimeCell {
    std::uint64_t images = 0;
    double serviceNs = 0, latencyNs = 0; // sums

    TimeCell& operator+=(const TimeCell& next) noexcept
    {
        images += next.images;
        serviceNs += next.serviceNs;
        latencyNs += next.latencyNs;
        return *this;
    }
    void clear() noexcept { *this = {}; }
    bool operator==(const TimeCell&) const = default;
};

// The pieces of a run that is over, in order, the last one left out where it is not full. Up to 512.
struct RunSeries {
    double startS = 0; // the first arrival, since second 0
    double cellS = 0; // length of each
    std::vector<TimeCell> cells;
    std::optional<double> firstP99Ms = {},
                          lastP99Ms = {}; // latency of the first and the last third, in steps of 3 %

    double lengthS() const { return cellS * static_cast<double>(cells.size()); }
};

// One thread. add() is O(1), amortised, takes some ten nanoseconds and allocates nothing.
class RunBatches {
public:
    // Of a classified image; times since the first arrival, in any order. latencyNs < 0: not known.
    void add(std::int64_t doneNs, std::int64_t latencyNs, std::int64_t serviceNs) noexcept;

    // Up to `endNs` after the first arrival, which was `startS` after second 0.
    RunSeries series(double startS, std::int64_t endNs) const;
    PercentileIntervals latencyIntervals(const LatencyHistogram& all) const;
    PercentileIntervals serviceIntervals(const LatencyHistogram& all) const;

private:
    DoublingCells<TimeCell, 512> m_cells;
    DoublingCells<LatencyCell, 128> m_latencies, m_services;
};

// The 95 % interval of the rate over the measured time, images/s, by batch means (batchMean) around `perS`,
// the rate itself. Where this machine was the limit it tells what rate another such run would have. Where the
// plan of a sender fixed the rate, the interval tells how evenly results came, not how sure the rate is,
// which is the plan's. Empty under 20 pieces.
std::optional<Interval> rateIntervalOf(const RunSeries& series, double perS);

} // namespace iotbench
