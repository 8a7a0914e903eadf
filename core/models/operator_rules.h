// What engines compute wrongly without a word: found by running ONNX's own node tests, and variants of them
// with the attributes that exporters write, through each engine and version (tests/operators, which also
// checks that nothing is left).
#pragma once

#include "base/message.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace iotbench {

// Why `engine` in `version` ("4.6.0") must not run this ONNX model: the operator that it computes wrongly,
// by what, and which engine computes it. Empty where nothing of the kind is known, also for bytes that are no
// ONNX model. Of an operator whose shapes the model does not let one find out the worst is supposed.
Message faultOfOperators(
    std::span<const std::uint8_t> onnx, std::string_view engine, std::string_view version);

} // namespace iotbench
