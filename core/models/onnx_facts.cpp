#include "models/onnx_facts.h"

#include "models/onnx_reading.h"
#include "models/onnx_soundness.h"
#include "models/operator_rules.h"
#include "models/operator_use.h"

#include <onnx/onnx_pb.h>

#include <algorithm>
#include <limits>
#include <string>
#include <unordered_set>
#include <vector>

namespace iotbench {
namespace {

double product(const Sizes& shape, std::size_t from = 0)
{
    double result = 1;
    for (std::size_t i = from; i < shape.size(); ++i) {
        result *= static_cast<double>(shape[i]);
    }
    return result;
}

// The tensors of a graph for one image.
class ImageTensors {
public:
    explicit ImageTensors(const onnx::GraphProto& graph)
        : m_tensors(graph)
    {
        for (const onnx::NodeProto& node : graph.node()) {
            if (node.op_type() == "DequantizeLinear" && node.input_size() > 0 && node.output_size() == 1
                && m_tensors.isConstant(node.input(0))) {
                m_dequantised.insert(node.output(0));
            }
        }
    }

    // Of a tensor whose sizes are all stated but for the batch, which counts as 1 in what is computed.
    std::optional<Sizes> sizes(const std::string& name) const
    {
        std::optional<Sizes> sizes = m_tensors.shape(name);
        if (sizes && !sizes->empty() && !m_tensors.isConstant(name) && !m_dequantised.contains(name)) {
            sizes->front() = 1;
        }
        return sizes && std::ranges::count(*sizes, -1) == 0 ? sizes : std::nullopt;
    }

private:
    GraphTensors m_tensors;
    std::unordered_set<std::string> m_dequantised; // weights of a quantised model
};

// Multiply-adds of one node for one image; unset where a shape is missing. 0 for what has none to speak of.
std::optional<double> multiplyAdds(const onnx::NodeProto& node, const ImageTensors& tensors)
{
    const bool convolution = node.op_type() == "Conv";
    if (!convolution && node.op_type() != "Gemm" && node.op_type() != "MatMul") {
        return 0;
    }
    if (node.input_size() < 2 || node.output_size() < 1) {
        return std::nullopt;
    }
    const std::optional<Sizes> weights = tensors.sizes(node.input(1));
    const std::optional<Sizes> output = tensors.sizes(node.output(0));
    if (!weights || !output || weights->size() < 2 || output->size() < 2) {
        return std::nullopt;
    }
    if (convolution) { // weights: filters × channels of the group × height × width
        return product(*output) * product(*weights, 1);
    }
    // One of the two dimensions of a dense layer's weights is the number of its outputs, whatever transB
    // says.
    return product(*weights);
}

std::optional<std::uint64_t> countMultiplyAdds(const onnx::GraphProto& graph)
{
    const ImageTensors tensors(graph);
    double sum = 0;
    for (const auto& node : graph.node()) {
        const std::optional<double> macs = multiplyAdds(node, tensors);
        if (!macs) {
            return std::nullopt;
        }
        sum += *macs;
    }
    if (!(sum >= 0 && sum < static_cast<double>(std::numeric_limits<std::int64_t>::max()))) {
        return std::nullopt;
    }
    return static_cast<std::uint64_t>(sum);
}

std::uint64_t countParameters(const onnx::GraphProto& graph)
{
    std::uint64_t sum = 0;
    for (const auto& weights : graph.initializer()) {
        switch (weights.data_type()) {
        case onnx::TensorProto::FLOAT:
        case onnx::TensorProto::DOUBLE:
        case onnx::TensorProto::FLOAT16:
        case onnx::TensorProto::BFLOAT16:
        case onnx::TensorProto::INT8:
        case onnx::TensorProto::UINT8:
            break;
        default:
            continue; // shapes and indices
        }
        std::uint64_t count = 1;
        for (const std::int64_t dimension : weights.dims()) {
            count *= static_cast<std::uint64_t>(std::max<std::int64_t>(dimension, 0));
        }
        sum += count;
    }
    return sum;
}

Message shapeText(const onnx::TypeProto& type)
{
    std::string text;
    for (const auto& dimension : type.tensor_type().shape().dim()) {
        text += (text.empty() ? "" : "×");
        text += dimension.has_dim_value()   ? std::to_string(dimension.dim_value())
            : dimension.dim_param().empty() ? "?"
                                            : dimension.dim_param();
    }
    return text.empty() ? TR("of no stated shape") : verbatim(text);
}

// Empty where the input is one that this program can feed: its shape is then told.
Message faultOfInput(const onnx::GraphProto& graph, GraphFacts& facts)
{
    std::unordered_set<std::string> weights;
    for (const auto& tensor : graph.initializer()) {
        weights.insert(tensor.name()); // old exporters list weights among the inputs
    }
    std::vector<const onnx::ValueInfoProto*> inputs;
    for (const auto& input : graph.input()) {
        if (!weights.contains(input.name())) {
            inputs.push_back(&input);
        }
    }
    if (inputs.size() != 1) {
        return {TR("it has %1 inputs; a classifier of images has one"), {inputs.size()}};
    }
    const onnx::TypeProto& type = inputs.front()->type();
    if (!type.has_tensor_type() || type.tensor_type().elem_type() != onnx::TensorProto::FLOAT) {
        return TR("its input is not float32");
    }
    return faultOfInputSizes(sizesOf(type.tensor_type().shape()), shapeText(type), facts);
}

Message faultOfOutput(const onnx::GraphProto& graph, GraphFacts& facts)
{
    if (graph.output_size() != 1) {
        return {TR("it has %1 outputs; a classifier has one"), {graph.output_size()}};
    }
    const onnx::TypeProto& type = graph.output(0).type();
    if (!type.has_tensor_type() || !type.tensor_type().has_shape()) {
        return {};
    }
    return faultOfOutputSizes(sizesOf(type.tensor_type().shape()), shapeText(type), facts);
}

// A file cut off between two fields still parses: then a tensor that some node takes is missing.
Message faultOfWiring(const onnx::GraphProto& graph, GraphFacts&)
{
    std::unordered_set<std::string> known{""}; // an optional input left out
    for (const auto& input : graph.input()) {
        known.insert(input.name());
    }
    for (const auto& weights : graph.initializer()) {
        known.insert(weights.name());
    }
    for (const auto& node : graph.node()) {
        for (const auto& input : node.input()) {
            if (!known.contains(input)) {
                return {
                    TR("it is incomplete: %1 takes \"%2\", which nothing provides"), {node.op_type(), input}};
            }
        }
        for (const auto& output : node.output()) {
            if (!output.empty() && !known.insert(output).second) {
                return {TR("it gives the name \"%1\" to two tensors"), {output}};
            }
        }
    }
    for (const auto& output : graph.output()) {
        if (!known.contains(output.name())) {
            return {TR("it is incomplete: nothing provides its output \"%1\""), {output.name()}};
        }
    }
    return {};
}

// What the graph ends in, looking through operators that only reshape.
ScoreKind scoreKind(const onnx::GraphProto& graph)
{
    std::string tensor = graph.output(0).name();
    for (int i = graph.node_size() - 1; i >= 0; --i) {
        const onnx::NodeProto& node = graph.node(i);
        if (std::find(node.output().begin(), node.output().end(), tensor) == node.output().end()) {
            continue;
        }
        if (node.op_type() == "Softmax") {
            return ScoreKind::Probabilities;
        }
        const bool passesOn = node.op_type() == "Identity" || node.op_type() == "Flatten"
            || node.op_type() == "Reshape" || node.op_type() == "Squeeze";
        if (!passesOn || node.input_size() == 0) {
            break;
        }
        tensor = node.input(0);
    }
    return ScoreKind::Logits;
}

} // namespace

Result<GraphFacts> readOnnxFacts(onnx::ModelProto model)
{
    const onnx::GraphProto& graph = model.graph();
    if (graph.node_size() == 0) {
        return Error{TR("it is not an ONNX model, or not a whole one")};
    }
    GraphFacts facts;
    if (Message fault = faultOfSoundness(model); !fault.empty()) {
        return Error{std::move(fault)};
    }
    for (const auto& faultOf : {faultOfWiring, faultOfInput, faultOfOutput}) {
        if (Message fault = faultOf(graph, facts); !fault.empty()) {
            return Error{std::move(fault)};
        }
    }
    facts.scores = scoreKind(graph);
    facts.opset = operatorSetOf(model);
    facts.parameters = countParameters(graph);
    facts.macs = inferShapes(model) ? countMultiplyAdds(graph) : std::nullopt;
    if (Message fault = faultOfSizes(graph); !fault.empty()) {
        return Error{std::move(fault)};
    }
    facts.operatorFaults = operatorFaultsOf(model);
    return facts;
}

} // namespace iotbench
