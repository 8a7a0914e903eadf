#include "statistics/latency_bars.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace iotbench {
namespace {

// Which bar of a power of two in `parts` parts a bucket belongs to. Its upper end is the next bucket's lower
// one.
int barOf(double upperMs, int parts)
{
    constexpr double kHair = 1e-9;
    constexpr double kShortestMs = 1 / kNsPerMs; // a file that is read may say less
    return static_cast<int>(std::ceil(std::log2(std::max(upperMs, kShortestMs)) * parts - kHair)) - 1;
}

} // namespace

std::vector<LatencyBar> latencyBars(const std::vector<LatencyBucket>& buckets, int most)
{
    if (buckets.empty())
        return {};
    constexpr std::array kParts{8, 4, 2, 1}; // of a power of two
    int parts = kParts.back();
    for (const int candidate : kParts)
        if (barOf(buckets.back().upperMs, candidate) - barOf(buckets.front().upperMs, candidate) < most) {
            parts = candidate;
            break;
        }
    const int first = barOf(buckets.front().upperMs, parts);
    const int last = barOf(buckets.back().upperMs, parts);
    std::vector<LatencyBar> bars;
    for (int bar = first; bar <= last; ++bar)
        bars.push_back({std::exp2(static_cast<double>(bar) / parts), std::exp2((bar + 1.0) / parts), 0});
    for (const LatencyBucket& bucket : buckets)
        bars[static_cast<std::size_t>(std::clamp(barOf(bucket.upperMs, parts), first, last) - first)].count
            += bucket.count;
    return bars;
}

} // namespace iotbench
