// What is unlike about two sides besides their figures, and what is not: machine, engine, model, settings.
#pragma once

#include "base/message.h"
#include "compare/compared_side.h"

#include <string>
#include <vector>

namespace iotbench {

struct SetupDifference {
    Message what; // "workers"
    std::string base; // all values of that side's runs: "1" or "1, 2"; "" where none is known
    std::string next;
};

struct Setups {
    std::vector<SetupDifference> different;
    std::vector<SetupDifference> equal; // one value on both sides
};

// Settings that only report.json tells (queue, camera rate, …) where every run has one. Of two sides of
// searches without what these decide of each probe: load, length, and seed.
Setups compareSetups(const ComparedSide& base, const ComparedSide& next);

// Whether both sides ran one model, if in files of different precisions.
bool sameModel(const ComparedSide& base, const ComparedSide& next);

} // namespace iotbench
