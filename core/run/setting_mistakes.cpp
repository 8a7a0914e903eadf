#include "run/setting_mistakes.h"

#include "run/run_inputs.h"
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

Message reasonOfEngine(const Settings& settings, const engines::EngineRegistry& registry)
{
    if (settings.engine == kAutoEngine)
        return {};
    if (const engines::EngineEntry* const engine = registry.entry(settings.engine))
        return engine->available ? Message()
                                 : Message(TR("%1 is not available: %2"), {engine->name, engine->reason});
    std::vector<std::string_view> names;
    for (const engines::EngineEntry& entry : registry.list())
        names.push_back(entry.name);
    names.push_back(kAutoEngine);
    return orMeant(
        {TR("takes one of %1, got \"%2\""), {joined(names, ", "), settings.engine}}, settings.engine, names);
}

Message reasonOfPrecision(const Settings& settings, const engines::EngineRegistry& registry)
{
    const engines::Precision precision = enginePrecision(settings.precision);
    const std::string_view asked = toString(settings.precision);
    if (settings.engine == kAutoEngine)
        return registry.supporting(precision).empty()
            ? Message(TR("%1 is not supported by any engine here"), {asked})
            : Message();
    const engines::EngineEntry* const engine = registry.entry(settings.engine);
    if (engine->supports(precision))
        return {};
    std::vector<std::string_view> precisions;
    for (const engines::Precision offered : engine->precisions)
        precisions.push_back(engines::toString(offered));
    Message reason(TR("%1 is not supported by --engine %2, only %3"),
        {asked, settings.engine, joined(precisions, ", ")});
    // Where it can be had: with an engine that is here, or else the one that is not.
    for (const engines::EngineEntry& entry : registry.list()) {
        if (entry.needsModel && entry.supports(precision))
            return {TR("%1; take --engine %2"), {std::move(reason), entry.name}};
        if (!entry.available)
            return {TR("%1; engine %2, which may, is not available: %3"),
                {std::move(reason), entry.name, entry.reason}};
    }
    return reason;
}

// Among the devices of the engines that may be taken.
Message reasonOfDevice(const Settings& settings, const engines::EngineRegistry& registry)
{
    std::vector<std::string_view> devices;
    const auto add = [&](const engines::EngineEntry& entry) {
        for (const std::string& device : entry.devices)
            if (std::ranges::find(devices, device) == devices.end())
                devices.push_back(device);
    };
    const engines::EngineEntry* const engine = registry.entry(settings.engine); // null: auto
    if (engine)
        add(*engine);
    else
        for (const engines::EngineEntry& entry : registry.list())
            if (entry.needsModel)
                add(entry);
    if (std::ranges::find(devices, settings.device) != devices.end())
        return {};
    Message reason(TR("takes one of %1 here with --engine %2, got \"%3\""),
        {joined(devices, ", "), settings.engine, settings.device});
    if (engine)
        for (const engines::UnusableDevice& device : engine->unusableDevices)
            if (settings.device == device.name)
                return {TR("%1, which is not available: %2"), {std::move(reason), device.reason}};
    return reason;
}

} // namespace

std::vector<SettingIssue> engineIssues(const Settings& settings, const engines::EngineRegistry& registry)
{
    if (settings.role == Role::Send)
        return {};
    if (Message reason = reasonOfEngine(settings, registry); !reason.empty())
        return {{"engine", std::move(reason)}}; // nothing to tell the others by
    std::vector<SettingIssue> issues;
    if (Message reason = reasonOfPrecision(settings, registry); !reason.empty())
        issues.push_back({"precision", std::move(reason)});
    if (Message reason = reasonOfDevice(settings, registry); !reason.empty())
        issues.push_back({"device", std::move(reason)});
    return issues;
}

Message mistakeIn(
    const Settings& settings, const engines::EngineRegistry& registry, const ModelCatalogue& models)
{
    if (settings.role == Role::Send)
        return {};
    const std::vector<SettingIssue> issues = engineIssues(settings, registry);
    return issues.empty() ? mistakeInModel(settings.model, models) : issues.front().option();
}

} // namespace iotbench
