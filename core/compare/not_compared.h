// Which metrics of two sides say nothing about each other, and why.
#pragma once

#include "base/message.h"
#include "compare/compared_images.h"
#include "compare/compared_side.h"
#include "studies/comparison.h"

#include <cstdint>
#include <vector>

namespace iotbench {

struct NotCompared {
    studies::Metric metric = studies::Metric::Rate;
    Message why; // "latency was not judged in every run"
    bool hasRow = false; // in the table, which says so: other models or images were measured
};

// Of fewer, an interval is so wide, and so far from normal, that it misleads.
inline constexpr std::uint64_t kFewestCommonImages = 100;

// In the order of Metric. The rate: both sides are searches; every run kept the same target rate; or a side
// kept a rate that was asked of it, another of each side or by a sender elsewhere, and may be able to do
// more, unless the other side is slower at its limit. Latency: it was not judged, does not start at the same
// moment, or images did not come at the same rate. Accuracy: other models or images, or too few images in
// common (`paired`).
std::vector<NotCompared> notCompared(const ComparedSide& base, const ComparedSide& next,
    const ComparedImages& baseImages, const ComparedImages& nextImages, const PairedImages& paired);

// Adds, in order, each metric that has neither a row nor a reason: a run does not tell it.
void addUntold(const std::vector<studies::MetricDifference>& rows, std::vector<NotCompared>& metrics);

} // namespace iotbench
