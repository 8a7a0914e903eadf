// A model that OpenVINO has accepted, and the sessions that run it.
#pragma once

#include "engines/openvino/compile_plan.h"
#include "engines/openvino/kernel_choice.h"

#include <openvino/runtime/compiled_model.hpp>

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace iotbench::engines {

// Lives shorter than the core that it was made with.
class OpenvinoModel final : public CompiledModel {
public:
    // `kernels.model`: with a batch that may be chosen, one input and one output.
    OpenvinoModel(
        ov::Core& core, KernelChoice kernels, CompilePlan plan, std::size_t inputValues, std::size_t classes);

    SessionResult createSession(std::size_t batch) noexcept override;
    std::string description() const override;
    std::string hint() const override { return m_hint; }

private:
    // One batch size.
    struct Batch {
        std::mutex guard; // of what follows
        std::optional<ov::CompiledModel> compiled; // for the next session, or for all where they share it
        std::shared_ptr<const std::string> exported; // null: not yet, or the device cannot
    };

    Batch& at(std::size_t batch);
    ov::CompiledModel compiled(std::size_t batch);
    // What was compiled goes to the first session, which exports it; the others import that, in an eighth of
    // the time with ResNet20 in int8.
    ov::CompiledModel compiledForOneSession(std::size_t batch);

    ov::Core& m_core;
    const std::shared_ptr<const ov::Model> m_model; // never changed, so clones can be made on any thread
    const std::string m_kernels, m_hint; // description() and hint() of the KernelChoice
    const CompilePlan m_plan;
    const std::size_t m_inputValues;
    const std::size_t m_classes;
    std::mutex m_guard;
    std::map<std::size_t, Batch> m_batches; // guarded by m_guard; what it holds stays where it is
};

} // namespace iotbench::engines
