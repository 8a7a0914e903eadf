// What a run needs from disk and from other rooms, read once before it starts.
#pragma once

#include "base/result.h"
#include "engines/engine_registry.h"
#include "images/image_set.h"
#include "images/known_images.h"
#include "models/model_catalogue.h"
#include "run/content_counts.h"
#include "settings/settings_validation.h"
#include "statistics/run_result.h"
#include "stream/tcp_listener.h"

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
};

// Once loaded it does not change, but that the run takes `compiled` and `listener`.
struct RunInputs {
    EffectiveSettings settings; // nothing is open in them any more
    BuildFacts build;
    std::shared_ptr<const ImageSet> images = {}; // that are sent; null where we do not send
    std::shared_ptr<const ImageSet> testSet = {}; // the bundled one, for warm-up; null in send
    // By content: the test set, null in send; and the images that are sent, null but in loopback.
    std::shared_ptr<const KnownImages> knownTestSet = {}, knownImages = {};
    PixelMean mean = {};
    std::optional<LoadedModel> model = {};
    engines::Engine* engine = nullptr; // null in send
    std::optional<Calibration> calibration = {}; // where engine, workers or batch ceiling were open
    std::optional<SecondOpinion> secondOpinion = {}; // where no card tells of the model
    std::unique_ptr<engines::CompiledModel> compiled = {}; // by the calibration, for this run; null without
    std::unique_ptr<TcpListener> listener = {}; // see bindListener(); null where the run does not listen
    std::vector<Message> warnings = {};

    // What the images of the streams are.
    const ImageFacts& imageFacts() const { return images ? images->facts : testSet->facts; }
    // What the engine compiles; for one that needs no model, its input and scores alone. A view into `model`.
    engines::ModelSource source() const;
    // What the images of a stream are looked up in. Good for as long as these inputs are.
    KnownSets knownSets() const;
    bool judgesAnswers() const { return engine && engine->needsModel(); }
    Normalisation normalisation() const { return settings->normalise.value_or(Normalisation::Unit); }
};

engines::Precision enginePrecision(PrecisionAsked asked);

// Takes a few tenths of a second, and a second more where something has to be calibrated; `cancelled` is
// asked meanwhile. Errors in words: what is missing or wrong, with the file's name.
Result<RunInputs> loadRunInputs(const EffectiveSettings& settings, const RunEnvironment& environment,
    const std::function<bool()>& cancelled = {});

} // namespace iotbench
