// Keras models into an ONNX graph in memory: .h5 files (Keras 2, and the legacy format of Keras 3) and .keras
// files.
//
// Formats: github.com/keras-team/keras, keras/src/legacy/saving/legacy_h5_format.py: the attribute
// `model_config` of the root (JSON), the group `model_weights` with a group for every layer;
// keras/src/saving/saving_lib.py: a zip archive of config.json, metadata.json and model.weights.h5. Which
// layers are understood is in the tables of keras/rules; anything else is refused naming layer and class.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace iotbench::keras {

// Whether bytes begin as an HDF5 file does, or as a zip archive.
bool looksLikeHdf5(std::span<const std::uint8_t> bytes);
bool looksLikeZip(std::span<const std::uint8_t> bytes);

// ONNX opset 10, input N×C×H×W float32 with N free, output as the Keras model's. Whether Keras keeps channels
// last or first, the graph works channels first, and goes back to Keras's order only where that order shows
// (Flatten, Reshape). Thread-safe. `cancelled` is asked while reading; true ends it in an error. Every fault
// of the file is an error in words; no other file is ever opened.
Result<std::vector<std::uint8_t>> importKerasHdf5(
    std::span<const std::uint8_t> bytes, const std::function<bool()>& cancelled = {});
Result<std::vector<std::uint8_t>> importKerasArchive(
    std::span<const std::uint8_t> bytes, const std::function<bool()>& cancelled = {});

} // namespace iotbench::keras
