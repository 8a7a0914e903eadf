// What only the lists of engines and models can tell of settings.
#pragma once

#include "base/message.h"
#include "engines/engine_registry.h"
#include "models/model_catalogue.h"
#include "settings/settings.h"

namespace iotbench {

// A usage error, one sentence; empty where nothing is wrong.
Message mistakeIn(
    const Settings& settings, const engines::EngineRegistry& registry, const ModelCatalogue& models);

} // namespace iotbench
