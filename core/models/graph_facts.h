// What a model file says about itself, whatever its format, and whether this program can feed it.
#pragma once

#include "base/message.h"
#include "images/image_facts.h"
#include "models/operator_rules.h"
#include "models/scores.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace iotbench {

struct GraphFacts {
    ImageShape input; // of an image
    // In the file its values are uint8: the pixels themselves, which the model scales. Engines take float32
    // of those values all the same.
    bool takesBytes = false;
    std::optional<std::size_t> classes; // scores an image; unset: the file does not say
    ScoreKind scores = ScoreKind::Logits;
    std::int64_t opset = 0; // of the default operator set; 0 where there is none
    std::uint64_t parameters = 0; // weights in the file, quantised ones too
    std::optional<std::uint64_t>
        macs; // multiply-adds an image in Conv, Gemm and MatMul; unset where a shape is not known
    std::vector<OperatorFault> operatorFaults; // of an ONNX model, see operator_rules.h
};

// Whether these are the sizes of images whose channels come last, N×H×W×C: few channels leave no doubt.
bool isChannelsLast(std::span<const std::int64_t> sizes);

// `sizes` of the input as N×C×H×W, -1: not stated; `written`: as the file states them, for the reason. Fills
// in facts.input. Empty or why this program cannot feed such.
Message faultOfInputSizes(std::span<const std::int64_t> sizes, const Message& written, GraphFacts& facts);

// `sizes` of the output, the batch first. Fills in facts.classes where they are stated. Empty or why these
// are not the scores of a classifier. Only what can be known before the model runs: an engine checks the
// number of scores again.
Message faultOfOutputSizes(std::span<const std::int64_t> sizes, const Message& written, GraphFacts& facts);

// "N×3×32×32" for -1, 3, 32, 32.
Message writtenSizes(std::span<const std::int64_t> sizes);

} // namespace iotbench
