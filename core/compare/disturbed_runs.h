// Runs of a side that something outside the program took CPU time or speed from: other programs, a
// hypervisor, heat, a weak supply, a quota.
#pragma once

#include "compare/compared_side.h"
#include "studies/comparison.h"

#include <optional>
#include <vector>

namespace iotbench {

// By the columns of its row and the rules of the verdict; empty: none, as far as they tell.
std::vector<Message> interferenceOf(const SideRun& run);

// Of each run, in order.
std::vector<bool> disturbedRuns(const ComparedSide& side);

// The worst of a side's runs, where interference is no fault of a run that is WEAK by nothing else, as far as
// its row tells.
Judgement judgementBesides(const ComparedSide& side);

// "Interference in 2 of 5 runs of new: run 2: other programs used …"; empty: in none.
Message interferenceText(const ComparedSide& side);

// Without the disturbed runs, and of pairs without the other of each. Empty: a side has no other.
std::optional<studies::ComparedSides> withoutDisturbed(
    studies::ComparedSides sides, const std::vector<bool>& base, const std::vector<bool>& next);

} // namespace iotbench
