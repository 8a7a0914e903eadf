// Which results a layer of a Functional model is called on, as Keras 2 and Keras 3 write it.
#pragma once

#include <QJsonValue>

#include <string>
#include <vector>

namespace iotbench::keras {

// The result of one call of a layer.
struct CallResult {
    std::string layer;
    unsigned call = 0; // which of the layer's calls

    auto operator<=>(const CallResult&) const = default;
};

// One element for every call of the layer: the results that it takes, in order. Throws Refusal where the
// field has another form or a result other than the first of its call is taken.
std::vector<std::vector<CallResult>> inboundCalls(const QJsonValue& inboundNodes);

// The field "input_layers" or "output_layers": ["dense", 0, 0], or a list of such.
std::vector<CallResult> callResults(const QJsonValue& layers);

} // namespace iotbench::keras
