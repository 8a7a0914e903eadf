// What only the lists of engines and models can tell of settings.
#pragma once

#include "engines/engine_registry.h"
#include "models/model_catalogue.h"
#include "settings/settings.h"

#include <string>

namespace iotbench {

// A usage error, one sentence; "" where nothing is wrong.
std::string mistakeIn(
    const Settings& settings, const engines::EngineRegistry& registry, const ModelCatalogue& models);

} // namespace iotbench
