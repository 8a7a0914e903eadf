// What is known of a run before it begins.
#pragma once

#include "run/checked_answers.h"
#include "run/run_inputs.h"
#include "statistics/run_result.h"

#include <cstdint>
#include <optional>
#include <string>

namespace iotbench {

struct RunFacts {
    std::string runId;
    Settings settings; // effective
    Settings requested;
    std::int64_t startUnixMs = 0;
    BuildFacts build;
    ImageFacts imageFacts;
    EngineFacts engine;
    ModelFacts model;
    std::optional<Calibration> calibration;
    CheckedAnswers checked;
};

// A run that starts now.
RunFacts factsOf(const RunInputs& inputs);

// Of this machine, without its name where the settings say so.
MachineFacts machineFactsFor(const Settings& settings);

} // namespace iotbench
