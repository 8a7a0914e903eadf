#include "models/keras/onnx_graph.h"

#include "models/keras/onnx_constants.h"
#include "models/keras/onnx_operators.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace iotbench::keras {
namespace {

// The operations of a graph, one after the other. Images are channels first in ONNX, whatever Keras does.
class GraphWriter : private OnnxOperators {
public:
    GraphWriter(const Graph& graph, const WeightSource& weights)
        : m_graph(graph)
        , m_weights(weights)
        , m_tensors(graph.nodes.size())
    {
    }

    std::vector<std::uint8_t> write()
    {
        for (std::size_t i = 0; i < m_graph.nodes.size(); ++i) {
            m_node = &m_graph.nodes[i];
            setLayer(m_node->name);
            m_tensors[i]
                = std::visit([this](const auto& operation) { return write(operation); }, m_node->operation);
        }
        return writer().finish(m_tensors[m_graph.output], onnxSizes(m_graph.nodes[m_graph.output].shape));
    }

private:
    static Integers onnxSizes(const Shape& shape)
    {
        return shape.isImage() ? Integers{shape.channels, shape.height, shape.width}
                               : Integers{shape.channels};
    }
    static Integers edgesOf(const Edges& edges) { return {edges.top, edges.left, edges.bottom, edges.right}; }
    static Integers pair(const std::array<std::int64_t, 2>& values) { return {values[0], values[1]}; }

    const std::string& tensor(std::size_t input = 0) const { return m_tensors[m_node->inputs[input]]; }
    const Shape& shape(std::size_t input = 0) const { return m_graph.nodes[m_node->inputs[input]].shape; }

    Floats weight(WeightIndex index) const { return m_weights.read(m_node->layer, index); }

    std::string write(const Input& input)
    {
        std::string image = writer().addInput("image", onnxSizes(m_node->shape), input.ofBytes);
        return input.ofBytes
            ? add("Cast", {std::move(image)}, {{"to", std::int64_t{onnx::TensorProto::FLOAT}}})
            : image;
    }

    std::string write(const Convolution& convolution)
    {
        const Window& window = convolution.window;
        const std::int64_t inputs = shape().channels / convolution.groups;
        // Of a depthwise one, output channel c × multiplier + m is multiplier m of channel c: the last two
        // sizes taken as one.
        const Floats kernel = outputsFirst(weight(convolution.kernel),
            {window.size[0], window.size[1], convolution.depthwise ? 1 : inputs, convolution.filters});
        return addConvolution(kernel, convolution, inputs);
    }

    std::string addConvolution(const Floats& kernel, const Convolution& convolution, std::int64_t inputs)
    {
        const Window& window = convolution.window;
        std::vector<std::string> operands{
            tensor(), constant(kernel, {convolution.filters, inputs, window.size[0], window.size[1]})};
        if (convolution.bias) {
            operands.push_back(constant(weight(*convolution.bias), {convolution.filters}));
        }
        return add("Conv", std::move(operands),
            {{"kernel_shape", pair(window.size)}, {"strides", pair(window.strides)},
                {"dilations", pair(window.dilation)}, {"pads", edgesOf(window.padding)},
                {"group", convolution.groups}});
    }

    // Without ONNX's own padding, which engines read differently: zeros behind the kernel make the result
    // large enough, and a slice of it is what is wanted.
    std::string write(const TransposedConvolution& convolution)
    {
        const Window& window = convolution.window;
        const Shape& to = m_node->shape;
        const std::array<std::int64_t, 2> wanted = {to.height, to.width};
        const std::array<std::int64_t, 2> lengths = {shape().height, shape().width};
        PaintedWindow painted{window.size, window.dilation, {}};
        std::array<std::int64_t, 2> whole{};
        for (std::size_t side = 0; side < wanted.size(); ++side) {
            const std::int64_t start = (lengths[side] - 1) * window.strides[side];
            const std::int64_t reach = (window.size[side] - 1) * window.dilation[side] + 1;
            painted.painted[side] = std::max(reach, convolution.cut[side] + wanted[side] - start);
            whole[side] = start + painted.painted[side];
        }
        const std::int64_t channels = shape().channels;
        const Floats kernel = weight(convolution.kernel);
        countMade(convolution.filters * channels);
        countMade(painted.painted[0] * painted.painted[1]);
        countMade(convolution.filters * channels * painted.painted[0] * painted.painted[1]);
        std::vector<std::string> operands{tensor(),
            constant(transposedKernel(kernel, convolution.filters, channels, painted),
                {channels, convolution.filters, painted.painted[0], painted.painted[1]})};
        if (convolution.bias) {
            operands.push_back(constant(weight(*convolution.bias), {convolution.filters}));
        }
        const std::string result = add("ConvTranspose", std::move(operands),
            {{"kernel_shape", pair(painted.painted)}, {"strides", pair(window.strides)}});
        Slice slice;
        slice.starts = {convolution.cut[0], convolution.cut[1], 0};
        slice.ends = {convolution.cut[0] + to.height, convolution.cut[1] + to.width, to.channels};
        return sliced(result, slice, {whole[0], whole[1], to.channels});
    }

    std::string write(const Dense& dense)
    {
        const std::int64_t inputs = shape().channels;
        const Floats kernel = outputsFirst(weight(dense.kernel), {1, 1, inputs, dense.units});
        if (shape().isImage()) { // every pixel through the same layer: a 1 × 1 convolution
            Convolution convolution;
            convolution.filters = dense.units;
            convolution.bias = dense.bias;
            return addConvolution(kernel, convolution, inputs);
        }
        return addMatrix(kernel, dense.units, dense.bias ? weight(*dense.bias) : filled(dense.units, 0));
    }

    std::string addMatrix(const Floats& matrix, std::int64_t outputs, const Floats& bias)
    {
        return add("Gemm",
            {tensor(), constant(matrix, {outputs, shape().channels}), constant(bias, {outputs})},
            {{"transB", std::int64_t{1}}});
    }

    std::string write(const BatchNormalization& normalization)
    {
        const auto optional = [&](const std::optional<WeightIndex>& index, float neutral) {
            return index ? weight(*index) : filled(shape().channels, neutral);
        };
        return normalised(tensor(), shape(),
            {optional(normalization.gamma, 1), optional(normalization.beta, 0), weight(normalization.mean),
                weight(normalization.variance)},
            static_cast<float>(normalization.epsilon));
    }

    Floats valuesOf(const Factors& factors) const
    {
        return factors.weight ? weight(*factors.weight)
                              : Floats(factors.numbers.begin(), factors.numbers.end());
    }

    std::string write(const Standardisation& standardisation)
    {
        Floats mean = valuesOf(standardisation.mean);
        Floats variance = valuesOf(standardisation.variance);
        const std::size_t count = std::max(mean.size(), variance.size());
        mean.resize(count, mean.front());
        variance.resize(count, variance.front());
        constexpr double kLeastDeviation = 1e-7; // Keras's epsilon()
        Floats scale;
        Floats offset;
        for (std::size_t i = 0; i < count; ++i) {
            const double deviation
                = std::max(std::sqrt(std::max(0.0, static_cast<double>(variance[i]))), kLeastDeviation);
            const double centre = mean[i];
            scale.push_back(static_cast<float>(standardisation.invert ? deviation : 1 / deviation));
            offset.push_back(static_cast<float>(standardisation.invert ? centre : -centre / deviation));
        }
        return affine(tensor(), shape(), std::move(scale), std::move(offset));
    }

    std::string write(const Affine& factors)
    {
        return affine(tensor(), shape(), valuesOf(factors.scale), valuesOf(factors.offset));
    }

    std::string write(const ChannelMix& mix)
    {
        const std::int64_t channels = shape().channels;
        if (!shape().isImage()) {
            countMade(channels * channels);
            return addMatrix(mixingMatrix(mix, channels), channels, filled(channels, 0));
        }
        countMade(channels * mix.groupSize);
        Floats matrix; // the groups' own, one below the other
        const Floats group = mixingMatrix(mix, mix.groupSize);
        for (std::int64_t i = 0; i < channels / mix.groupSize; ++i) {
            matrix.insert(matrix.end(), group.begin(), group.end());
        }
        return pixelwise(tensor(), matrix, channels, channels, channels / mix.groupSize);
    }

    std::string write(const Function& function)
    {
        const auto first = static_cast<float>(function.first);
        const auto second = static_cast<float>(function.second);
        switch (function.kind) {
        case FunctionKind::Relu:
            return add("Relu", {tensor()});
        case FunctionKind::Clip:
            return add("Clip", {tensor()}, {{"min", first}, {"max", second}});
        case FunctionKind::ClipBelow:
            return add("Clip", {tensor()}, {{"min", first}});
        case FunctionKind::ThresholdedRelu:
            return add("ThresholdedRelu", {tensor()}, {{"alpha", first}});
        case FunctionKind::LeakyRelu:
            return add("LeakyRelu", {tensor()}, {{"alpha", first}});
        case FunctionKind::Elu:
            return add("Elu", {tensor()}, {{"alpha", first}});
        case FunctionKind::Sigmoid:
            return add("Sigmoid", {tensor()});
        case FunctionKind::Tanh:
            return add("Tanh", {tensor()});
        case FunctionKind::Exp:
            return add("Exp", {tensor()});
        case FunctionKind::Log:
            return add("Log", {tensor()});
        case FunctionKind::Sqrt:
            return add("Sqrt", {tensor()});
        case FunctionKind::Abs:
            return add("Abs", {tensor()});
        case FunctionKind::Erf:
            return add("Erf", {tensor()});
        case FunctionKind::Reciprocal:
            return add("Reciprocal", {tensor()});
        }
        throw Refusal(TR("an activation without a name"));
    }

    // ONNX up to opset 12 takes a softmax over everything behind the axis: the channels go last.
    std::string write(const Softmax& softmax)
    {
        const char* const type = softmax.logarithm ? "LogSoftmax" : "Softmax";
        if (shape().height * shape().width <= 1) {
            return add(type, {tensor()}, {{"axis", std::int64_t{1}}});
        }
        const std::string last = transposed(tensor(), {0, 2, 3, 1});
        return transposed(add(type, {last}, {{"axis", std::int64_t{3}}}), {0, 3, 1, 2});
    }

    std::string write(const Arithmetic& arithmetic)
    {
        constexpr std::array<const char*, 6> kTypes = {"Add", "Sub", "Mul", "Div", "Max", "Min"};
        return add(kTypes[static_cast<std::size_t>(arithmetic.kind)], {tensor(0), tensor(1)});
    }

    std::string write(const Expansion&)
    {
        const Shape& to = m_node->shape;
        std::string result = tensor();
        if (shape().channels != to.channels) {
            result = pixelwise(result, filled(to.channels, 1), 1, to.channels);
        }
        return shape().height == to.height && shape().width == to.width
            ? result
            : enlarged(result, to.height / shape().height, to.width / shape().width);
    }

    std::string write(const Pooling& pooling)
    {
        return add(pooling.maximum ? "MaxPool" : "AveragePool", {tensor()},
            {{"kernel_shape", pair(pooling.window.size)}, {"strides", pair(pooling.window.strides)},
                {"pads", edgesOf(pooling.window.padding)}});
    }

    std::string write(const GlobalPooling& pooling)
    {
        const std::string pooled = add(pooling.maximum ? "GlobalMaxPool" : "GlobalAveragePool", {tensor()});
        return pooling.keepImage ? pooled : add("Flatten", {pooled}, {{"axis", std::int64_t{1}}});
    }

    std::string write(const ZeroPadding& padding)
    {
        const Edges& edges = padding.edges;
        return add("Pad", {tensor()},
            {{"pads", Integers{0, 0, edges.top, edges.left, 0, 0, edges.bottom, edges.right}}});
    }

    std::string write(const Slice& slice)
    {
        return sliced(tensor(), slice, {shape().height, shape().width, shape().channels});
    }

    // Values move as Keras orders them; where that is the same order, nothing is transposed.
    std::string write(const Reshape&)
    {
        const auto transposes = [](const Shape& image) {
            return image.isImage() && !image.channelsFirst && image.channels > 1
                && image.height * image.width > 1;
        };
        const Shape& to = m_node->shape;
        std::string here = tensor();
        if (to == shape()) {
            return here;
        }
        if (transposes(shape())) {
            here = transposed(here, {0, 2, 3, 1});
        }
        if (!to.isImage()) {
            return add("Flatten", {here}, {{"axis", std::int64_t{1}}});
        }
        if (!transposes(to)) {
            return reshaped(here, {-1, to.channels, to.height, to.width});
        }
        return transposed(reshaped(here, {-1, to.height, to.width, to.channels}), {0, 3, 1, 2});
    }

    std::string write(const Permutation& permutation)
    {
        if (permutation.from == Permutation{}.from) {
            return tensor();
        }
        Integers axes{0};
        for (const std::size_t axis : permutation.from) {
            axes.push_back(static_cast<std::int64_t>(axis) + 1);
        }
        return transposed(tensor(), std::move(axes));
    }

    std::string write(const Concatenate& concatenate)
    {
        constexpr std::array<std::int64_t, 3> kOnnxAxis = {2, 3, 1}; // of height, width, channels
        std::vector<std::string> parts;
        for (std::size_t i = 0; i < m_node->inputs.size(); ++i) {
            parts.push_back(tensor(i));
        }
        return add("Concat", std::move(parts), {{"axis", kOnnxAxis[concatenate.axis]}});
    }

    // ONNX of this opset knows no interpolation between the centres of pixels: one side after the other goes
    // where a 1 × 1 convolution takes it for channels.
    std::string write(const Enlargement& enlargement)
    {
        const auto [rows, columns] = enlargement.factors;
        if (!enlargement.bilinear) {
            return enlarged(tensor(), rows, columns);
        }
        const auto along = [&](const std::string& from, const Integers& axes, std::int64_t length,
                               std::int64_t factor) {
            countMade(length * length * factor);
            return transposed(
                pixelwise(transposed(from, axes), enlargingMatrix(length, factor), length, length * factor),
                axes);
        };
        const std::string higher = along(tensor(), {0, 2, 1, 3}, shape().height, rows);
        return along(higher, {0, 3, 2, 1}, shape().width, columns);
    }

    const Graph& m_graph;
    const WeightSource& m_weights;
    std::vector<std::string> m_tensors; // ONNX name of every node's result
    const Node* m_node = nullptr; // being written
};

} // namespace

std::vector<std::uint8_t> toOnnx(const Graph& graph, const WeightSource& weights)
{
    return GraphWriter(graph, weights).write();
}

} // namespace iotbench::keras
