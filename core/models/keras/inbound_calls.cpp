#include "models/keras/inbound_calls.h"

#include "models/keras/graph.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cmath>

namespace iotbench::keras {
namespace {

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

// Keras 3: tensors anywhere in the arguments, in order.
void collectTensors(const QJsonValue& value, std::vector<CallResult>& results)
{
    if (value.isArray()) {
        for (const QJsonValue item : value.toArray()) {
            collectTensors(item, results);
        }
    }
    const QJsonObject object = value.toObject();
    if (object.value(QLatin1String("class_name")).toString() == QLatin1String("__keras_tensor__")) {
        results.push_back(callResult(
            object.value(QLatin1String("config")).toObject().value(QLatin1String("keras_history"))));
    }
}

std::vector<CallResult> oneCall(const QJsonValue& node)
{
    std::vector<CallResult> results;
    if (node.isObject()) {
        collectTensors(node.toObject().value(QLatin1String("args")), results);
        return results;
    }
    if (isReference(node)) { // a single input, as some versions write it
        return {callResult(node)};
    }
    for (const QJsonValue reference : node.toArray()) {
        results.push_back(callResult(reference));
    }
    return results;
}

} // namespace

std::vector<std::vector<CallResult>> inboundCalls(const QJsonValue& inboundNodes)
{
    if (!inboundNodes.isArray()) {
        throw Refusal(TR("does not say which results it takes"));
    }
    std::vector<std::vector<CallResult>> calls;
    for (const QJsonValue node : inboundNodes.toArray()) {
        calls.push_back(oneCall(node));
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
