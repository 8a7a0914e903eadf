// What could spoil a comparison most, ahead of its other notes.
#pragma once

#include "compare/compared_side.h"
#include "compare/setup_differences.h"

#include <vector>

namespace iotbench {

// What tells the machines of the sides apart, their names or else board or processor; null: one machine, or
// not known. `setup`: the differences between the sides, which outlive what is returned.
const SetupDifference* otherMachine(const std::vector<SetupDifference>& setup);

bool hasDebugBuild(const ComparedSide& side);

// Measured on different machines, which is first; by different versions; by a debug build.
std::vector<Message> cautionsOf(
    const ComparedSide& base, const ComparedSide& next, const std::vector<SetupDifference>& setup);

} // namespace iotbench
