// A run of a study in one line of a table that grows.
#pragma once

#include "batch/event_stream.h"
#include "study_driver/repeated_run.h"

#include <cstddef>
#include <string>

namespace iotbench {

std::string runRowHead(const std::string& last);
// `number` counts from 0; `last` stands behind the figures.
std::string runRow(std::size_t number, const RepeatedRun& run, const std::string& last);
// The same for programs that watch.
ProbeEvent runProbeEvent(std::size_t number, const RepeatedRun& run);
std::string failedRow(std::size_t number, const std::string& last); // of a run without figures

} // namespace iotbench
