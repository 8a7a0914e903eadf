#include "run/run_inputs.h"

#include "images/image_files.h"
#include "images/test_set.h"

namespace iotbench {

namespace {

Result<std::shared_ptr<const ImageSet>> shared(Result<ImageSet> loaded)
{
    if (!loaded)
        return Error{loaded.error()};
    return std::shared_ptr<const ImageSet>(std::make_shared<ImageSet>(std::move(*loaded)));
}

} // namespace

engines::Precision enginePrecision(PrecisionAsked asked)
{
    switch (asked) {
    case PrecisionAsked::Fp32:
        return engines::Precision::Fp32;
    case PrecisionAsked::Bf16:
        return engines::Precision::Bf16;
    case PrecisionAsked::Int8:
        return engines::Precision::Int8;
    }
    return engines::Precision::Fp32;
}

Result<RunInputs> loadRunInputs(const EffectiveSettings& settings, const RunEnvironment& environment)
{
    RunInputs inputs{settings, environment.build, {}, {}, {}, {}, nullptr, {}};
    const bool sends = settings->role == Role::Loopback || settings->role == Role::Send;
    const bool classifies = settings->role != Role::Send;

    auto mean = loadTrainingPixelMean();
    if (!mean)
        return Error{mean.error()};
    inputs.mean = *mean;

    if (classifies) {
        auto engine = environment.engines.find(settings->engine);
        if (!engine)
            return Error{engine.error()};
        inputs.engine = *engine;
        if (!settings->model.empty()) {
            auto model = environment.models.load(settings->model, enginePrecision(settings->precision));
            if (!model)
                return Error{model.error()};
            inputs.model = std::move(*model);
        }
    }
    if (classifies || settings->images.empty()) {
        auto bundled = shared(loadBundledTestSet());
        if (!bundled)
            return Error{bundled.error()};
        if (classifies)
            inputs.testSet = *bundled;
        if (sends && settings->images.empty())
            inputs.images = *bundled;
    }
    if (sends && !settings->images.empty()) {
        auto images = shared(loadImageFiles(settings->images));
        if (!images)
            return Error{images.error()};
        inputs.images = *images;
    }

    std::optional<Normalisation> normalisation = settings->normalise;
    if (inputs.model) {
        if (const auto wanted = inputs.model->normalisation()) {
            if (settings->normalise && settings->normalise != wanted)
                return Error{"--normalise is for models without a card; the card of " + inputs.model->name
                    + " says " + std::string(toString(*wanted))};
            normalisation = wanted;
        } else if (!normalisation)
            inputs.warnings.push_back({QT_TRANSLATE_NOOP("Message",
                                           "the model has no card: its input is taken to be RGB/255; say otherwise "
                                           "with --normalise"),
                {}});
    }
    const Normalisation effective = normalisation.value_or(Normalisation::Unit);
    inputs.settings = settings.withNormalisation(
        effective, settings->subtractMean.value_or(sends && effective == Normalisation::MeanSubtracted));
    return inputs;
}

} // namespace iotbench
