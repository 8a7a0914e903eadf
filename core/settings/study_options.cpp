#include "settings/study_options.h"

#include <algorithm>

namespace iotbench {
namespace {

Error studyMistake(std::string words)
{
    return Error(verbatim(std::move(words)));
}

} // namespace

bool StudyOptions::sweeps(std::string_view key) const
{
    return std::ranges::any_of(sweep, [key](const SweptSetting& swept) { return key == swept.setting->key; });
}

std::optional<Error> checkSweep(const StudyOptions& study, const AskedSettings& asked)
{
    if (!study.sweeps()) {
        if (study.cooldownS || study.yes)
            return studyMistake(
                std::string(study.yes ? "--yes" : "--cooldown") + " applies only with --sweep");
        return std::nullopt;
    }
    if (study.search.search() && study.repeat)
        return studyMistake("--repeat does not apply with --find, which repeats probes itself");
    if (asked.values.role != Role::Loopback)
        return studyMistake("--sweep measures both ends: it applies only to --role loopback");
    for (const SweptSetting& swept : study.sweep) {
        const std::string key = swept.setting->key;
        const auto given = asked.asked.find(key);
        if (given != asked.asked.end() && given->second == AskedIn::CommandLine)
            return studyMistake(
                "--" + key + " does not apply with --sweep " + key + ", which says what it is");
    }
    return std::nullopt;
}

std::optional<Error> checkRepeat(const StudyOptions& study, const AskedSettings& asked)
{
    if (!study.repeat || study.sweeps())
        return std::nullopt;
    if (*study.repeat < 2)
        return studyMistake("--repeat takes a whole number from 2 to 1000, got \"1\"");
    if (study.search.search())
        return studyMistake("--repeat does not apply with --find, which repeats probes itself");
    if (asked.values.role != Role::Loopback)
        return studyMistake("--repeat needs both ends: it applies only to --role loopback");
    return std::nullopt;
}

} // namespace iotbench
