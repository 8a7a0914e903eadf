#include "bare_engine.h"

#include "engines/engine_registry.h"
#include "images/test_set.h"
#include "models/model_catalogue.h"

namespace iotbench::bench {

Result<BareFigure> runBareEngine(const std::string& engineName, const std::string& modelName,
    engines::Precision precision, const BareLoop& loop)
{
    const engines::EngineRegistry registry;
    auto engine = registry.find(engineName);
    auto model = ModelCatalogue::standard().load(modelName, precision);
    auto images = loadBundledTestSet();
    auto mean = loadTrainingPixelMean();
    if (!engine || !model || !images || !mean)
        return Error{engine.error() + model.error() + images.error() + mean.error()};
    auto compiled = (*engine)->compile(model->source(), {precision, "CPU", loop.threads});
    if (!compiled.model)
        return Error{compiled.error};
    return iotbench::runBareEngine(*compiled.model, loop, *images,
        model->normalisation().value_or(Normalisation::Unit), *mean);
}

} // namespace iotbench::bench
