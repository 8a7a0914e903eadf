#include "models/onnx_reading.h"

#include <onnx/shape_inference/implementation.h>

#include <algorithm>
#include <exception>
#include <limits>
#include <string>
#include <unordered_map>
#include <utility>

namespace iotbench {

onnx::ModelProto parsedOnnx(std::span<const std::uint8_t> bytes)
{
    onnx::ModelProto model;
    if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())
        || !model.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
        model.Clear();
    }
    return model;
}

namespace {

// The library reads beyond its memory where a convolution does not state its window and its weights have more
// axes than the images: ONNX 1.12 does. So those whose weights' sizes are known state it, and the others are
// hidden from it for as long as this lasts.
class StatedWindows {
public:
    explicit StatedWindows(onnx::GraphProto& graph) { state(graph, 0); }
    ~StatedWindows()
    {
        for (auto& [node, type] : m_hidden) {
            node->set_op_type(type);
        }
    }
    StatedWindows(const StatedWindows&) = delete;
    StatedWindows& operator=(const StatedWindows&) = delete;

private:
    static int weightsOf(const onnx::NodeProto& node)
    {
        const std::string& type = node.op_type();
        return type == "QLinearConv"                                             ? 3
            : type == "Conv" || type == "ConvTranspose" || type == "ConvInteger" ? 1
                                                                                 : 0;
    }

    void state(onnx::GraphProto& graph, unsigned depth)
    {
        constexpr unsigned kDeepest = 16; // no sound model has more
        for (const onnx::TensorProto& tensor : graph.initializer()) {
            m_sizes[tensor.name()] = &tensor;
        }
        for (onnx::NodeProto& node : *graph.mutable_node()) {
            if (node.op_type() == "DequantizeLinear" && node.input_size() > 0 && node.output_size() > 0) {
                if (const auto known = m_sizes.find(node.input(0)); known != m_sizes.end()) {
                    m_sizes[node.output(0)] = known->second;
                }
            }
            if (const int weights = weightsOf(node); weights > 0) {
                state(node, weights);
            }
            for (onnx::AttributeProto& attribute : *node.mutable_attribute()) {
                if (attribute.has_g() && depth < kDeepest) {
                    state(*attribute.mutable_g(), depth + 1);
                }
            }
        }
    }

    void state(onnx::NodeProto& node, int weights)
    {
        if (std::ranges::find(node.attribute(), "kernel_shape", &onnx::AttributeProto::name)
            != node.attribute().end()) {
            return;
        }
        const auto known = node.input_size() > weights ? m_sizes.find(node.input(weights)) : m_sizes.end();
        if (known == m_sizes.end() || known->second->dims_size() < 3) {
            m_hidden.emplace_back(&node, node.op_type());
            node.set_op_type("Hidden" + node.op_type());
            return;
        }
        onnx::AttributeProto& window = *node.add_attribute();
        window.set_name("kernel_shape");
        window.set_type(onnx::AttributeProto::INTS);
        for (int axis = 2; axis < known->second->dims_size(); ++axis) {
            window.add_ints(known->second->dims(axis));
        }
    }

    std::unordered_map<std::string, const onnx::TensorProto*> m_sizes; // of constants
    std::vector<std::pair<onnx::NodeProto*, std::string>> m_hidden;
};

} // namespace

bool inferShapes(onnx::ModelProto& model)
{
    try {
        const StatedWindows windows(*model.mutable_graph());
        onnx::shape_inference::InferShapes(model);
        return true;
    } catch (const std::exception&) {
        return false;
    }
}

std::int64_t operatorSetOf(const onnx::ModelProto& model)
{
    std::int64_t version = 0;
    for (const auto& set : model.opset_import()) {
        if (set.domain().empty() || set.domain() == "ai.onnx") {
            version = set.version();
        }
    }
    return version;
}

std::vector<std::int64_t> sizesOf(const onnx::TensorShapeProto& shape)
{
    std::vector<std::int64_t> sizes;
    for (const auto& dimension : shape.dim()) {
        sizes.push_back(dimension.has_dim_value() ? dimension.dim_value() : -1);
    }
    return sizes;
}

} // namespace iotbench
