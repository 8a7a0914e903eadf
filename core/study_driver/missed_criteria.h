// The pass criteria that runs of a study missed.
#pragma once

#include "base/message.h"
#include "study_driver/repeated_run.h"

#include <span>
#include <vector>

namespace iotbench {

// A sentence for each criterion and each reason why it was missed, with the figures of the first run that
// did: "In 2 of 3 runs, as in run 1: --max-p99 4 missed: 4.100 ms". Runs count from 1.
std::vector<Message> missedCriteria(std::span<const RepeatedRun> runs);

} // namespace iotbench
