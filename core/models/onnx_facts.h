// What an ONNX graph says about itself, and whether this program can feed it.
#pragma once

#include "base/result.h"
#include "models/scores.h"

#include <cstdint>
#include <optional>
#include <span>

namespace iotbench {

struct OnnxFacts {
    ScoreKind scores = ScoreKind::Logits;
    std::int64_t opset = 0; // of the default operator set
    std::uint64_t parameters = 0; // weights in the file, quantised ones too
    std::optional<std::uint64_t>
        macs; // multiply-adds an image in Conv, Gemm and MatMul; unset where a shape is not known
};

// Refuses, in words, what is not a whole ONNX model with one float input N×3×32×32 and ten scores an image.
Result<OnnxFacts> readOnnxFacts(std::span<const std::uint8_t> onnx);

} // namespace iotbench
