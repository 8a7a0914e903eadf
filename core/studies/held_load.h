// Two searches beside each other: does one machine hold more than the other?
#pragma once

#include "studies/comparison.h"

#include <optional>

namespace iotbench::studies {

// What all searches of a side found, in cameras or images/s.
struct HeldLoad {
    double holdsAt = 0; // with each of them; above 0
    std::optional<double> failsAt = {}; // with each of them; empty: of one nothing was seen to fail
    bool weak = false; // one of them is WEAK: interference may have hidden the limit
};

// How far a search is off at most, in percent of the load, in 95 of 100 cases: of boxes that are left alone,
// and where interference makes the answer WEAK. docs/studies.md, "How sure it is".
inline constexpr double kSearchErrorPct = 5;
inline constexpr double kWeakSearchErrorPct = 10;

double searchErrorPct(const HeldLoad& base, const HeldLoad& next);

// Higher or lower where the load that holds on one side is by more than searchErrorPct() above the load that
// fails on the other. Without interval and p-value. `metric`: HeldCameras or HeldRate.
MetricDifference heldDifference(Metric metric, const HeldLoad& base, const HeldLoad& next);

} // namespace iotbench::studies
