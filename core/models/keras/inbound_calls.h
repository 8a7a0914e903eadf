// What a layer of a Functional model is called on: results of other layers and constants, as Keras 2 and
// Keras 3 write them.
#pragma once

#include <QJsonValue>

#include <cstddef>
#include <string>
#include <vector>

namespace iotbench::keras {

// The result of one call of a layer.
struct CallResult {
    std::string layer;
    unsigned call = 0; // which of the layer's calls

    auto operator<=>(const CallResult&) const = default;
};

struct CallArgument {
    std::string name; // "" where it is given by its place
    QJsonValue constant; // where it is no tensor
    std::vector<std::size_t> tensors; // indices into InboundCall::takes; several: a list
};

struct InboundCall {
    std::vector<CallResult> takes;
    std::vector<CallArgument> arguments; // in order, those with names last
};

// One element for every call of the layer. Throws Refusal where the field has another form, where a result
// other than the first of its call is taken, or where results and constants stand in one list.
std::vector<InboundCall> inboundCalls(const QJsonValue& inboundNodes);

// The field "input_layers" or "output_layers": ["dense", 0, 0], or a list of such.
std::vector<CallResult> callResults(const QJsonValue& layers);

} // namespace iotbench::keras
