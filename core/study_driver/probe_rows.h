// The probes of a search as text: a row each, in order.
#pragma once

#include "data_sheet/sheet_probe.h"
#include "study_driver/probe_run.h"

#include <span>
#include <string>
#include <vector>

namespace iotbench {

std::string_view wordOf(studies::ProbePurpose purpose); // "guess", "search", "confirm", "fails again"
// "holds", "fails: over the limit", "disturbed", …, with "near the limit" where it was.
std::string resultText(const Probe& probe);
// The same with why it was made, and what was left out of it: "confirming: holds, 1.5 s left out for
// interference", "as fast as it can".
std::string wholeResultText(const Probe& probe);

// The same for a data sheet, the guess first.
std::vector<SheetProbe> sheetProbes(std::span<const Probe> probes, const SearchGoal& goal);

// probes.csv, with its head.
std::string probeTable(std::span<const Probe> probes, const SearchGoal& goal);

} // namespace iotbench
