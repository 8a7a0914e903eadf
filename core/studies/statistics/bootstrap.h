// Intervals by drawing again, with replacement, from what was measured. The same seed draws the same on every
// platform. B. Efron, R. J. Tibshirani, "An Introduction to the Bootstrap" (1993), sections 13.3 (percentile
// interval) and 8.6 (blocks of a time series).
#pragma once

#include "statistics/interval.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace iotbench::studies {

inline constexpr std::size_t kResamples = 2'000;

struct Resampled {
    double estimate = 0; // of the sample as it is
    Interval interval; // from the 2.5th to the 97.5th percentile of the resamples
    double pValue
        = 1; // of "it is 0": twice the smaller share of resamples on one side of 0, at least 2 ÷ resamples
};

Resampled bootstrapMean(std::span<const double> values, std::uint64_t seed);

// Latencies of one run, cut into blocks of neighbours long enough to be about independent of each other.
struct LatencyBlocks {
    std::vector<std::vector<float>> blocks; // in any unit that is above 0
};

// `latencies` in order of time, cut into 256 blocks of neighbours, which are joined in pairs, to no fewer
// than 20, until their numbers of latencies beyond the percentile `share` have a lag-one correlation under
// 0.2. None under 20 latencies.
LatencyBlocks latencyBlocks(std::span<const float> latencies, double share);

// ln (second's percentile ÷ first's): runs are drawn, where a side has more than one, and in each of them
// blocks. `share`: 0.99 for p99. Empty where a side has no images, or a latency is not above 0.
std::optional<Resampled> bootstrapPercentileLogRatio(std::span<const LatencyBlocks> first,
    std::span<const LatencyBlocks> second, double share, std::uint64_t seed);

} // namespace iotbench::studies
