#include "models/keras/layer_builder.h"

#include "models/keras/layer_fields.h"
#include "models/keras/rules/layer_rules.h"
#include "models/keras/shape_rules.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <utility>

namespace iotbench::keras {

LayerBuilder::LayerBuilder(Graph& graph, LayerCall& call)
    : m_graph(graph)
    , m_call(call)
    , m_here(call.inputs.front())
{
}

const Shape& LayerBuilder::image() const
{
    if (!shape().isImage()) {
        throw Refusal(TR("wants an image, gets a row of %1 values"), {shape().channels});
    }
    return shape();
}

const Shape& LayerBuilder::imageInDataFormat()
{
    image();
    arrange(isChannelsFirst(config()));
    return shape();
}

void LayerBuilder::arrange(bool channelsFirst)
{
    if (shape().isImage() && shape().channelsFirst != channelsFirst) {
        const Permuted same = permuted(shape(), {0, 1, 2}, channelsFirst);
        append(same.operation, same.shape);
    }
}

void LayerBuilder::arrangeForAxis(const QJsonValue& axis)
{
    const QJsonValue number = axis.isArray() && axis.toArray().size() == 1 ? axis.toArray().first() : axis;
    const double last = shape().isImage() ? 3 : 1;
    const double value = number.toDouble(0);
    if (value == -1 || value == last) {
        arrange(false);
    } else if (value == 1 || value == -last) {
        arrange(true);
    } else {
        throw Refusal(TR("works along another axis than the channels"));
    }
}

WeightIndex LayerBuilder::weight(
    std::initializer_list<std::string_view> names, std::vector<std::int64_t> sizes, bool trainable)
{
    std::vector<Weight>& weights = m_graph.layers[m_call.layer].weights;
    const WeightIndex index = m_declared++;
    if (index == weights.size()) {
        weights.push_back({names, std::move(sizes), trainable});
    } else if (weights[index].sizes != sizes) { // of an earlier call of the same layer
        throw Refusal(TR("is called on results that need weights of different sizes"));
    }
    return index;
}

void LayerBuilder::append(const Operation& operation, const Shape& shape, std::vector<std::size_t> inputs)
{
    m_graph.nodes.push_back({m_call.name, m_call.layer, operation, std::move(inputs), checked(shape)});
    m_here = m_graph.nodes.size() - 1;
}

void LayerBuilder::inConfig(JsonFields config, const LayerRule& rule)
{
    checkDataType(config);
    std::swap(config, m_call.config);
    rule.append(*this);
    refuseUnreadFields(m_call.config);
    std::swap(config, m_call.config);
}

void LayerBuilder::permute(const std::vector<double>& axes)
{
    std::vector<double> sorted = axes;
    std::sort(sorted.begin(), sorted.end());
    const std::vector<double> all = shape().isImage() ? std::vector<double>{1, 2, 3} : std::vector<double>{1};
    if (sorted != all) {
        throw Refusal(TR("orders axes that are not those of what it takes"));
    }
    if (!shape().isImage()) {
        return;
    }
    std::array<std::size_t, 3> from{};
    std::transform(axes.begin(), axes.end(), from.begin(),
        [](double axis) { return static_cast<std::size_t>(axis) - 1; });
    const Permuted result = permuted(shape(), from);
    append(result.operation, result.shape);
}

void LayerBuilder::expandTo(const Shape& target)
{
    if (shape().channelsFirst != target.channelsFirst) {
        arrange(target.channelsFirst);
    }
    if (shape() == target) {
        return;
    }
    const auto reaches = [](std::int64_t from, std::int64_t to) { return from == to || from == 1; };
    if (shape().isImage() != target.isImage() || !reaches(shape().height, target.height)
        || !reaches(shape().width, target.width) || !reaches(shape().channels, target.channels)) {
        throw Refusal(TR("joins results of different shapes"));
    }
    append(Expansion{}, target);
}

} // namespace iotbench::keras
