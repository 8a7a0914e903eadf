#include "models/keras/layer_fields.h"

#include "models/keras/shape_rules.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>

namespace iotbench::keras {
namespace {

constexpr std::uint64_t kMostWindow = 1 << 10;
constexpr double kMostInput = 1 << 20; // of one dimension of a model's input

using Pair = std::array<std::int64_t, 2>;

// [3, 3], or 3 for both.
Pair pairOf(JsonFields& config, const char* name)
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

PaddingKind paddingKind(JsonFields& config)
{
    const std::string padding = config.has("padding") ? config.text("padding") : "valid";
    if (padding != "valid" && padding != "same") {
        throw Refusal(TR("padding \"%1\" is not supported, \"valid\" and \"same\" are"), {padding});
    }
    return padding == "same" ? PaddingKind::Same : PaddingKind::Valid;
}

std::int64_t edge(const QJsonValue& value)
{
    const double width = value.toDouble(-1);
    if (width < 0 || width > kMostWindow || width != std::floor(width)) {
        throw BadField("padding", TR("must be whole numbers from 0 to 1024"));
    }
    return static_cast<std::int64_t>(width);
}

// [before, after], or one number for both.
Pair edgePair(const QJsonValue& value)
{
    const QJsonArray both = value.toArray();
    return both.size() == 2 ? Pair{edge(both.at(0)), edge(both.at(1))} : Pair{edge(value), edge(value)};
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

void refuseChannelsFirst(JsonFields& config)
{
    if (config.has("data_format") && config.text("data_format") != "channels_last") {
        throw Refusal(
            TR("data_format \"%1\" is not supported, \"channels_last\" is"), {config.text("data_format")});
    }
}

Window readWindow(JsonFields& config, const Shape& image, const char* size)
{
    Window window;
    window.size = pairOf(config, size);
    window.strides = config.has("strides") ? pairOf(config, "strides") : window.size;
    if (config.has("dilation_rate")) {
        window.dilation = pairOf(config, "dilation_rate");
    }
    window.padding = paddingOf(paddingKind(config), image, window);
    return window;
}

Edges readEdges(const QJsonValue& padding)
{
    const QJsonArray both = padding.toArray();
    const Pair rows = edgePair(both.size() == 2 ? both.at(0) : padding);
    const Pair columns = edgePair(both.size() == 2 ? both.at(1) : padding);
    return {rows[0], rows[1], columns[0], columns[1]};
}

bool isLastAxis(const QJsonValue& axis, const Shape& shape)
{
    const QJsonValue number = axis.isArray() && axis.toArray().size() == 1 ? axis.toArray().first() : axis;
    return number.isDouble() && (number.toDouble() == -1 || number.toDouble() == (shape.isImage() ? 3 : 1));
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
    if (sizes.size() == 4) {
        shape = {size(1), size(2), size(3)};
    } else if (sizes.size() == 2) {
        shape = {0, 0, size(1)};
    }
    if (shape.channels == 0 || (sizes.size() == 4 && (shape.height == 0 || shape.width == 0))) {
        throw Refusal(TR("its input has no fixed size of height × width × channels"));
    }
    return checked(shape);
}

} // namespace iotbench::keras
