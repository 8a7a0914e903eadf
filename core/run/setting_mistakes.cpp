#include "run/setting_mistakes.h"

#include "settings/joined.h"
#include "settings/nearest_name.h"
#include "settings/settings_table.h"
#include "settings/settings_validation.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace iotbench {
namespace {

// "; did you mean resnet20?", or nothing where no name is near.
std::string didYouMean(std::string_view name, const std::vector<std::string_view>& names)
{
    const std::string nearest(nearestName(name, names));
    return nearest.empty() ? "" : "; did you mean " + nearest + "?";
}

std::string mistakeInModel(const std::string& model, const ModelCatalogue& models)
{
    if (model.empty() || models.knows(model))
        return "";
    std::vector<std::string_view> names;
    for (const CatalogueEntry& entry : models.list())
        names.push_back(entry.card.name);
    return "--modelPath takes one of " + joined(names, ", ")
        + " or the path of a file; there is no model or file \"" + model + '"' + didYouMean(model, names);
}

// Where the precision can be had: an engine that is here, or else the one that is not.
std::string remedyForPrecision(std::string_view precision, const engines::EngineRegistry& registry)
{
    for (const engines::EngineEntry& entry : registry.list()) {
        for (const engines::Precision offered : entry.precisions) {
            if (entry.needsModel && toString(offered) == precision)
                return "; take --engine " + entry.name;
        }
        if (!entry.available)
            return "; engine " + entry.name + ", which may, is not available: " + entry.reason.english();
    }
    return "";
}

// --device, among those of the engines that may be taken; "" where none of them is here, which is the
// engine's to tell.
std::string mistakeInDevice(const Settings& settings, const engines::EngineRegistry& registry)
{
    std::vector<std::string_view> devices;
    for (const engines::EngineEntry& entry : registry.list())
        if (settings.engine == entry.name || (settings.engine == kAutoEngine && entry.needsModel))
            for (const std::string& device : entry.devices)
                if (std::ranges::find(devices, device) == devices.end())
                    devices.push_back(device);
    if (devices.empty() || std::ranges::find(devices, settings.device) != devices.end())
        return "";
    std::string mistake = "--device takes one of " + joined(devices, ", ") + " here with --engine "
        + settings.engine + ", got \"" + settings.device + '"';
    for (const engines::EngineEntry& entry : registry.list())
        for (const engines::UnusableDevice& device : entry.unusableDevices)
            if (settings.engine == entry.name && settings.device == device.name)
                mistake += ", which is not available: " + device.reason.english();
    return mistake;
}

} // namespace

std::string mistakeIn(
    const Settings& settings, const engines::EngineRegistry& registry, const ModelCatalogue& models)
{
    if (settings.role == Role::Send)
        return "";
    std::vector<std::string_view> names;
    for (const engines::EngineEntry& entry : registry.list())
        names.push_back(entry.name);
    names.push_back(kAutoEngine);
    const auto engine = std::ranges::find(registry.list(), settings.engine, &engines::EngineEntry::name);
    if (settings.engine != kAutoEngine && engine == registry.list().end()) {
        return "--engine takes one of " + joined(names, ", ") + ", got \"" + settings.engine + '"'
            + didYouMean(settings.engine, names);
    }
    if (engine != registry.list().end() && engine->available) {
        std::vector<std::string_view> precisions;
        for (const engines::Precision precision : engine->precisions)
            precisions.push_back(toString(precision));
        if (std::ranges::find(precisions, toString(settings.precision)) == precisions.end())
            return "--precision " + std::string(toString(settings.precision))
                + " is not supported by --engine " + settings.engine + ", only " + joined(precisions, ", ")
                + remedyForPrecision(toString(settings.precision), registry);
    }
    if (std::string mistake = mistakeInDevice(settings, registry); !mistake.empty())
        return mistake;
    return mistakeInModel(settings.model, models);
}

} // namespace iotbench
