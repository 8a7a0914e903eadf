#include "engines/openvino/kernel_choice.h"

#include "engines/openvino/library_text.h"

#include <openvino/core/runtime_attribute.hpp>
#include <openvino/op/convolution.hpp>
#include <openvino/pass/serialize.hpp>
#include <openvino/runtime/compiled_model.hpp>
#include <openvino/runtime/infer_request.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <limits>
#include <map>
#include <sstream>
#include <string_view>
#include <utility>

namespace iotbench::engines {
namespace {

constexpr std::size_t kTriedBatch = 1; // that every run has; kernels came out alike at 8 and 32
constexpr int kRounds = 12;
constexpr double kLeastGain = 1.03;
constexpr std::string_view kMatrixKernels = "brgconv_";
constexpr std::string_view kDirectKernels = "jit_";

// OpenVINO writes it into an IR by this name, and makes its own class of it on reading.
class PrimitivesPriority final : public ov::RuntimeAttribute {
public:
    OPENVINO_RTTI("primitives_priority", "0", ov::RuntimeAttribute);

    explicit PrimitivesPriority(std::string value)
        : m_value(std::move(value))
    {
    }

    bool visit_attributes(ov::AttributeVisitor& visitor) override
    {
        visitor.on_attribute("value", m_value);
        return true;
    }

private:
    std::string m_value;
};

// Those that look at neighbours: for the others there are kernels of their own, which are left alone.
bool isSpatialConvolution(const ov::Node& node)
{
    const auto* convolution = dynamic_cast<const ov::op::v1::Convolution*>(&node);
    if (convolution == nullptr) {
        return false;
    }
    const ov::PartialShape& weights = convolution->get_input_partial_shape(1);
    return weights.is_static() && weights.size() == 4
        && weights[2].get_length() * weights[3].get_length() > 1;
}

std::shared_ptr<const ov::Model> withKernels(
    ov::Core& core, const ov::Model& model, const std::string& kernels)
{
    const std::shared_ptr<ov::Model> asking = model.clone();
    for (const std::shared_ptr<ov::Node>& node : asking->get_ops()) {
        if (isSpatialConvolution(*node)) {
            PrimitivesPriority priority("cpu:" + kernels);
            node->get_rt_info()[PrimitivesPriority::get_type_info_static()] = priority;
        }
    }
    std::ostringstream structure;
    std::ostringstream weights;
    ov::pass::Serialize(structure, weights).run_on_model(asking);
    const std::string bytes = weights.str();
    ov::Tensor tensor(ov::element::u8, {bytes.size()});
    std::memcpy(tensor.data(), bytes.data(), bytes.size());
    return core.read_model(structure.str(), tensor);
}

// "brgconv_avx512" where that is what most of the spatial convolutions run by; the name that the library
// gives, "brgconv_avx512_I8", ends in the type of the numbers.
std::string kernelsOf(const ov::CompiledModel& compiled)
{
    std::map<std::string, int> counts;
    for (const std::shared_ptr<ov::Node>& node : compiled.get_runtime_model()->get_ops()) {
        const ov::RTMap& facts = node->get_rt_info();
        const auto layer = facts.find("layerType");
        const auto kernels = facts.find("primitiveType");
        if (layer != facts.end() && kernels != facts.end()
            && layer->second.as<std::string>() == "Convolution") {
            const std::string name = kernels->second.as<std::string>();
            ++counts[name.substr(0, name.rfind('_'))];
        }
    }
    const auto most = std::max_element(counts.begin(), counts.end(),
        [](const auto& one, const auto& other) { return one.second < other.second; });
    return most == counts.end() ? std::string() : most->first;
}

struct Contender {
    ov::InferRequest request;
    double seconds = std::numeric_limits<double>::infinity(); // the fastest inference so far
};

void inferOnce(Contender& contender)
{
    const auto begin = std::chrono::steady_clock::now();
    contender.request.infer();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    contender.seconds = std::min(contender.seconds, took.count());
}

std::string gainText(double gain)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f", gain);
    return text.data();
}

// What an earlier start found out. Empty where the hint is not one of ours, or the model does not run by what
// it says.
std::optional<KernelChoice> asHinted(ov::Core& core, const std::shared_ptr<const ov::Model>& model,
    const CompilePlan& plan, const std::string& hint)
{
    KernelChoice choice{model, {}, {}, {}, true};
    std::istringstream words(hint);
    words >> choice.kernels >> choice.gain >> choice.slower;
    if (choice.kernels.empty() || choice.gain.empty() != choice.slower.empty()) {
        return std::nullopt;
    }
    bool runsBySuch = false;
    static_cast<void>(guarded([&] {
        if (!choice.slower.empty()) {
            choice.model = withKernels(core, *model, choice.kernels);
        }
        choice.compiled = compileForBatch(core, *choice.model, plan, kTriedBatch);
        choice.batch = kTriedBatch;
        runsBySuch = kernelsOf(*choice.compiled) == choice.kernels;
    }));
    return runsBySuch ? std::optional(choice) : std::nullopt;
}

} // namespace

std::string KernelChoice::description() const
{
    if (slower.empty()) {
        return kernels;
    }
    return kernels + (remembered ? ", remembered as " : ", measured ") + gain + " times as fast as " + slower;
}

std::string KernelChoice::hint() const
{
    return slower.empty() ? kernels : kernels + ' ' + gain + ' ' + slower;
}

KernelChoice fasterConvolutions(ov::Core& core, const std::shared_ptr<const ov::Model>& model,
    const CompilePlan& plan, const std::string& hint)
{
    if (!plan.compileForEachSession) {
        return {model, {}, {}, {}};
    }
    if (auto hinted = asHinted(core, model, plan, hint)) {
        return *hinted;
    }
    ov::CompiledModel own = compileForBatch(core, *model, plan, kTriedBatch);
    KernelChoice choice{model, kernelsOf(own), {}, {}, false, own, kTriedBatch};
    if (!choice.kernels.starts_with(kMatrixKernels)) {
        return choice;
    }
    const std::string others = std::string(kDirectKernels) + choice.kernels.substr(kMatrixKernels.size());
    // An OpenVINO that knows these kernels or the attribute no longer says so by an exception, or takes no
    // notice.
    static_cast<void>(guarded([&] {
        const std::shared_ptr<const ov::Model> asking = withKernels(core, *model, others);
        ov::CompiledModel other = compileForBatch(core, *asking, plan, kTriedBatch);
        if (kernelsOf(other) != others) {
            return;
        }
        Contender first{own.create_infer_request()};
        Contender second{other.create_infer_request()};
        for (int round = 0; round < kRounds; ++round) {
            inferOnce(first);
            inferOnce(second);
        }
        const double gain = first.seconds / second.seconds;
        if (gain >= kLeastGain) {
            choice = {asking, others, choice.kernels, gainText(gain), false, other, kTriedBatch};
        }
    }));
    return choice;
}

} // namespace iotbench::engines
