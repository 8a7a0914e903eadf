#include "models/keras/activations.h"
#include "models/keras/layer_fields.h"
#include "models/keras/rules/layer_rules.h"
#include "models/keras/shape_rules.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>

namespace iotbench::keras {
namespace {

// Keras 2 calls a slope alpha, Keras 3 negative_slope.
double slopeField(JsonFields& config, double unset)
{
    return number(config, config.has("alpha") ? "alpha" : "negative_slope", unset);
}

void appendReluLayer(LayerBuilder& layer)
{
    JsonFields& config = layer.config();
    const double slope = number(config, "negative_slope", 0);
    const double threshold = number(config, "threshold", 0);
    const std::optional<double> maximum
        = config.has("max_value") ? std::optional(config.number("max_value")) : std::nullopt;
    if (threshold == 0) {
        appendRelu(layer, slope, maximum);
        return;
    }
    if (threshold < 0 || slope != 0) {
        throw Refusal(
            TR("a ReLU with a threshold below zero, or with both a threshold and a slope, is not supported"));
    }
    layer.apply(FunctionKind::ThresholdedRelu, threshold);
    if (maximum) {
        layer.apply(FunctionKind::Clip, 0, *maximum);
    }
}

void appendThresholdedRelu(LayerBuilder& layer)
{
    const double theta = number(layer.config(), "theta", 1);
    if (theta < 0) {
        throw Refusal(
            TR("a ReLU with a threshold below zero, or with both a threshold and a slope, is not supported"));
    }
    layer.apply(FunctionKind::ThresholdedRelu, theta);
}

void appendLeakyRelu(LayerBuilder& layer)
{
    constexpr double kUnset = 0.3;
    layer.apply(FunctionKind::LeakyRelu, slopeField(layer.config(), kUnset));
}

void appendElu(LayerBuilder& layer)
{
    layer.apply(FunctionKind::Elu, number(layer.config(), "alpha", 1));
}

// relu(x) - alpha × relu(-x), with an alpha for every value, channel or all.
void appendPRelu(LayerBuilder& layer)
{
    std::vector<double> shared;
    if (layer.config().has("shared_axes")) {
        shared = layer.config().numbers("shared_axes");
    }
    std::vector<std::int64_t> sizes = kerasSizes(layer.shape());
    for (const double axis : shared) {
        if (axis != std::floor(axis) || axis < 1 || axis > static_cast<double>(sizes.size())) {
            throw Refusal(TR("works along an axis that there is not"));
        }
        sizes[static_cast<std::size_t>(axis) - 1] = 1;
    }
    std::vector<std::int64_t> perChannel(sizes.size(), 1);
    (layer.shape().channelsFirst ? perChannel.front() : perChannel.back()) = layer.shape().channels;
    const bool one = std::all_of(sizes.begin(), sizes.end(), [](std::int64_t size) { return size == 1; });
    if (!one && sizes != perChannel && sizes != kerasSizes(layer.shape())) {
        throw Refusal(TR("shares its weights along one axis of two, which is not supported"));
    }
    Factors alpha;
    alpha.weight = layer.weight({"alpha"}, sizes);
    const std::size_t x = layer.here();
    layer.apply(FunctionKind::Relu);
    const std::size_t positive = layer.here();
    layer.goTo(x);
    layer.scale(-1);
    layer.apply(FunctionKind::Relu);
    layer.append(Affine{alpha, {{0}, {}}});
    const std::size_t negative = layer.here();
    layer.goTo(positive);
    layer.combine(ArithmeticKind::Subtract, negative);
}

void appendSoftmaxLayer(LayerBuilder& layer)
{
    if (layer.config().has("axis")) {
        layer.arrangeForAxis(layer.config().value("axis"));
        layer.append(Softmax{});
    } else {
        appendSoftmax(layer);
    }
}

constexpr std::array kActivationLayers = {
    LayerRule{"Activation", appendActivationField},
    LayerRule{"ELU", appendElu},
    LayerRule{"LeakyReLU", appendLeakyRelu},
    LayerRule{"PReLU", appendPRelu},
    LayerRule{"ReLU", appendReluLayer},
    LayerRule{"Softmax", appendSoftmaxLayer},
    LayerRule{"ThresholdedReLU", appendThresholdedRelu},
};

} // namespace

std::span<const LayerRule> activationRules()
{
    return kActivationLayers;
}

} // namespace iotbench::keras
