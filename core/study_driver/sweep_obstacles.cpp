#include "study_driver/sweep_obstacles.h"

#include "run/setting_mistakes.h"

namespace iotbench {

EveryValue everyValue(const engines::EngineRegistry& registry, const ModelCatalogue& models)
{
    EveryValue every;
    for (const engines::EngineEntry& entry : registry.list())
        if (entry.needsModel)
            every.engines.push_back(entry.name);
    for (const CatalogueEntry& entry : models.list())
        every.models.push_back(entry.card.name);
    return every;
}

SweepObstacles::SweepObstacles(
    const engines::EngineRegistry& registry, const ModelCatalogue& models, std::function<bool()> cancelled)
    : m_registry(registry)
    , m_models(models)
    , m_cancelled(std::move(cancelled))
{
}

Message SweepObstacles::operator()(const Settings& settings)
{
    if (Message mistake = mistakeIn(settings, m_registry, m_models); !mistake.empty())
        return mistake;
    return settings.model.empty() ? Message() : reasonOfModel(settings);
}

const Message& SweepObstacles::reasonOfModel(const Settings& settings)
{
    const auto [place, isNew] = m_ofModels.try_emplace({settings.model, settings.precision});
    if (isNew)
        if (const auto model
            = m_models.load(settings.model, enginePrecision(settings.precision), m_cancelled);
            !model)
            place->second = model.error();
    return place->second;
}

} // namespace iotbench
