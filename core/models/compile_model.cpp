#include "models/compile_model.h"

#include <exception>
#include <utility>

namespace iotbench {

engines::CompileResult compileModel(
    engines::Engine& engine, const ModelToCompile& source, const engines::CompileOptions& options) noexcept
{
    try {
        if (source.format == engines::ModelFormat::OpenVinoIr) {
            if (engine.needsModel() && engine.name() != "openvino") {
                return {nullptr,
                    {TR("model %1 is in OpenVINO's format, which engine %2 does not read; engines that do: "
                        "openvino"),
                        {source.name, engine.name()}}};
            }
        } else {
            if (Message fault = faultOfOperators(source.operatorFaults, engine.name(), engine.version());
                !fault.empty()) {
                return {nullptr, {TR("model %1: %2"), {source.name, std::move(fault)}}};
            }
        }
    } catch (const std::exception& problem) {
        return {nullptr, verbatim(problem.what())};
    }
    return engine.compile(source, options);
}

} // namespace iotbench
