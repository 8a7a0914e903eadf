#include "run/run_inputs.h"

#include "base/data_files.h"
#include "images/image_files.h"
#include "images/test_set.h"
#include "machine/core_types.h"
#include "machine/machine.h"
#include "run/calibration.h"
#include "run/carried_images.h"
#include "run/second_opinion.h"

#include <algorithm>

namespace iotbench {

namespace {

Result<std::shared_ptr<const ImageSet>> shared(Result<ImageSet> loaded)
{
    if (!loaded)
        return Error{loaded.error()};
    return std::shared_ptr<const ImageSet>(std::make_shared<ImageSet>(std::move(*loaded)));
}

// What the engine is run with where it cannot be measured: `null`, which does nothing, and engines that fail,
// which the run then tells of.
constexpr unsigned kUnmeasuredBatch = 32;
constexpr unsigned kLargestBatch = 32; // that calibration tries

// The engines asked for that take part in a run of this precision.
Result<std::vector<engines::Engine*>> candidates(
    const Settings& settings, const engines::EngineRegistry& registry)
{
    if (settings.engine != kAutoEngine) {
        auto engine = registry.find(settings.engine);
        if (!engine)
            return Error{engine.error()};
        return std::vector{*engine};
    }
    const engines::Precision precision = enginePrecision(settings.precision);
    std::vector<engines::Engine*> found;
    for (const engines::EngineEntry& entry : registry.list())
        if (entry.available && entry.needsModel
            && std::ranges::find(entry.precisions, precision) != entry.precisions.end())
            found.push_back(*registry.find(entry.name));
    if (found.empty())
        return Error{
            TR("no engine here supports --precision %1; see --list-engines"), {engines::toString(precision)}};
    return found;
}

CalibrationPlan planFor(
    const Settings& settings, std::vector<engines::Engine*> engines, const engines::ModelSource& model)
{
    CalibrationPlan plan;
    plan.engines = std::move(engines);
    plan.model = model;
    plan.options.precision = enginePrecision(settings.precision);
    plan.options.device = settings.device;
    plan.cores = readCoreTypes();
    const unsigned cpus = cpusAllowed();
    if (settings.workers != 0)
        plan.workers = {settings.workers};
    else if (cpus > 1 && coresAreShared())
        plan.workers = {cpus / 2, cpus};
    else
        plan.workers = {cpus};
    if (settings.batchSize != 0)
        plan.batches = {settings.batchSize};
    else
        for (unsigned batch = 1; batch <= std::min(kLargestBatch, settings.queue); batch *= 2)
            plan.batches.push_back(batch);
    return plan;
}

// Decides what is open of engine, workers and batch ceiling. Error: cancelled, or `auto` finds no engine.
std::optional<Error> decideEngine(
    RunInputs& inputs, std::vector<engines::Engine*> engines, const std::function<bool()>& cancelled)
{
    const Settings& asked = *inputs.settings;
    inputs.engine = engines.front();
    const bool open = engines.size() > 1 || asked.workers == 0 || asked.batchSize == 0;
    if (open && inputs.judgesAnswers() && inputs.model) {
        const auto measureAlone = [&inputs](engines::CompiledModel& model, const BareLoop& loop) {
            return runBareEngine(model, loop, *inputs.testSet, inputs.normalisation(), inputs.mean);
        };
        auto choice = calibrate(planFor(asked, std::move(engines), inputs.source()), measureAlone, cancelled);
        if (choice) {
            inputs.engine = choice->engine;
            inputs.calibration = std::move(choice->measured);
            inputs.compiled = std::move(choice->model);
            for (Message& reason : choice->passedOver)
                inputs.warnings.push_back({TR("passed over: engine %1"), {std::move(reason)}});
            inputs.settings
                = inputs.settings.withEngine(inputs.engine->name(), choice->workers, choice->batch);
            return std::nullopt;
        }
        if (asked.engine == kAutoEngine || (cancelled && cancelled()))
            return Error{choice.error()};
    }
    inputs.settings = inputs.settings.withEngine(
        inputs.engine->name(), cpusAllowed(), std::min(kUnmeasuredBatch, asked.queue));
    return std::nullopt;
}

// Asks another engine where nobody else tells what the model should answer. A worker's answers are judged by
// whoever reads them.
std::optional<SecondOpinion> askAnother(const RunInputs& inputs, const engines::EngineRegistry& registry)
{
    if (!inputs.judgesAnswers() || !inputs.model || inputs.settings->role == Role::Worker
        || (inputs.model->variant() && inputs.model->variant()->images > 0))
        return std::nullopt;
    const engines::Precision precision = enginePrecision(inputs.settings->precision);
    std::vector<engines::Engine*> others;
    for (const engines::EngineEntry& entry : registry.list())
        if (entry.available && entry.needsModel && entry.name != inputs.engine->name()
            && std::ranges::find(entry.precisions, precision) != entry.precisions.end())
            others.push_back(*registry.find(entry.name));
    // Last, for old releases of it compute some operators wrongly without a word.
    std::ranges::stable_partition(
        others, [](const engines::Engine* other) { return other->name() != "opencv"; });
    const engines::CompileOptions options{precision, inputs.settings->device, 1};
    return secondOpinion({*inputs.model, inputs.source(), *inputs.engine, options, *inputs.testSet,
                             inputs.mean, inputs.normalisation()},
        others, userCacheFolder());
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

engines::ModelSource RunInputs::source() const
{
    engines::ModelSource source;
    if (model)
        source = model->source();
    const ImageFacts& facts = imageFacts();
    source.channels = facts.shape.channels;
    source.height = facts.shape.height;
    source.width = facts.shape.width;
    source.classes = facts.classes.size();
    return source;
}

KnownSets RunInputs::knownSets() const
{
    KnownSets sets;
    sets.testSet = knownTestSet.get();
    if (knownImages != knownTestSet)
        sets.ownSet = knownImages.get();
    if (model && judgesAnswers())
        if (const ModelVariant* variant = model->variant())
            sets.cardPredictions = variant->predictions;
    return sets;
}

Result<RunInputs> loadRunInputs(const EffectiveSettings& settings, const RunEnvironment& environment,
    const std::function<bool()>& cancelled)
{
    RunInputs inputs{.settings = settings, .build = environment.build};
    const bool sends = settings->role == Role::Loopback || settings->role == Role::Send;
    const bool classifies = settings->role != Role::Send;

    auto mean = loadTrainingPixelMean();
    if (!mean)
        return Error{mean.error()};
    inputs.mean = *mean;

    std::vector<engines::Engine*> engines;
    if (classifies) {
        auto found = candidates(*settings, environment.engines);
        if (!found)
            return Error{found.error()};
        engines = std::move(*found);
        if (!settings->model.empty()) {
            auto model
                = environment.models.load(settings->model, enginePrecision(settings->precision), cancelled);
            if (!model)
                return Error{model.error()};
            if (auto fault = faultOfImages(Message(TR("model %1"), {model->path}), model->facts.input,
                    model->classes(), settings->format))
                return *fault;
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

    for (const auto& set : {inputs.testSet, inputs.images})
        if (set)
            if (auto fault = faultOfImages(
                    verbatim(set->origin), set->facts.shape, set->facts.classes.size(), settings->format))
                return *fault;

    if (classifies)
        inputs.knownTestSet = std::make_shared<KnownImages>(*inputs.testSet);
    if (settings->role == Role::Loopback)
        inputs.knownImages = inputs.images == inputs.testSet ? inputs.knownTestSet
                                                             : std::make_shared<KnownImages>(*inputs.images);

    std::optional<Normalisation> normalisation = settings->normalise;
    if (inputs.model) {
        if (const auto wanted = inputs.model->normalisation()) {
            if (settings->normalise && settings->normalise != wanted)
                return Error{TR("--normalise is for models without a card; the card of %1 says %2"),
                    {inputs.model->name, toString(*wanted)}};
            normalisation = wanted;
        } else if (!normalisation)
            inputs.warnings.push_back(
                {TR("the model has no card: its input is taken to be RGB/255; say otherwise "
                    "with --normalise"),
                    {}});
    }
    const Normalisation effective = normalisation.value_or(Normalisation::Unit);
    inputs.settings = settings.withNormalisation(
        effective, settings->subtractMean.value_or(sends && effective == Normalisation::MeanSubtracted));
    if (classifies)
        if (auto error = decideEngine(inputs, std::move(engines), cancelled))
            return *error;
    inputs.secondOpinion = askAnother(inputs, environment.engines);
    if (inputs.secondOpinion && inputs.secondOpinion->agreed < inputs.secondOpinion->compared)
        inputs.warnings.push_back({TR("engine %1 predicts %2 of %3 images otherwise than %4"),
            {inputs.engine->name(), inputs.secondOpinion->compared - inputs.secondOpinion->agreed,
                inputs.secondOpinion->compared, inputs.secondOpinion->engine}});
    if (const unsigned cpus = cpusAllowed(); inputs.judgesAnswers() && inputs.settings->workers > cpus)
        inputs.warnings.push_back({TR("%1 workers share %2 CPUs: they classify no more images a second than "
                                      "%2 workers, take longer "
                                      "for each, and need more memory"),
            {std::to_string(inputs.settings->workers), std::to_string(cpus)}});
    return inputs;
}

} // namespace iotbench
