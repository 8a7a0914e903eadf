// Operations: those of keras.ops by class, those of TensorFlow by function. Both go by the same rules.
#include "models/keras/activations.h"
#include "models/keras/constants.h"
#include "models/keras/layer_fields.h"
#include "models/keras/rules/joining.h"
#include "models/keras/rules/layer_rules.h"
#include "models/keras/rules/operation_arguments.h"
#include "models/keras/shape_rules.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace iotbench::keras {
namespace {

using enum ArithmeticKind;

// A function of one result that has nothing to set.
template <void (*apply)(LayerBuilder&)>
void appendFunction(LayerBuilder& layer)
{
    OperationArguments arguments(layer);
    arguments.goToOperand();
    arguments.finish();
    apply(layer);
}

template <FunctionKind kind>
void applyKind(LayerBuilder& layer)
{
    layer.apply(kind);
}

void appendNegative(LayerBuilder& layer)
{
    layer.scale(-1);
}

void appendRsqrt(LayerBuilder& layer)
{
    layer.apply(FunctionKind::Sqrt);
    layer.apply(FunctionKind::Reciprocal);
}

void appendSquared(LayerBuilder& layer)
{
    layer.combine(Multiply, layer.here());
}

// What is here ∘ a constant, or the constant ∘ what is here.
void appendWithConstant(LayerBuilder& layer, ArithmeticKind kind, const QJsonValue& value, bool constantFirst)
{
    if (kind == Maximum || kind == Minimum) {
        const std::optional<double> bound = constantNumber(value);
        if (!bound) {
            throw Refusal(TR("a constant array is not supported here"));
        }
        kind == Maximum ? layer.apply(FunctionKind::ClipBelow, *bound)
                        : layer.apply(FunctionKind::Clip, std::numeric_limits<float>::lowest(), *bound);
        return;
    }
    Factors constant = constantFactors(value, layer.shape());
    const auto one = [](double number) { return Factors{{number}, std::nullopt}; };
    const auto each = [&](const auto& change) {
        std::transform(constant.numbers.begin(), constant.numbers.end(), constant.numbers.begin(), change);
    };
    switch (kind) {
    case Add:
        layer.append(Affine{one(1), constant});
        return;
    case Subtract:
        if (!constantFirst) {
            each([](double number) { return -number; });
        }
        layer.append(Affine{one(constantFirst ? -1 : 1), constant});
        return;
    case Divide:
        if (constantFirst) {
            layer.apply(FunctionKind::Reciprocal);
            break;
        }
        if (std::find(constant.numbers.begin(), constant.numbers.end(), 0.0) != constant.numbers.end()) {
            throw Refusal(TR("divides by zero"));
        }
        each([](double number) { return 1 / number; });
        break;
    default:
        break;
    }
    layer.append(Affine{constant, one(0)});
}

template <ArithmeticKind kind>
void appendArithmetic(LayerBuilder& layer)
{
    OperationArguments arguments(layer);
    const Operand first = arguments.operand({"x1", "x"});
    const Operand second = arguments.operand({"x2", "y"});
    arguments.finish();
    if (first.nodes.size() > 1 || second.nodes.size() > 1 || first.nodes.size() + second.nodes.size() == 0) {
        throw Refusal(TR("is called on %1 results"), {first.nodes.size() + second.nodes.size()});
    }
    if (first.nodes.empty()) {
        layer.goTo(second.nodes.front());
        appendWithConstant(layer, kind, first.constant, true);
    } else if (second.nodes.empty()) {
        layer.goTo(first.nodes.front());
        appendWithConstant(layer, kind, second.constant, false);
    } else {
        const std::vector<std::size_t> both = {first.nodes.front(), second.nodes.front()};
        if (layer.shapeOf(both[0]).isImage() != layer.shapeOf(both[1]).isImage()) {
            throw Refusal(TR("joins results of different shapes"));
        }
        appendJoined(layer, kind, both);
    }
}

void appendPower(LayerBuilder& layer)
{
    OperationArguments arguments(layer);
    const Operand base = arguments.operand({"x1", "x"});
    const Operand exponent = arguments.operand({"x2", "y"});
    arguments.finish();
    const std::optional<double> power = constantNumber(exponent.constant);
    if (base.nodes.size() != 1 || !exponent.nodes.empty() || !power) {
        throw Refusal(TR("a power is supported with a constant exponent alone"));
    }
    layer.goTo(base.nodes.front());
    const std::size_t x = layer.here();
    constexpr double kCube = 3;
    if (*power == 2) {
        appendSquared(layer);
    } else if (*power == kCube) {
        appendSquared(layer);
        layer.combine(Multiply, x);
    } else if (*power == 0.5) {
        layer.apply(FunctionKind::Sqrt);
    } else if (*power == -1) {
        layer.apply(FunctionKind::Reciprocal);
    } else if (*power != 1) {
        throw Refusal(TR("the exponent %1 is not supported"), {std::to_string(*power)});
    }
}

void appendLeakyReluOperation(LayerBuilder& layer)
{
    OperationArguments arguments(layer);
    arguments.goToOperand();
    const double slope = arguments.number({"negative_slope", "alpha"}, 0.2);
    arguments.finish();
    layer.apply(FunctionKind::LeakyRelu, slope);
}

void appendEluOperation(LayerBuilder& layer)
{
    OperationArguments arguments(layer);
    arguments.goToOperand();
    const double alpha = arguments.number({"alpha"}, 1);
    arguments.finish();
    layer.apply(FunctionKind::Elu, alpha);
}

void appendGeluOperation(LayerBuilder& layer)
{
    OperationArguments arguments(layer);
    arguments.goToOperand();
    const bool approximate = arguments.flag({"approximate"}, false);
    arguments.finish();
    appendGelu(layer, approximate);
}

void appendClip(LayerBuilder& layer)
{
    OperationArguments arguments(layer);
    arguments.goToOperand();
    const double least = arguments.number({"x_min", "clip_value_min"}, std::numeric_limits<float>::lowest());
    const double most = arguments.number({"x_max", "clip_value_max"}, std::numeric_limits<float>::max());
    arguments.finish();
    layer.apply(FunctionKind::Clip, least, most);
}

void appendSoftmaxOperation(LayerBuilder& layer)
{
    OperationArguments arguments(layer);
    arguments.goToOperand();
    const double axis = arguments.number({"axis"}, -1);
    arguments.finish();
    layer.arrangeForAxis(axis);
    layer.append(Softmax{});
}

void appendConcat(LayerBuilder& layer)
{
    OperationArguments arguments(layer);
    const Operand parts = arguments.operand({"xs", "values", "arrays"});
    const double axis = arguments.number({"axis"}, -1);
    arguments.finish();
    if (parts.nodes.empty()) {
        throw Refusal(TR("is called on a constant"));
    }
    appendConcatenated(layer, parts.nodes, axis);
}

// Over all pixels; an average over the channels too.
void appendReduction(LayerBuilder& layer, bool maximum)
{
    OperationArguments arguments(layer);
    arguments.goToOperand();
    const std::vector<double> axes = arguments.numbers({"axis"});
    const bool keepSizes = arguments.flag({"keepdims"}, false);
    arguments.finish();
    const Shape image = layer.image();
    std::array<bool, 3> over{};
    for (const double axis : axes) {
        over[roleOfAxis(image, axis)] = true;
    }
    if (over == std::array{true, true, false}) {
        layer.append(GlobalPooling{maximum, keepSizes},
            keepSizes ? Shape{1, 1, image.channels, image.channelsFirst} : Shape{0, 0, image.channels});
    } else if (over == std::array{false, false, true} && keepSizes && !maximum) {
        layer.append(ChannelMix{0, 1.0 / static_cast<double>(image.channels), image.channels});
        layer.append(Slice{{0, 0, 0}, {image.height, image.width, 1}},
            {image.height, image.width, 1, image.channelsFirst});
    } else {
        throw Refusal(TR("is supported over height and width together alone"));
    }
}

void appendMean(LayerBuilder& layer)
{
    appendReduction(layer, false);
}
void appendMaximumOver(LayerBuilder& layer)
{
    appendReduction(layer, true);
}

// Sizes with the batch, which must be what is left: (-1, 8, 8, 3).
void appendReshapeOperation(LayerBuilder& layer)
{
    OperationArguments arguments(layer);
    arguments.goToOperand();
    std::vector<double> sizes = arguments.numbers({"newshape", "shape"});
    arguments.finish();
    if (sizes.size() < 2 || sizes.front() != -1) {
        throw Refusal(TR("reshapes the batch too: its first size must be -1"));
    }
    sizes.erase(sizes.begin());
    layer.append(Reshape{}, reshaped(layer.shape(), sizes));
}

void appendTranspose(LayerBuilder& layer)
{
    OperationArguments arguments(layer);
    arguments.goToOperand();
    std::vector<double> axes = arguments.numbers({"axes", "perm"});
    const bool conjugate = arguments.flag({"conjugate"}, false);
    arguments.finish();
    if (axes.empty() || axes.front() != 0 || conjugate) {
        throw Refusal(TR("orders axes that are not those of what it takes"));
    }
    axes.erase(axes.begin());
    layer.permute(axes);
}

// One side of x[:, 1:, ::2]: {"start": 1, "stop": null, "step": 2}, in Keras 3 within a "config".
struct Range {
    std::int64_t start = 0;
    std::int64_t end = 0;
    std::int64_t step = 1;
    std::int64_t count() const { return end > start ? (end - start + step - 1) / step : 0; }
};

Range rangeOf(const QJsonValue& item, std::int64_t length)
{
    QJsonObject object = item.toObject();
    if (object.contains(QLatin1String("config"))) {
        object = object.value(QLatin1String("config")).toObject();
    }
    const auto whole = [&](const char* name, std::int64_t unset) {
        const QJsonValue value = object.value(QLatin1String(name));
        const double number = value.toDouble(static_cast<double>(unset));
        constexpr double kFar = 1 << 24;
        if (!object.contains(QLatin1String("start")) || std::abs(number) > kFar
            || number != std::floor(number) || (!value.isNull() && !value.isDouble())) {
            throw Refusal(TR("takes a part by something else than whole numbers in ranges"));
        }
        return static_cast<std::int64_t>(number);
    };
    const auto place = [&](const char* name, std::int64_t unset) {
        const std::int64_t given = whole(name, unset);
        return std::clamp<std::int64_t>(given < 0 ? given + length : given, 0, length);
    };
    const Range range{place("start", 0), place("stop", length), whole("step", 1)};
    if (range.step < 1) {
        throw Refusal(TR("takes a part backwards"));
    }
    return range;
}

void appendPart(LayerBuilder& layer)
{
    OperationArguments arguments(layer);
    arguments.goToOperand();
    const QJsonArray items = arguments.operand({"key", "slice_spec"}).constant.toArray();
    arguments.finish();
    const Shape whole = layer.shape();
    const std::vector<std::int64_t> sizes = kerasSizes(whole);
    if (items.isEmpty() || static_cast<std::size_t>(items.size()) > sizes.size() + 1) {
        throw Refusal(TR("takes a part by something else than whole numbers in ranges"));
    }
    constexpr std::int64_t kAnyBatch = 1 << 20;
    const Range batch = rangeOf(items.first(), kAnyBatch);
    if (batch.start != 0 || batch.end != kAnyBatch || batch.step != 1) {
        throw Refusal(TR("takes a part of the batch"));
    }
    Slice slice;
    Shape part = whole;
    for (std::size_t axis = 0; axis < sizes.size(); ++axis) {
        const auto item = static_cast<qsizetype>(axis) + 1;
        const Range range
            = item < items.size() ? rangeOf(items.at(item), sizes[axis]) : Range{0, sizes[axis], 1};
        if (range.count() == 0) {
            throw Refusal(TR("cuts off the whole image"));
        }
        const std::size_t role = whole.isImage() ? rolesOfAxes(whole)[axis] : 2;
        slice.starts[role] = range.start;
        slice.ends[role] = range.end;
        slice.steps[role] = range.step;
        sizeOf(part, role) = range.count();
    }
    layer.append(slice, part);
}

void appendCast(LayerBuilder& layer)
{
    OperationArguments arguments(layer);
    arguments.goToOperand();
    const std::string type = arguments.option({"dtype"}).toString().toStdString();
    arguments.finish();
    if (type != "float32" && type != "float16" && type != "bfloat16") {
        throw Refusal(TR("computes in %1, which is not supported"), {type});
    }
}

template <const char* name>
void applyActivation(LayerBuilder& layer)
{
    appendActivation(layer, name);
}

constexpr char kHardSigmoid[] = "hard_sigmoid";
constexpr char kHardSilu[] = "hard_silu";
constexpr char kHardTanh[] = "hard_tanh";
constexpr char kLogSigmoid[] = "log_sigmoid";
constexpr char kMish[] = "mish";
constexpr char kRelu6[] = "relu6";
constexpr char kSelu[] = "selu";
constexpr char kSilu[] = "silu";
constexpr char kSoftplus[] = "softplus";
constexpr char kSoftsign[] = "softsign";

struct KnownOperation {
    std::string_view ofKeras; // class name in keras.ops of Keras 3
    std::string_view ofTensorFlow; // "function" of a TFOpLambda or SlicingOpLambda of Keras 2
    void (*append)(LayerBuilder&);
};

template <FunctionKind kind>
constexpr auto kFunction = appendFunction<applyKind<kind>>;
template <const char* name>
constexpr auto kActivation = appendFunction<applyActivation<name>>;

constexpr std::array kOperations = {
    KnownOperation{"Absolute", "math.abs", kFunction<FunctionKind::Abs>},
    KnownOperation{"Add", "math.add", appendArithmetic<Add>},
    KnownOperation{"", "__operators__.add", appendArithmetic<Add>},
    KnownOperation{"Cast", "cast", appendCast},
    KnownOperation{"Clip", "clip_by_value", appendClip},
    KnownOperation{"Concatenate", "concat", appendConcat},
    KnownOperation{"Divide", "math.divide", appendArithmetic<Divide>},
    KnownOperation{"Elu", "nn.elu", appendEluOperation},
    KnownOperation{"Exp", "math.exp", kFunction<FunctionKind::Exp>},
    KnownOperation{"Gelu", "nn.gelu", appendGeluOperation},
    KnownOperation{"GetItem", "__operators__.getitem", appendPart},
    KnownOperation{"HardSigmoid", "", kActivation<kHardSigmoid>},
    KnownOperation{"HardSilu", "", kActivation<kHardSilu>},
    KnownOperation{"HardTanh", "", kActivation<kHardTanh>},
    KnownOperation{"LeakyRelu", "nn.leaky_relu", appendLeakyReluOperation},
    KnownOperation{"Log", "math.log", kFunction<FunctionKind::Log>},
    KnownOperation{"LogSigmoid", "math.log_sigmoid", kActivation<kLogSigmoid>},
    KnownOperation{"Max", "math.reduce_max", appendMaximumOver},
    KnownOperation{"Maximum", "math.maximum", appendArithmetic<Maximum>},
    KnownOperation{"Mean", "math.reduce_mean", appendMean},
    KnownOperation{"Minimum", "math.minimum", appendArithmetic<Minimum>},
    KnownOperation{"Mish", "", kActivation<kMish>},
    KnownOperation{"Multiply", "math.multiply", appendArithmetic<Multiply>},
    KnownOperation{"Negative", "math.negative", appendFunction<appendNegative>},
    KnownOperation{"Power", "math.pow", appendPower},
    KnownOperation{"Reciprocal", "math.reciprocal", kFunction<FunctionKind::Reciprocal>},
    KnownOperation{"Relu", "nn.relu", kFunction<FunctionKind::Relu>},
    KnownOperation{"Relu6", "nn.relu6", kActivation<kRelu6>},
    KnownOperation{"Reshape", "reshape", appendReshapeOperation},
    KnownOperation{"Rsqrt", "math.rsqrt", appendFunction<appendRsqrt>},
    KnownOperation{"Selu", "nn.selu", kActivation<kSelu>},
    KnownOperation{"Sigmoid", "math.sigmoid", kFunction<FunctionKind::Sigmoid>},
    KnownOperation{"", "nn.sigmoid", kFunction<FunctionKind::Sigmoid>},
    KnownOperation{"Silu", "nn.silu", kActivation<kSilu>},
    KnownOperation{"", "nn.swish", kActivation<kSilu>},
    KnownOperation{"Softmax", "nn.softmax", appendSoftmaxOperation},
    KnownOperation{"Softplus", "math.softplus", kActivation<kSoftplus>},
    KnownOperation{"", "nn.softplus", kActivation<kSoftplus>},
    KnownOperation{"Softsign", "nn.softsign", kActivation<kSoftsign>},
    KnownOperation{"Sqrt", "math.sqrt", kFunction<FunctionKind::Sqrt>},
    KnownOperation{"Square", "math.square", appendFunction<appendSquared>},
    KnownOperation{"Subtract", "math.subtract", appendArithmetic<Subtract>},
    KnownOperation{"Tanh", "math.tanh", kFunction<FunctionKind::Tanh>},
    KnownOperation{"", "nn.tanh", kFunction<FunctionKind::Tanh>},
    KnownOperation{"Transpose", "transpose", appendTranspose},
    KnownOperation{"", "compat.v1.transpose", appendTranspose},
    KnownOperation{"TrueDivide", "math.truediv", appendArithmetic<Divide>},
};

void appendKnown(LayerBuilder& layer, std::string_view KnownOperation::*column, const std::string& name)
{
    const auto known = std::find_if(kOperations.begin(), kOperations.end(),
        [&](const KnownOperation& each) { return each.*column == name; });
    if (name.empty() || known == kOperations.end()) {
        throw Refusal(TR("the operation %1 is not supported: export the model to ONNX: %2"), {name, kExport});
    }
    known->append(layer);
}

void appendLambda(LayerBuilder& layer)
{
    appendKnown(layer, &KnownOperation::ofTensorFlow, layer.config().text("function"));
}

void appendOperation(LayerBuilder& layer)
{
    appendKnown(layer, &KnownOperation::ofKeras, layer.className());
}

constexpr LayerRule kOperation{"", appendOperation, true, true};
constexpr std::array kLambdas = {
    LayerRule{"SlicingOpLambda", appendLambda, true, true},
    LayerRule{"TFOpLambda", appendLambda, true, true},
};

} // namespace

const LayerRule& operationRule()
{
    return kOperation;
}

std::span<const LayerRule> lambdaRules()
{
    return kLambdas;
}

} // namespace iotbench::keras
