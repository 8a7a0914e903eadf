// A model that OpenVINO has accepted, and the sessions that run it.
#pragma once

#include "engines/openvino/compile_plan.h"
#include "engines/openvino/kernel_choice.h"

#include <openvino/runtime/compiled_model.hpp>

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>

namespace iotbench::engines {

// Lives shorter than the core that it was made with.
class OpenvinoModel final : public CompiledModel {
public:
    // `kernels.model`: with a batch that may be chosen, one input and one output.
    OpenvinoModel(
        ov::Core& core, KernelChoice kernels, CompilePlan plan, std::size_t inputValues, std::size_t classes);

    SessionResult createSession(std::size_t batch) noexcept override;
    std::string description() const override;

private:
    ov::CompiledModel compiled(std::size_t batch);

    ov::Core& m_core;
    const KernelChoice m_kernels; // its model is never changed, so clones can be made on any thread
    const CompilePlan m_plan;
    const std::size_t m_inputValues;
    const std::size_t m_classes;
    std::mutex m_guard;
    std::map<std::size_t, ov::CompiledModel> m_shared; // by batch, guarded by m_guard; empty on a CPU
};

} // namespace iotbench::engines
