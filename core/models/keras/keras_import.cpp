#include "models/keras/keras_import.h"

#include "models/keras/hdf5_file.h"
#include "models/keras/model_config.h"
#include "models/keras/onnx_graph.h"
#include "models/keras/weights.h"

#include <algorithm>
#include <array>
#include <mutex>

namespace iotbench::keras {

bool looksLikeHdf5(std::span<const std::uint8_t> bytes)
{
    constexpr std::array<std::uint8_t, 8> kSignature = {0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    return bytes.size() >= kSignature.size()
        && std::equal(kSignature.begin(), kSignature.end(), bytes.begin());
}

Result<std::vector<std::uint8_t>> importKerasHdf5(std::span<const std::uint8_t> bytes)
{
    static std::mutex oneAtATime; // the HDF5 library has state of its own
    const std::scoped_lock lock(oneAtATime);
    try {
        const Hdf5File file(bytes);
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
    } catch (const Refusal& refusal) {
        return Error{refusal.reason()};
    }
}

} // namespace iotbench::keras
