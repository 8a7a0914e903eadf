// A whole run in this process, with what it did to the machine.
#pragma once

#include "base/result.h"
#include "statistics/run_result.h"

#include <string>

namespace iotbench::bench {

struct RunPlan {
    std::string engine = "null";
    std::string model;
    PrecisionAsked precision = PrecisionAsked::Fp32;
    WireFormat format = WireFormat::Keras;
    TransportKind transport = TransportKind::Tcp;
    double imagesPerSecond = 0; // 0: as fast as possible
    double seconds = 2;
};

struct MeasuredRun {
    RunResult result;
    double voluntarySwitchesPerImage = 0; // whole process, loading and warm-up included
};

Result<MeasuredRun> measureRun(const RunPlan& plan);

} // namespace iotbench::bench
