// How a model comes to an engine.
#pragma once

#include "engines/engine.h"
#include "models/operator_rules.h"

#include <span>

namespace iotbench {

// What an engine gets, and which of its operators engines compute wrongly: GraphFacts::operatorFaults.
struct ModelToCompile : engines::ModelSource {
    std::span<const OperatorFault> operatorFaults; // lives as long as the other spans
};

// Why the engine must not run a model: it is of another engine's format, or has an operator that the engine
// computes wrongly, see operator_rules.h. Empty where nothing of the kind is known.
Message faultOfEngine(
    engines::Engine& engine, engines::ModelFormat format, std::span<const OperatorFault> operatorFaults);

// engine.compile(), but for what faultOfEngine() tells of, which is refused. Every model that is to run goes
// through here.
engines::CompileResult compileModel(
    engines::Engine& engine, const ModelToCompile& source, const engines::CompileOptions& options) noexcept;

} // namespace iotbench
