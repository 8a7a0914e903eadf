#include "models/keras/keras_import.h"

#include "base/stage_thread.h"
#include "models/keras/hdf5_file.h"
#include "models/keras/model_config.h"
#include "models/keras/onnx_graph.h"
#include "models/keras/weights.h"

#include <algorithm>
#include <array>
#include <exception>

namespace iotbench::keras {

bool looksLikeHdf5(std::span<const std::uint8_t> bytes)
{
    constexpr std::array<std::uint8_t, 8> kSignature = {0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    return bytes.size() >= kSignature.size()
        && std::equal(kSignature.begin(), kSignature.end(), bytes.begin());
}

Result<std::vector<std::uint8_t>> importKerasHdf5(
    std::span<const std::uint8_t> bytes, const std::function<bool()>& cancelled)
{
    try {
        const Hdf5File file(bytes, cancelled);
        const auto config = file.strings("/", "model_config");
        if (!config || config->size() != 1) {
            return Error{TR("it is an HDF5 file, but not a Keras model with its layers (no model_config); "
                            "was it made by save_weights()? Save the whole model: model.save(\"model.h5\")")};
        }
        const Result<Graph> graph = parseModelConfig(config->front());
        if (!graph) {
            return Error{graph.error()};
        }
        return toOnnx(*graph, Weights(file));
    } catch (const std::exception& problem) {
        return Error{reasonOf(problem)};
    }
}

} // namespace iotbench::keras
