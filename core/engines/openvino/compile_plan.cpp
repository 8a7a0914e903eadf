#include "engines/openvino/compile_plan.h"

#include "base/refusal.h"

#include <openvino/core/model.hpp>
#include <openvino/core/node.hpp>
#include <openvino/core/preprocess/pre_post_process.hpp>
#include <openvino/runtime/properties.hpp>

#include <algorithm>
#include <string_view>

namespace iotbench::engines {
namespace {

bool isCpu(const std::string& device)
{
    return device == "CPU";
}

// Quantised activations, as NNCF and ONNX's QuantizeLinear come out. Weights alone stored in 8 bits do not
// make a convolution compute in int8.
bool isQuantised(const ov::Model& model)
{
    const auto operations = model.get_ops();
    return std::any_of(operations.begin(), operations.end(), [](const std::shared_ptr<ov::Node>& operation) {
        return std::string_view(operation->get_type_name()) == "FakeQuantize";
    });
}

void checkPrecision(ov::Core& core, const std::string& device, Precision precision)
{
    const std::vector<Precision> possible = precisionsOf(core, device);
    if (std::find(possible.begin(), possible.end(), precision) != possible.end()) {
        return;
    }
    if (precision == Precision::Bf16 && isCpu(device)) {
        throw Refusal(
            TR("device %1 does not compute in bf16: this processor has no bfloat16 instructions (AVX-512 "
               "BF16, AMX or SVE BF16); take fp32 or another engine or device"),
            {device});
    }
    throw Refusal(TR("device %1 does not compute in %2; take fp32 or another engine or device"),
        {device, std::string(toString(precision))});
}

void checkQuantisation(const ov::Model& model, const std::string& name, Precision precision)
{
    if (precision == Precision::Int8 && !isQuantised(model)) {
        throw Refusal(
            TR("model %1 is not quantised, so it cannot run in int8: take a model whose card has an int8 "
               "variant (--list-models), or quantise it (models/train/quantise.py)"),
            {name});
    }
    if (precision != Precision::Int8 && isQuantised(model)) {
        throw Refusal(TR("model %1 is quantised: ask for --precision int8"), {name});
    }
}

} // namespace

std::vector<Precision> precisionsOf(ov::Core& core, const std::string& device)
{
    const auto able = core.get_property(device, ov::device::capabilities);
    const auto has
        = [&](const char* word) { return std::find(able.begin(), able.end(), word) != able.end(); };
    std::vector<Precision> precisions{Precision::Fp32};
    if (has(ov::device::capability::BF16)) {
        precisions.push_back(Precision::Bf16);
    }
    if (has(ov::device::capability::INT8)) {
        precisions.push_back(Precision::Int8);
    }
    return precisions;
}

CompilePlan planFor(
    ov::Core& core, const ov::Model& model, const std::string& modelName, const CompileOptions& options)
{
    checkPrecision(core, options.device, options.precision);
    checkQuantisation(model, modelName, options.precision);

    CompilePlan plan;
    plan.device = options.device;
    plan.precision = options.precision;
    plan.compileForEachSession = isCpu(options.device);
    // Said in each case: left to itself a CPU with bf16 takes it for fp32 models too. The layers that int8
    // leaves out run in fp32.
    plan.properties.insert(ov::hint::inference_precision(
        options.precision == Precision::Bf16 ? ov::element::bf16 : ov::element::f32));
    if (isCpu(options.device)) {
        plan.properties.insert(ov::num_streams(ov::streams::Num(1)));
        plan.properties.insert(ov::inference_num_threads(1));
        // Workers go where the system puts them, beside sender and reader.
        plan.properties.insert(ov::hint::enable_cpu_pinning(false));
    } else {
        plan.properties.insert(ov::hint::performance_mode(ov::hint::PerformanceMode::THROUGHPUT));
        plan.properties.insert(ov::hint::num_requests(options.workers));
    }
    return plan;
}

ov::CompiledModel compileForBatch(
    ov::Core& core, const ov::Model& model, const CompilePlan& plan, std::size_t batch)
{
    std::shared_ptr<ov::Model> copy = model.clone();
    ov::PartialShape shape = copy->input().get_partial_shape();
    shape[0] = static_cast<std::int64_t>(batch);
    copy->reshape(shape);
    // Nothing is added where the types are these already.
    ov::preprocess::PrePostProcessor ends(copy);
    ends.input().tensor().set_element_type(ov::element::f32);
    ends.output().tensor().set_element_type(ov::element::f32);
    return core.compile_model(ends.build(), plan.device, plan.properties);
}

} // namespace iotbench::engines
