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
};

// Of fewer, an interval is so wide, and so far from normal, that it misleads.
inline constexpr std::uint64_t kFewestCommonImages = 100;

// In the order of Metric. The rate: the sides have different target rates, and one that kept its own may be
// able to do more, unless the other side is slower at its limit. Latency: it was not judged, or does not
// start at the same moment. Accuracy: other models or images, or too few images in common (`paired`).
std::vector<NotCompared> notCompared(const ComparedSide& base, const ComparedSide& next,
    const ComparedImages& baseImages, const ComparedImages& nextImages, const PairedImages& paired);

} // namespace iotbench
