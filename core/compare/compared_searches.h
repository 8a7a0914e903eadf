// Two sides that are searches: how much each machine holds.
#pragma once

#include "base/message.h"
#include "compare/compared_side.h"
#include "compare/not_compared.h"
#include "studies/comparison.h"

#include <optional>

namespace iotbench {

struct ComparedSearches {
    std::optional<studies::MetricDifference> held = {};
    Message note = {}; // of `held`: from when on it counts as a difference
    std::optional<NotCompared> notCompared = {}; // their goals differ, or one found no load that holds
};

// All of it empty where a side has runs that are not of searches. Of several searches of a side counts what
// all of them held, and what none of them did.
ComparedSearches compareSearches(const ComparedSide& base, const ComparedSide& next);

} // namespace iotbench
