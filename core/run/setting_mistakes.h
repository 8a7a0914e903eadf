// What only the lists of engines and models can tell of settings.
#pragma once

#include "base/message.h"
#include "engines/engine_registry.h"
#include "models/model_catalogue.h"
#include "settings/setting_issue.h"
#include "settings/settings.h"

#include <vector>

namespace iotbench {

// Of "engine", "precision" and "device", in that order; empty where nothing is wrong. Loads no engine but the
// one asked for, where nothing is.
std::vector<SettingIssue> engineIssues(const Settings& settings, const engines::EngineRegistry& registry);

// The first usage error, of these and of the model, one sentence; empty where nothing is wrong.
Message mistakeIn(
    const Settings& settings, const engines::EngineRegistry& registry, const ModelCatalogue& models);

} // namespace iotbench
