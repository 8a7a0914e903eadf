#include "models/keras/rules/operation_arguments.h"

#include <QJsonArray>

#include <string>

namespace iotbench::keras {

const CallArgument* OperationArguments::take(std::string_view name)
{
    const std::vector<CallArgument>& arguments = m_layer.arguments();
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (!m_taken[i] && arguments[i].name == name) {
            m_taken[i] = true;
            return &arguments[i];
        }
    }
    return nullptr;
}

Operand OperationArguments::operand(Names names)
{
    const CallArgument* argument = take("");
    for (auto name = names.begin(); argument == nullptr && name != names.end(); ++name) {
        argument = take(*name);
    }
    if (argument == nullptr) {
        throw Refusal(TR("is called on too few arguments"));
    }
    Operand operand{{}, argument->constant};
    for (const std::size_t tensor : argument->tensors) {
        operand.nodes.push_back(m_layer.inputs()[tensor]);
    }
    return operand;
}

void OperationArguments::goToOperand()
{
    const Operand only
        = operand({"x", "input", "inputs", "features", "input_tensor", "tensor", "logits", "t"});
    if (only.nodes.size() != 1) {
        throw Refusal(TR("is called on a constant"));
    }
    m_layer.goTo(only.nodes.front());
}

QJsonValue OperationArguments::option(Names names)
{
    for (const std::string_view name : names) {
        const std::string field(name);
        if (m_layer.config().has(field.c_str())) {
            return m_layer.config().value(field.c_str());
        }
        if (const CallArgument* argument = take(name)) {
            if (!argument->tensors.empty()) {
                throw Refusal(TR("is called with \"%1\", which is not supported"), {field});
            }
            return argument->constant;
        }
    }
    return {};
}

double OperationArguments::number(Names names, double unset)
{
    const QJsonValue value = option(names);
    if (!value.isNull() && !value.isUndefined() && !value.isDouble()) {
        throw BadField(std::string(*names.begin()), TR("must be a number"));
    }
    return value.toDouble(unset);
}

bool OperationArguments::flag(Names names, bool unset)
{
    const QJsonValue value = option(names);
    if (!value.isNull() && !value.isUndefined() && !value.isBool()) {
        throw BadField(std::string(*names.begin()), TR("must be true or false"));
    }
    return value.toBool(unset);
}

std::vector<double> OperationArguments::numbers(Names names)
{
    const QJsonValue value = option(names);
    std::vector<double> result;
    for (const QJsonValue item : value.isArray() ? value.toArray() : QJsonArray{value}) {
        if (!item.isDouble()) {
            throw BadField(std::string(*names.begin()), Message(TR("must be a list of %1"), {TR("numbers")}));
        }
        result.push_back(item.toDouble());
    }
    return result;
}

void OperationArguments::finish() const
{
    const std::vector<CallArgument>& arguments = m_layer.arguments();
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const bool set = !arguments[i].tensors.empty() || !arguments[i].constant.isNull();
        if (!m_taken[i] && set) {
            throw Refusal(TR("is called with \"%1\", which is not supported"),
                {arguments[i].name.empty() ? std::to_string(i + 1) : arguments[i].name});
        }
    }
}

} // namespace iotbench::keras
