#include "models/keras/layer_call.h"

#include "models/keras/activations.h"
#include "models/keras/layer_fields.h"
#include "models/keras/shape_rules.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

namespace iotbench::keras {
namespace {

constexpr std::uint64_t kMostOutputs = 1 << 20; // filters or units of one layer
constexpr std::uint64_t kMostMultiplier = 1 << 10;

// Appends operations of one call, each on the result of the one before.
class Appender {
public:
    Appender(Graph& graph, LayerCall& call)
        : m_graph(graph)
        , m_call(call)
        , m_here(call.inputs.front())
    {
    }

    JsonFields& config() { return m_call.config; }
    const std::vector<std::size_t>& inputs() const { return m_call.inputs; }
    const Shape& shapeOf(std::size_t node) const { return m_graph.nodes[node].shape; }
    const Shape& shape() const { return shapeOf(m_here); }
    std::size_t result() const { return m_here; }

    const Shape& image() const
    {
        if (!shape().isImage()) {
            throw Refusal(TR("wants an image, gets a row of %1 values"), {shape().channels});
        }
        return shape();
    }

    void append(const Operation& operation, const Shape& shape) { append(operation, shape, {m_here}); }
    void append(const Operation& operation, const Shape& shape, std::vector<std::size_t> inputs)
    {
        m_graph.nodes.push_back({m_call.name, m_call.weights, operation, std::move(inputs), checked(shape)});
        m_here = m_graph.nodes.size() - 1;
    }
    void append(const std::optional<Activation>& activation)
    {
        if (activation) {
            refuseSoftmaxOverImage(*activation, shape());
            append(*activation, shape());
        }
    }

private:
    Graph& m_graph;
    LayerCall& m_call;
    std::size_t m_here;
};

void appendConvolution(Appender& layer, bool depthwise)
{
    JsonFields& config = layer.config();
    refuseChannelsFirst(config);
    Convolution convolution;
    convolution.window = readWindow(layer.config(), layer.image(), "kernel_size");
    const std::int64_t channels = layer.image().channels;
    convolution.depthwise = depthwise;
    if (depthwise) {
        convolution.groups = channels;
        convolution.filters = channels * atLeastOne(config, "depth_multiplier", kMostMultiplier);
    } else {
        convolution.groups = config.has("groups") ? atLeastOne(config, "groups", kMostOutputs) : 1;
        convolution.filters = atLeastOne(config, "filters", kMostOutputs);
    }
    if (channels % convolution.groups != 0 || convolution.filters % convolution.groups != 0) {
        throw Refusal(TR("its channels do not divide into %1 groups"), {convolution.groups});
    }
    convolution.bias = flag(config, "use_bias", true);
    layer.append(convolution, windowed(layer.image(), convolution.window, convolution.filters));
    layer.append(activationField(config));
}

void appendConv2D(Appender& layer)
{
    appendConvolution(layer, false);
}
void appendDepthwiseConv2D(Appender& layer)
{
    appendConvolution(layer, true);
}

void appendDense(Appender& layer)
{
    const Dense dense{
        atLeastOne(layer.config(), "units", kMostOutputs), flag(layer.config(), "use_bias", true)};
    Shape shape = layer.shape(); // of an image, every pixel goes through the same layer
    shape.channels = dense.units;
    layer.append(dense, shape);
    layer.append(activationField(layer.config()));
}

void appendBatchNormalization(Appender& layer)
{
    JsonFields& config = layer.config();
    if (config.has("axis") && !isLastAxis(config.value("axis"), layer.shape())) {
        throw Refusal(TR("normalises along another axis than the channels"));
    }
    layer.append(BatchNormalization{config.number("epsilon"), flag(config, "scale", true),
                     flag(config, "center", true)},
        layer.shape());
}

void appendActivation(Appender& layer)
{
    layer.append(activationField(layer.config()));
}
void appendRelu(Appender& layer)
{
    layer.append(reluLayer(layer.config()));
}
void appendLeakyRelu(Appender& layer)
{
    layer.append(leakyReluLayer(layer.config()));
}

void appendSoftmax(Appender& layer)
{
    if (layer.config().has("axis") && !isLastAxis(layer.config().value("axis"), layer.shape())) {
        throw Refusal(TR("works along another axis than the last"));
    }
    layer.append(Activation{ActivationKind::Softmax});
}

void appendPooling(Appender& layer, bool maximum)
{
    refuseChannelsFirst(layer.config());
    const Window window = readWindow(layer.config(), layer.image(), "pool_size");
    layer.append(Pooling{maximum, window}, windowed(layer.image(), window, layer.image().channels));
}

void appendMaxPooling(Appender& layer)
{
    appendPooling(layer, true);
}
void appendAveragePooling(Appender& layer)
{
    appendPooling(layer, false);
}

void appendGlobalPooling(Appender& layer, bool maximum)
{
    refuseChannelsFirst(layer.config());
    const std::int64_t channels = layer.image().channels;
    const bool keepImage = flag(layer.config(), "keepdims", false);
    layer.append(
        GlobalPooling{maximum, keepImage}, keepImage ? Shape{1, 1, channels} : Shape{0, 0, channels});
}

void appendGlobalMaxPooling(Appender& layer)
{
    appendGlobalPooling(layer, true);
}
void appendGlobalAveragePooling(Appender& layer)
{
    appendGlobalPooling(layer, false);
}

void appendZeroPadding(Appender& layer)
{
    refuseChannelsFirst(layer.config());
    const Edges edges = readEdges(layer.config().value("padding"));
    layer.append(ZeroPadding{edges}, padded(layer.image(), edges));
}

void appendFlatten(Appender& layer)
{
    refuseChannelsFirst(layer.config());
    layer.append(Reshape{}, {0, 0, layer.shape().size()});
}

void appendReshape(Appender& layer)
{
    layer.append(Reshape{}, reshaped(layer.shape(), layer.config().numbers("target_shape")));
}

void appendAdd(Appender& layer)
{
    for (const std::size_t input : layer.inputs()) {
        if (layer.shapeOf(input) != layer.shape()) {
            throw Refusal(TR("adds results of different shapes"));
        }
    }
    layer.append(Add{}, layer.shape(), layer.inputs());
}

void appendConcatenate(Appender& layer)
{
    const bool image = layer.shape().isImage();
    const double rank = image ? 4 : 2;
    double axis = layer.config().has("axis") ? layer.config().number("axis") : -1;
    axis += axis < 0 ? rank : 0;
    if (axis < 1 || axis >= rank || axis != std::floor(axis)) {
        throw Refusal(TR("joins along an axis that there is not"));
    }
    Concatenate concatenate;
    concatenate.axis = image ? static_cast<unsigned>(axis) - 1 : 2;
    const auto sizeAlong = [&](Shape& shape) -> std::int64_t& {
        return concatenate.axis == 0 ? shape.height : concatenate.axis == 1 ? shape.width : shape.channels;
    };
    Shape sum = layer.shape();
    sizeAlong(sum) = 0;
    for (const std::size_t input : layer.inputs()) {
        Shape part = layer.shapeOf(input);
        Shape like = layer.shape();
        sizeAlong(like) = sizeAlong(part);
        if (part != like) {
            throw Refusal(TR("joins results that differ in more than one size"));
        }
        sizeAlong(sum) += sizeAlong(part);
    }
    layer.append(concatenate, sum, layer.inputs());
}

void appendRescaling(Appender& layer)
{
    JsonFields& config = layer.config();
    layer.append(
        Rescaling{config.number("scale"), config.has("offset") ? config.number("offset") : 0}, layer.shape());
}

void appendNothing(Appender&) { }

struct KnownLayer {
    std::string_view className;
    void (*append)(Appender&);
    bool severalInputs = false;
};

constexpr std::array kKnownLayers = {
    KnownLayer{"Activation", appendActivation},
    KnownLayer{"Add", appendAdd, true},
    KnownLayer{"AveragePooling2D", appendAveragePooling},
    KnownLayer{"BatchNormalization", appendBatchNormalization},
    KnownLayer{"BatchNormalizationV1", appendBatchNormalization},
    KnownLayer{"Concatenate", appendConcatenate, true},
    KnownLayer{"Conv2D", appendConv2D},
    KnownLayer{"Dense", appendDense},
    KnownLayer{"DepthwiseConv2D", appendDepthwiseConv2D},
    KnownLayer{"Dropout", appendNothing},
    KnownLayer{"Flatten", appendFlatten},
    KnownLayer{"GlobalAveragePooling2D", appendGlobalAveragePooling},
    KnownLayer{"GlobalMaxPooling2D", appendGlobalMaxPooling},
    KnownLayer{"LeakyReLU", appendLeakyRelu},
    KnownLayer{"MaxPooling2D", appendMaxPooling},
    KnownLayer{"ReLU", appendRelu},
    KnownLayer{"Rescaling", appendRescaling},
    KnownLayer{"Reshape", appendReshape},
    KnownLayer{"Softmax", appendSoftmax},
    KnownLayer{"ZeroPadding2D", appendZeroPadding},
};

} // namespace

std::size_t appendLayer(Graph& graph, LayerCall& call)
{
    const auto known = std::find_if(kKnownLayers.begin(), kKnownLayers.end(),
        [&](const KnownLayer& layer) { return layer.className == call.className; });
    if (known == kKnownLayers.end()) {
        throw Refusal(TR("layers of this class are not supported"));
    }
    if (call.inputs.empty() || (call.inputs.size() > 1 && !known->severalInputs)) {
        throw Refusal(TR("is called on %1 results"), {call.inputs.size()});
    }
    Appender appender(graph, call);
    known->append(appender);
    return appender.result();
}

} // namespace iotbench::keras
