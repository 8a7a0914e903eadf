// One operator of an ONNX graph as it is used there: its attributes, and what is known of its tensors.
#pragma once

#include <onnx/onnx_pb.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace iotbench {

using Sizes = std::vector<std::int64_t>; // of a tensor's axes, -1: not known; or numbers of an attribute

// What a graph says of its tensors, its constants among them. Shorter-lived than the graph.
class GraphTensors {
public:
    explicit GraphTensors(const onnx::GraphProto& graph) { add(graph); }

    // A graph within, which sees the tensors of the graph around it.
    void add(const onnx::GraphProto& graph);

    bool isConstant(const std::string& name) const;
    int type(const std::string& name) const; // onnx::TensorProto::UNDEFINED where it is not known
    std::optional<Sizes> shape(const std::string& name) const;
    // Of a constant of float32, int64 or bool; empty where it is none.
    std::vector<double> values(const std::string& name) const;

private:
    struct Known {
        int type = onnx::TensorProto::UNDEFINED;
        std::optional<Sizes> shape;
        bool isConstant = false;
        const onnx::TensorProto* constant = nullptr; // null where its values are kept otherwise
    };

    void add(const onnx::ValueInfoProto& value);
    void add(const std::string& name, const onnx::TensorProto& tensor);
    const Known& known(const std::string& name) const;

    std::unordered_map<std::string, Known> m_known;
};

// Views into node and tensors.
class OperatorUse {
public:
    // `operatorSet`: the version of ONNX's own that the model is written in.
    OperatorUse(const onnx::NodeProto& node, const GraphTensors& tensors, std::int64_t operatorSet)
        : opset(operatorSet)
        , m_node(node)
        , m_tensors(tensors)
    {
    }

    const std::int64_t opset;

    const std::string& op() const { return m_node.op_type(); }

    // Attributes; nullptr, unset, `otherwise` or nothing where the node has none of the name.
    const onnx::AttributeProto* find(std::string_view name) const;
    std::optional<std::int64_t> number(std::string_view name) const;
    double real(std::string_view name, double otherwise) const;
    std::string word(std::string_view name, std::string_view otherwise = {}) const;
    Sizes numbers(std::string_view name) const;
    bool isSet(std::string_view name) const { return number(name).value_or(0) != 0; }
    bool allOnes(std::string_view name) const; // also where there are none
    bool padded() const; // by "pads"
    bool padsItself() const; // by "auto_pad"

    int inputs() const { return m_node.input_size(); }
    bool gives(int output) const { return output < m_node.output_size() && !m_node.output(output).empty(); }
    bool has(int input) const { return input < inputs() && !m_node.input(input).empty(); }
    bool isConstant(int input) const { return has(input) && m_tensors.isConstant(m_node.input(input)); }
    std::optional<Sizes> shape(int input) const;
    std::optional<Sizes> outputShape() const;
    std::vector<double> values(int input) const; // see GraphTensors
    // Whole numbers are shapes and indices, which engines work out before the first image comes.
    bool isOfValues() const;

private:
    bool isReal(const std::string& name) const; // also where the type is not known

    const onnx::NodeProto& m_node;
    const GraphTensors& m_tensors;
};

} // namespace iotbench
