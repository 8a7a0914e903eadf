#include "run/run_inputs.h"

#include "images/test_set.h"
#include "machine/core_types.h"
#include "machine/machine.h"
#include "run/calibration.h"
#include "run/carried_images.h"

#include <algorithm>
#include <utility>

namespace iotbench {

namespace {

// What the engine is run with where it cannot be measured: `null`, which does nothing, and engines that fail,
// which the run then tells of.
constexpr unsigned kUnmeasuredBatch = 32;
constexpr unsigned kLargestBatch = 32; // that calibration tries

CalibrationPlan planFor(
    const Settings& settings, std::vector<engines::Engine*> engines, const ModelToCompile& model)
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

// All that a calibration's outcome and an engine's hint depend on, but for what else the machine is doing.
std::string situationOf(const CalibrationPlan& plan, const LoadedModel& model, const BuildFacts& build)
{
    const MachineFacts machine = readMachineFacts();
    std::string text = "iotbench " + build.version + ' ' + build.gitRevision + '\n' + machine.cpuModel + '\n'
        + machine.instructionSets + '\n' + std::to_string(machine.coresOnline) + " online, "
        + std::to_string(machine.coresAllowed) + " allowed\n";
    for (const CoreType& type : plan.cores)
        text += type.name + ' ' + type.cpus + '\n';
    for (engines::Engine* engine : plan.engines)
        text += engine->name() + ' ' + engine->version() + '\n';
    text += model.sha256 + ' ' + engines::toString(plan.options.precision) + ' ' + plan.options.device
        + "\nworkers";
    for (const unsigned workers : plan.workers)
        text += ' ' + std::to_string(workers);
    text += "\nbatches";
    for (const unsigned batch : plan.batches)
        text += ' ' + std::to_string(batch);
    return text;
}

// One loading, step by step. Each step: empty, or why there are no inputs.
class InputLoading {
public:
    InputLoading(const EffectiveSettings& settings, const RunEnvironment& environment, EngineUse use,
        const LoadingWatch& watch)
        : m_asked(*settings)
        , m_environment(environment)
        , m_use(use)
        , m_watch(watch)
        , m_memory(environment.cache.empty() ? environment.cache : environment.cache / "choices")
        , m_inputs{.settings = settings, .build = environment.build}
    {
    }

    Result<RunInputs> inputs()
    {
        using Step = std::optional<Error> (InputLoading::*)();
        for (const Step step : {&InputLoading::readMean, &InputLoading::findEngines, &InputLoading::loadModel,
                 &InputLoading::beginImages, &InputLoading::chooseNormalisation, &InputLoading::decideEngine,
                 &InputLoading::takeImages, &InputLoading::checkCard, &InputLoading::checkUnknownModel})
            if (auto error = (this->*step)())
                return std::move(*error);
        warnOfManyWorkers();
        return std::move(m_inputs);
    }

private:
    bool classifies() const { return m_asked.role != Role::Send; }
    bool sends() const { return m_asked.role == Role::Loopback || m_asked.role == Role::Send; }
    bool cancelled() const { return m_watch.cancelled && m_watch.cancelled(); }
    void begin(LoadingStep step)
    {
        if (m_watch.begins && std::exchange(m_step, step) != step)
            m_watch.begins(step);
    }

    std::optional<Error> readMean()
    {
        auto mean = loadTrainingPixelMean();
        if (!mean)
            return Error{mean.error()};
        m_inputs.mean = std::move(*mean);
        return std::nullopt;
    }

    std::optional<Error> findEngines()
    {
        if (!classifies())
            return std::nullopt;
        auto found = enginesAsked(m_asked, m_environment.engines);
        if (!found)
            return Error{found.error()};
        m_engines = std::move(*found);
        m_inputs.engine = m_engines.front();
        return std::nullopt;
    }

    std::optional<Error> loadModel()
    {
        if (!classifies() || m_asked.model.empty())
            return std::nullopt;
        begin(LoadingStep::Model);
        auto model
            = m_environment.models.load(m_asked.model, enginePrecision(m_asked.precision), m_watch.cancelled);
        if (!model)
            return Error{model.error()};
        m_inputs.model = std::make_shared<const LoadedModel>(std::move(*model));
        return faultOfImages(Message(TR("model %1"), {m_inputs.model->path}), m_inputs.model->facts.input,
            m_inputs.model->classes(), m_asked.format);
    }

    // Model and engine are got ready while they are read, where they do not need them.
    std::optional<Error> beginImages()
    {
        // What executors answered has the hashes that they know images by.
        m_images.emplace(m_asked, m_use == EngineUse::ToName ? imageHash : keyedImageHash);
        const bool needed = !m_inputs.model || !m_inputs.model->classes();
        return needed ? takeImages() : std::nullopt;
    }

    std::optional<Error> takeImages()
    {
        if (!m_inputs.images.testSet && !m_inputs.images.sent)
            begin(LoadingStep::Images);
        const Result<RunImages>& loaded = m_images->wait();
        if (!loaded)
            return Error{loaded.error()};
        m_inputs.images = *loaded;
        return std::nullopt;
    }

    std::optional<Error> chooseNormalisation()
    {
        std::optional<Normalisation> normalisation = m_asked.normalise;
        if (m_inputs.model) {
            if (const auto wanted = m_inputs.model->normalisation()) {
                if (m_asked.normalise && m_asked.normalise != wanted)
                    return m_inputs.model->card
                        ? Error{TR("--normalise is for models without a card; the card of %1 says %2"),
                            {m_inputs.model->name, toString(*wanted)}}
                        : Error{TR("model %1 takes pixels as bytes, so --normalise is %2"),
                            {m_inputs.model->name, toString(*wanted)}};
                normalisation = wanted;
            } else if (!normalisation) {
                // One of them may be the model's.
                for (const Message& cardLeftOut : m_environment.models.warnings())
                    m_inputs.warnings.push_back(cardLeftOut);
                m_inputs.warnings.push_back(
                    {TR("the model has no card: its input is taken to be RGB/255; say otherwise "
                        "with --normalise"),
                        {}});
            }
        }
        const Normalisation effective = normalisation.value_or(Normalisation::Unit);
        m_inputs.settings = m_inputs.settings.withNormalisation(
            effective, m_asked.subtractMean.value_or(sends() && effective == Normalisation::MeanSubtracted));
        return std::nullopt;
    }

    // Decides what is open of engine, workers and batch ceiling, and compiles the model. Error: cancelled, no
    // images to measure with, or `auto` finds no engine.
    std::optional<Error> decideEngine()
    {
        if (!classifies())
            return std::nullopt;
        begin(LoadingStep::Kernels);
        const bool measurable = m_inputs.judgesAnswers() && m_inputs.model;
        CalibrationPlan plan = planFor(m_asked, m_engines, m_inputs.source());
        if (m_use == EngineUse::ToClassify && measurable) {
            m_situation = situationOf(plan, *m_inputs.model, m_inputs.build);
            if (!m_asked.fresh)
                plan.remembered = m_memory.find(m_situation);
            const bool open = m_engines.size() > 1 || m_asked.workers == 0 || m_asked.batchSize == 0;
            if (open) {
                if (auto error = calibrateEngine(plan))
                    return error;
                if (m_inputs.calibration)
                    return std::nullopt;
            }
        }
        m_inputs.settings = m_inputs.settings.withEngine(
            m_inputs.engine->name(), cpusAllowed(), std::min(kUnmeasuredBatch, m_asked.queue));
        if (m_use == EngineUse::ToClassify)
            compile(std::move(plan));
        return std::nullopt;
    }

    // Without an error m_inputs.calibration says whether something could be measured.
    std::optional<Error> calibrateEngine(const CalibrationPlan& plan)
    {
        const auto measureAlone
            = [this](engines::CompiledModel& model, const BareLoop& loop) -> Result<BareFigure> {
            if (auto error = takeImages())
                return std::move(*error);
            begin(LoadingStep::Measuring);
            return runBareEngine(
                model, loop, *m_inputs.images.testSet, m_inputs.normalisation(), m_inputs.mean);
        };
        auto choice = calibrate(plan, measureAlone, m_watch.cancelled);
        if (auto error = takeImages())
            return error;
        if (!choice)
            return m_asked.engine == kAutoEngine || cancelled() ? std::optional(Error{choice.error()})
                                                                : std::nullopt;
        m_inputs.engine = choice->engine;
        m_inputs.compiled = std::move(choice->model);
        for (Message& reason : choice->passedOver)
            m_inputs.warnings.push_back({TR("passed over: engine %1"), {std::move(reason)}});
        for (Message& reason : choice->inPart)
            m_inputs.warnings.push_back({TR("measured in part: engine %1"), {std::move(reason)}});
        m_inputs.settings
            = m_inputs.settings.withEngine(m_inputs.engine->name(), choice->workers, choice->batch);
        if (!choice->measured.remembered)
            m_memory.keep(m_situation,
                {choice->engine->name(), choice->workers, choice->batch, choice->imagesPerS,
                    m_inputs.compiled->hint()});
        m_inputs.calibration = std::move(choice->measured);
        return std::nullopt;
    }

    void compile(CalibrationPlan plan)
    {
        const Settings& settings = *m_inputs.settings;
        plan.options.workers = settings.workers;
        if (plan.remembered)
            plan.options.hint = plan.remembered->hint;
        engines::CompileResult result = compileModel(*m_inputs.engine, plan.model, plan.options);
        m_inputs.compiled = std::move(result.model);
        m_inputs.notCompiled = std::move(result.error);
        if (!m_inputs.compiled || m_situation.empty())
            return;
        const std::string hint = m_inputs.compiled->hint();
        if (!hint.empty() && hint != plan.options.hint)
            m_memory.keep(m_situation, {settings.engine, settings.workers, settings.batchSize, 0, hint});
    }

    // A card counts what it says itself: a total that its own predictions do not have was made up.
    std::optional<Error> checkCard()
    {
        const ModelVariant* variant = m_inputs.model ? m_inputs.model->variant() : nullptr;
        if (!variant)
            return std::nullopt;
        const auto labels = loadTestSetLabels();
        if (!labels)
            return Error{labels.error()};
        if (variant->predictions.size() > labels->size())
            return Error{TR("the card of %1 tells of %2 images, the test set has %3"),
                {m_inputs.model->name, variant->predictions.size(), labels->size()}};
        std::size_t correct = 0;
        for (std::size_t i = 0; i < variant->predictions.size(); ++i)
            correct += variant->predictions[i] == '0' + (*labels)[i];
        if (correct == variant->correct)
            return std::nullopt;
        return Error{TR("the card of %1 says %2 of %3 correct, its own predictions say %4"),
            {m_inputs.model->name, variant->correct, variant->images, correct}};
    }

    // Where nobody else tells what the model should answer. What a second engine says is for the run's own
    // verdict, which a worker's answers get elsewhere.
    std::optional<Error> checkUnknownModel()
    {
        const RunInputs& inputs = m_inputs;
        if (!inputs.judgesAnswers() || !inputs.model
            || (inputs.model->variant() && inputs.model->variant()->images > 0))
            return std::nullopt;
        begin(LoadingStep::Checking);
        const engines::CompileOptions options{
            enginePrecision(inputs.settings->precision), inputs.settings->device, 1};
        m_inputs.checked = checkAnswers(
            {*inputs.model, inputs.source(), *inputs.engine, options, inputs.settings->batchSize,
                *inputs.images.testSet, inputs.mean, inputs.normalisation()},
            m_asked.role == Role::Worker ? std::vector<engines::Engine*>() : otherEngines(options.precision),
            m_asked.fresh ? std::filesystem::path() : m_environment.cache);
        if (const auto& own = m_inputs.checked.own; own && mixesBatches(*own))
            return Error{
                TR("the images of a batch mix in model %1: it answers %2 of %3 otherwise in batches of "
                   "%4 than alone; --batch-size 1 runs it as it is, and an export for batches of any "
                   "size runs faster"),
                {inputs.model->name, own->compared - own->inBatches, own->compared, own->batch}};
        if (const auto& second = m_inputs.checked.second; second && second->agreed < second->compared)
            m_inputs.warnings.push_back({TR("engine %1 predicts %2 of %3 images otherwise than %4"),
                {m_inputs.engine->name(), second->compared - second->agreed, second->compared,
                    second->engine}});
        return std::nullopt;
    }

    std::vector<engines::Engine*> otherEngines(engines::Precision precision) const
    {
        std::vector<engines::Engine*> others = m_environment.engines.supporting(precision);
        std::erase(others, m_inputs.engine);
        // Last, for old releases of it compute some operators wrongly without a word.
        std::stable_partition(others.begin(), others.end(),
            [](const engines::Engine* other) { return other->name() != "opencv"; });
        return others;
    }

    void warnOfManyWorkers()
    {
        const unsigned workers = m_inputs.settings->workers;
        if (const unsigned cpus = cpusAllowed(); m_inputs.judgesAnswers() && workers > cpus)
            m_inputs.warnings.push_back({TR("%1 workers share %2 CPUs: they classify no more images a second "
                                            "than %2 workers, take longer "
                                            "for each, and need more memory"),
                {std::to_string(workers), std::to_string(cpus)}});
    }

    const Settings& m_asked; // by the user
    const RunEnvironment& m_environment;
    const EngineUse m_use;
    const LoadingWatch& m_watch;
    std::optional<LoadingStep> m_step; // begun last
    const ChoiceMemory m_memory;
    RunInputs m_inputs;
    std::string m_situation; // for m_memory; empty where nothing is measured
    std::vector<engines::Engine*> m_engines; // enginesAsked()
    std::optional<RunImagesLoading> m_images;
};

} // namespace

Result<std::vector<engines::Engine*>> enginesAsked(
    const Settings& settings, const engines::EngineRegistry& registry)
{
    if (settings.engine != kAutoEngine) {
        auto engine = registry.find(settings.engine);
        if (!engine)
            return Error{engine.error()};
        return std::vector{*engine};
    }
    const engines::Precision precision = enginePrecision(settings.precision);
    std::vector<engines::Engine*> found = registry.supporting(precision);
    if (found.empty())
        return Error{
            TR("no engine here supports --precision %1; see --list-engines"), {engines::toString(precision)}};
    return found;
}

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

ModelToCompile RunInputs::source() const
{
    ModelToCompile source;
    if (model)
        source = model->source();
    const std::optional<std::size_t> classes = model ? model->classes() : std::nullopt;
    const ImageShape& shape = model ? model->facts.input : imageFacts().shape;
    source.channels = shape.channels;
    source.height = shape.height;
    source.width = shape.width;
    source.classes = classes ? *classes : imageFacts().classes.size();
    return source;
}

KnownSets RunInputs::knownSets() const
{
    KnownSets sets;
    sets.testSet = images.knownTestSet.get();
    if (images.knownSent != images.knownTestSet)
        sets.ownSet = images.knownSent.get();
    if (model && judgesAnswers())
        if (const ModelVariant* variant = model->variant())
            sets.cardPredictions = variant->predictions;
    return sets;
}

RunInputs RunInputs::withSettings(EffectiveSettings other) const
{
    return {.settings = std::move(other),
        .build = build,
        .images = images,
        .mean = mean,
        .model = model,
        .engine = engine,
        .calibration = calibration,
        .checked = checked,
        .compiled = compiled,
        .notCompiled = notCompiled};
}

Result<RunInputs> loadRunInputs(const EffectiveSettings& settings, const RunEnvironment& environment,
    EngineUse use, const LoadingWatch& watch)
{
    return InputLoading(settings, environment, use, watch).inputs();
}

} // namespace iotbench
