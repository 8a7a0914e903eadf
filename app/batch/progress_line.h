// One line that says how a run stands.
#pragma once

#include "run/run_snapshot.h"
#include "settings/settings.h"

#include <string>

namespace iotbench {

// "42 %  4200 of 10000 images  998 images/s  91.4 % correct  p99 12.3 ms  6 s left"; what is not known is
// left out. In role send images are counted as they leave.
std::string progressLine(const RunSnapshot& snapshot, const Settings& effective);

// "6 s", "2 min 5 s", "1 h 3 min"; rounded up, so that it never says 0 too early.
std::string durationText(double seconds);

} // namespace iotbench
