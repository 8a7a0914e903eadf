#include "settings/search_options.h"

#include "settings/command_text.h"
#include "settings/settings_table.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace iotbench {
namespace {

constexpr double kCamerasMaxP99Ms = 100; // as long as who watches them may wait
constexpr double kUsualPrecisionPct = 2;
constexpr double kUsualProbeS = 60;

// Of which each probe has its own.
constexpr std::array<std::string_view, 4> kOfEachProbe{
    "imagesPerSec", "totalImages", "duration", "require-rate"};
// Of which cameras have their own.
constexpr std::array<std::string_view, 3> kOfCameras{"pacing", "streams", "senders"};

Error mistake(std::string words)
{
    return Error(verbatim(std::move(words)));
}

bool pacesSearch(Pacing pacing)
{
    return pacing != Pacing::Original && pacing != Pacing::Cameras;
}

} // namespace

std::optional<Error> applySearch(const SearchOptions& search, AskedSettings& asked)
{
    Settings& values = asked.values;
    const bool cameras = search.cameras();
    if (!search.search()) {
        if (search.precisionPct || search.probeSeconds)
            return mistake(std::string(search.precisionPct ? "--precision-of-answer" : "--probe-seconds")
                + " applies only with --find");
        return std::nullopt;
    }
    if (values.role != Role::Loopback)
        return mistake("--find measures both ends: it applies only to --role loopback");
    for (const std::string_view key : kOfEachProbe)
        if (asked.has(key))
            return mistake("--" + std::string(key)
                + " does not apply with --find, which decides load and length of "
                  "each probe itself");
    if (cameras) {
        for (const std::string_view key : kOfCameras)
            if (asked.has(key))
                return mistake("--" + std::string(key)
                    + " does not apply with --find cameras: all cameras are paced alike, and share one "
                      "stream");
        values.pacing = Pacing::Cameras;
        values.imagesPerSecond = values.cameraRatePerS;
        if (!values.maxP99Ms)
            values.maxP99Ms = kCamerasMaxP99Ms;
    } else {
        if (!values.maxP99Ms)
            return mistake("--find rate needs --max-p99 MS: how long images may take");
        if (!asked.has("pacing"))
            values.pacing = Pacing::Poisson;
        if (!pacesSearch(values.pacing))
            return mistake("--find rate takes --pacing poisson, constant or lognormal");
        values.imagesPerSecond = 1;
    }
    return std::nullopt;
}

bool appliesToSearch(const SearchOptions& search, std::string_view key)
{
    const auto isIn = [key](const auto& keys) { return std::ranges::find(keys, key) != std::end(keys); };
    if (!search.cameras() && key == "camera-rate")
        return false;
    return key != "pacing" && !isIn(kOfEachProbe) && !(search.cameras() && isIn(kOfCameras));
}

AskedSettings askedForSearch(const SearchOptions& search, Settings values)
{
    for (const Setting& setting : settingsTable())
        if (!appliesToSearch(search, setting.key))
            resetSetting(setting, values);
    return askedFor(values);
}

SearchGoal searchGoal(const SearchOptions& search, const Settings& settings)
{
    SearchGoal goal;
    if (search.cameras())
        goal.cameraRatePerS = settings.cameraRatePerS;
    goal.limitMs = settings.maxP99Ms.value_or(kCamerasMaxP99Ms);
    goal.precision = search.precisionPct.value_or(kUsualPrecisionPct) / 100;
    goal.mostProbeS = search.probeSeconds.value_or(kUsualProbeS);
    return goal;
}

} // namespace iotbench
