// How OpenVINO is to run a model: checked against what the device and the model can.
#pragma once

#include "engines/engine.h"

#include <openvino/runtime/core.hpp>

#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

namespace iotbench::engines {

// What the device computes in, as OpenVINO lists it; fp32 first. An emulated precision is not listed.
std::vector<Precision> precisionsOf(ov::Core& core, const std::string& device);

struct CompilePlan {
    std::string device;
    Precision precision = Precision::Fp32;
    ov::AnyMap properties; // for Core::compile_model()
    // CPU: each session compiles for itself, with one stream of one thread. Its inference then runs on the
    // thread that calls, and no other is woken: with one compiled model of as many streams as workers, TBB
    // handed work over 1.1 times an inference, and 2.4 times with asynchronous requests. Other devices: one
    // compiled model a batch size, shared by all sessions.
    bool compileForEachSession = true;
};

// Throws Refusal: a precision that the device has not, int8 without a quantised model and a quantised model
// without int8.
CompilePlan planFor(
    ov::Core& core, const ov::Model& model, const std::string& modelName, const CompileOptions& options);

// Compiled with float32 at both ends, whatever the model's own types. Any thread.
ov::CompiledModel compileForBatch(
    ov::Core& core, const ov::Model& model, const CompilePlan& plan, std::size_t batch);

} // namespace iotbench::engines
