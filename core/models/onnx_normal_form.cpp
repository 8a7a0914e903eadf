#include "models/onnx_normal_form.h"

#include "models/graph_facts.h"
#include "models/onnx_external_weights.h"
#include "models/onnx_functions.h"
#include "models/onnx_reading.h"
#include "models/onnx_soundness.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <string>
#include <unordered_set>
#include <utility>

namespace iotbench {
namespace {

using onnx::TensorProto;

constexpr std::int64_t kCastByNumber = 6; // before this operator set, Cast names its type by a word
constexpr std::array<std::int64_t, 4> kToChannelsLast{0, 2, 3, 1};
constexpr std::array<std::int64_t, 4> kToChannelsFirst{0, 3, 1, 2};

onnx::AttributeProto& newAttribute(
    onnx::NodeProto& node, const char* name, onnx::AttributeProto::AttributeType type)
{
    onnx::AttributeProto& attribute = *node.add_attribute();
    attribute.set_name(name);
    attribute.set_type(type);
    return attribute;
}

onnx::NodeProto castNode(int type)
{
    onnx::NodeProto node;
    node.set_op_type("Cast");
    newAttribute(node, "to", onnx::AttributeProto::INT).set_i(type);
    return node;
}

onnx::NodeProto transposeNode(std::span<const std::int64_t> order)
{
    onnx::NodeProto node;
    node.set_op_type("Transpose");
    onnx::AttributeProto& perm = newAttribute(node, "perm", onnx::AttributeProto::INTS);
    for (const std::int64_t axis : order) {
        perm.add_ints(axis);
    }
    return node;
}

bool isCastTo(const onnx::NodeProto& node, int type)
{
    return node.op_type() == "Cast" && node.attribute_size() == 1 && node.attribute(0).name() == "to"
        && node.attribute(0).i() == type;
}

bool isTranspose(const onnx::NodeProto& node, std::span<const std::int64_t> order)
{
    return node.op_type() == "Transpose" && node.attribute_size() == 1
        && std::ranges::equal(node.attribute(0).ints(), order);
}

class Ends {
public:
    explicit Ends(onnx::GraphProto& graph)
        : m_graph(graph)
    {
        for (const onnx::ValueInfoProto& input : graph.input()) {
            m_names.insert(input.name());
        }
        for (const TensorProto& weights : graph.initializer()) {
            m_names.insert(weights.name());
        }
        for (const onnx::NodeProto& node : graph.node()) {
            m_names.insert(node.input().begin(), node.input().end());
            m_names.insert(node.output().begin(), node.output().end());
            m_hasInner |= std::ranges::any_of(node.attribute(),
                [](const auto& attribute) { return attribute.has_g() || attribute.graphs_size() > 0; });
        }
    }

    bool changed() const { return m_changed; }

    // The only input that is no weight, as old exporters list those too; nullptr where there is no such one.
    onnx::ValueInfoProto* input()
    {
        std::unordered_set<std::string> weights;
        for (const TensorProto& tensor : m_graph.initializer()) {
            weights.insert(tensor.name());
        }
        onnx::ValueInfoProto* only = nullptr;
        for (onnx::ValueInfoProto& input : *m_graph.mutable_input()) {
            if (weights.contains(input.name())) {
                continue;
            }
            if (only != nullptr) {
                return nullptr;
            }
            only = &input;
        }
        return only != nullptr && only->type().has_tensor_type() ? only : nullptr;
    }

    // The input gets another name; `conversion` makes of it what it was. Where all that takes the input is an
    // operator that undoes the conversion, both are left out.
    template <typename Undoes>
    void convertInput(onnx::ValueInfoProto& input, onnx::NodeProto conversion, const Undoes& undoes)
    {
        m_changed = true;
        const std::string inner = input.name();
        const std::string outer = newName(inner);
        input.set_name(outer);
        if (onlyTakenBy(inner, undoes)) {
            for (int i = m_graph.node_size() - 1; i >= 0; --i) {
                if (takes(m_graph.node(i), inner)) {
                    rename(std::string(m_graph.node(i).output(0)), outer);
                    m_graph.mutable_node()->DeleteSubrange(i, 1);
                }
            }
            return;
        }
        conversion.add_input(outer);
        conversion.add_output(inner);
        *m_graph.add_node() = std::move(conversion);
        for (int i = m_graph.node_size() - 1; i > 0; --i) { // to the front
            m_graph.mutable_node()->SwapElements(i, i - 1);
        }
    }

    void castOutput(onnx::ValueInfoProto& output)
    {
        m_changed = true;
        const std::string inner = output.name();
        const std::string outer = newName(inner);
        output.set_name(outer);
        output.mutable_type()->mutable_tensor_type()->set_elem_type(TensorProto::FLOAT);
        onnx::NodeProto& cast = *m_graph.add_node() = castNode(TensorProto::FLOAT);
        cast.add_input(inner);
        cast.add_output(outer);
    }

private:
    static bool takes(const onnx::NodeProto& node, const std::string& tensor)
    {
        return std::ranges::find(node.input(), tensor) != node.input().end();
    }

    bool isOutput(const std::string& tensor) const
    {
        return std::ranges::any_of(
            m_graph.output(), [&](const onnx::ValueInfoProto& output) { return output.name() == tensor; });
    }

    template <typename Undoes>
    bool onlyTakenBy(const std::string& tensor, const Undoes& undoes) const
    {
        return !m_hasInner && !isOutput(tensor) && std::ranges::all_of(m_graph.node(), [&](const auto& node) {
            return !takes(node, tensor)
                || (undoes(node) && node.output_size() == 1 && !isOutput(node.output(0)));
        });
    }

    void rename(const std::string& from, const std::string& to)
    {
        for (onnx::NodeProto& node : *m_graph.mutable_node()) {
            std::ranges::replace(*node.mutable_input(), from, to);
        }
    }

    std::string newName(const std::string& old)
    {
        std::string name = old;
        do {
            name += '_';
        } while (m_names.contains(name));
        m_names.insert(name);
        return name;
    }

    onnx::GraphProto& m_graph;
    std::unordered_set<std::string> m_names; // of all tensors
    bool m_hasInner = false; // graphs within, which may take a tensor by its name
    bool m_changed = false;
};

void changeInput(Ends& ends, bool& takesBytes)
{
    onnx::ValueInfoProto* const input = ends.input();
    if (input == nullptr) {
        return;
    }
    onnx::TypeProto::Tensor& type = *input->mutable_type()->mutable_tensor_type();
    const int given = type.elem_type();
    takesBytes = given == TensorProto::UINT8;
    if (takesBytes || given == TensorProto::FLOAT16 || given == TensorProto::DOUBLE) {
        type.set_elem_type(TensorProto::FLOAT);
        // A float16 would have been rounded.
        ends.convertInput(*input, castNode(given), [given](const onnx::NodeProto& node) {
            return given != TensorProto::FLOAT16 && isCastTo(node, TensorProto::FLOAT);
        });
    }
    if (isChannelsLast(sizesOf(type.shape()))) {
        onnx::TensorShapeProto& shape = *type.mutable_shape();
        shape.mutable_dim()->SwapElements(2, 3); // N, H, C, W
        shape.mutable_dim()->SwapElements(1, 2);
        ends.convertInput(*input, transposeNode(kToChannelsLast),
            [](const onnx::NodeProto& node) { return isTranspose(node, kToChannelsFirst); });
    }
}

// Whether the scores of an image stay its own whatever the batch: its size reaches the output by name.
bool passesBatchOn(onnx::ModelProto model, const std::string& batch)
{
    onnx::GraphProto& graph = *model.mutable_graph();
    graph.clear_value_info();
    graph.mutable_output(0)->mutable_type()->mutable_tensor_type()->clear_shape();
    return inferShapes(model) && graph.output(0).type().tensor_type().shape().dim_size() > 0
        && graph.output(0).type().tensor_type().shape().dim(0).dim_param() == batch;
}

// A batch of stated size becomes one of any size, where the graph is one for any.
bool freeBatch(onnx::ModelProto& model, onnx::ValueInfoProto* input)
{
    constexpr const char* kBatch = "batch";
    onnx::GraphProto& graph = *model.mutable_graph();
    if (input == nullptr || graph.output_size() != 1 || input->type().tensor_type().shape().dim_size() == 0
        || !input->type().tensor_type().shape().dim(0).has_dim_value()) {
        return false;
    }
    onnx::TensorShapeProto::Dimension& batch
        = *input->mutable_type()->mutable_tensor_type()->mutable_shape()->mutable_dim(0);
    const onnx::TensorShapeProto::Dimension stated = batch;
    batch.set_dim_param(kBatch);
    if (!passesBatchOn(model, kBatch)) {
        batch = stated;
        return false;
    }
    graph.clear_value_info(); // which states the old one
    onnx::TensorShapeProto& scores
        = *graph.mutable_output(0)->mutable_type()->mutable_tensor_type()->mutable_shape();
    if (scores.dim_size() > 0) {
        scores.mutable_dim(0)->set_dim_param(kBatch);
    }
    return true;
}

bool changeEnds(onnx::ModelProto& model, bool& takesBytes)
{
    Ends ends(*model.mutable_graph());
    if (operatorSetOf(model) >= kCastByNumber) {
        changeInput(ends, takesBytes);
        for (onnx::ValueInfoProto& output : *model.mutable_graph()->mutable_output()) {
            const int type = output.type().tensor_type().elem_type();
            if (type == TensorProto::FLOAT16 || type == TensorProto::DOUBLE) {
                ends.castOutput(output);
            }
        }
    }
    const bool freed = freeBatch(model, ends.input());
    return freed || ends.changed();
}

} // namespace

Result<NormalOnnx> bringIntoNormalForm(
    onnx::ModelProto& model, const std::filesystem::path& folder, const std::function<bool()>& cancelled)
{
    const bool hasFunctions = model.functions_size() > 0;
    if (Message fault = writeOutFunctions(model); !fault.empty()) {
        return Error{std::move(fault)};
    }
    ExternalWeights weights = takeExternalWeights(model, folder, cancelled);
    if (!weights.fault.empty()) {
        return Error{std::move(weights.fault)};
    }
    NormalOnnx normal;
    normal.otherFiles = std::move(weights.bytes);
    // Libraries that infer shapes take sizes at a file's word, so an unsound graph is left alone.
    const bool isSound = faultOfSoundness(model).empty();
    if ((isSound && changeEnds(model, normal.takesBytes)) || weights.any || hasFunctions) {
        const std::size_t bytes = model.ByteSizeLong();
        if (bytes > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
            return Error{TR("it has over 2 GB of weights")};
        }
        normal.bytes.emplace(bytes);
        model.SerializeToArray(normal.bytes->data(), static_cast<int>(bytes));
    }
    return normal;
}

} // namespace iotbench
