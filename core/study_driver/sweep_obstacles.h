// What only the lists of engines and models can tell of the combinations of a sweep.
#pragma once

#include "engines/engine_registry.h"
#include "models/model_catalogue.h"
#include "settings/settings.h"
#include "study_driver/sweep_combinations.h"

#include <functional>
#include <map>
#include <string>
#include <utility>

namespace iotbench {

EveryValue everyValue(const engines::EngineRegistry& registry, const ModelCatalogue& models);

// What keeps a run with some settings from being made, as far as it can be told beforehand. All that it is
// given outlives it; one thread.
class SweepObstacles {
public:
    // `cancelled`: asked while a model is read.
    SweepObstacles(const engines::EngineRegistry& registry, const ModelCatalogue& models,
        std::function<bool()> cancelled = {});

    // Empty where nothing does. Reads each model once for each precision: one may have no int8 variant, or no
    // engine can read it.
    Message operator()(const Settings& settings);

private:
    const Message& reasonOfModel(const Settings& settings);

    const engines::EngineRegistry& m_registry;
    const ModelCatalogue& m_models;
    const std::function<bool()> m_cancelled;
    std::map<std::pair<std::string, PrecisionAsked>, Message> m_ofModels;
};

} // namespace iotbench
