// The engine alone in a loop, with nothing else of this program beside it: as many threads as workers, each
// with a session of its own that infers the same images again and again.
#pragma once

#include "base/result.h"
#include "engines/engine.h"
#include "images/image_set.h"
#include "wire/wire_format.h"

#include <cstddef>

namespace iotbench {

struct BareLoop {
    unsigned threads = 1;
    std::size_t batch = 1;
    double seconds = 1; // for each thread, after its warm-up
    unsigned leastInferences = 1; // for each thread, even where they take longer
    unsigned warmup = 5; // inferences of each thread before time counts
    double imagesPerS = 0; // all threads together, evenly spread, the threads in turns; 0: no pauses
    std::vector<std::vector<unsigned>> workerCpus
        = {}; // CPUs for each thread (see machine/cpu_affinity.h), or empty
};

struct BareFigure {
    double imagesPerS = 0; // all threads together
    double p50MsPerInference = 0; // of the first thread
};

// Takes `loop.seconds` and the time to make the sessions. `model` was compiled for as many workers as
// threads. Errors: a session cannot be made, or an inference fails, in the engine's words.
Result<BareFigure> runBareEngine(engines::CompiledModel& model, const BareLoop& loop, const ImageSet& images,
    Normalisation normalisation, const PixelMean& mean);

} // namespace iotbench
