#include "models/keras/activations.h"

#include "models/keras/rules/layer_rules.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string>

namespace iotbench::keras {
namespace {

using enum FunctionKind;
using enum ArithmeticKind;

void appendSilu(LayerBuilder& layer)
{
    const std::size_t x = layer.here();
    layer.apply(Sigmoid);
    layer.combine(Multiply, x);
}

// relu(x) + log(1 + exp(-|x|)), which does not run over
void appendSoftplus(LayerBuilder& layer)
{
    const std::size_t x = layer.here();
    layer.apply(Relu);
    const std::size_t positive = layer.here();
    layer.goTo(x);
    layer.apply(Abs);
    layer.scale(-1);
    layer.apply(Exp);
    layer.scale(1, 1);
    layer.apply(Log);
    layer.combine(Add, positive);
}

void appendLogSigmoid(LayerBuilder& layer)
{
    layer.scale(-1);
    appendSoftplus(layer);
    layer.scale(-1);
}

void appendMish(LayerBuilder& layer)
{
    const std::size_t x = layer.here();
    appendSoftplus(layer);
    layer.apply(Tanh);
    layer.combine(Multiply, x);
}

void appendSoftsign(LayerBuilder& layer)
{
    const std::size_t x = layer.here();
    layer.apply(Abs);
    layer.scale(1, 1);
    const std::size_t divisor = layer.here();
    layer.goTo(x);
    layer.combine(Divide, divisor);
}

void appendSelu(LayerBuilder& layer)
{
    constexpr double kScale = 1.0507009873554805;
    constexpr double kAlpha = 1.6732632423543772;
    layer.apply(Elu, kAlpha);
    layer.scale(kScale);
}

// The slope is 1/5 in Keras 2 and 1/6 in Keras 3.
void appendHardSigmoid(LayerBuilder& layer)
{
    constexpr unsigned kFirstNew = 3;
    constexpr double kOldSlope = 0.2;
    if (layer.kerasVersion() == 0) {
        throw Refusal(
            TR("what hard_sigmoid means depends on the version of Keras, which the file does not say"));
    }
    layer.scale(layer.kerasVersion() < kFirstNew ? kOldSlope : 1.0 / 6, 0.5);
    layer.apply(Clip, 0, 1);
}

void appendHardSilu(LayerBuilder& layer)
{
    const std::size_t x = layer.here();
    appendHardSigmoid(layer);
    layer.combine(Multiply, x);
}

void appendTanhShrink(LayerBuilder& layer)
{
    const std::size_t x = layer.here();
    layer.apply(Tanh);
    const std::size_t tanh = layer.here();
    layer.goTo(x);
    layer.combine(Subtract, tanh);
}

void appendSquareplus(LayerBuilder& layer)
{
    const std::size_t x = layer.here();
    layer.combine(Multiply, x);
    layer.scale(1, 4);
    layer.apply(Sqrt);
    layer.combine(Add, x);
    layer.scale(0.5);
}

struct Named {
    std::string_view name;
    void (*append)(LayerBuilder& layer);
};

// With Keras's own defaults: an activation that is given by its name alone has them.
constexpr std::array kNamed = {
    Named{"celu", [](LayerBuilder& layer) { layer.apply(Elu, 1); }},
    Named{"elu", [](LayerBuilder& layer) { layer.apply(Elu, 1); }},
    Named{"exponential", [](LayerBuilder& layer) { layer.apply(Exp); }},
    Named{"gelu", [](LayerBuilder& layer) { appendGelu(layer, false); }},
    Named{"hard_sigmoid", appendHardSigmoid},
    Named{"hard_silu", appendHardSilu},
    Named{"hard_swish", appendHardSilu},
    Named{"hard_tanh", [](LayerBuilder& layer) { layer.apply(Clip, -1, 1); }},
    Named{"leaky_relu", [](LayerBuilder& layer) { layer.apply(LeakyRelu, 0.2); }},
    Named{"linear", [](LayerBuilder&) {}},
    Named{"log_sigmoid", appendLogSigmoid},
    Named{"log_softmax",
        [](LayerBuilder& layer) {
            layer.arrange(false);
            layer.append(Softmax{true});
        }},
    Named{"mish", appendMish},
    Named{"relu", [](LayerBuilder& layer) { layer.apply(Relu); }},
    Named{"relu6", [](LayerBuilder& layer) { layer.apply(Clip, 0, 6); }},
    Named{"selu", appendSelu},
    Named{"sigmoid", [](LayerBuilder& layer) { layer.apply(Sigmoid); }},
    Named{"silu", appendSilu},
    Named{"softmax", appendSoftmax},
    Named{"softplus", appendSoftplus},
    Named{"softsign", appendSoftsign},
    Named{"squareplus", appendSquareplus},
    Named{"swish", appendSilu},
    Named{"tanh", [](LayerBuilder& layer) { layer.apply(Tanh); }},
    Named{"tanh_shrink", appendTanhShrink},
};

} // namespace

void appendActivation(LayerBuilder& layer, std::string_view name)
{
    const auto known = std::find_if(
        kNamed.begin(), kNamed.end(), [&](const Named& activation) { return activation.name == name; });
    if (known == kNamed.end()) {
        throw Refusal(TR("activation \"%1\" is not supported"), {name});
    }
    known->append(layer);
}

void appendActivationField(LayerBuilder& layer)
{
    JsonFields& config = layer.config();
    if (!config.has("activation")) {
        return;
    }
    if (config.value("activation").isString()) {
        appendActivation(layer, config.text("activation"));
        return;
    }
    // {"class_name": "function", "config": "relu", …}, or a layer that has no weights.
    JsonFields object = config.object("activation");
    const std::string className = object.text("class_name");
    const auto rules = activationRules();
    const auto rule = std::find_if(rules.begin(), rules.end(),
        [&](const LayerRule& each) { return each.className == className && each.className != "PReLU"; });
    if (rule != rules.end()) {
        layer.inConfig(object.object("config"), *rule);
    } else {
        appendActivation(layer, className == "function" ? object.text("config") : className);
    }
}

void appendSoftmax(LayerBuilder& layer)
{
    layer.arrange(false);
    layer.append(Softmax{});
}

void appendGelu(LayerBuilder& layer, bool approximate)
{
    constexpr double kCubic = 0.044715;
    const std::size_t x = layer.here();
    if (approximate) {
        layer.combine(Multiply, x);
        layer.scale(kCubic, 1);
        layer.combine(Multiply, x);
        layer.scale(std::sqrt(2 * std::numbers::inv_pi));
        layer.apply(Tanh);
    } else {
        layer.scale(1 / std::numbers::sqrt2);
        layer.apply(Erf);
    }
    layer.scale(0.5, 0.5);
    layer.combine(Multiply, x);
}

void appendRelu(LayerBuilder& layer, double slope, std::optional<double> maximum)
{
    if (!maximum) {
        slope == 0 ? layer.apply(Relu) : layer.apply(LeakyRelu, slope);
        return;
    }
    const std::size_t x = layer.here();
    layer.apply(Clip, 0, *maximum);
    if (slope != 0) {
        const std::size_t positive = layer.here();
        layer.goTo(x);
        layer.scale(-1);
        layer.apply(Relu);
        layer.scale(-slope);
        layer.combine(Add, positive);
    }
}

} // namespace iotbench::keras
