// What a model takes and gives, as ONNX Runtime tells it, checked against what this program feeds and reads.
#pragma once

#include "engines/engine.h"
#include "engines/onnxruntime/ort_api.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace iotbench::engines {

struct ModelEnds {
    std::string input, output; // their names
    std::size_t batch = 0; // the only one that the model takes; 0: any

    // How many images the model takes at once where `batch` of them are wanted.
    std::size_t imagesAtOnce(std::size_t wanted) const noexcept { return batch == 0 ? wanted : batch; }
};

// Throws Refusal: not one input and one output of float32, or no images at the input.
ModelEnds endsOf(const OrtSession& session, const std::string& modelName);

// A tensor's dimensions; -1 where the model leaves one open.
std::vector<std::int64_t> shapeOf(const OrtTensorTypeAndShapeInfo& tensor);

} // namespace iotbench::engines
