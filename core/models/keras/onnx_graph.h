// Writes a graph with its weights as ONNX.
#pragma once

#include "models/keras/graph.h"
#include "models/keras/weights.h"

#include <cstdint>
#include <vector>

namespace iotbench::keras {

// ONNX of operator set kKerasOpset. Throws Refusal where a weight is missing or of another shape.
std::vector<std::uint8_t> toOnnx(const Graph& graph, const WeightSource& weights);

} // namespace iotbench::keras
