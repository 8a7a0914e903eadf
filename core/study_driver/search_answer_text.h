// The one line that a search ends in.
#pragma once

#include "reports/study_facts.h"
#include "study_driver/probe_run.h"

#include <span>
#include <string>

namespace iotbench {

// "Serves 62 cameras of 15 images/second with p99 within 10.0 ms (63 do not); resnet20, openvino int8".
// `facts`: all but the words.
std::string answerText(const StudyFacts& facts, std::span<const Probe> probes, const RunInputs& inputs);

} // namespace iotbench
