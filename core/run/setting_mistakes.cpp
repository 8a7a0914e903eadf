#include "run/setting_mistakes.h"

#include "settings/joined.h"
#include "settings/nearest_name.h"
#include "settings/settings_table.h"
#include "settings/settings_validation.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace iotbench {
namespace {

// With the name that is near, where one is.
Message orMeant(Message mistake, std::string_view name, const std::vector<std::string_view>& names)
{
    const std::string_view nearest = nearestName(name, names);
    return nearest.empty() ? mistake : Message(TR("%1; did you mean %2?"), {std::move(mistake), nearest});
}

Message mistakeInModel(const std::string& model, const ModelCatalogue& models)
{
    if (model.empty() || models.knows(model))
        return {};
    std::vector<std::string_view> names;
    for (const CatalogueEntry& entry : models.list())
        names.push_back(entry.card.name);
    return orMeant({TR("--modelPath takes one of %1 or the path of a file; there is no model or file \"%2\""),
                       {joined(names, ", "), model}},
        model, names);
}

Message mistakeInPrecision(
    const Settings& settings, const engines::EngineEntry& engine, const engines::EngineRegistry& registry)
{
    const std::string_view precision = toString(settings.precision);
    std::vector<std::string_view> precisions;
    for (const engines::Precision offered : engine.precisions)
        precisions.push_back(toString(offered));
    if (std::ranges::find(precisions, precision) != precisions.end())
        return {};
    Message mistake(TR("--precision %1 is not supported by --engine %2, only %3"),
        {precision, settings.engine, joined(precisions, ", ")});
    // Where it can be had: with an engine that is here, or else the one that is not.
    for (const engines::EngineEntry& entry : registry.list()) {
        for (const engines::Precision offered : entry.precisions) {
            if (entry.needsModel && toString(offered) == precision)
                return {TR("%1; take --engine %2"), {std::move(mistake), entry.name}};
        }
        if (!entry.available)
            return {TR("%1; engine %2, which may, is not available: %3"),
                {std::move(mistake), entry.name, entry.reason}};
    }
    return mistake;
}

// --device, among those of the engines that may be taken; empty where none of them is here, which is the
// engine's to tell.
Message mistakeInDevice(const Settings& settings, const engines::EngineRegistry& registry)
{
    std::vector<std::string_view> devices;
    for (const engines::EngineEntry& entry : registry.list())
        if (settings.engine == entry.name || (settings.engine == kAutoEngine && entry.needsModel))
            for (const std::string& device : entry.devices)
                if (std::ranges::find(devices, device) == devices.end())
                    devices.push_back(device);
    if (devices.empty() || std::ranges::find(devices, settings.device) != devices.end())
        return {};
    Message mistake(TR("--device takes one of %1 here with --engine %2, got \"%3\""),
        {joined(devices, ", "), settings.engine, settings.device});
    for (const engines::EngineEntry& entry : registry.list())
        for (const engines::UnusableDevice& device : entry.unusableDevices)
            if (settings.engine == entry.name && settings.device == device.name)
                mistake = {TR("%1, which is not available: %2"), {std::move(mistake), device.reason}};
    return mistake;
}

} // namespace

Message mistakeIn(
    const Settings& settings, const engines::EngineRegistry& registry, const ModelCatalogue& models)
{
    if (settings.role == Role::Send)
        return {};
    std::vector<std::string_view> names;
    for (const engines::EngineEntry& entry : registry.list())
        names.push_back(entry.name);
    names.push_back(kAutoEngine);
    const auto engine = std::ranges::find(registry.list(), settings.engine, &engines::EngineEntry::name);
    if (settings.engine != kAutoEngine && engine == registry.list().end())
        return orMeant({TR("--engine takes one of %1, got \"%2\""), {joined(names, ", "), settings.engine}},
            settings.engine, names);
    if (engine != registry.list().end() && engine->available)
        if (Message mistake = mistakeInPrecision(settings, *engine, registry); !mistake.empty())
            return mistake;
    if (Message mistake = mistakeInDevice(settings, registry); !mistake.empty())
        return mistake;
    return mistakeInModel(settings.model, models);
}

} // namespace iotbench
