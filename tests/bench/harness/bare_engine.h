// The engine in a loop beside nothing else: as many threads as workers, each with a session of its own that infers
// the same images again and again.
#pragma once

#include "base/result.h"

#include <cstddef>
#include <string>

namespace iotbench::bench {

struct BareFigure {
    double imagesPerS = 0;       // all threads
    double p50MsPerInference = 0; // of the first thread
};

Result<BareFigure> runBareEngine(const std::string& engine, const std::string& model, unsigned threads,
    std::size_t batch, double seconds);

} // namespace iotbench::bench
