#include "batch/study_options.h"

namespace iotbench {
namespace {

constexpr double kCamerasMaxP99Ms = 100; // as long as who watches them may wait
constexpr double kUsualPrecisionPct = 2;
constexpr double kUsualProbeS = 60;

Error mistake(std::string words)
{
    return Error(verbatim(std::move(words)));
}

} // namespace

std::optional<Error> applySearch(const StudyOptions& study, AskedSettings& asked)
{
    Settings& values = asked.values;
    const bool cameras = study.find == "cameras";
    if (!study.search()) {
        if (study.precisionPct || study.probeSeconds)
            return mistake(std::string(study.precisionPct ? "--precision-of-answer" : "--probe-seconds")
                + " applies only with --find");
        return std::nullopt;
    }
    if (values.role != Role::Loopback)
        return mistake("--find measures both ends: it applies only to --role loopback");
    for (const char* key : {"imagesPerSec", "totalImages", "duration", "require-rate"})
        if (asked.has(key))
            return mistake("--" + std::string(key)
                + " does not apply with --find, which decides load and length of "
                  "each probe itself");
    if (cameras) {
        for (const char* key : {"pacing", "streams", "senders"})
            if (asked.has(key))
                return mistake("--" + std::string(key)
                    + " does not apply with --find cameras: all cameras are paced alike, and share one "
                      "stream");
        if (study.precisionPct)
            return mistake(
                "--precision-of-answer does not apply with --find cameras, which tells the number exactly");
        values.pacing = Pacing::Cameras;
        values.imagesPerSecond = values.cameraRatePerS;
        if (!values.maxP99Ms)
            values.maxP99Ms = kCamerasMaxP99Ms;
    } else {
        if (!values.maxP99Ms)
            return mistake("--find rate needs --max-p99 MS: how long images may take");
        if (!asked.has("pacing"))
            values.pacing = Pacing::Poisson;
        if (values.pacing == Pacing::Original || values.pacing == Pacing::Cameras)
            return mistake("--find rate takes --pacing poisson, constant or lognormal");
        values.imagesPerSecond = 1;
    }
    return std::nullopt;
}

std::optional<Error> checkSweep(const StudyOptions& study, const AskedSettings& asked)
{
    if (!study.sweeps()) {
        if (study.cooldownS || study.yes)
            return mistake(std::string(study.yes ? "--yes" : "--cooldown") + " applies only with --sweep");
        return std::nullopt;
    }
    if (study.search())
        return mistake("--sweep does not apply with --find: search once for each setting");
    if (asked.values.role != Role::Loopback)
        return mistake("--sweep measures both ends: it applies only to --role loopback");
    for (const SweptSetting& swept : study.sweep) {
        const std::string key = swept.setting->key;
        const auto given = asked.asked.find(key);
        if (given != asked.asked.end() && given->second == AskedIn::CommandLine)
            return mistake("--" + key + " does not apply with --sweep " + key + ", which says what it is");
    }
    return std::nullopt;
}

std::optional<Error> checkRepeat(const StudyOptions& study, const AskedSettings& asked)
{
    if (!study.repeat || study.sweeps())
        return std::nullopt;
    if (*study.repeat < 2)
        return mistake("--repeat takes a whole number from 2 to 1000, got \"1\"");
    if (study.search())
        return mistake("--repeat does not apply with --find, which repeats probes itself");
    if (asked.values.role != Role::Loopback)
        return mistake("--repeat needs both ends: it applies only to --role loopback");
    return std::nullopt;
}

SearchGoal searchGoal(const StudyOptions& study, const Settings& settings)
{
    SearchGoal goal;
    if (study.find == "cameras")
        goal.cameraRatePerS = settings.cameraRatePerS;
    goal.limitMs = settings.maxP99Ms.value_or(kCamerasMaxP99Ms);
    goal.precision = study.precisionPct.value_or(kUsualPrecisionPct) / 100;
    goal.mostProbeS = study.probeSeconds.value_or(kUsualProbeS);
    return goal;
}

} // namespace iotbench
