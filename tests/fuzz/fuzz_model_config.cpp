// Any bytes as Keras's model_config: an answer in words or a sound graph, in little time and memory.
#include "require.h"

#include "models/keras/model_config.h"

namespace {

using namespace iotbench::keras;
using iotbench::test::require;

// What the ONNX step relies on.
void checkSound(const Graph& graph)
{
    require(!graph.nodes.empty() && graph.output < graph.nodes.size());
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const Node& node = graph.nodes[i];
        require(node.shape.size() > 0 && (i == 0) == std::holds_alternative<Input>(node.operation));
        require((i == 0) == node.inputs.empty());
        for (const std::size_t input : node.inputs) {
            require(input < i);
        }
        if (const auto* convolution = std::get_if<Convolution>(&node.operation)) {
            require(graph.nodes[node.inputs[0]].shape.channels % convolution->groups == 0);
            require(convolution->filters == node.shape.channels);
        }
        if (std::holds_alternative<Arithmetic>(node.operation)) {
            require(node.inputs.size() == 2 && graph.nodes[node.inputs[0]].shape == node.shape
                && graph.nodes[node.inputs[1]].shape == node.shape);
        }
        if (const auto* slice = std::get_if<Slice>(&node.operation)) {
            for (std::size_t role = 0; role < slice->starts.size(); ++role) {
                require(slice->starts[role] >= 0 && slice->starts[role] <= slice->ends[role]
                    && slice->steps[role] >= 1);
            }
        }
        if (std::holds_alternative<Reshape>(node.operation)) {
            require(graph.nodes[node.inputs[0]].shape.size() == node.shape.size());
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr unsigned kKerasVersion = 3; // which knows more of operations
    const iotbench::Result<Graph> graph
        = parseModelConfig({reinterpret_cast<const char*>(data), size}, kKerasVersion);
    if (graph) {
        checkSound(*graph);
    } else {
        require(!graph.error().english().empty());
    }
    return 0;
}
