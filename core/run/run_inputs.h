// What a run needs from disk and from other rooms, read once before it starts.
#pragma once

#include "base/result.h"
#include "engines/engine_registry.h"
#include "images/image_set.h"
#include "models/compile_model.h"
#include "models/model_catalogue.h"
#include "run/checked_answers.h"
#include "run/content_counts.h"
#include "run/loading_watch.h"
#include "run/run_images.h"
#include "settings/settings_validation.h"
#include "statistics/run_result.h"
#include "stream/tcp_listener.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace iotbench {

// What all runs of a process share. Outlives them.
struct RunEnvironment {
    const engines::EngineRegistry& engines;
    const ModelCatalogue& models;
    BuildFacts build;
    bool keepsPictures = false; // each run has a gallery, for someone looks at it
    std::filesystem::path cache = {}; // userCacheFolder(); empty: nothing is remembered from start to start
};

// Once loaded it does not change, but that the run takes `listener`.
struct RunInputs {
    EffectiveSettings settings; // nothing is open in them any more
    BuildFacts build;
    RunImages images = {};
    PixelMean mean = {};
    std::shared_ptr<const LoadedModel> model = {}; // null in send and for an engine that needs none
    engines::Engine* engine = nullptr; // null in send
    std::optional<Calibration> calibration = {}; // where engine, workers or batch ceiling were open
    CheckedAnswers checked = {}; // where no card tells of the model
    std::shared_ptr<engines::CompiledModel> compiled
        = {}; // null where it does not compile or nobody asked for it
    Message notCompiled = {}; // why not
    std::unique_ptr<TcpListener> listener = {}; // see bindListener(); null where the run does not listen
    std::vector<Message> warnings = {};

    // What the images of the streams are.
    const ImageFacts& imageFacts() const { return (images.sent ? images.sent : images.testSet)->facts; }
    // What the engine compiles; for one that needs no model, its input and scores alone. A view into `model`.
    // Of a model that says its classes itself, also before the images are there.
    ModelToCompile source() const;
    // What the images of a stream are looked up in. Good for as long as these inputs are.
    KnownSets knownSets() const;
    bool judgesAnswers() const { return engine && engine->needsModel(); }
    Normalisation normalisation() const { return settings->normalise.value_or(Normalisation::Unit); }
    // For one of several runs: all that was loaded is shared by them, and warnings are told once.
    RunInputs withSettings(EffectiveSettings other) const;
};

engines::Precision enginePrecision(PrecisionAsked asked);

// Those that may take part in a run: the one asked for, or with "auto" all that support the precision, at
// least one. The error says why there is none.
Result<std::vector<engines::Engine*>> enginesAsked(
    const Settings& settings, const engines::EngineRegistry& registry);

enum class EngineUse : std::uint8_t {
    ToClassify, // what is open is calibrated, and the model is compiled
    ToName, // others classify
};

// Takes a few tenths of a second, and a second more where something has to be calibrated. Errors in words:
// what is missing or wrong, with the file's name. A model that does not compile is no error here: the run
// tells of it.
Result<RunInputs> loadRunInputs(const EffectiveSettings& settings, const RunEnvironment& environment,
    EngineUse use, const LoadingWatch& watch = {});

} // namespace iotbench
