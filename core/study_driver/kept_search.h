// A search that was stopped and kept, read back to go on with.
#pragma once

#include "base/result.h"
#include "reports/report.h"
#include "run/run_inputs.h"
#include "run/run_reports.h"
#include "settings/search_options.h"
#include "statistics/machine_facts.h"
#include "studies/search_planner.h"
#include "study_driver/probe_run.h"

#include <optional>
#include <string>
#include <vector>

namespace iotbench {

// What its folder holds of it.
struct SearchRecord {
    Report report; // with a study that is a search, and was stopped
    std::vector<Probe> probes; // as probesOf() its probes.csv
    std::string folder; // "" = none: a data sheet
};

// How far a search came.
struct SearchSoFar {
    std::vector<Probe> probes = {}; // that were told, the guess first
    studies::SearchPlanner planner; // that was told of them
    std::optional<RunOutcome> last = {}; // as SearchOutcome has it
    bool lastConfirms = false; // it is a confirming run
    double tookS = 0;
};

struct KeptSearch {
    EffectiveSettings settings; // engine, workers and batch ceiling as they were; without --report and --csv
    SearchGoal goal;
    SearchSoFar soFar;
};

// What it takes to go on with it. The planner is told of its probes and is then as it was, bit for bit.
// Error: why it cannot go on, so that its probes are never mixed with those of something else: it was
// measured on another machine than `machine` or by another program, engine, model or images are no longer
// there, its settings cannot be used, or its probes are not whole. Whether the model is still the same is
// found out when it is loaded.
Result<KeptSearch> searchToGoOn(
    const SearchRecord& record, const RunEnvironment& environment, const MachineFacts& machine);

} // namespace iotbench
