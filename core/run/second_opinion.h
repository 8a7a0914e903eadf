// A model that no card tells of is run by two engines: where they answer otherwise, one of them computes it
// wrongly.
#pragma once

#include "engines/engine.h"
#include "images/image_set.h"
#include "models/model_catalogue.h"
#include "statistics/run_result.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>

namespace iotbench {

struct OpinionQuestion {
    const LoadedModel& model;
    engines::ModelSource source; // of it, with its classes
    engines::Engine& engine; // that the run is to use
    engines::CompileOptions options; // as the run compiles it
    const ImageSet& images; // the first 32 are asked about
    const PixelMean& mean;
    Normalisation normalisation = Normalisation::Unit;
};

// The answers of the first of `others` that runs the model, beside those of the run's engine. An image counts
// as agreed where both predict the same class, or where the other one is as good as undecided between the
// two. Takes up to a second; what came of it is kept in `folder` for the file, the engines and their
// versions. Empty where no other engine runs the model, or where the run's own does not, which the run then
// tells.
std::optional<SecondOpinion> secondOpinion(const OpinionQuestion& question,
    std::span<engines::Engine* const> others, const std::filesystem::path& folder);

} // namespace iotbench
