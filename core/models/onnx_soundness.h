// Whether an ONNX graph is one that a library can be given: libraries take sizes, windows and values at a
// file's word, and end the program or answer wrongly where they are none.
#pragma once

#include "base/message.h"

#include <cstdint>
#include <onnx/onnx_pb.h>

namespace iotbench {

// Empty where the model has no functions of its own; where every tensor of the graph, of its nodes and of the
// graphs within it lies in the file, has as many values as it says, and no weight that is infinite or not a
// number; where every window and step of an operator is one; where no operator gives random values, repeats a
// graph or has an attribute twice; and where the batch comes first in the output. Else the reason, which
// names the tensor or the operator.
Message faultOfSoundness(const onnx::ModelProto& model);

// Libraries take time by the square of their number.
inline constexpr std::size_t kMostOperators = 5000;
// Values between the operators, of one image: 4 GB of float32.
inline constexpr std::uint64_t kMostBetweenOperators = std::uint64_t{1} << 30U;

// Empty where the tensors between the operators fit into memory, as far as inferShapes() has worked out their
// sizes; else the reason.
Message faultOfSizes(const onnx::GraphProto& graph);

} // namespace iotbench
