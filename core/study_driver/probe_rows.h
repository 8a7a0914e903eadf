// The probes of a search as text: a row each, in order.
#pragma once

#include "study_driver/probe_run.h"

#include <span>
#include <string>

namespace iotbench {

std::string_view wordOf(studies::ProbePurpose purpose); // "guess", "search", "confirm", "fails again"
// "holds", "fails: over the limit", "disturbed", …, with "near the limit" where it was.
std::string resultText(const Probe& probe);

// probes.csv, with its head.
std::string probeTable(std::span<const Probe> probes, const SearchGoal& goal);

} // namespace iotbench
