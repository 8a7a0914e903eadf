// One of the settings that a sweep tries.
#pragma once

#include "settings/settings_validation.h"

#include <string>

namespace iotbench {

struct SweepCombination {
    std::string label; // "engine=opencv,workers=2"
    EffectiveSettings settings; // whose own label ends in that
};

} // namespace iotbench
