#include "models/keras/constants.h"
#include "models/keras/layer_fields.h"
#include "models/keras/rules/layer_rules.h"
#include "models/keras/shape_rules.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace iotbench::keras {
namespace {

constexpr std::int64_t kMostMixed = 4096; // channels that are averaged over: the factors are their square

// Fields that matter in training alone.
void ignore(JsonFields& config, std::initializer_list<const char*> names)
{
    for (const char* name : names) {
        if (config.has(name)) {
            config.value(name);
        }
    }
}

void appendBatchNormalization(LayerBuilder& layer)
{
    JsonFields& config = layer.config();
    if (config.has("axis")) {
        layer.arrangeForAxis(config.value("axis"));
    } else {
        layer.arrange(false);
    }
    ignore(config,
        {"momentum", "synchronized", "fused", "renorm", "renorm_clipping", "renorm_momentum",
            "virtual_batch_size"});
    const std::int64_t channels = layer.shape().channels;
    const auto optional = [&](const char* field, std::string_view name) {
        return flag(config, field, true) ? std::optional(layer.weight({name}, {channels})) : std::nullopt;
    };
    BatchNormalization normalization;
    normalization.epsilon = config.number("epsilon");
    normalization.gamma = optional("scale", "gamma");
    normalization.beta = optional("center", "beta");
    normalization.mean = layer.weight({"moving_mean"}, {channels}, false);
    normalization.variance = layer.weight({"moving_variance"}, {channels}, false);
    layer.append(normalization);
}

// Where the average of squares is `variance` over a group, what is here, less its mean, becomes
// (x - mean) / sqrt(variance + epsilon). `groupSize` channels, and all pixels where `overImage`.
// Formulas: Ba et al., "Layer Normalization", 2016; Wu and He, "Group Normalization", 2018.
void appendStandardised(LayerBuilder& layer, std::int64_t groupSize, bool overImage, double epsilon)
{
    if (groupSize > kMostMixed || layer.shape().channels > kMostMixed) {
        throw Refusal(TR("normalises over more than %1 channels, which is not supported"), {kMostMixed});
    }
    const double part = 1.0 / static_cast<double>(groupSize);
    const Shape shape = layer.shape();
    const bool pools = overImage && shape.isImage();
    const auto average = [&] {
        if (pools) {
            layer.append(GlobalPooling{false, true}, {1, 1, shape.channels, shape.channelsFirst});
        }
        layer.append(ChannelMix{0, part, groupSize});
    };
    std::size_t centred = layer.here();
    if (pools) {
        average();
        layer.expandTo(shape);
        const std::size_t mean = layer.here();
        layer.goTo(centred);
        layer.combine(ArithmeticKind::Subtract, mean);
    } else {
        layer.append(ChannelMix{1, -part, groupSize});
    }
    centred = layer.here();
    layer.combine(ArithmeticKind::Multiply, centred);
    average();
    layer.scale(1, epsilon);
    layer.apply(FunctionKind::Sqrt);
    layer.expandTo(shape);
    const std::size_t deviation = layer.here();
    layer.goTo(centred);
    layer.combine(ArithmeticKind::Divide, deviation);
}

// "scale" and "center" with the weights gamma and beta of these sizes.
void appendGammaAndBeta(LayerBuilder& layer, const std::vector<std::int64_t>& sizes)
{
    const auto optional = [&](const char* field, std::string_view name, double neutral) {
        return flag(layer.config(), field, true) ? Factors{{}, layer.weight({name}, sizes)}
                                                 : Factors{{neutral}, std::nullopt};
    };
    const Factors gamma = optional("scale", "gamma", 1);
    const Factors beta = optional("center", "beta", 0);
    if (gamma.weight || beta.weight) {
        layer.append(Affine{gamma, beta});
    }
}

void appendLayerNormalization(LayerBuilder& layer)
{
    JsonFields& config = layer.config();
    if (flag(config, "rms_scaling", false)) {
        throw Refusal(TR("normalises by the root mean square, which is not supported"));
    }
    const double epsilon = number(config, "epsilon", 1e-3);
    const QJsonArray axes = config.has("axis") ? config.value("axis").toArray() : QJsonArray{-1};
    if (axes.size() <= 1) {
        if (config.has("axis")) {
            layer.arrangeForAxis(config.value("axis"));
        } else {
            layer.arrange(false);
        }
        const std::int64_t channels = layer.shape().channels;
        appendStandardised(layer, channels, false, epsilon);
        appendGammaAndBeta(layer, {channels});
        return;
    }
    std::array<bool, 3> covered{};
    for (const QJsonValue axis : axes) {
        covered[roleOfAxis(layer.shape(), axis.toDouble())] = true;
    }
    if (axes.size() != 3 || !std::all_of(covered.begin(), covered.end(), [](bool is) { return is; })) {
        throw Refusal(TR("works along another axis than the channels"));
    }
    appendStandardised(layer, layer.shape().channels, true, epsilon);
    appendGammaAndBeta(layer, kerasSizes(layer.shape()));
}

void appendGroupNormalization(LayerBuilder& layer)
{
    JsonFields& config = layer.config();
    if (config.has("axis")) {
        layer.arrangeForAxis(config.value("axis"));
    } else {
        layer.arrange(false);
    }
    constexpr double kUnset = 32;
    const std::int64_t channels = layer.shape().channels;
    const double asked = number(config, "groups", kUnset);
    const double groups = asked == -1 ? static_cast<double>(channels) : asked;
    if (groups < 1 || groups > static_cast<double>(channels)
        || channels % static_cast<std::int64_t>(groups) != 0) {
        throw Refusal(TR("its channels do not divide into %1 groups"), {std::to_string(asked)});
    }
    appendStandardised(
        layer, channels / static_cast<std::int64_t>(groups), true, number(config, "epsilon", 1e-3));
    appendGammaAndBeta(layer, {channels});
}

// Mean and variance of the config, or those that adapt() found.
void appendNormalization(LayerBuilder& layer)
{
    JsonFields& config = layer.config();
    Standardisation standardisation;
    standardisation.invert = flag(config, "invert", false);
    std::vector<std::int64_t> sizes; // of one mean for all
    QJsonArray axes; // none: one mean for all values
    if (config.has("axis")) {
        const QJsonValue axis = config.value("axis");
        axes = axis.isArray() ? axis.toArray() : QJsonArray{axis};
    }
    if (axes.size() == 1) {
        layer.arrangeForAxis(axes.first());
        sizes = {layer.shape().channels};
    } else if (!axes.isEmpty()) {
        throw Refusal(TR("works along another axis than the channels"));
    }
    if (config.has("mean") && config.has("variance")) {
        standardisation.mean.numbers = allNumbers(config.value("mean"));
        standardisation.variance.numbers = allNumbers(config.value("variance"));
        for (const Factors* factors : {&standardisation.mean, &standardisation.variance}) {
            const std::size_t count = factors->numbers.size();
            if (count != 1 && (sizes.empty() || count != static_cast<std::size_t>(sizes.front()))) {
                throw Refusal(
                    TR("has %1 means or variances for %2 channels"), {count, layer.shape().channels});
            }
        }
    } else if (config.has("mean") || config.has("variance")) {
        throw Refusal(TR("has a mean without a variance, or a variance without a mean"));
    } else {
        standardisation.mean.weight = layer.weight({"mean", "adapt_mean"}, sizes, false);
        standardisation.variance.weight = layer.weight({"variance", "adapt_variance"}, sizes, false);
        layer.weight({"count"}, {}, false); // how many were seen: not used
    }
    layer.append(standardisation);
}

void appendRescaling(LayerBuilder& layer)
{
    JsonFields& config = layer.config();
    const auto factors = [&](const char* name, double unset) {
        return config.has(name) ? constantFactors(config.value(name), layer.shape())
                                : Factors{{unset}, std::nullopt};
    };
    const Factors scale = factors("scale", 1);
    layer.append(Affine{scale, factors("offset", 0)});
}

constexpr std::array kNormalizations = {
    LayerRule{"BatchNormalization", appendBatchNormalization},
    LayerRule{"BatchNormalizationV1", appendBatchNormalization},
    LayerRule{"GroupNormalization", appendGroupNormalization},
    LayerRule{"LayerNormalization", appendLayerNormalization},
    LayerRule{"Normalization", appendNormalization},
    LayerRule{"Rescaling", appendRescaling},
    LayerRule{"SyncBatchNormalization", appendBatchNormalization},
};

} // namespace

std::span<const LayerRule> normalizationRules()
{
    return kNormalizations;
}

} // namespace iotbench::keras
