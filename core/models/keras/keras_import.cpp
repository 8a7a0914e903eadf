#include "models/keras/keras_import.h"

#include "base/stage_thread.h"
#include "models/keras/archive_weights.h"
#include "models/keras/hdf5_file.h"
#include "models/keras/hdf5_weights.h"
#include "models/keras/model_config.h"
#include "models/keras/onnx_graph.h"
#include "models/keras/zip_archive.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <exception>
#include <optional>
#include <string>
#include <string_view>

namespace iotbench::keras {
namespace {

using Bytes = std::vector<std::uint8_t>;

// 2 or 3, of "2.15.0" or "3.9.2"; 0 of anything else. Keras 1 wrote layers as Keras 2 does.
unsigned majorVersion(std::string_view version)
{
    const std::string_view major = version.substr(0, version.find('.'));
    return major == "3" ? 3 : major == "2" || major == "1" ? 2 : 0;
}

template <typename Work>
Result<Bytes> importing(const Work& work)
{
    try {
        return work();
    } catch (const std::exception& problem) {
        return Error{reasonOf(problem)};
    }
}

std::string_view asText(const Bytes& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

unsigned versionOf(const std::optional<Bytes>& metadata)
{
    if (!metadata) {
        return 0;
    }
    const QByteArray json(
        reinterpret_cast<const char*>(metadata->data()), static_cast<qsizetype>(metadata->size()));
    return majorVersion(QJsonDocument::fromJson(json)
                            .object()
                            .value(QLatin1String("keras_version"))
                            .toString()
                            .toStdString());
}

} // namespace

bool looksLikeHdf5(std::span<const std::uint8_t> bytes)
{
    constexpr std::array<std::uint8_t, 8> kSignature = {0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    return bytes.size() >= kSignature.size()
        && std::equal(kSignature.begin(), kSignature.end(), bytes.begin());
}

Result<Bytes> importKerasHdf5(std::span<const std::uint8_t> bytes, const std::function<bool()>& cancelled)
{
    return importing([&]() -> Result<Bytes> {
        const Hdf5File file(bytes, cancelled);
        const auto config = file.strings("/", "model_config");
        if (!config || config->size() != 1) {
            return Error{TR("it is an HDF5 file, but not a Keras model with its layers (no model_config); "
                            "was it made by save_weights()? Save the whole model: model.save(\"model.h5\")")};
        }
        const auto version = file.strings("/", "keras_version");
        const Result<Graph> graph = parseModelConfig(
            config->front(), version && version->size() == 1 ? majorVersion(version->front()) : 0);
        if (!graph) {
            return Error{graph.error()};
        }
        return toOnnx(*graph, Hdf5Weights(file, *graph));
    });
}

Result<Bytes> importKerasArchive(std::span<const std::uint8_t> bytes, const std::function<bool()>& cancelled)
{
    constexpr std::uint64_t kMostConfig = 64U << 20U;
    constexpr std::uint64_t kMostMetadata = 1U << 20U;
    return importing([&]() -> Result<Bytes> {
        const ZipArchive archive(bytes, cancelled);
        const std::optional<Bytes> config = archive.member("config.json", kMostConfig);
        const std::optional<Bytes> weights = archive.member("model.weights.h5", kMostWeightBytes);
        if (!config || !weights) {
            return Error{TR("it is a zip archive, but not a Keras model (no %1); a PyTorch file has to be "
                            "exported as ONNX"),
                {config ? std::string("model.weights.h5") : std::string("config.json")}};
        }
        const Result<Graph> graph
            = parseModelConfig(asText(*config), versionOf(archive.member("metadata.json", kMostMetadata)));
        if (!graph) {
            return Error{graph.error()};
        }
        const Hdf5File file(*weights, cancelled);
        return toOnnx(*graph, ArchiveWeights(file, *graph));
    });
}

} // namespace iotbench::keras
