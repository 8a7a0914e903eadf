#include "models/compile_model.h"

#include <exception>
#include <utility>

namespace iotbench {

Message faultOfEngine(
    engines::Engine& engine, engines::ModelFormat format, std::span<const OperatorFault> operatorFaults)
{
    if (format != engines::ModelFormat::OpenVinoIr)
        return faultOfOperators(operatorFaults, engine.name(), engine.version());
    if (!engine.needsModel() || engine.name() == "openvino")
        return {};
    return {TR("it is in OpenVINO's format, which engine %1 does not read; engines that do: openvino"),
        {engine.name()}};
}

engines::CompileResult compileModel(
    engines::Engine& engine, const ModelToCompile& source, const engines::CompileOptions& options) noexcept
{
    try {
        if (Message fault = faultOfEngine(engine, source.format, source.operatorFaults); !fault.empty())
            return {nullptr, {TR("model %1: %2"), {source.name, std::move(fault)}}};
    } catch (const std::exception& problem) {
        return {nullptr, verbatim(problem.what())};
    }
    return engine.compile(source, options);
}

} // namespace iotbench
