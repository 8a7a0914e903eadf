// The JSON that Keras keeps of a model's layers into a graph. No file, no weights: a pure function of its
// text.
//
// Format: tf.keras.Model.get_config(). A Sequential lists layers; a Functional (or "Model") also says for
// every call of a layer which results it takes: [layer, call, result] in `inbound_nodes`, which Keras 2 and 3
// write differently.
#pragma once

#include "base/result.h"
#include "models/keras/graph.h"

#include <string_view>

namespace iotbench::keras {

// More calls of layers than any model for small images makes.
inline constexpr std::size_t kMostLayerCalls = 2'000;

// Any text is answered by a graph or by a reason that names layer and class. `kerasVersion` is that of the
// Keras which wrote it, 2 or 3; 0 where that is not known. Thread-safe.
Result<Graph> parseModelConfig(std::string_view json, unsigned kerasVersion);

} // namespace iotbench::keras
