// A model that no card tells of is asked twice, alone and in batches, and is run by a second engine: where
// the answers differ, they are not the model's, or one of the engines computes it wrongly.
#pragma once

#include "engines/engine.h"
#include "images/image_set.h"
#include "models/compile_model.h"
#include "models/model_catalogue.h"
#include "statistics/run_result.h"

#include <filesystem>
#include <optional>
#include <span>

namespace iotbench {

struct CheckedAnswers {
    std::optional<AnswerCheck> own; // empty: not asked, or the engine does not run the model
    std::optional<SecondOpinion> second; // empty: no other engine runs the model
};

struct AnswerQuestion {
    const LoadedModel& model;
    ModelToCompile source; // of it, with its classes
    engines::Engine& engine; // that the run is to use
    engines::CompileOptions options; // as the run compiles it
    std::size_t batch = 1; // the largest of the run
    const ImageSet& images; // the first 32 are asked about
    const PixelMean& mean;
    Normalisation normalisation = Normalisation::Unit;
};

// The answers of the run's engine, given again and in batches, and beside them those of the first of `others`
// that runs the model; areSameScores() compares the first with themselves, isSameAnswer() with the others'.
// Takes up to a second; what came of it is kept in `folder` for the file, the engines and their versions.
// Where the run's own engine does not run the model, the run tells.
CheckedAnswers checkAnswers(const AnswerQuestion& question, std::span<engines::Engine* const> others,
    const std::filesystem::path& folder);

// Whether so many of the images, over a quarter, are answered otherwise in batches than alone that they mix,
// as in a graph that was exported for a batch of one. Rounding in another order moves single ones at most.
bool mixesBatches(const AnswerCheck& check);

// The first half of it, of a model that is compiled already.
std::optional<AnswerCheck> checkOwnAnswers(engines::CompiledModel& compiled, const AnswerQuestion& question);

} // namespace iotbench
