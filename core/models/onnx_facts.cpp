#include "models/onnx_facts.h"

#include "models/onnx_reading.h"
#include "models/onnx_soundness.h"

#include <onnx/onnx_pb.h>

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace iotbench {
namespace {

// Of an input. A label has one byte, so there are no more classes.
constexpr std::int64_t kMostChannels = 16;
constexpr std::int64_t kLongestSide = 4'096;
constexpr std::int64_t kMostClasses = 256;

using Shape = std::vector<std::int64_t>; // -1: not known; the batch counts as known, as 1

// The shape of an image's worth of every tensor, by name.
class Shapes {
public:
    explicit Shapes(const onnx::GraphProto& graph)
    {
        for (const auto* values : {&graph.input(), &graph.output(), &graph.value_info()}) {
            for (const auto& value : *values) {
                add(value);
            }
        }
        for (const auto& weights : graph.initializer()) {
            m_shapes[weights.name()] = Shape(weights.dims().begin(), weights.dims().end());
        }
    }

    // nullptr where nothing, or not every dimension, is known.
    const Shape* find(const std::string& tensor) const
    {
        const auto found = m_shapes.find(tensor);
        if (found == m_shapes.end() || std::count(found->second.begin(), found->second.end(), -1) > 0) {
            return nullptr;
        }
        return &found->second;
    }

private:
    void add(const onnx::ValueInfoProto& value)
    {
        if (!value.type().has_tensor_type() || !value.type().tensor_type().has_shape()) {
            return;
        }
        Shape shape = sizesOf(value.type().tensor_type().shape());
        if (!shape.empty()) {
            shape.front() = 1;
        }
        m_shapes[value.name()] = std::move(shape);
    }

    std::unordered_map<std::string, Shape> m_shapes;
};

double product(const Shape& shape, std::size_t from = 0)
{
    double result = 1;
    for (std::size_t i = from; i < shape.size(); ++i) {
        result *= static_cast<double>(shape[i]);
    }
    return result;
}

// Multiply-adds of one node for one image; unset where a shape is missing. 0 for what has none to speak of.
std::optional<double> multiplyAdds(const onnx::NodeProto& node, const Shapes& shapes)
{
    const bool convolution = node.op_type() == "Conv";
    if (!convolution && node.op_type() != "Gemm" && node.op_type() != "MatMul") {
        return 0;
    }
    if (node.input_size() < 2 || node.output_size() < 1) {
        return std::nullopt;
    }
    const Shape* weights = shapes.find(node.input(1));
    const Shape* output = shapes.find(node.output(0));
    if (weights == nullptr || output == nullptr || weights->size() < 2 || output->size() < 2) {
        return std::nullopt;
    }
    if (convolution) { // weights: filters × channels of the group × height × width
        return product(*output) * product(*weights, 1);
    }
    // One of the two dimensions of a dense layer's weights is the number of its outputs, whatever transB
    // says.
    return product(*weights);
}

std::optional<std::uint64_t> countMultiplyAdds(onnx::ModelProto& model)
{
    if (!inferShapes(model)) {
        return std::nullopt;
    }
    const Shapes shapes(model.graph());
    double sum = 0;
    for (const auto& node : model.graph().node()) {
        const std::optional<double> macs = multiplyAdds(node, shapes);
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
Message faultOfInput(const onnx::GraphProto& graph, OnnxFacts& facts)
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
    const auto& shape = type.tensor_type().shape();
    std::array<std::int64_t, 3> sizes{}; // 0: not stated
    for (int i = 1; shape.dim_size() == 4 && i < 4; ++i) {
        sizes[static_cast<std::size_t>(i - 1)] = shape.dim(i).dim_value();
    }
    const auto [channels, height, width] = sizes;
    const auto isSide = [](std::int64_t size) { return size >= 1 && size <= kLongestSide; };
    if (isSide(channels) && isSide(height) && width >= 1 && width <= 4 && width < channels) {
        const ImageShape meant{static_cast<std::size_t>(height), static_cast<std::size_t>(channels),
            static_cast<std::size_t>(width)};
        return {TR("its input is %1, channels last; N×%2 is needed: export it channels first"),
            {shapeText(type), toString(meant)}};
    }
    if (channels < 1 || channels > kMostChannels || !isSide(height) || !isSide(width)) {
        return {TR("its input is %1; images are N×C×H×W, of 1 to %2 channels and sides of 1 to %3 pixels"),
            {shapeText(type), kMostChannels, kLongestSide}};
    }
    facts.input = {static_cast<std::size_t>(width), static_cast<std::size_t>(height),
        static_cast<std::size_t>(channels)};
    return {};
}

// Only what can be known before the model runs; an engine checks the number of scores again.
Message faultOfOutput(const onnx::GraphProto& graph, OnnxFacts& facts)
{
    if (graph.output_size() != 1) {
        return {TR("it has %1 outputs; a classifier has one"), {graph.output_size()}};
    }
    const onnx::TypeProto& type = graph.output(0).type();
    if (!type.has_tensor_type() || !type.tensor_type().has_shape()) {
        return {};
    }
    std::int64_t scores = 1;
    for (int i = 1; i < type.tensor_type().shape().dim_size(); ++i) {
        const auto& dimension = type.tensor_type().shape().dim(i);
        if (!dimension.has_dim_value()) {
            return {};
        }
        if (dimension.dim_value() != 1) {
            scores = scores == 1 ? dimension.dim_value() : 0;
        }
    }
    if (scores < 2 || scores > kMostClasses) {
        return {TR("its output is %1; a classifier gives one score for each of 2 to %2 classes"),
            {shapeText(type), kMostClasses}};
    }
    facts.classes = static_cast<std::size_t>(scores);
    return {};
}

// A file cut off between two fields still parses: then a tensor that some node takes is missing.
Message faultOfWiring(const onnx::GraphProto& graph, OnnxFacts&)
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
        known.insert(node.output().begin(), node.output().end());
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

Result<OnnxFacts> readOnnxFacts(std::span<const std::uint8_t> onnx)
{
    std::optional<onnx::ModelProto> model = parsedOnnx(onnx);
    if (!model || model->graph().node_size() == 0) {
        return Error{TR("it is not an ONNX model, or not a whole one")};
    }
    const onnx::GraphProto& graph = model->graph();
    OnnxFacts facts;
    if (Message fault = faultOfSoundness(graph); !fault.empty()) {
        return Error{std::move(fault)};
    }
    for (const auto& faultOf : {faultOfWiring, faultOfInput, faultOfOutput}) {
        if (Message fault = faultOf(graph, facts); !fault.empty()) {
            return Error{std::move(fault)};
        }
    }
    facts.scores = scoreKind(graph);
    facts.opset = operatorSetOf(*model);
    facts.parameters = countParameters(graph);
    facts.macs = countMultiplyAdds(*model);
    return facts;
}

} // namespace iotbench
