// How sure percentiles are, where images that wait together are not independent.
#pragma once

#include "statistics/latency_histogram.h"
#include "statistics/latency_steps.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace iotbench {

// The 95 % interval of a percentile, milliseconds; an end that nothing bounds is empty.
struct Bounds {
    std::optional<double> low, high;
    bool operator==(const Bounds&) const = default;
};
// Beside LatencySummary, and empty where that is.
struct PercentileIntervals {
    Bounds p50, p90, p95, p99, p999;
    bool operator==(const PercentileIntervals&) const = default;
};

// The times of a piece of a run, in steps of 3 % and at least a microsecond.
class LatencyCell {
public:
    void add(std::int64_t ns) noexcept { ++m_images[stepOf(ns)]; }
    LatencyCell& operator+=(const LatencyCell& other) noexcept
    {
        for (std::size_t i = 0; i < kSteps; ++i)
            m_images[i] += other.m_images[i];
        return *this;
    }
    void clear() noexcept { m_images.fill(0); }

    static constexpr std::size_t kSteps = 896; // to an hour
    static std::int64_t upperNs(std::size_t step) noexcept // the longest time in it
    {
        return ((LatencySteps<kBits>::upperNs(step) + 1) << kUnitBits) - 1;
    }
    std::uint64_t images(std::size_t step) const { return m_images[step]; }

private:
    static constexpr unsigned kBits = 5, kUnitBits = 10; // 1,024 ns
    static std::size_t stepOf(std::int64_t ns) noexcept
    {
        return std::min(LatencySteps<kBits>::of(ns >> kUnitBits), kSteps - 1);
    }

    std::array<std::uint32_t, kSteps> m_images{};
};

// Of all times in these pieces: the upper end of the step that holds the nearest rank. Empty under 1,000
// times.
std::optional<double> p99Ms(std::span<const LatencyCell> cells);

// Of a batch of neighbours in time.
struct ShareCount {
    std::uint64_t images = 0;
    std::uint64_t over = 0; // a percentile, or a limit

    bool operator==(const ShareCount&) const = default;
};

// How many independent images would make a share as sure as these batches do: share (1 − share) ÷ (its error
// by batchMean())², at least 1 and at most all; lessened for the batches being few, as in E. L. Korn, B. I.
// Graubard, "Confidence Intervals for Proportions with Small Expected Number of Positive Counts Estimated
// from Survey Data", Survey Methodology 24 (1998), 193-201. Empty under 20 batches, and where no image is
// over or all are.
std::optional<double> effectiveImages(std::span<const ShareCount> batches);

// Ranks from 1 (the smallest sample) to the number of samples.
struct RankInterval {
    std::optional<std::uint64_t> low; // empty: so few samples lie below that nothing bounds it
    std::optional<std::uint64_t> high;

    bool operator==(const RankInterval&) const = default;
};

// The quantile `share` (0.99) lies between the samples of these ranks with 95 %, whatever the distribution.
// `effective` (1 … samples) is how many independent samples say as much as these do; the ranks among that
// many are spread over all. Order statistics: W. J. Conover, "Practical Nonparametric Statistics", 3rd ed.
// (1999), section 3.2.
RankInterval percentileRanks(std::uint64_t samples, double effective, double share);

// `all` times of a run, and the same by cells of equal length, in order. The effective number of images is
// that of the step nearest to the percentile that some images are over and some are not, or that of the step
// with twice as many over it where that is smaller: the few waits of a short run that reach the percentile
// make it look surer than it is (tests/bench/statistics has the counts). Where there is no such step, all
// times are alike, and one image in ten counts. All empty under 20 cells.
PercentileIntervals percentileIntervals(const LatencyHistogram& all, std::span<const LatencyCell> cells);

} // namespace iotbench
