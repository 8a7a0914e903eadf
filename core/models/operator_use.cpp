#include "models/operator_use.h"

#include "models/onnx_reading.h"

#include <algorithm>
#include <cstring>

namespace iotbench {
namespace {

template <typename Number>
void addRaw(const std::string& bytes, std::vector<double>& values)
{
    for (std::size_t at = 0; at + sizeof(Number) <= bytes.size(); at += sizeof(Number)) {
        Number value;
        std::memcpy(&value, bytes.data() + at, sizeof value); // little-endian, as ONNX keeps raw data
        values.push_back(static_cast<double>(value));
    }
}

} // namespace

void GraphTensors::add(const onnx::GraphProto& graph)
{
    for (const auto* values : {&graph.input(), &graph.output(), &graph.value_info()}) {
        for (const onnx::ValueInfoProto& value : *values) {
            add(value);
        }
    }
    for (const onnx::TensorProto& weights : graph.initializer()) {
        add(weights.name(), weights);
    }
    for (const onnx::NodeProto& node : graph.node()) {
        if (node.op_type() != "Constant" || node.output_size() != 1) {
            continue;
        }
        m_known[node.output(0)].isConstant = true;
        for (const onnx::AttributeProto& attribute : node.attribute()) {
            if (attribute.has_t()) {
                add(node.output(0), attribute.t());
            }
        }
    }
}

void GraphTensors::add(const onnx::ValueInfoProto& value)
{
    if (!value.type().has_tensor_type()) {
        return;
    }
    const auto& type = value.type().tensor_type();
    Known& known = m_known[value.name()];
    known.type = type.elem_type();
    if (!type.has_shape()) {
        return;
    }
    known.shape = sizesOf(type.shape());
}

void GraphTensors::add(const std::string& name, const onnx::TensorProto& tensor)
{
    m_known[name] = {tensor.data_type(), Sizes(tensor.dims().begin(), tensor.dims().end()), true, &tensor};
}

const GraphTensors::Known& GraphTensors::known(const std::string& name) const
{
    static const Known kNothing;
    const auto found = m_known.find(name);
    return found == m_known.end() ? kNothing : found->second;
}

bool GraphTensors::isConstant(const std::string& name) const
{
    return known(name).isConstant;
}

int GraphTensors::type(const std::string& name) const
{
    return known(name).type;
}

std::optional<Sizes> GraphTensors::shape(const std::string& name) const
{
    return known(name).shape;
}

std::vector<double> GraphTensors::values(const std::string& name) const
{
    const onnx::TensorProto* tensor = known(name).constant;
    if (tensor == nullptr) {
        return {};
    }
    std::vector<double> values(tensor->float_data().begin(), tensor->float_data().end());
    values.insert(values.end(), tensor->int64_data().begin(), tensor->int64_data().end());
    if (tensor->data_type() == onnx::TensorProto::FLOAT) {
        addRaw<float>(tensor->raw_data(), values);
    } else if (tensor->data_type() == onnx::TensorProto::INT64) {
        addRaw<std::int64_t>(tensor->raw_data(), values);
    } else if (tensor->data_type() == onnx::TensorProto::BOOL) {
        values.insert(values.end(), tensor->int32_data().begin(), tensor->int32_data().end());
        addRaw<std::uint8_t>(tensor->raw_data(), values);
    }
    return values;
}

const onnx::AttributeProto* OperatorUse::find(std::string_view name) const
{
    const auto found = std::ranges::find(m_node.attribute(), name, &onnx::AttributeProto::name);
    return found == m_node.attribute().end() ? nullptr : &*found;
}

std::optional<std::int64_t> OperatorUse::number(std::string_view name) const
{
    const auto* attribute = find(name);
    return attribute ? std::optional<std::int64_t>(attribute->i()) : std::nullopt;
}

double OperatorUse::real(std::string_view name, double otherwise) const
{
    const auto* attribute = find(name);
    return attribute ? static_cast<double>(attribute->f()) : otherwise;
}

std::string OperatorUse::word(std::string_view name, std::string_view otherwise) const
{
    const auto* attribute = find(name);
    return attribute ? attribute->s() : std::string(otherwise);
}

Sizes OperatorUse::numbers(std::string_view name) const
{
    const auto* attribute = find(name);
    return attribute ? Sizes(attribute->ints().begin(), attribute->ints().end()) : Sizes();
}

bool OperatorUse::allOnes(std::string_view name) const
{
    return std::ranges::all_of(numbers(name), [](std::int64_t value) { return value == 1; });
}

bool OperatorUse::padded() const
{
    return std::ranges::any_of(numbers("pads"), [](std::int64_t pad) { return pad != 0; });
}

bool OperatorUse::padsItself() const
{
    return word("auto_pad").starts_with("SAME");
}

std::optional<Sizes> OperatorUse::shape(int input) const
{
    return has(input) ? m_tensors.shape(m_node.input(input)) : std::nullopt;
}

std::optional<Sizes> OperatorUse::outputShape() const
{
    return m_node.output_size() > 0 ? m_tensors.shape(m_node.output(0)) : std::nullopt;
}

std::vector<double> OperatorUse::values(int input) const
{
    return has(input) ? m_tensors.values(m_node.input(input)) : std::vector<double>();
}

bool OperatorUse::isReal(const std::string& name) const
{
    const int type = m_tensors.type(name);
    return type != onnx::TensorProto::INT64 && type != onnx::TensorProto::INT32
        && type != onnx::TensorProto::BOOL;
}

bool OperatorUse::isOfValues() const
{
    const bool becomesWhole = op() == "Cast" || op() == "QuantizeLinear" || op() == "Shape";
    return (inputs() == 0 || isReal(m_node.input(0)))
        && (becomesWhole || m_node.output_size() == 0 || isReal(m_node.output(0)));
}

} // namespace iotbench
