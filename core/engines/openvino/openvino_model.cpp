#include "engines/openvino/openvino_model.h"

#include "base/refusal.h"
#include "engines/aligned_floats.h"
#include "engines/openvino/library_text.h"

#include <openvino/core/model.hpp>
#include <openvino/runtime/infer_request.hpp>
#include <openvino/runtime/tensor.hpp>

#include <utility>

namespace iotbench::engines {
namespace {

// Input and output are this session's memory, bound once: what the caller writes is what the first layer
// reads, and the last one writes where the caller looks.
class OpenvinoSession final : public Session {
public:
    OpenvinoSession(ov::CompiledModel model, std::size_t batch, std::size_t inputValues, std::size_t classes)
        : m_batch(batch)
        , m_input(batch * inputValues)
        , m_scores(batch * classes)
        , m_model(std::move(model))
        , m_request(m_model.create_infer_request())
    {
        const ov::Shape input = m_model.input().get_shape();
        const ov::Shape scores = m_model.output().get_shape();
        if (ov::shape_size(input) != batch * inputValues || ov::shape_size(scores) != batch * classes) {
            throw Refusal(TR("the model's output is not %1 times %2 scores"), {batch, classes});
        }
        m_request.set_input_tensor(ov::Tensor(ov::element::f32, input, m_input.data()));
        m_request.set_output_tensor(ov::Tensor(ov::element::f32, scores, m_scores.data()));
    }

    std::size_t batch() const noexcept override { return m_batch; }
    float* input() noexcept override { return m_input.data(); }

    const float* infer() noexcept override
    {
        m_error = guarded([this] { m_request.infer(); });
        return m_error.empty() ? m_scores.data() : nullptr;
    }

    const Message& error() const noexcept override { return m_error; }

private:
    const std::size_t m_batch;
    AlignedFloats m_input;
    AlignedFloats m_scores;
    ov::CompiledModel m_model;
    ov::InferRequest m_request;
    Message m_error;
};

} // namespace

OpenvinoModel::OpenvinoModel(
    ov::Core& core, KernelChoice kernels, CompilePlan plan, std::size_t inputValues, std::size_t classes)
    : m_core(core)
    , m_kernels(std::move(kernels))
    , m_plan(std::move(plan))
    , m_inputValues(inputValues)
    , m_classes(classes)
{
}

// A first inference proves that the model takes this batch, and lays out its memory.
SessionResult OpenvinoModel::createSession(std::size_t batch) noexcept
{
    SessionResult result;
    result.error = guarded([&] {
        auto session = std::make_unique<OpenvinoSession>(compiled(batch), batch, m_inputValues, m_classes);
        if (session->infer() == nullptr) {
            throw Refusal(session->error());
        }
        result.session = std::move(session);
    });
    return result;
}

std::string OpenvinoModel::description() const
{
    std::string text = std::string(toString(m_plan.precision)) + ", " + m_plan.device;
    if (m_plan.compileForEachSession) {
        text += ", one thread a session";
    }
    if (!m_kernels.description.empty()) {
        text += ", convolutions by " + m_kernels.description;
    }
    text += ", openvino " + openvinoVersion();
    const std::string tbb = loadedTbb();
    return tbb.empty() ? text : text + ", " + tbb;
}

ov::CompiledModel OpenvinoModel::compiled(std::size_t batch)
{
    if (m_plan.compileForEachSession) {
        return compileForBatch(m_core, *m_kernels.model, m_plan, batch);
    }
    const std::scoped_lock lock(m_guard);
    auto place = m_shared.find(batch);
    if (place == m_shared.end()) {
        place = m_shared.emplace(batch, compileForBatch(m_core, *m_kernels.model, m_plan, batch)).first;
    }
    return place->second;
}

} // namespace iotbench::engines
