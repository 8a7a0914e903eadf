#include "models/keras/layer_fields.h"

#include "models/keras/shape_rules.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace iotbench::keras {
namespace {

constexpr std::uint64_t kMostWindow = 1 << 10;
constexpr double kMostInput = 1 << 20; // of one dimension of a model's input

using Pair = std::array<std::int64_t, 2>;

std::int64_t edge(const char* name, const QJsonValue& value)
{
    const double width = value.toDouble(-1);
    if (width < 0 || width > kMostWindow || width != std::floor(width)) {
        throw BadField(name, TR("must be whole numbers from 0 to 1024"));
    }
    return static_cast<std::int64_t>(width);
}

// [before, after], or one number for both.
Pair edgePair(const char* name, const QJsonValue& value)
{
    const QJsonArray both = value.toArray();
    return both.size() == 2 ? Pair{edge(name, both.at(0)), edge(name, both.at(1))}
                            : Pair{edge(name, value), edge(name, value)};
}

// "float32", or {"class_name": "DTypePolicy" or "Policy", "config": {"name": "mixed_float16"}}.
std::string dataType(JsonFields& config)
{
    if (config.value("dtype").isString()) {
        return config.text("dtype");
    }
    JsonFields policy = config.object("dtype");
    const std::string className = policy.text("class_name");
    if (className != "DTypePolicy" && className != "Policy") {
        return className;
    }
    return policy.object("config").text("name");
}

bool endsWithAnyOf(std::string_view name, std::initializer_list<std::string_view> ends)
{
    return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return name.ends_with(end); });
}

} // namespace

std::int64_t atLeastOne(JsonFields& config, const char* name, std::uint64_t most)
{
    const std::uint64_t count = config.count(name, most);
    if (count == 0) {
        throw BadField(name, TR("must be at least 1"));
    }
    return static_cast<std::int64_t>(count);
}

bool flag(JsonFields& config, const char* name, bool unset)
{
    return config.has(name) ? config.boolean(name) : unset;
}

double number(JsonFields& config, const char* name, double unset)
{
    return config.has(name) ? config.number(name) : unset;
}

bool isChannelsFirst(JsonFields& config)
{
    const std::string format = config.has("data_format") ? config.text("data_format") : "channels_last";
    if (format != "channels_last" && format != "channels_first") {
        throw Refusal(TR("data_format \"%1\" is not supported"), {format});
    }
    return format == "channels_first";
}

void checkDataType(JsonFields& config)
{
    constexpr std::array<std::string_view, 6> kFloating
        = {"float32", "float16", "bfloat16", "float64", "mixed_float16", "mixed_bfloat16"};
    if (!config.has("dtype")) {
        return;
    }
    const std::string type = dataType(config);
    if (std::find(kFloating.begin(), kFloating.end(), type) == kFloating.end()) {
        throw Refusal(TR("computes in %1, which is not supported"), {type});
    }
}

std::array<std::int64_t, 2> pairField(JsonFields& config, const char* name)
{
    if (config.value(name).isDouble()) {
        const std::int64_t both = atLeastOne(config, name, kMostWindow);
        return {both, both};
    }
    const std::vector<double> numbers = config.numbers(name);
    const auto fits
        = [](double number) { return number >= 1 && number <= kMostWindow && number == std::floor(number); };
    if (numbers.size() != 2 || !std::all_of(numbers.begin(), numbers.end(), fits)) {
        throw BadField(name, TR("must be one or two whole numbers from 1 to 1024"));
    }
    return {static_cast<std::int64_t>(numbers[0]), static_cast<std::int64_t>(numbers[1])};
}

bool isPaddingSame(JsonFields& config)
{
    const std::string padding = config.has("padding") ? config.text("padding") : "valid";
    if (padding != "valid" && padding != "same") {
        throw Refusal(TR("padding \"%1\" is not supported, \"valid\" and \"same\" are"), {padding});
    }
    return padding == "same";
}

Window readWindow(JsonFields& config, const Shape& image, const char* size)
{
    Window window;
    window.size = pairField(config, size);
    window.strides = config.has("strides") ? pairField(config, "strides") : window.size;
    if (config.has("dilation_rate")) {
        window.dilation = pairField(config, "dilation_rate");
    }
    window.padding = paddingOf(isPaddingSame(config) ? PaddingKind::Same : PaddingKind::Valid, image, window);
    return window;
}

Edges readEdges(const char* name, const QJsonValue& edges)
{
    const QJsonArray both = edges.toArray();
    const Pair rows = edgePair(name, both.size() == 2 ? both.at(0) : edges);
    const Pair columns = edgePair(name, both.size() == 2 ? both.at(1) : edges);
    return {rows[0], rows[1], columns[0], columns[1]};
}

void refuseUnreadFields(JsonFields& config)
{
    constexpr std::array<std::string_view, 6> kWithoutEffect
        = {"name", "trainable", "batch_input_shape", "batch_shape", "input_dtype", "build_input_shape"};
    for (const std::string& name : config.unread()) {
        const bool known
            = std::find(kWithoutEffect.begin(), kWithoutEffect.end(), name) != kWithoutEffect.end();
        if (!known && !endsWithAnyOf(name, {"_initializer", "_regularizer", "_constraint"})) {
            throw Refusal(
                TR("its field \"%1\" is not known to this program: leave it at its default, or export "
                   "the model to ONNX: %2"),
                {name, kExport});
        }
    }
}

Shape shapeFromBatchShape(const QJsonValue& batchShape)
{
    const QJsonArray sizes = batchShape.toArray();
    const auto size = [&](int index) {
        const double value = sizes.at(index).toDouble(0);
        return value >= 1 && value <= kMostInput && value == std::floor(value)
            ? static_cast<std::int64_t>(value)
            : 0;
    };
    Shape shape;
    constexpr std::int64_t kMostColours = 4;
    if (sizes.size() == 4) {
        shape = size(1) <= kMostColours && size(3) > kMostColours ? Shape{size(2), size(3), size(1), true}
                                                                  : Shape{size(1), size(2), size(3)};
    } else if (sizes.size() == 2) {
        shape = {0, 0, size(1)};
    }
    if (shape.channels == 0 || (sizes.size() == 4 && (shape.height == 0 || shape.width == 0))) {
        throw Refusal(TR("its input has no fixed size of height × width × channels"));
    }
    return checked(shape);
}

} // namespace iotbench::keras
