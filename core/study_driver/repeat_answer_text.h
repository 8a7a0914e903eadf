// The one line that several runs of a setting end in.
#pragma once

#include "run/run_inputs.h"
#include "studies/repeat_planner.h"

#include <string>

namespace iotbench {

// "612 images/second ± 1.3 % (604 to 620, 5 runs): repeatable; resnet8, opencv fp32, 2 workers"
std::string answerText(const studies::RepeatAnswer& answer, const RunInputs& inputs);

} // namespace iotbench
