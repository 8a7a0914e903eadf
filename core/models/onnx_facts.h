// What an ONNX graph says about itself, and whether this program can feed it.
#pragma once

#include "base/result.h"
#include "images/image_facts.h"
#include "models/scores.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace iotbench {

struct OnnxFacts {
    ImageShape input; // of an image
    std::optional<std::size_t> classes; // scores an image; unset: the graph does not say
    ScoreKind scores = ScoreKind::Logits;
    std::int64_t opset = 0; // of the default operator set
    std::uint64_t parameters = 0; // weights in the file, quantised ones too
    std::optional<std::uint64_t>
        macs; // multiply-adds an image in Conv, Gemm and MatMul; unset where a shape is not known
};

// Refuses, in words, what is not a whole ONNX model with one float input N×C×H×W of a stated size and one row
// of scores an image.
Result<OnnxFacts> readOnnxFacts(std::span<const std::uint8_t> onnx);

} // namespace iotbench
