// How a model comes to an engine.
#pragma once

#include "engines/engine.h"

namespace iotbench {

// engine.compile(), but for an ONNX model with an operator that the engine computes wrongly, see
// operator_rules.h, and a model of another engine's format: those are refused. Every model that is to run
// goes through here.
engines::CompileResult compileModel(engines::Engine& engine, const engines::ModelSource& source,
    const engines::CompileOptions& options) noexcept;

} // namespace iotbench
