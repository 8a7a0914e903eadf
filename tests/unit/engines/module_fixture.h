// What tests of engine modules share: the modules of this build, the bundled models, and the whole test set
// through them.
#pragma once

#include "engines/engine_registry.h"
#include "images/test_set.h"
#include "models/infer_images.h"
#include "models/model_catalogue.h"

#include "test_paths.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace iotbench::test {

template <typename T>
T orThrow(Result<T> result)
{
    if (!result) {
        throw std::runtime_error(result.error().english());
    }
    return std::move(*result);
}

class EngineModules {
public:
    const engines::EngineRegistry& registry() const { return m_registry; }
    const ModelCatalogue& catalogue() const { return m_catalogue; }

    engines::CompileResult compile(engines::Engine& engine, const std::string& model,
        engines::Precision precision = engines::Precision::Fp32) const
    {
        const LoadedModel loaded = orThrow(m_catalogue.load(model, precision));
        return engine.compile(loaded.source(), {precision, "CPU", 2});
    }

    // Ten for each of the 10,000 images of the test set.
    static std::vector<float> scoresOf(engines::CompiledModel& model, Normalisation normalisation)
    {
        const ImageSet images = orThrow(loadBundledTestSet());
        return orThrow(inferImages(
            model, images, orThrow(loadTrainingPixelMean()), {normalisation, images.size(), 8, 2}));
    }

    static std::size_t predicted(const std::vector<float>& scores, std::size_t image)
    {
        const float* const first = &scores[image * 10];
        return static_cast<std::size_t>(std::max_element(first, first + 10) - first);
    }

    static int rightOf(const std::vector<float>& scores)
    {
        const ImageSet images = orThrow(loadBundledTestSet());
        int right = 0;
        for (std::size_t k = 0; k < images.size(); ++k) {
            right += predicted(scores, k) == images.labels[k] ? 1 : 0;
        }
        return right;
    }

private:
    const std::array<std::filesystem::path, 1> m_folders{buildPath("engines").toStdString()};
    const engines::EngineRegistry m_registry{m_folders};
    const std::array<std::filesystem::path, 1> m_models{sourcePath("models").toStdString()};
    const ModelCatalogue m_catalogue{m_models};
};

// For QSKIP: why this engine cannot be tested, and what to do about it.
inline QString howToTestIt(const QString& engine, const Message& reason)
{
    return QString::fromStdString(reason.english())
        + QStringLiteral("; to test it too: IOTBENCH_%1=ON tests/run.sh").arg(engine.toUpper());
}

} // namespace iotbench::test
