// What an ONNX graph says about itself, and whether this program can feed it.
#pragma once

#include "base/result.h"
#include "models/graph_facts.h"

#include <cstdint>
#include <span>

namespace iotbench {

// Refuses, in words, what is not a whole ONNX model with one float input N×C×H×W of a stated size and one row
// of scores an image.
Result<GraphFacts> readOnnxFacts(std::span<const std::uint8_t> onnx);

} // namespace iotbench
