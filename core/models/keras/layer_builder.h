// What the rules of layers build with: appends to the graph the operations of one call of a layer.
#pragma once

#include "models/json_fields.h"
#include "models/keras/graph.h"
#include "models/keras/layer_call.h"

#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace iotbench::keras {

struct LayerRule;

// Functions throw Refusal or BadField; whoever called the rule adds layer and class.
class LayerBuilder {
public:
    LayerBuilder(Graph& graph, LayerCall& call);

    JsonFields& config() { return m_call.config; }
    const std::string& className() const { return m_call.className; }
    unsigned kerasVersion() const { return m_call.kerasVersion; }
    const std::vector<CallArgument>& arguments() const { return m_call.arguments; }
    const std::vector<std::size_t>& inputs() const { return m_call.inputs; }
    const Shape& shapeOf(std::size_t node) const { return m_graph.nodes[node].shape; }

    // The node that the next operation takes, and in the end the call's result.
    std::size_t here() const { return m_here; }
    void goTo(std::size_t node) { m_here = node; }
    const Shape& shape() const { return shapeOf(m_here); }

    // What is here must be an image. The second also takes it as the layer's data_format says.
    const Shape& image() const;
    const Shape& imageInDataFormat();
    // Moves values, where needed, so that Keras's last axis (or its first) holds the channels.
    void arrange(bool channelsFirst);
    // The same so that `axis` (-1, 3, [3], 1) holds the channels; refuses any other.
    void arrangeForAxis(const QJsonValue& axis);

    // Declares the layer's next weight, in the order in which Keras makes them.
    WeightIndex weight(std::initializer_list<std::string_view> names, std::vector<std::int64_t> sizes,
        bool trainable = true);

    // Each appends an operation on what is here and goes to its result. Without a shape: it stays the same.
    void append(const Operation& operation) { append(operation, shape()); }
    void append(const Operation& operation, const Shape& shape) { append(operation, shape, {m_here}); }
    void append(const Operation& operation, const Shape& shape, std::vector<std::size_t> inputs);
    void apply(FunctionKind kind, double first = 0, double second = 0)
    {
        append(Function{kind, first, second});
    }
    void scale(double factor, double offset = 0) { append(Affine{{{factor}, {}}, {{offset}, {}}}); }
    // here ∘ other, both of one shape
    void combine(ArithmeticKind kind, std::size_t other)
    {
        append(Arithmetic{kind}, shape(), {m_here, other});
    }
    // Another rule with its own config: a layer that another has for its activation.
    void inConfig(JsonFields config, const LayerRule& rule);
    // Axes of the result in Keras's order, by those of what is here: 1 to 3, of a row: 1.
    void permute(const std::vector<double>& axes);
    // Repeats what is here along sizes of 1 to reach `shape`.
    void expandTo(const Shape& shape);

private:
    Graph& m_graph;
    LayerCall& m_call;
    std::size_t m_here;
    std::size_t m_declared = 0; // weights of this call so far
};

} // namespace iotbench::keras
