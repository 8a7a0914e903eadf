#include "batch/make_card.h"

#include "base/data_files.h"
#include "batch/batch.h"
#include "engines/engine_registry.h"
#include "images/test_set.h"
#include "machine/machine.h"
#include "models/card_making.h"
#include "models/compile_model.h"
#include "run/checked_answers.h"
#include "run/run_inputs.h"
#include "statistics/figure_text.h"

#include <QSaveFile>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <stdexcept>

namespace iotbench {
namespace {

// Of ten classes: under this share a model is not clearly better than guessing, as the verdict has it.
constexpr unsigned kLeastPercent = 20;

template <typename T>
T orThrow(Result<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().english());
    return std::move(*result);
}

// A name of the catalogue's that no other model has.
std::string nameFor(const LoadedModel& model, const ModelCatalogue& catalogue)
{
    const auto& entries = catalogue.list();
    const bool taken = std::ranges::any_of(
        entries, [&](const CatalogueEntry& entry) { return entry.card.name == model.name; });
    return taken ? model.name + '-' + model.sha256.substr(0, 8) : model.name;
}

// The card that is to be filled in: the user's own of before, or a new one. A bundled model's is not the
// user's.
ModelCard cardWith(ModelVariant measured, const LoadedModel& model, Normalisation normalisation,
    const ModelCatalogue& catalogue)
{
    if (!model.card)
        return newCard(model, nameFor(model, catalogue), normalisation, std::move(measured));
    ModelCard card = *model.card;
    card.normalisation = normalisation;
    putVariant(card, std::move(measured));
    return card;
}

// Where the user's card of before has an entry for this file, how good it said it was.
std::string inPlaceOf(const LoadedModel& model, const ModelVariant& measured)
{
    const ModelVariant* const former = model.card ? sameVariant(*model.card, measured) : nullptr;
    return former && former->images > 0 ? ", in place of " + std::to_string(former->correct) + " before" : "";
}

void refuseBundled(const LoadedModel& model, const ModelCatalogue& catalogue)
{
    for (const CatalogueEntry& entry : catalogue.list())
        if (model.card && entry.card.name == model.card->name && entry.folder != userModelFolder())
            throw std::runtime_error("model " + model.path.string()
                + " has a card already: " + model.card->name + ", which comes with this program");
}

std::filesystem::path save(const ModelCard& card)
{
    const std::filesystem::path folder = userModelFolder();
    if (folder.empty())
        throw std::runtime_error("there is no folder for the card: set HOME or XDG_DATA_HOME");
    std::error_code fault;
    std::filesystem::create_directories(folder, fault);
    std::filesystem::path path = folder / (card.name + ".json");
    const std::string json = toJson(card);
    QSaveFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::WriteOnly)
        || file.write(json.data(), static_cast<qint64>(json.size())) != static_cast<qint64>(json.size())
        || !file.commit())
        throw std::runtime_error(
            "the card cannot be written to " + path.string() + ": " + file.errorString().toStdString());
    return path;
}

// A card tells what a model answers to an image: of one whose answer is another each time, or depends on what
// else is in the batch, nothing can be told.
void refuseFickle(const LoadedModel& model, const ModelToCompile& source, engines::Engine& engine,
    engines::CompiledModel& compiled, Normalisation normalisation)
{
    constexpr std::size_t kBatch = 8;
    const ImageSet images = orThrow(loadBundledTestSet());
    const PixelMean mean = orThrow(loadTrainingPixelMean());
    const auto check
        = checkOwnAnswers(compiled, {model, source, engine, {}, kBatch, images, mean, normalisation});
    if (check && (check->again < check->asked || check->inBatches < check->compared))
        throw std::runtime_error(
            "no card is made, for the model's answers differ from one time to the next, or "
            "with the other images of a batch: export it for inference");
}

void measureAndSave(const Settings& settings)
{
    if (settings.precision == PrecisionAsked::Bf16)
        throw std::runtime_error(
            "bf16 runs on the fp32 file and is judged by its card: leave out --precision bf16");
    const ModelCatalogue catalogue = ModelCatalogue::standard();
    const engines::Precision precision = enginePrecision(settings.precision);
    const LoadedModel model = orThrow(catalogue.load(settings.model, precision));
    refuseBundled(model, catalogue);

    const engines::EngineRegistry registry;
    const unsigned threads = cpusAllowed();
    ModelToCompile source = model.source();
    constexpr std::size_t kClasses = 10; // of the test set
    source.classes = model.classes().value_or(kClasses);
    engines::Engine& engine = *orThrow(enginesAsked(settings, registry)).front();
    const engines::CompileResult compiled
        = compileModel(engine, source, {precision, settings.device, threads});
    if (!compiled.model)
        throw std::runtime_error(compiled.error.english());
    const Normalisation normalisation
        = settings.normalise.value_or(model.normalisation().value_or(Normalisation::Unit));
    ModelVariant measured = orThrow(measureVariant(model, *compiled.model, normalisation, threads));
    refuseFickle(model, source, engine, *compiled.model, normalisation);
    measured.instructionSets = readMachineFacts().instructionSets;

    const std::string outcome = std::to_string(measured.correct) + " of " + std::to_string(measured.images)
        + " test images correct (" + percentText(static_cast<double>(measured.correct) / measured.images)
        + " %), input " + std::string(toString(normalisation)) + ", " + compiled.model->description()
        + inPlaceOf(model, measured);
    if (measured.correct * 100ULL < std::uint64_t{kLeastPercent} * measured.images)
        throw std::runtime_error("no card is made, for the model is no better than chance: " + outcome
            + "; check what it wants to be fed with (--normalise)");
    const std::filesystem::path path = save(cardWith(std::move(measured), model, normalisation, catalogue));
    std::printf("%s: %s\n", path.c_str(), outcome.c_str());
}

} // namespace

int makeCard(const EffectiveSettings& settings)
{
    try {
        measureAndSave(*settings);
        return 0;
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "iotbench: %s\n", problem.what());
        return kExitFailed;
    }
}

} // namespace iotbench
