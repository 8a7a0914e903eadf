// What every reader of an ONNX file begins with.
#pragma once

#include <onnx/onnx_pb.h>

#include <cstdint>
#include <span>
#include <vector>

namespace iotbench {

// Empty where the bytes are none, or are no whole model.
onnx::ModelProto parsedOnnx(std::span<const std::uint8_t> bytes);

// Works out shapes and types of tensors that the graph does not state, and puts the window into convolutions
// that leave it to their weights. False: this ONNX library does not know the operator set, or the shapes
// clash; some may then be known, some not.
bool inferShapes(onnx::ModelProto& model);

// The version of ONNX's own operators that the model is written in; 0 where it does not say.
std::int64_t operatorSetOf(const onnx::ModelProto& model);

// Of each axis; -1: not known.
std::vector<std::int64_t> sizesOf(const onnx::TensorShapeProto& shape);

} // namespace iotbench
