// What a run did over its time as a series of one figure.
#pragma once

#include "statistics/run_batches.h"

#include <vector>

namespace iotbench {

// In pieces that had images; of a mean over images 128 at most, so that few are without any.
struct Level {
    std::vector<double> values;
    std::vector<double> startS; // of each, since second 0
};

Level ratesOf(const RunSeries& series); // images/s
Level meansOf(const RunSeries& series, double TimeCell::*sumNs); // mean milliseconds an image

} // namespace iotbench
