// Writes a graph with its weights as ONNX.
#pragma once

#include "models/keras/graph.h"
#include "models/keras/weights.h"

#include <cstdint>
#include <vector>

namespace iotbench::keras {

// Opset 12, which OpenCV 4.6 reads. Throws Refusal where a weight is missing or of another shape.
std::vector<std::uint8_t> toOnnx(const Graph& graph, const Weights& weights);

} // namespace iotbench::keras
