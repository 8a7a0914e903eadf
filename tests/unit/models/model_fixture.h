// What tests of whole models have in common: the bundled test set, a compiled model, and Keras's own answers.
#pragma once

#include "engines/opencv/opencv_engine.h"
#include "images/test_set.h"
#include "models/compile_model.h"
#include "models/infer_images.h"
#include "models/model_catalogue.h"

#include "test_paths.h"

#include <QFile>

#include <memory>
#include <stdexcept>
#include <string>
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

// The numbers in a comma-separated file, row by row; `skipped` lines at its head.
inline std::vector<std::vector<double>> readTable(const QString& path, int skipped = 0)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        throw std::runtime_error(path.toStdString() + " cannot be read");
    }
    std::vector<std::vector<double>> rows;
    for (int line = 0; !file.atEnd(); ++line) {
        const QByteArray text = file.readLine().trimmed();
        if (line < skipped || text.isEmpty()) {
            continue;
        }
        rows.emplace_back();
        for (const QByteArray& field : text.split(',')) {
            rows.back().push_back(field.toDouble());
        }
    }
    return rows;
}

// A model file, imported and compiled by OpenCV, fed with bundled test images. `images` and `mean` are read
// once for all that are made of them.
class ModelOnTestSet {
public:
    explicit ModelOnTestSet(const QString& path, ImageSet images = orThrow(loadBundledTestSet()),
        PixelMean mean = orThrow(loadTrainingPixelMean()))
        : m_model(orThrow(ModelCatalogue({}).load(path.toStdString())))
        , m_engine(engines::createOpencvEngine())
        , m_images(std::move(images))
        , m_mean(std::move(mean))
    {
        engines::CompileResult compiled = compileModel(*m_engine, m_model.source(), {});
        if (!compiled.model) {
            throw std::runtime_error(compiled.error.english());
        }
        m_compiled = std::move(compiled.model);
    }

    const LoadedModel& model() const { return m_model; }
    const ImageSet& images() const { return m_images; }

    std::vector<float> scores(InferOptions options) const
    {
        return orThrow(inferImages(*m_compiled, m_images, m_mean, options));
    }

private:
    LoadedModel m_model;
    std::unique_ptr<engines::Engine> m_engine;
    std::unique_ptr<engines::CompiledModel> m_compiled;
    ImageSet m_images;
    PixelMean m_mean;
};

} // namespace iotbench::test
