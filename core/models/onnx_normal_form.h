// Brings an ONNX model into the form that readOnnxFacts() and the engines take: weights inside, one input of
// float32 N×C×H×W, scores of float32. What exporters write otherwise means the same in that form.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

namespace onnx {
class ModelProto;
}

namespace iotbench {

struct NormalOnnx {
    std::optional<std::vector<std::uint8_t>> bytes; // of the model; unset: nothing had to change
    // Of the files that it keeps weights in, in the order in which it first names them; empty without.
    std::vector<std::uint8_t> otherFiles;
    bool takesBytes = false; // its input is uint8: pixels as they are, which it scales itself
};

// - Calls of functions that the model brings along give way to the operators of these.
// - Weights in other files are put into the model: regular files in the model's `folder` or below it, links
//   followed, 512 MB in all.
// - A batch of stated size becomes free where the shapes of the graph follow any.
// - An input N×H×W×C is transposed, one of uint8, float16 or float64 cast; so are scores of float16 or
//   float64.
// What cannot be changed, an empty model among it, stays as it is, for readOnnxFacts() to refuse.
// `cancelled` is asked now and then; true is an error. Error: functions that cannot be written out
// (onnx_functions.h), or such another file cannot be had; the model is then half changed.
Result<NormalOnnx> bringIntoNormalForm(onnx::ModelProto& model, const std::filesystem::path& folder,
    const std::function<bool()>& cancelled = {});

} // namespace iotbench
