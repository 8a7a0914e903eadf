// Activations by name, as a field of layers and in operations, out of functions that every engine has.
// Formulas: keras.io/api/layers/activations.
#pragma once

#include "models/keras/layer_builder.h"

#include <string_view>

namespace iotbench::keras {

// The field "activation" of a layer: a name, null, a serialised function or a layer. Unset: linear.
void appendActivationField(LayerBuilder& layer);
// Throws Refusal for a name that is not known.
void appendActivation(LayerBuilder& layer, std::string_view name);

// Over Keras's last axis.
void appendSoftmax(LayerBuilder& layer);
void appendGelu(LayerBuilder& layer, bool approximate);
// Slope below zero, and an upper limit where there is one.
void appendRelu(LayerBuilder& layer, double slope, std::optional<double> maximum);

} // namespace iotbench::keras
