// What a card holds that only running the model can tell, and a card to hold it.
#pragma once

#include "base/result.h"
#include "engines/engine.h"
#include "models/model_card.h"
#include "models/model_catalogue.h"

#include <string>

namespace iotbench {

// The model's answers to all 10,000 images of the bundled test set, for the precision that it was loaded for.
// Takes seconds to minutes, on `threads` threads; `compiled` was compiled for so many workers. The error is
// the engine's, or says that the model is for other images.
Result<ModelVariant> measureVariant(const LoadedModel& model, engines::CompiledModel& compiled,
    Normalisation normalisation, unsigned threads);

// Of a model that has none: named `name`, with what the file and the measurement tell.
ModelCard newCard(
    const LoadedModel& model, const std::string& name, Normalisation normalisation, ModelVariant measured);

// The card's variant of the same file and precision; nullptr where it has none.
const ModelVariant* sameVariant(const ModelCard& card, const ModelVariant& measured);

// Takes the place of sameVariant(), or is added as the last.
void putVariant(ModelCard& card, ModelVariant measured);

} // namespace iotbench
