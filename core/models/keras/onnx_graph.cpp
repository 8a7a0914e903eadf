#include "models/keras/onnx_graph.h"

#include "models/keras/onnx_writer.h"

#include <array>
#include <string>
#include <utility>

namespace iotbench::keras {
namespace {

// Keras: height × width × inputs × outputs; ONNX: outputs × inputs × height × width.
std::vector<float> outputsFirst(const std::vector<float>& kernel, const std::vector<std::int64_t>& sizes)
{
    const std::int64_t window = sizes[0] * sizes[1];
    const std::int64_t inputs = sizes[2];
    const std::int64_t outputs = sizes[3];
    std::vector<float> result(kernel.size());
    std::size_t next = 0;
    for (std::int64_t output = 0; output < outputs; ++output) {
        for (std::int64_t input = 0; input < inputs; ++input) {
            for (std::int64_t place = 0; place < window; ++place) {
                result[next++]
                    = kernel[static_cast<std::size_t>((place * inputs + input) * outputs + output)];
            }
        }
    }
    return result;
}

// The operations of a graph, one after the other. Images are channels first in ONNX, whatever Shape says.
class GraphWriter {
public:
    GraphWriter(const Graph& graph, const Weights& weights)
        : m_graph(graph)
        , m_weights(weights)
        , m_tensors(graph.nodes.size())
    {
    }

    std::vector<std::uint8_t> write()
    {
        for (std::size_t i = 0; i < m_graph.nodes.size(); ++i) {
            m_node = &m_graph.nodes[i];
            m_tensors[i]
                = std::visit([this](const auto& operation) { return write(operation); }, m_node->operation);
        }
        return m_onnx.finish(m_tensors[m_graph.output], onnxSizes(m_graph.nodes[m_graph.output].shape));
    }

private:
    static std::vector<std::int64_t> onnxSizes(const Shape& shape)
    {
        return shape.isImage() ? std::vector<std::int64_t>{shape.channels, shape.height, shape.width}
                               : std::vector<std::int64_t>{shape.channels};
    }
    static std::vector<std::int64_t> edgesOf(const Edges& edges)
    {
        return {edges.top, edges.left, edges.bottom, edges.right};
    }

    const std::string& tensor(std::size_t input = 0) const { return m_tensors[m_node->inputs[input]]; }
    const Shape& shape(std::size_t input = 0) const { return m_graph.nodes[m_node->inputs[input]].shape; }

    std::vector<float> weight(
        std::initializer_list<std::string_view> names, const std::vector<std::int64_t>& sizes) const
    {
        return m_weights.read(m_node->weights, names, sizes);
    }
    std::string add(const char* type, std::vector<std::string> inputs, const OnnxAttributes& attributes = {})
    {
        return m_onnx.addNode(m_node->name, type, std::move(inputs), attributes);
    }
    std::string constant(const std::vector<float>& values, std::vector<std::int64_t> sizes)
    {
        return m_onnx.addFloats(m_node->name, values, std::move(sizes));
    }

    std::string write(const Input&) { return m_onnx.addInput("image", onnxSizes(m_node->shape)); }

    std::string write(const Convolution& convolution)
    {
        const Window& window = convolution.window;
        const std::int64_t inputs = shape().channels / convolution.groups;
        std::vector<float> kernel;
        if (convolution.depthwise) {
            // Output channel c × multiplier + m is multiplier m of channel c: the last two sizes taken as
            // one.
            const std::int64_t multiplier = convolution.filters / convolution.groups;
            kernel = outputsFirst(weight({"depthwise_kernel", "kernel"},
                                      {window.size[0], window.size[1], shape().channels, multiplier}),
                {window.size[0], window.size[1], 1, convolution.filters});
        } else {
            const std::vector<std::int64_t> sizes{
                window.size[0], window.size[1], inputs, convolution.filters};
            kernel = outputsFirst(weight({"kernel"}, sizes), sizes);
        }
        return addConvolution(
            kernel, window, inputs, convolution.filters, convolution.groups, convolution.bias);
    }

    std::string addConvolution(const std::vector<float>& kernel, const Window& window, std::int64_t inputs,
        std::int64_t filters, std::int64_t groups, bool bias)
    {
        std::vector<std::string> operands{
            tensor(), constant(kernel, {filters, inputs, window.size[0], window.size[1]})};
        if (bias) {
            operands.push_back(constant(weight({"bias"}, {filters}), {filters}));
        }
        return add("Conv", std::move(operands),
            {{"kernel_shape", pair(window.size)}, {"strides", pair(window.strides)},
                {"dilations", pair(window.dilation)}, {"pads", edgesOf(window.padding)}, {"group", groups}});
    }

    static std::vector<std::int64_t> pair(const std::array<std::int64_t, 2>& values)
    {
        return {values[0], values[1]};
    }

    std::string write(const Dense& dense)
    {
        const std::int64_t inputs = shape().channels;
        const std::vector<float> kernel
            = outputsFirst(weight({"kernel"}, {inputs, dense.units}), {1, 1, inputs, dense.units});
        if (shape().isImage()) { // every pixel through the same layer: a 1 × 1 convolution
            return addConvolution(kernel, {}, inputs, dense.units, 1, dense.bias);
        }
        std::vector<std::string> operands{tensor(), constant(kernel, {dense.units, inputs})};
        operands.push_back(constant(dense.bias ? weight({"bias"}, {dense.units})
                                               : std::vector<float>(static_cast<std::size_t>(dense.units)),
            {dense.units}));
        return add("Gemm", std::move(operands), {{"transB", std::int64_t{1}}});
    }

    std::string write(const BatchNormalization& normalization)
    {
        const std::int64_t channels = shape().channels;
        const auto count = static_cast<std::size_t>(channels);
        const auto read
            = [&](std::string_view name) { return constant(weight({name}, {channels}), {channels}); };
        const auto all = [&](float value) { return constant(std::vector<float>(count, value), {channels}); };
        const std::string gamma = normalization.scale ? read("gamma") : all(1.0F);
        const std::string beta = normalization.centre ? read("beta") : all(0.0F);
        return add("BatchNormalization",
            {tensor(), gamma, beta, read("moving_mean"), read("moving_variance")},
            {{"epsilon", static_cast<float>(normalization.epsilon)}});
    }

    std::string write(const Activation& activation)
    {
        const auto parameter = static_cast<float>(activation.parameter);
        switch (activation.kind) {
        case ActivationKind::Relu:
            return add("Relu", {tensor()});
        case ActivationKind::ClippedRelu:
            return add("Clip", {tensor()}, {{"min", 0.0F}, {"max", parameter}});
        case ActivationKind::LeakyRelu:
            return add("LeakyRelu", {tensor()}, {{"alpha", parameter}});
        case ActivationKind::Elu:
            return add("Elu", {tensor()}, {{"alpha", parameter}});
        case ActivationKind::Sigmoid:
            return add("Sigmoid", {tensor()});
        case ActivationKind::Tanh:
            return add("Tanh", {tensor()});
        case ActivationKind::Swish:
            return add("Mul", {tensor(), add("Sigmoid", {tensor()})});
        case ActivationKind::Softmax:
            return add("Softmax", {tensor()}, {{"axis", std::int64_t{1}}});
        }
        throw Refusal(TR("an activation without a name"));
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
            {{"pads",
                std::vector<std::int64_t>{0, 0, edges.top, edges.left, 0, 0, edges.bottom, edges.right}}});
    }

    // Values move as Keras orders them, channels last; where that is the same order, nothing is transposed.
    std::string write(const Reshape&)
    {
        const auto transposes = [](const Shape& image) {
            return image.isImage() && image.channels > 1 && image.height * image.width > 1;
        };
        const Shape& to = m_node->shape;
        std::string here = tensor();
        if (to == shape()) {
            return here;
        }
        if (transposes(shape())) {
            here = add("Transpose", {here}, {{"perm", std::vector<std::int64_t>{0, 2, 3, 1}}});
        }
        if (!to.isImage()) {
            return add("Flatten", {here}, {{"axis", std::int64_t{1}}});
        }
        if (!transposes(to)) {
            return add(
                "Reshape", {here, m_onnx.addIntegers(m_node->name, {-1, to.channels, to.height, to.width})});
        }
        here = add(
            "Reshape", {here, m_onnx.addIntegers(m_node->name, {-1, to.height, to.width, to.channels})});
        return add("Transpose", {here}, {{"perm", std::vector<std::int64_t>{0, 3, 1, 2}}});
    }

    std::string write(const Add&)
    {
        std::string sum = tensor();
        for (std::size_t i = 1; i < m_node->inputs.size(); ++i) {
            sum = add("Add", {sum, tensor(i)});
        }
        return sum;
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

    std::string write(const Rescaling& rescaling)
    {
        const std::string scaled
            = add("Mul", {tensor(), constant({static_cast<float>(rescaling.scale)}, {1})});
        return rescaling.offset == 0
            ? scaled
            : add("Add", {scaled, constant({static_cast<float>(rescaling.offset)}, {1})});
    }

    const Graph& m_graph;
    const Weights& m_weights;
    OnnxWriter m_onnx;
    std::vector<std::string> m_tensors; // ONNX name of every node's result
    const Node* m_node = nullptr; // being written
};

} // namespace

std::vector<std::uint8_t> toOnnx(const Graph& graph, const Weights& weights)
{
    return GraphWriter(graph, weights).write();
}

} // namespace iotbench::keras
