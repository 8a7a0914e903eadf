#include "engines/openvino/openvino_model.h"

#include "base/refusal.h"
#include "engines/aligned_floats.h"
#include "engines/openvino/library_text.h"

#include <openvino/core/model.hpp>
#include <openvino/runtime/infer_request.hpp>
#include <openvino/runtime/tensor.hpp>

#include <sstream>
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
    , m_model(std::move(kernels.model))
    , m_kernels(kernels.description())
    , m_hint(kernels.hint())
    , m_plan(std::move(plan))
    , m_inputValues(inputValues)
    , m_classes(classes)
{
    m_batches[kernels.batch].compiled = std::move(kernels.compiled);
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
    if (!m_kernels.empty()) {
        text += ", convolutions by " + m_kernels;
    }
    text += ", openvino " + openvinoVersion();
    const std::string tbb = loadedTbb();
    return tbb.empty() ? text : text + ", " + tbb;
}

OpenvinoModel::Batch& OpenvinoModel::at(std::size_t batch)
{
    const std::scoped_lock lock(m_guard);
    return m_batches[batch];
}

ov::CompiledModel OpenvinoModel::compiled(std::size_t batch)
{
    if (m_plan.compileForEachSession) {
        return compiledForOneSession(batch);
    }
    Batch& shared = at(batch);
    const std::scoped_lock lock(shared.guard);
    if (!shared.compiled) {
        shared.compiled = compileForBatch(m_core, *m_model, m_plan, batch);
    }
    return *shared.compiled;
}

ov::CompiledModel OpenvinoModel::compiledForOneSession(std::size_t batch)
{
    Batch& place = at(batch);
    std::shared_ptr<const std::string> exported;
    {
        const std::scoped_lock lock(place.guard);
        if (!place.exported) {
            ov::CompiledModel first = place.compiled ? *std::exchange(place.compiled, std::nullopt)
                                                     : compileForBatch(m_core, *m_model, m_plan, batch);
            // Where it cannot be exported, the next session has one compiled, too.
            static_cast<void>(guarded([&] {
                std::ostringstream bytes;
                first.export_model(bytes);
                place.exported = std::make_shared<const std::string>(bytes.str());
            }));
            return first;
        }
        exported = place.exported;
    }
    std::istringstream bytes(*exported);
    return m_core.import_model(bytes, m_plan.device, m_plan.properties);
}

} // namespace iotbench::engines
