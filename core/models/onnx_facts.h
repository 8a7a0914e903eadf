// What an ONNX graph says about itself, and whether this program can feed it.
#pragma once

#include "base/result.h"
#include "models/graph_facts.h"

namespace onnx {
class ModelProto;
}

namespace iotbench {

// Refuses, in words, what is not a whole ONNX model with one float input N×C×H×W of a stated size and one row
// of scores an image. Shapes are worked out in `model`, so move it here where nothing else needs it.
Result<GraphFacts> readOnnxFacts(onnx::ModelProto model);

} // namespace iotbench
