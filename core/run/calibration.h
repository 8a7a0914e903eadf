// What the user left open of engine, workers and batch ceiling, decided by short measurements of the engines
// alone.
#pragma once

#include "base/result.h"
#include "engines/engine.h"
#include "models/compile_model.h"
#include "run/bare_engine.h"
#include "run/choice_memory.h"
#include "statistics/machine_facts.h"
#include "statistics/run_result.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace iotbench {

struct CalibrationPlan {
    std::vector<engines::Engine*> engines; // candidates
    ModelToCompile model; // at the precision asked
    engines::CompileOptions options; // its workers are not looked at
    std::vector<unsigned> workers; // candidates, ascending
    std::vector<CoreType> cores; // of the machine, on which the threads are placed as a run's workers
    std::vector<unsigned>
        batches; // candidates, ascending; the larger ones are left out where they cannot pay
    std::optional<RememberedChoice> remembered = {}; // of an earlier calibration of the same candidates
};

// How fast a model is alone in such a loop: runBareEngine() on images of the run.
using MeasureAlone = std::function<Result<BareFigure>(engines::CompiledModel&, const BareLoop&)>;

struct CalibrationChoice {
    engines::Engine* engine = nullptr;
    unsigned workers = 0;
    unsigned batch = 0;
    double imagesPerS = 0;
    std::unique_ptr<engines::CompiledModel> model; // that was measured, for so many workers
    Calibration measured;
    std::vector<Message> passedOver; // engines that cannot run the model, each with its reason
    std::vector<Message>
        inPart; // engines that cannot run it with all batches or workers, each with its reason
};

// The engine that classifies most images a second (of engines within 2 %, the first), with the fewest workers
// within 2 % of the best, for fewer leave more of the machine to everything else, and the smallest of their
// batch sizes within 1.5 % of the best. Each is measured once, for about 80 ms after its warm-up and three
// inferences at least; a batch that takes over a quarter of a second is the last one tried. What comes near
// the best is then measured in rounds, by turns, until three in a row choose the same (nine at most, or two
// seconds); its figure is the median of the rounds. On the calling thread and as many more as workers.
// `cancelled` is asked between measurements. Error: cancelled, or no engine runs the model, with the reasons.
// What is remembered is measured once; where that comes within 15 % of what it was, it is chosen.
Result<CalibrationChoice> calibrate(
    const CalibrationPlan& plan, const MeasureAlone& measureAlone, const std::function<bool()>& cancelled);

} // namespace iotbench
