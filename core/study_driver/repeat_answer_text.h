// The one line that several runs of a setting end in.
#pragma once

#include "run/run_inputs.h"
#include "studies/repeat_planner.h"
#include "study_driver/repeated_run.h"

#include <span>
#include <string>

namespace iotbench {

// "612 images/second ± 1.3 % (604 to 620, 5 runs): repeatable; resnet8, opencv fp32, 2 workers", with the
// verdict behind it where it is not VALID. Of runs that kept the target rate: "kept 60 images/second in 5
// runs; p99 4.1 to 4.3 ms; …".
std::string answerText(
    const studies::RepeatAnswer& answer, std::span<const RepeatedRun> runs, const RunInputs& inputs);

} // namespace iotbench
