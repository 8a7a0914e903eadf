// Everything that report.json holds.
#pragma once

#include "statistics/run_result.h"
#include "statistics/verdict.h"

#include <cstdint>

namespace iotbench {

struct Report {
    RunResult result;
    Verdict verdict;
    std::uint64_t imageRowsLeftOut = 0; // of images.csv
};

} // namespace iotbench
