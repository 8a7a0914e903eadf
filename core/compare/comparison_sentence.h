// How one side of a comparison differs from the other, in one sentence.
#pragma once

#include "base/message.h"
#include "studies/comparison.h"

#include <span>

namespace iotbench {

// "new is 9.09 times as fast as base (8.80 to 9.39); accuracy: no difference shown (-0.28 to 0.12 points)."
// Rates tell a factor where it is two or more, and p99 as well; all else percent of the base, and accuracy
// points. Of each row; `next` and `base` stand for the sides.
Message comparisonSentence(std::span<const studies::MetricDifference> rows, const Message::Argument& next,
    const Message::Argument& base);

} // namespace iotbench
