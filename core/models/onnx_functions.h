// Functions that an ONNX model brings along (https://onnx.ai/onnx/repo-docs/IR.html, "Functions"), as
// exporters write them for a layer or a module: each call gives way to the operators of its function.
#pragma once

#include "base/message.h"

namespace onnx {
class ModelProto;
}

namespace iotbench {

// Afterwards the model has no functions, and its tensors are what they were. Tensors within a function get
// names of their own; an attribute that a call leaves out takes the function's default. Nothing is changed
// where there are none. Else the reason, with the model half changed: the functions call each other more than
// 64 deep, which includes without end, or would write out over 5,000 calls, 50,000 operators or 512 MB; or of
// those called, two have one name, or one has that of an operator, is written in another set of ONNX's
// operators than the model, or in a way that this ONNX library does not know.
Message writeOutFunctions(onnx::ModelProto& model);

} // namespace iotbench
