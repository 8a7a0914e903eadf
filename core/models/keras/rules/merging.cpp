#include "models/keras/layer_fields.h"
#include "models/keras/rules/joining.h"
#include "models/keras/rules/layer_rules.h"
#include "models/keras/shape_rules.h"

#include <algorithm>
#include <array>

namespace iotbench::keras {

std::vector<std::size_t> broadcast(LayerBuilder& layer, std::vector<std::size_t> nodes)
{
    const auto image = std::find_if(
        nodes.begin(), nodes.end(), [&](std::size_t node) { return layer.shapeOf(node).isImage(); });
    Shape target = layer.shapeOf(image == nodes.end() ? nodes.front() : *image);
    for (std::size_t& node : nodes) {
        layer.goTo(node);
        if (image != nodes.end() && !layer.shape().isImage()) {
            layer.append(Reshape{}, {1, 1, layer.shape().channels});
        }
        layer.arrange(target.channelsFirst);
        node = layer.here();
        target.height = std::max(target.height, layer.shape().height);
        target.width = std::max(target.width, layer.shape().width);
        target.channels = std::max(target.channels, layer.shape().channels);
    }
    for (std::size_t& node : nodes) {
        layer.goTo(node);
        layer.expandTo(target);
        node = layer.here();
    }
    layer.goTo(nodes.front());
    return nodes;
}

void appendJoined(LayerBuilder& layer, ArithmeticKind kind, const std::vector<std::size_t>& nodes)
{
    const std::vector<std::size_t> alike = broadcast(layer, nodes);
    for (std::size_t i = 1; i < alike.size(); ++i) {
        layer.combine(kind, alike[i]);
    }
}

void appendConcatenated(LayerBuilder& layer, const std::vector<std::size_t>& nodes, double axis)
{
    std::vector<std::size_t> parts;
    const Shape first = layer.shapeOf(nodes.front());
    Concatenate concatenate;
    concatenate.axis = static_cast<unsigned>(roleOfAxis(first, axis));
    Shape sum = first;
    sizeOf(sum, concatenate.axis) = 0;
    for (const std::size_t node : nodes) {
        layer.goTo(node);
        layer.arrange(first.channelsFirst);
        Shape like = layer.shape();
        sizeOf(sum, concatenate.axis) += sizeOf(like, concatenate.axis);
        sizeOf(like, concatenate.axis) = sizeOf(first, concatenate.axis);
        if (like != first) {
            throw Refusal(TR("joins results that differ in more than one size"));
        }
        parts.push_back(layer.here());
    }
    layer.append(concatenate, sum, parts);
}

namespace {

template <ArithmeticKind kind>
void appendMerged(LayerBuilder& layer)
{
    appendJoined(layer, kind, layer.inputs());
}

void appendSubtract(LayerBuilder& layer)
{
    if (layer.inputs().size() != 2) {
        throw Refusal(TR("is called on %1 results"), {layer.inputs().size()});
    }
    appendJoined(layer, ArithmeticKind::Subtract, layer.inputs());
}

void appendAverage(LayerBuilder& layer)
{
    appendJoined(layer, ArithmeticKind::Add, layer.inputs());
    layer.scale(1.0 / static_cast<double>(layer.inputs().size()));
}

void appendConcatenate(LayerBuilder& layer)
{
    appendConcatenated(layer, layer.inputs(), number(layer.config(), "axis", -1));
}

constexpr std::array kMerging = {
    LayerRule{"Add", appendMerged<ArithmeticKind::Add>, true},
    LayerRule{"Average", appendAverage, true},
    LayerRule{"Concatenate", appendConcatenate, true},
    LayerRule{"Maximum", appendMerged<ArithmeticKind::Maximum>, true},
    LayerRule{"Minimum", appendMerged<ArithmeticKind::Minimum>, true},
    LayerRule{"Multiply", appendMerged<ArithmeticKind::Multiply>, true},
    LayerRule{"Subtract", appendSubtract, true},
};

} // namespace

std::span<const LayerRule> mergingRules()
{
    return kMerging;
}

} // namespace iotbench::keras
