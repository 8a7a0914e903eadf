#include "models/keras/activations.h"
#include "models/keras/layer_fields.h"
#include "models/keras/rules/layer_rules.h"
#include "models/keras/shape_rules.h"

#include <algorithm>
#include <array>

namespace iotbench::keras {
namespace {

constexpr std::uint64_t kMostOutputs = 1 << 20; // filters or units of one layer
constexpr std::uint64_t kMostMultiplier = 1 << 10;
constexpr std::int64_t kMostReach = 1 << 10; // of a transposed convolution's window, dilated

std::optional<WeightIndex> biasOf(LayerBuilder& layer, std::int64_t outputs)
{
    return flag(layer.config(), "use_bias", true) ? std::optional(layer.weight({"bias"}, {outputs}))
                                                  : std::nullopt;
}

void refuseGroups(JsonFields& config)
{
    if (config.has("groups") && config.number("groups") != 1) {
        throw Refusal(TR("groups are not supported in this layer"));
    }
}

void appendConv2D(LayerBuilder& layer)
{
    JsonFields& config = layer.config();
    const Shape image = layer.imageInDataFormat();
    Convolution convolution;
    convolution.window = readWindow(config, image, "kernel_size");
    convolution.groups = config.has("groups") ? atLeastOne(config, "groups", kMostOutputs) : 1;
    convolution.filters = atLeastOne(config, "filters", kMostOutputs);
    if (image.channels % convolution.groups != 0 || convolution.filters % convolution.groups != 0) {
        throw Refusal(TR("its channels do not divide into %1 groups"), {convolution.groups});
    }
    const auto& size = convolution.window.size;
    convolution.kernel = layer.weight(
        {"kernel"}, {size[0], size[1], image.channels / convolution.groups, convolution.filters});
    convolution.bias = biasOf(layer, convolution.filters);
    layer.append(convolution, windowed(image, convolution.window, convolution.filters));
    appendActivationField(layer);
}

// What DepthwiseConv2D is, and SeparableConv2D's first half.
Convolution depthwise(LayerBuilder& layer)
{
    JsonFields& config = layer.config();
    const Shape image = layer.imageInDataFormat();
    refuseGroups(config);
    Convolution convolution;
    convolution.window = readWindow(config, image, "kernel_size");
    convolution.depthwise = true;
    convolution.groups = image.channels;
    const std::int64_t multiplier = atLeastOne(config, "depth_multiplier", kMostMultiplier);
    convolution.filters = image.channels * multiplier;
    const auto& size = convolution.window.size;
    convolution.kernel
        = layer.weight({"depthwise_kernel", "kernel"}, {size[0], size[1], image.channels, multiplier});
    return convolution;
}

void appendDepthwiseConv2D(LayerBuilder& layer)
{
    Convolution convolution = depthwise(layer);
    convolution.bias = biasOf(layer, convolution.filters);
    layer.append(convolution, windowed(layer.shape(), convolution.window, convolution.filters));
    appendActivationField(layer);
}

void appendSeparableConv2D(LayerBuilder& layer)
{
    const Convolution depth = depthwise(layer);
    layer.append(depth, windowed(layer.shape(), depth.window, depth.filters));
    Convolution point;
    point.filters = atLeastOne(layer.config(), "filters", kMostOutputs);
    point.kernel = layer.weight({"pointwise_kernel"}, {1, 1, depth.filters, point.filters});
    point.bias = biasOf(layer, point.filters);
    layer.append(point, windowed(layer.shape(), point.window, point.filters));
    appendActivationField(layer);
}

// One side of a transposed convolution's result, and how much of it is cut off before it.
// Rules: keras/src/backend/common/backend_utils.py and keras/src/ops/operation_utils.py of Keras 3,
// deconv_output_length() of Keras 2.
struct TransposedLength {
    std::int64_t result;
    std::int64_t cut;
};

TransposedLength transposedLength(std::int64_t length, std::int64_t reach, std::int64_t stride, bool same,
    const std::optional<std::int64_t>& outputPadding)
{
    const std::int64_t whole = (length - 1) * stride + reach;
    std::int64_t result
        = same ? length * stride : length * stride + std::max<std::int64_t>(reach - stride, 0);
    if (outputPadding) {
        result = whole - (same ? 2 * (reach / 2) : 0) + *outputPadding;
    }
    return {result, same ? std::max<std::int64_t>(whole - result, 0) / 2 : 0};
}

void appendConv2DTranspose(LayerBuilder& layer)
{
    JsonFields& config = layer.config();
    const Shape image = layer.imageInDataFormat();
    refuseGroups(config);
    TransposedConvolution convolution;
    Window& window = convolution.window;
    window.size = pairField(config, "kernel_size");
    window.strides = pairField(config, "strides");
    window.dilation = config.has("dilation_rate") ? pairField(config, "dilation_rate") : window.dilation;
    convolution.filters = atLeastOne(config, "filters", kMostOutputs);
    std::optional<std::array<std::int64_t, 2>> outputPadding;
    if (config.has("output_padding")) {
        const Edges edges = readEdges("output_padding", config.value("output_padding"));
        outputPadding = {edges.top, edges.left};
    }
    const bool same = isPaddingSame(config);
    Shape shape = image;
    shape.channels = convolution.filters;
    for (std::size_t side = 0; side < 2; ++side) {
        const std::int64_t reach = (window.size[side] - 1) * window.dilation[side] + 1;
        if (reach > kMostReach) {
            throw Refusal(TR("a window of %1 is not supported"), {reach});
        }
        const TransposedLength length = transposedLength(side == 0 ? image.height : image.width, reach,
            window.strides[side], same, outputPadding ? std::optional((*outputPadding)[side]) : std::nullopt);
        (side == 0 ? shape.height : shape.width) = length.result;
        convolution.cut[side] = length.cut;
    }
    convolution.kernel
        = layer.weight({"kernel"}, {window.size[0], window.size[1], convolution.filters, image.channels});
    convolution.bias = biasOf(layer, convolution.filters);
    layer.append(convolution, shape);
    appendActivationField(layer);
}

void appendDense(LayerBuilder& layer)
{
    layer.arrange(false); // works along Keras's last axis
    Dense dense;
    dense.units = atLeastOne(layer.config(), "units", kMostOutputs);
    dense.kernel = layer.weight({"kernel"}, {layer.shape().channels, dense.units});
    dense.bias = biasOf(layer, dense.units);
    Shape shape = layer.shape(); // of an image, every pixel goes through the same layer
    shape.channels = dense.units;
    layer.append(dense, shape);
    appendActivationField(layer);
}

constexpr std::array kConvolutions = {
    LayerRule{"Conv2D", appendConv2D},
    LayerRule{"Conv2DTranspose", appendConv2DTranspose},
    LayerRule{"Dense", appendDense},
    LayerRule{"DepthwiseConv2D", appendDepthwiseConv2D},
    LayerRule{"SeparableConv2D", appendSeparableConv2D},
};

} // namespace

std::span<const LayerRule> convolutionRules()
{
    return kConvolutions;
}

} // namespace iotbench::keras
