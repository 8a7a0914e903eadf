#include "models/keras/inbound_calls.h"

#include "base/refusal.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <utility>

namespace iotbench::keras {
namespace {

constexpr QLatin1String kConstant("_CONSTANT_VALUE"); // in place of a layer's name, Keras 2

QString classOf(const QJsonValue& value)
{
    return value.toObject().value(QLatin1String("class_name")).toString();
}

// ["conv2d", 0, 0] or ["conv2d", 0, 0, {arguments}]
CallResult callResult(const QJsonValue& value)
{
    const QJsonArray parts = value.toArray();
    const double call = parts.at(1).toDouble(-1);
    if (parts.size() < 3 || !parts.at(0).isString() || call < 0 || call > 1'000'000
        || call != std::floor(call)) {
        throw Refusal(TR("a reference to another layer is not [name, call, result]"));
    }
    if (parts.at(2).toDouble(-1) != 0) {
        throw Refusal(TR("takes a second result of %1"), {parts.at(0).toString().toStdString()});
    }
    return {parts.at(0).toString().toStdString(), static_cast<unsigned>(call)};
}

bool isReference(const QJsonValue& value)
{
    return value.toArray().at(0).isString();
}

// Keras 2, in arguments with names, where texts stand in lists too.
bool isNamedReference(const QJsonValue& value)
{
    const QJsonArray parts = value.toArray();
    return parts.size() == 3 && parts.at(0).isString() && parts.at(1).isDouble() && parts.at(2).isDouble();
}

bool isKerasTensor(const QJsonValue& value)
{
    return classOf(value) == QLatin1String("__keras_tensor__");
}

CallResult kerasTensor(const QJsonValue& value)
{
    return callResult(
        value.toObject().value(QLatin1String("config")).toObject().value(QLatin1String("keras_history")));
}

bool holdsTensor(const QJsonValue& value)
{
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        return std::any_of(
            items.begin(), items.end(), [](const QJsonValue& item) { return holdsTensor(item); });
    }
    if (!value.isObject()) {
        return false;
    }
    const QJsonObject object = value.toObject();
    return isKerasTensor(value) || std::any_of(object.begin(), object.end(), [](const QJsonValue& item) {
        return holdsTensor(item);
    });
}

// Arrays that went into the file with their type around them.
QJsonValue plainConstant(const QJsonValue& value)
{
    const QString kind = classOf(value);
    if (kind == QLatin1String("__numpy__") || kind == QLatin1String("__tensor__")) {
        return value.toObject().value(QLatin1String("config")).toObject().value(QLatin1String("value"));
    }
    return value;
}

class CallReader {
public:
    // `isTensor` and `tensor`: how this version of Keras writes the result of a layer.
    template <typename IsTensor, typename Tensor>
    void add(const QJsonValue& value, std::string name, const IsTensor& isTensor, const Tensor& tensor)
    {
        CallArgument argument{std::move(name), {}, {}};
        const QJsonArray items = value.toArray();
        if (isTensor(value)) {
            take(argument, tensor(value));
        } else if (!items.isEmpty() && std::all_of(items.begin(), items.end(), isTensor)) {
            for (const QJsonValue item : items) {
                take(argument, tensor(item));
            }
        } else if (std::any_of(items.begin(), items.end(), isTensor) || holdsTensor(value)) {
            throw Refusal(TR("takes results and constants in one list"));
        } else {
            argument.constant = plainConstant(value);
        }
        m_call.arguments.push_back(std::move(argument));
    }

    InboundCall finish() { return std::move(m_call); }

private:
    void take(CallArgument& argument, CallResult result)
    {
        argument.tensors.push_back(m_call.takes.size());
        m_call.takes.push_back(std::move(result));
    }

    InboundCall m_call;
};

// {"args": […], "kwargs": {…}}
InboundCall kerasThreeCall(const QJsonObject& node)
{
    CallReader reader;
    for (const QJsonValue argument : node.value(QLatin1String("args")).toArray()) {
        reader.add(argument, "", isKerasTensor, kerasTensor);
    }
    const QJsonObject named = node.value(QLatin1String("kwargs")).toObject();
    for (auto argument = named.begin(); argument != named.end(); ++argument) {
        reader.add(argument.value(), argument.key().toStdString(), isKerasTensor, kerasTensor);
    }
    return reader.finish();
}

// One reference, ["conv2d", 0, 0, {"y": …}], or a list of such, each with the same arguments. A constant in
// place of a result is ["_CONSTANT_VALUE", -1, 1.5, {…}].
InboundCall kerasTwoCall(const QJsonArray& node)
{
    CallReader reader;
    QJsonArray references = node;
    if (isReference(node)) {
        references = {};
        references.append(node); // braces around an array are a copy of it with some compilers
    }
    const QJsonArray first = references.at(0).toArray();
    if (references.size() == 1 && first.at(0).toString() == kConstant) {
        reader.add(first.at(2), "", isNamedReference, callResult);
    } else {
        const bool anyConstant = std::any_of(references.begin(), references.end(),
            [](const QJsonValue& reference) { return reference.toArray().at(0).toString() == kConstant; });
        if (anyConstant) {
            throw Refusal(TR("takes results and constants in one list"));
        }
        reader.add(
            references, "", [](const QJsonValue& value) { return isReference(value); }, callResult);
    }
    const QJsonObject named = first.at(3).toObject();
    for (auto argument = named.begin(); argument != named.end(); ++argument) {
        reader.add(argument.value(), argument.key().toStdString(), isNamedReference, callResult);
    }
    return reader.finish();
}

} // namespace

std::vector<InboundCall> inboundCalls(const QJsonValue& inboundNodes)
{
    if (!inboundNodes.isArray()) {
        throw Refusal(TR("does not say which results it takes"));
    }
    std::vector<InboundCall> calls;
    for (const QJsonValue node : inboundNodes.toArray()) {
        calls.push_back(node.isObject() ? kerasThreeCall(node.toObject()) : kerasTwoCall(node.toArray()));
    }
    return calls;
}

std::vector<CallResult> callResults(const QJsonValue& layers)
{
    if (isReference(layers)) {
        return {callResult(layers)};
    }
    std::vector<CallResult> results;
    for (const QJsonValue reference : layers.toArray()) {
        results.push_back(callResult(reference));
    }
    return results;
}

} // namespace iotbench::keras
