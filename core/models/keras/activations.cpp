#include "models/keras/activations.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace iotbench::keras {
namespace {

// Keras's own defaults where the activation is given by its name alone.
constexpr std::array kNamed = {
    std::pair{std::string_view("elu"), Activation{ActivationKind::Elu, 1.0}},
    std::pair{std::string_view("leaky_relu"), Activation{ActivationKind::LeakyRelu, 0.2}},
    std::pair{std::string_view("relu"), Activation{ActivationKind::Relu}},
    std::pair{std::string_view("relu6"), Activation{ActivationKind::ClippedRelu, 6.0}},
    std::pair{std::string_view("sigmoid"), Activation{ActivationKind::Sigmoid}},
    std::pair{std::string_view("silu"), Activation{ActivationKind::Swish}},
    std::pair{std::string_view("softmax"), Activation{ActivationKind::Softmax}},
    std::pair{std::string_view("swish"), Activation{ActivationKind::Swish}},
    std::pair{std::string_view("tanh"), Activation{ActivationKind::Tanh}},
};

// "relu", or {"class_name": "function", "config": "relu", …} as Keras 3 may write it.
std::string activationName(JsonFields& config)
{
    if (config.value("activation").isString()) {
        return config.text("activation");
    }
    JsonFields object = config.object("activation");
    const std::string className = object.text("class_name");
    return className == "function" ? object.text("config") : className;
}

} // namespace

std::optional<Activation> activationField(JsonFields& config)
{
    if (!config.has("activation")) {
        return std::nullopt;
    }
    const std::string name = activationName(config);
    if (name == "linear") {
        return std::nullopt;
    }
    const auto known
        = std::find_if(kNamed.begin(), kNamed.end(), [&](const auto& entry) { return entry.first == name; });
    if (known == kNamed.end()) {
        throw Refusal(TR("activation \"%1\" is not supported"), {name});
    }
    return known->second;
}

Activation reluLayer(JsonFields& config)
{
    const auto optional = [&](const char* name) { return config.has(name) ? config.number(name) : 0; };
    const double slope = optional("negative_slope");
    if (optional("threshold") != 0 || (slope != 0 && config.has("max_value"))) {
        throw Refusal(TR("a ReLU with a threshold, or with both a slope and a maximum, is not supported"));
    }
    if (config.has("max_value")) {
        return {ActivationKind::ClippedRelu, config.number("max_value")};
    }
    return slope == 0 ? Activation{ActivationKind::Relu} : Activation{ActivationKind::LeakyRelu, slope};
}

Activation leakyReluLayer(JsonFields& config)
{
    // Keras 2 calls it alpha, Keras 3 negative_slope.
    return {ActivationKind::LeakyRelu, config.number(config.has("alpha") ? "alpha" : "negative_slope")};
}

void refuseSoftmaxOverImage(const Activation& activation, const Shape& shape)
{
    if (activation.kind == ActivationKind::Softmax && shape.isImage() && shape.height * shape.width != 1) {
        throw Refusal(TR("a softmax at every pixel is not supported"));
    }
}

} // namespace iotbench::keras
