// OpenVINO: fp32, bf16 and int8 on the CPU, and whatever other devices it finds.
#include "base/refusal.h"
#include "engines/engine.h"
#include "engines/openvino/kernel_choice.h"
#include "engines/openvino/library_text.h"
#include "engines/openvino/openvino_model.h"

#include <openvino/core/model.hpp>
#include <openvino/core/preprocess/pre_post_process.hpp>

#include <algorithm>
#include <cstring>

namespace iotbench::engines {
namespace {

std::shared_ptr<ov::Model> readModel(ov::Core& core, const ModelSource& source)
{
    const std::string text(reinterpret_cast<const char*>(source.bytes.data()), source.bytes.size());
    ov::Tensor weights;
    if (source.format == ModelFormat::OpenVinoIr) {
        weights = ov::Tensor(ov::element::u8, {source.weights.size()});
        std::memcpy(weights.data(), source.weights.data(), source.weights.size());
    }
    std::shared_ptr<ov::Model> model;
    if (Message reason = guarded([&] { model = core.read_model(text, weights); }); !reason.empty()) {
        throw Refusal(TR("model %1 cannot be read: %2"), {source.name, std::move(reason)});
    }
    return model;
}

void checkEnds(const ov::Model& model, const ModelSource& source)
{
    if (model.inputs().size() != 1 || model.outputs().size() != 1) {
        throw Refusal(TR("model %1 has %2 inputs and %3 outputs, must have one of each"),
            {source.name, model.inputs().size(), model.outputs().size()});
    }
    const ov::PartialShape shape = model.input().get_partial_shape();
    if (shape.rank().is_dynamic() || shape.size() != 4) {
        throw Refusal(TR("model %1 does not take images: its input is not N×C×H×W"), {source.name});
    }
}

// Makes an input N×H×W×C one of N×C×H×W, as sessions are fed; of ONNX models it is that already.
void putChannelsFirst(std::shared_ptr<ov::Model>& model, const ModelSource& source)
{
    const auto of
        = [](std::size_t size) { return ov::Dimension(static_cast<ov::Dimension::value_type>(size)); };
    const ov::PartialShape shape = model->input().get_partial_shape();
    const ov::PartialShape last{shape[0], of(source.height), of(source.width), of(source.channels)};
    const ov::PartialShape first{shape[0], of(source.channels), of(source.height), of(source.width)};
    if (shape != last || shape == first) {
        return;
    }
    ov::preprocess::PrePostProcessor ends(model);
    ends.input().tensor().set_layout("NCHW");
    ends.input().model().set_layout("NHWC");
    model = ends.build();
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : ", ") + word;
    }
    return text;
}

class OpenvinoEngine final : public Engine {
public:
    // Looking for devices takes some 50 ms, so it is done once.
    OpenvinoEngine()
        : m_devices(m_core.get_available_devices())
        , m_precisions(m_devices.empty() ? std::vector<Precision>{} : precisionsOf(m_core, m_devices.front()))
    {
        if (m_devices.empty()) {
            throw Refusal(TR("OpenVINO finds no device, not even the CPU: its plugins do not lie beside it"));
        }
    }

    std::string name() const override { return "openvino"; }
    std::string version() const override { return openvinoVersion(); }
    std::vector<Precision> precisions() const override { return m_precisions; }
    std::vector<std::string> devices() const override { return m_devices; }

    CompileResult compile(const ModelSource& source, const CompileOptions& options) noexcept override
    {
        CompileResult result;
        result.error = guarded([&] {
            if (std::find(m_devices.begin(), m_devices.end(), options.device) == m_devices.end()) {
                throw Refusal(TR("engine openvino has no device \"%1\" here, only %2"),
                    {options.device, joined(m_devices)});
            }
            std::shared_ptr<ov::Model> model = readModel(m_core, source);
            checkEnds(*model, source);
            putChannelsFirst(model, source);
            const CompilePlan plan = planFor(m_core, *model, source.name, options);
            auto compiled = std::make_unique<OpenvinoModel>(m_core,
                fasterConvolutions(m_core, model, plan, options.hint), plan, source.inputValues(),
                source.classes);
            SessionResult trial = compiled->createSession(1);
            if (!trial.session) {
                throw Refusal(TR("model %1 does not run: %2"), {source.name, trial.error});
            }
            result.model = std::move(compiled);
        });
        return result;
    }

private:
    ov::Core m_core;
    const std::vector<std::string> m_devices;
    const std::vector<Precision> m_precisions; // of the first device
};

Engine* createEngine(Message* error)
{
    OpenvinoEngine* engine = nullptr;
    *error = guarded([&] { engine = new OpenvinoEngine; });
    return engine;
}

constexpr ModuleDescription kDescription{kEngineAbiTag, createEngine};

} // namespace
} // namespace iotbench::engines

IOTBENCH_ENGINE_EXPORT const iotbench::engines::ModuleDescription* iotbench_engine_module()
{
    return &iotbench::engines::kDescription;
}
