// Activations, as layers of their own and as a field of others.
#pragma once

#include "models/json_fields.h"
#include "models/keras/graph.h"

#include <optional>

namespace iotbench::keras {

// The field "activation" of a layer: a name, null, or a serialised function. Unset: linear.
// Throws Refusal for one that is not known.
std::optional<Activation> activationField(JsonFields& config);

Activation reluLayer(JsonFields& config);
Activation leakyReluLayer(JsonFields& config);

// ONNX up to opset 12 takes a softmax over everything behind the axis, Keras over the channels of every
// pixel; they agree on rows and on 1 × 1 images only. Throws Refusal for others.
void refuseSoftmaxOverImage(const Activation& activation, const Shape& shape);

} // namespace iotbench::keras
