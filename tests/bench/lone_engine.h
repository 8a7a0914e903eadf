// An engine with a model compiled and the test set at hand, by their names: what is measured beside nothing
// else.
#pragma once

#include "engines/engine_registry.h"
#include "images/test_set.h"
#include "models/model_catalogue.h"
#include "run/bare_engine.h"

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

namespace iotbench::bench {

template <typename T>
T wanted(Result<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().english());
    return std::move(*result);
}

// All throw std::runtime_error, in words for the user.
class LoneEngine {
public:
    LoneEngine(
        const std::string& engine, const std::string& model, engines::Precision precision, unsigned threads);

    BareFigure run(const BareLoop& loop) const; // with loop.threads = threads
    int right() const; // of the test images

private:
    engines::EngineRegistry m_registry;
    LoadedModel m_model;
    ImageSet m_images;
    PixelMean m_mean;
    Normalisation m_normalisation;
    unsigned m_threads;
    std::unique_ptr<engines::CompiledModel> m_compiled;
};

} // namespace iotbench::bench
