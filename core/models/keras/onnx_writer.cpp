#include "models/keras/onnx_writer.h"

#include "base/refusal.h"

#include <bit>
#include <limits>

namespace iotbench::keras {
namespace {

void describe(onnx::ValueInfoProto& value, const std::string& name, const std::vector<std::int64_t>& sizes)
{
    value.set_name(name);
    auto& tensor = *value.mutable_type()->mutable_tensor_type();
    tensor.set_elem_type(onnx::TensorProto::FLOAT);
    tensor.mutable_shape()->add_dim()->set_dim_param("N");
    for (const std::int64_t size : sizes) {
        tensor.mutable_shape()->add_dim()->set_dim_value(size);
    }
}

struct AttributeValue {
    onnx::AttributeProto& attribute;

    void operator()(std::int64_t value) const
    {
        attribute.set_type(onnx::AttributeProto::INT);
        attribute.set_i(value);
    }
    void operator()(float value) const
    {
        attribute.set_type(onnx::AttributeProto::FLOAT);
        attribute.set_f(value);
    }
    void operator()(const std::string& value) const
    {
        attribute.set_type(onnx::AttributeProto::STRING);
        attribute.set_s(value);
    }
    void operator()(const std::vector<std::int64_t>& values) const
    {
        attribute.set_type(onnx::AttributeProto::INTS);
        attribute.mutable_ints()->Add(values.begin(), values.end());
    }
};

} // namespace

OnnxWriter::OnnxWriter()
{
    constexpr int kIrVersion = 5; // of opset 10's time (ONNX 1.5)
    m_model.set_ir_version(kIrVersion);
    m_model.set_producer_name("iotbench");
    auto& operatorSet = *m_model.add_opset_import();
    operatorSet.set_domain("");
    operatorSet.set_version(kKerasOpset);
    m_model.mutable_graph()->set_name("keras");
}

std::string OnnxWriter::nameFor(const std::string& layer, const std::string& kind)
{
    const std::string name = layer + "/" + kind;
    const unsigned earlier = m_used[name]++;
    return earlier == 0 ? name : name + "_" + std::to_string(earlier);
}

std::string OnnxWriter::addInput(
    const std::string& name, const std::vector<std::int64_t>& sizes, bool ofBytes)
{
    onnx::ValueInfoProto& input = *m_model.mutable_graph()->add_input();
    describe(input, name, sizes);
    if (ofBytes) {
        input.mutable_type()->mutable_tensor_type()->set_elem_type(onnx::TensorProto::UINT8);
    }
    return name;
}

std::string OnnxWriter::addNode(const std::string& layer, const std::string& type,
    std::vector<std::string> inputs, const OnnxAttributes& attributes)
{
    auto& node = *m_model.mutable_graph()->add_node();
    std::string name = nameFor(layer, type);
    node.set_name(name);
    node.set_op_type(type);
    node.add_output(name);
    for (std::string& input : inputs) {
        node.add_input(std::move(input));
    }
    for (const auto& [attributeName, value] : attributes) {
        auto& attribute = *node.add_attribute();
        attribute.set_name(attributeName);
        std::visit(AttributeValue{attribute}, value);
    }
    return name;
}

std::string OnnxWriter::addFloats(
    const std::string& layer, const std::vector<float>& values, std::vector<std::int64_t> sizes)
{
    static_assert(std::endian::native == std::endian::little, "ONNX keeps raw data little-endian");
    auto& tensor = *m_model.mutable_graph()->add_initializer();
    tensor.set_name(nameFor(layer, "constant"));
    tensor.set_data_type(onnx::TensorProto::FLOAT);
    tensor.mutable_dims()->Add(sizes.begin(), sizes.end());
    tensor.set_raw_data(values.data(), values.size() * sizeof(float));
    return tensor.name();
}

std::string OnnxWriter::addIntegers(const std::string& layer, const std::vector<std::int64_t>& values)
{
    auto& tensor = *m_model.mutable_graph()->add_initializer();
    tensor.set_name(nameFor(layer, "constant"));
    tensor.set_data_type(onnx::TensorProto::INT64);
    tensor.add_dims(static_cast<std::int64_t>(values.size()));
    tensor.set_raw_data(values.data(), values.size() * sizeof(std::int64_t));
    return tensor.name();
}

std::vector<std::uint8_t> OnnxWriter::finish(
    const std::string& tensor, const std::vector<std::int64_t>& sizes)
{
    describe(*m_model.mutable_graph()->add_output(), tensor, sizes);
    const std::size_t size = m_model.ByteSizeLong();
    if (size
        > static_cast<std::size_t>(std::numeric_limits<int>::max())) { // which no protocol buffer may have
        throw Refusal(TR("its weights take over 2 GB, which no model for these images has"));
    }
    std::vector<std::uint8_t> bytes(size);
    m_model.SerializeToArray(bytes.data(), static_cast<int>(bytes.size()));
    return bytes;
}

} // namespace iotbench::keras
