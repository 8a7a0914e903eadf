// The bars of a latency histogram: the report's buckets joined until a time axis has room for them.
#pragma once

#include "statistics/latency_histogram.h"

#include <cstdint>
#include <vector>

namespace iotbench {

struct LatencyBar {
    double lowerMs = 0;
    double upperMs = 0;
    std::uint64_t count = 0;
    bool operator==(const LatencyBar&) const = default;
};

// All bars are equally wide on a logarithmic axis and touch; those between the first and the last that hold
// nothing are there too. At most `most` of them.
std::vector<LatencyBar> latencyBars(const std::vector<LatencyBucket>& buckets, int most = 48);

} // namespace iotbench
