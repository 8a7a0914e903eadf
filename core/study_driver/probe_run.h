// One probe of a search: a run that is ended as soon as it has told whether the box holds the load.
#pragma once

#include "base/result.h"
#include "base/stop_signal.h"
#include "run/run.h"
#include "settings/search_options.h"
#include "studies/probe_decision.h"
#include "studies/search_planner.h"

#include <functional>
#include <optional>
#include <string>

namespace iotbench {

// A probe as its row tells it.
struct Probe {
    studies::ProbeRequest request;
    studies::ProbeState state; // of a guess: its images and counted time alone
    double imagesPerS = 0; // that came out
    std::optional<double> p99Ms; // of the whole run
    Bounds p99Interval; // 95 %
    std::optional<double> accuracy; // share
    Judgement verdict = Judgement::NotJudged; // of the run
    bool fullLength = false; // it was not decided early
    bool accurate = true;
    bool stopped = false; // by the user: it tells nothing
    double startS = 0, tookS = 0; // since the start of the study; with all that is not measuring
    double measuredS = 0; // with images under way
};

struct ProbeRun {
    Probe probe;
    RunOutcome outcome;
};

// What is told while a probe goes on: how far it is.
using ProbeWatcher = std::function<void(const Run& run, const studies::ProbeState& state)>;

// Where the files of the run go.
struct ProbeFiles {
    std::string report; // folder; "" = none
    bool force = false;
    KeepIn keep = {};
};

// Makes the run and waits for its end. `inputs`: loaded once, of loopback. Error: the run could not begin, or
// it failed.
Result<ProbeRun> runProbe(const RunInputs& inputs, const SearchGoal& goal,
    const studies::ProbeRequest& request, const ProbeFiles& files, const StopSignal& stop,
    const ProbeWatcher& watcher);

studies::ProbePlan planOf(const SearchGoal& goal, const studies::ProbeRequest& request);
studies::ProbeOutcome outcomeOf(const Probe& probe); // as a planner is told of it

} // namespace iotbench
