#include "models/onnx_soundness.h"

#include "models/float_bits.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <string_view>
#include <unordered_set>

namespace iotbench {
namespace {

using onnx::TensorProto;

constexpr std::uint64_t kMostValues = std::uint64_t{1} << 29U; // 2 GB of float32
constexpr unsigned kDeepestGraph = 16; // of graphs within graphs

// How a tensor of a type keeps its values, where it does not keep them as raw bytes.
struct Storage {
    std::size_t bytes = 0; // of one value
    int entries = 0; // that it has in the field of its type
};

std::optional<Storage> storageOf(const TensorProto& tensor)
{
    switch (tensor.data_type()) {
    case TensorProto::FLOAT:
        return Storage{4, tensor.float_data_size()};
    case TensorProto::DOUBLE:
        return Storage{8, tensor.double_data_size()};
    case TensorProto::INT64:
        return Storage{8, tensor.int64_data_size()};
    case TensorProto::UINT64:
        return Storage{8, tensor.uint64_data_size()};
    case TensorProto::UINT32:
        return Storage{4, tensor.uint64_data_size()};
    case TensorProto::INT32:
        return Storage{4, tensor.int32_data_size()};
    case TensorProto::FLOAT16:
    case TensorProto::BFLOAT16:
    case TensorProto::INT16:
    case TensorProto::UINT16:
        return Storage{2, tensor.int32_data_size()};
    case TensorProto::INT8:
    case TensorProto::UINT8:
    case TensorProto::BOOL:
        return Storage{1, tensor.int32_data_size()};
    default:
        return std::nullopt; // text, and what later versions bring: no weights
    }
}

// The product; empty where a size is negative or there are more values than a model has.
std::optional<std::uint64_t> valuesOf(const TensorProto& tensor)
{
    std::uint64_t values = 1;
    for (const std::int64_t size : tensor.dims()) {
        if (size < 0 || (size > 0 && values > kMostValues / static_cast<std::uint64_t>(size))) {
            return std::nullopt;
        }
        values *= static_cast<std::uint64_t>(size);
    }
    return values;
}

std::optional<FloatBits> bitsOf(int type)
{
    switch (type) {
    case TensorProto::FLOAT:
        return kFloat32Bits;
    case TensorProto::DOUBLE:
        return kFloat64Bits;
    case TensorProto::FLOAT16:
        return kFloat16Bits;
    case TensorProto::BFLOAT16:
        return kBfloat16Bits;
    default:
        return std::nullopt;
    }
}

// The bits of value `index`.
std::uint64_t valueBits(const TensorProto& tensor, std::size_t bytes, int index)
{
    std::uint64_t bits = 0; // little-endian, as ONNX keeps raw data
    if (tensor.has_raw_data()) {
        std::memcpy(&bits, tensor.raw_data().data() + static_cast<std::size_t>(index) * bytes, bytes);
    } else if (tensor.data_type() == TensorProto::FLOAT) {
        const float value = tensor.float_data(index);
        std::memcpy(&bits, &value, sizeof value);
    } else if (tensor.data_type() == TensorProto::DOUBLE) {
        const double value = tensor.double_data(index);
        std::memcpy(&bits, &value, sizeof value);
    } else {
        bits = static_cast<std::uint16_t>(tensor.int32_data(index));
    }
    return bits;
}

bool hasBadValue(const TensorProto& tensor, std::size_t bytes, std::uint64_t values)
{
    const std::optional<FloatBits> bits = bitsOf(tensor.data_type());
    for (std::uint64_t i = 0; bits && i < values; ++i) {
        if (isBadWeight(valueBits(tensor, bytes, static_cast<int>(i)), *bits, values)) {
            return true;
        }
    }
    return false;
}

Message faultOfTensor(const TensorProto& tensor)
{
    if (tensor.data_location() == TensorProto::EXTERNAL || tensor.external_data_size() > 0) {
        return TR("it keeps its weights in another file; export it as one file");
    }
    const std::optional<Storage> storage = storageOf(tensor);
    if (!storage) {
        return {};
    }
    const std::optional<std::uint64_t> values = valuesOf(tensor);
    const std::uint64_t held = tensor.has_raw_data() ? tensor.raw_data().size() / storage->bytes
                                                     : static_cast<std::uint64_t>(storage->entries);
    const bool whole = !tensor.has_raw_data() || tensor.raw_data().size() % storage->bytes == 0;
    if (!values || *values != held || !whole || tensor.has_segment()) {
        return {TR("its tensor \"%1\" does not hold as many values as it says"), {tensor.name()}};
    }
    if (hasBadValue(tensor, storage->bytes, *values)) {
        return {TR("its tensor \"%1\" holds a value that is infinite or not a number"), {tensor.name()}};
    }
    return {};
}

// Of windows that move over images: libraries divide by some of these.
Message faultOfAttribute(const onnx::NodeProto& node, const onnx::AttributeProto& attribute)
{
    struct Range {
        std::string_view name;
        std::int64_t least;
    };
    constexpr std::array<Range, 6> kWindows{{{"kernel_shape", 1}, {"strides", 1}, {"dilations", 1},
        {"pads", 0}, {"output_padding", 0}, {"group", 1}}};
    constexpr std::int64_t kMost = 1 << 20;
    const auto range = std::ranges::find(kWindows, attribute.name(), &Range::name);
    if (range == kWindows.end() || (node.op_type() == "Pad" && attribute.name() == "pads")) {
        return {};
    }
    const auto fits = [&](std::int64_t value) { return value >= range->least && value <= kMost; };
    const bool isOne = attribute.name() == "group";
    if (isOne ? !fits(attribute.i()) : !std::ranges::all_of(attribute.ints(), fits)) {
        return {TR("its operator %1 has \"%2\" of an impossible size"), {node.op_type(), attribute.name()}};
    }
    return {};
}

Message faultOfGraph(const onnx::GraphProto& graph, unsigned depth);

// Libraries repeat a graph within for as often as the file says, and cannot be stopped.
bool repeatsGraph(const onnx::NodeProto& node)
{
    return node.op_type() == "Loop" || node.op_type() == "Scan" || node.op_type() == "SequenceMap";
}

bool isRandom(const onnx::NodeProto& node)
{
    return node.op_type().starts_with("Random") || node.op_type() == "Multinomial"
        || node.op_type() == "Bernoulli";
}

Message faultOfNode(const onnx::NodeProto& node, unsigned depth)
{
    if (isRandom(node)) {
        return {
            TR("its operator %1 gives other values every time: export it for inference"), {node.op_type()}};
    }
    if (repeatsGraph(node)) {
        return {TR("its operator %1 repeats a graph within its graph: export it without"), {node.op_type()}};
    }
    std::unordered_set<std::string_view> names;
    for (const onnx::AttributeProto& attribute : node.attribute()) {
        if (!names.insert(attribute.name()).second) { // of which engines take one or the other
            return {TR("its operator %1 has \"%2\" twice"), {node.op_type(), attribute.name()}};
        }
        Message fault = faultOfAttribute(node, attribute);
        if (fault.empty() && attribute.has_t()) {
            fault = faultOfTensor(attribute.t());
        }
        for (int i = 0; fault.empty() && i < attribute.tensors_size(); ++i) {
            fault = faultOfTensor(attribute.tensors(i));
        }
        if (fault.empty() && attribute.has_g()) {
            fault = faultOfGraph(attribute.g(), depth + 1);
        }
        for (int i = 0; fault.empty() && i < attribute.graphs_size(); ++i) {
            fault = faultOfGraph(attribute.graphs(i), depth + 1);
        }
        if (!fault.empty()) {
            return fault;
        }
    }
    return {};
}

Message faultOfGraph(const onnx::GraphProto& graph, unsigned depth)
{
    if (depth > kDeepestGraph) {
        return {TR("its graphs are nested more than %1 deep"), {kDeepestGraph}};
    }
    for (const TensorProto& tensor : graph.initializer()) {
        if (Message fault = faultOfTensor(tensor); !fault.empty()) {
            return fault;
        }
    }
    for (const onnx::NodeProto& node : graph.node()) {
        if (Message fault = faultOfNode(node, depth); !fault.empty()) {
            return fault;
        }
    }
    return {};
}

// Constants are none.
std::size_t operatorsOf(const onnx::GraphProto& graph)
{
    std::size_t operators = 0;
    for (const onnx::NodeProto& node : graph.node()) {
        operators += node.op_type() == "Constant" ? 0 : 1;
        for (const onnx::AttributeProto& attribute : node.attribute()) {
            operators += attribute.has_g() ? operatorsOf(attribute.g()) : 0;
        }
    }
    return operators;
}

// The first size that a value states; 0 where it states none.
std::int64_t firstSize(const onnx::ValueInfoProto& value)
{
    const auto& shape = value.type().tensor_type().shape();
    return shape.dim_size() > 0 ? shape.dim(0).dim_value() : 0;
}

// Scores of 10×N would be taken for those of N×10.
Message faultOfBatch(const onnx::GraphProto& graph)
{
    const auto isInput = [&graph](std::int64_t size) {
        return std::ranges::any_of(
            graph.input(), [size](const auto& input) { return firstSize(input) == size; });
    };
    for (const onnx::ValueInfoProto& output : graph.output()) {
        const std::int64_t size = firstSize(output);
        if (size > 1 && output.type().tensor_type().shape().dim_size() > 1 && !isInput(size)) {
            return {
                TR("its output \"%1\" begins with %2 values where the batch must be"), {output.name(), size}};
        }
    }
    return {};
}

} // namespace

Message faultOfSoundness(const onnx::ModelProto& model)
{
    // Ten functions that call the one before ten times each are 10^10 operators; one may call itself.
    if (model.functions_size() > 0) {
        return {TR("it has functions of its own, \"%1\" among them: write them out with "
                   "onnx.inliner.inline_local_functions()"),
            {model.functions(0).name()}};
    }
    if (Message fault = faultOfGraph(model.graph(), 0); !fault.empty()) {
        return fault;
    }
    if (const std::size_t operators = operatorsOf(model.graph()); operators > kMostOperators) {
        return {TR("it has %1 operators; engines take too long for over %2"), {operators, kMostOperators}};
    }
    return faultOfBatch(model.graph());
}

Message faultOfSizes(const onnx::GraphProto& graph)
{
    double sum = 0;
    for (const onnx::ValueInfoProto& value : graph.value_info()) {
        double values = 1;
        for (const auto& dimension : value.type().tensor_type().shape().dim()) {
            values *= dimension.has_dim_value() ? static_cast<double>(dimension.dim_value()) : 1;
        }
        sum += std::max(values, 0.0);
        if (sum > static_cast<double>(kMostBetweenOperators)) {
            return {TR("its tensors have over %1 values for one image, \"%2\" among them"),
                {kMostBetweenOperators, value.name()}};
        }
    }
    return {};
}

} // namespace iotbench
