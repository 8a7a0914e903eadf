// OpenVINO: fp32, bf16 and int8 on the CPU, and whatever other devices it finds.
#include "engines/engine.h"

#include "engines/openvino/kernel_choice.h"
#include "engines/openvino/library_text.h"
#include "engines/openvino/openvino_model.h"

#include <openvino/core/model.hpp>

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
    if (const std::string reason = guarded([&] { model = core.read_model(text, weights); });
        !reason.empty()) {
        throw Refusal("model " + source.name + " cannot be read: " + reason);
    }
    return model;
}

void checkEnds(const ov::Model& model, const ModelSource& source)
{
    if (model.inputs().size() != 1 || model.outputs().size() != 1) {
        throw Refusal("model " + source.name + " has " + std::to_string(model.inputs().size())
            + " inputs and " + std::to_string(model.outputs().size()) + " outputs, must have one of each");
    }
    const ov::PartialShape shape = model.input().get_partial_shape();
    if (shape.rank().is_dynamic() || shape.size() != 4) {
        throw Refusal("model " + source.name + " does not take images: its input is not N×3×32×32");
    }
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
            throw Refusal("OpenVINO finds no device, not even the CPU: its plugins do not lie beside it");
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
                throw Refusal("engine openvino has no device \"" + options.device + "\" here, only "
                    + joined(m_devices));
            }
            const std::shared_ptr<ov::Model> model = readModel(m_core, source);
            checkEnds(*model, source);
            const CompilePlan plan = planFor(m_core, *model, source.name, options);
            auto compiled = std::make_unique<OpenvinoModel>(
                m_core, fasterConvolutions(m_core, model, plan), plan, source.inputValues, source.classes);
            SessionResult trial = compiled->createSession(1);
            if (!trial.session) {
                throw Refusal("model " + source.name + " does not run: " + trial.error);
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

Engine* createEngine(std::string* error)
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
