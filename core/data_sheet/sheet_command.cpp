#include "data_sheet/sheet_command.h"

#include "settings/command_text.h"
#include "settings/settings_table.h"
#include "statistics/figure_text.h"

#include <algorithm>

namespace iotbench {
namespace {

std::string optionText(const char* name, double value)
{
    return std::string(" --") + name + ' ' + shortText(value, 3);
}

// The search sets what is left out here itself.
std::string searchCommand(Settings settings, const StudyFacts& study)
{
    const Settings usual;
    settings.imagesPerSecond = usual.imagesPerSecond;
    settings.totalImages.reset();
    settings.durationS = 0;
    settings.seed = usual.seed;
    settings.maxP99Ms = study.maxP99Ms;
    if (study.countsCameras())
        settings.pacing = usual.pacing;
    std::string command = commandText(askedFor(settings)) + " --find " + study.find;
    if (study.find == "rate" && settings.pacing == usual.pacing) // a search has another
        command += " --pacing " + std::string(toString(settings.pacing));
    return command + optionText("precision-of-answer", study.precisionPct)
        + optionText("probe-seconds", study.probeSeconds);
}

// From what was asked for: each combination has decided for itself what was open.
std::string sweepCommand(const Report& report)
{
    const StudyFacts& facts = *report.study;
    Settings settings = settingsToRepeat(report.result.requested);
    settings.label.clear(); // of a combination
    settings.seed = facts.seed;
    StudyOptions study;
    study.search.find = facts.find;
    if (study.search.search()) {
        const Pacing pacing = settings.pacing;
        study.search.probeSeconds = facts.probeSeconds;
        study.search.precisionPct = facts.precisionPct;
        settings = askedForSearch(study.search, settings).values;
        if (!study.search.cameras())
            settings.pacing = pacing;
    }
    for (const SweptValues& swept : facts.swept) {
        auto setting = sweptSetting(swept.setting + '=' + swept.values);
        if (!setting)
            return {}; // of another version of this program
        resetSetting(*setting->setting, settings);
        study.sweep.push_back(std::move(*setting));
    }
    if (!study.search.search())
        study.repeat
            = static_cast<unsigned>(std::min<std::uint64_t>(facts.repeats, StudyOptions::kMostRepeats));
    if (facts.cooldownS > 0)
        study.cooldownS = facts.cooldownS;
    study.yes = facts.points.size() > StudyOptions::kMostUnasked;
    AskedSettings asked = askedFor(settings);
    if (study.search.search() && !study.search.cameras() && !study.sweeps("pacing"))
        asked.asked.emplace("pacing", AskedIn::CommandLine); // a search has another unless told
    return study.sweeps() ? commandText(asked, "iotbench", study) : std::string();
}

} // namespace

std::string repeatingCommand(const Report& report)
{
    Settings settings = settingsToRepeat(report.result.settings);
    const auto& study = report.study;
    if (report.result.cluster)
        return {};
    if (study && study->kind == "sweep")
        return sweepCommand(report);
    if (study && study->kind == "search")
        return searchCommand(settings, *study);
    if (!study)
        return commandText(askedFor(settings));
    const std::uint64_t runs = std::max<std::uint64_t>(study->runs, 2);
    settings.seed -= std::min(settings.seed, runs - 1); // each run has the next
    return commandText(askedFor(settings)) + " --repeat " + std::to_string(runs);
}

} // namespace iotbench
