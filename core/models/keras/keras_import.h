// Keras models saved as HDF5 (.h5; Keras 2, and the legacy format of Keras 3) into an ONNX graph in memory.
//
// Format: github.com/keras-team/keras, keras/src/legacy/saving/legacy_h5_format.py: the attribute
// `model_config` of the root (JSON), the group `model_weights` with a group for every layer. What is
// understood is listed in keras/layer_call.cpp; anything else is refused naming layer and class.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace iotbench::keras {

// Whether bytes begin as an HDF5 file does.
bool looksLikeHdf5(std::span<const std::uint8_t> bytes);

// ONNX opset 10, input N×C×H×W float32 with N free, output as the Keras model's. Keras works channels last;
// the graph works channels first, and goes back to Keras's order only where that order shows (Flatten,
// Reshape). Thread-safe. `cancelled` is asked while reading; true ends it in an error. Every fault of the
// file is an error in words; no other file is ever opened.
Result<std::vector<std::uint8_t>> importKerasHdf5(
    std::span<const std::uint8_t> bytes, const std::function<bool()>& cancelled = {});

} // namespace iotbench::keras
