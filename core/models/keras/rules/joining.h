// How results of several layers come together, in layers and in operations alike.
#pragma once

#include "models/keras/layer_builder.h"

#include <vector>

namespace iotbench::keras {

// Repeats each of the results along its sizes of 1 until all have one shape, and goes to the first.
// A row beside images counts as an image of one pixel.
std::vector<std::size_t> broadcast(LayerBuilder& layer, std::vector<std::size_t> nodes);

// n0 ∘ n1 ∘ …, broadcast.
void appendJoined(LayerBuilder& layer, ArithmeticKind kind, const std::vector<std::size_t>& nodes);

// One behind the other along an axis in Keras's count (1 … or -1 …).
void appendConcatenated(LayerBuilder& layer, const std::vector<std::size_t>& nodes, double axis);

} // namespace iotbench::keras
