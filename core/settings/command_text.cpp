#include "settings/command_text.h"

#include "settings/settings_table.h"

#include <QString>

#include <utility>

namespace iotbench {
namespace {

std::string optionText(const Setting& setting, const Settings& values)
{
    const std::string key = setting.key;
    const std::string name = setting.letter != 0 ? std::string{'-', setting.letter} : "--" + key;
    const std::string value = settingText(setting, values);
    if (setting.kind() == SettingKind::Flag)
        return name;
    if (setting.kind() == SettingKind::TriState)
        return value == "true" ? name : "--no-" + key;
    // A value that begins with a dash would be read as the next option.
    return value.starts_with('-') ? "--" + key + '=' + shellQuoted(value) : name + ' ' + shellQuoted(value);
}

// Follows from another setting, so that the command line must not say it.
bool isDecidedElsewhere(const Setting& setting, const Settings& values)
{
    const std::string_view key = setting.key;
    return (key == "senders" && values.role == Role::Loopback)
        || (key == "linger" && values.role == Role::Receive && !values.listen);
}

// Nothing to write: a file of settings may give no value, and a flag that is not raised.
bool isSilent(const Setting& setting, const Settings& values)
{
    const std::string value = settingText(setting, values);
    return value.empty() || (setting.kind() == SettingKind::Flag && value == "false");
}

// With a space before each option; "" of a single run.
std::string studyText(const StudyOptions& study)
{
    std::string text = study.search.search() ? " --find " + study.search.find : "";
    for (const SweptSetting& swept : study.sweep)
        text += " --sweep " + shellQuoted(swept.text());
    if (study.repeat)
        text += " --repeat " + std::to_string(*study.repeat);
    for (const auto& [option, value] : {std::pair("precision-of-answer", study.search.precisionPct),
             std::pair("probe-seconds", study.search.probeSeconds), std::pair("cooldown", study.cooldownS)})
        if (value)
            text += std::string(" --") + option + ' ' + QString::number(*value, 'g', 10).toStdString();
    return text + (study.yes ? " --yes" : "");
}

} // namespace

std::string shellQuoted(std::string_view word)
{
    constexpr std::string_view kPlain
        = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./:@%+=,-";
    if (!word.empty() && word.find_first_not_of(kPlain) == std::string_view::npos)
        return std::string(word);
    std::string text = "'";
    for (const char each : word) {
        if (each == '\'')
            text += "'\\''";
        else
            text += each;
    }
    return text + '\'';
}

AskedSettings askedFor(const Settings& values)
{
    AskedSettings asked;
    asked.values = values;
    for (const Setting& setting : settingsTable()) {
        if (!setting.appliesTo(values.role) || isDecidedElsewhere(setting, values))
            resetSetting(setting, asked.values);
        else if (!isDefault(setting, values))
            asked.asked.emplace(setting.key, AskedIn::CommandLine);
    }
    return asked;
}

std::string commandText(const AskedSettings& asked, std::string_view program, const StudyOptions& study)
{
    std::string line = shellQuoted(program) + " --batch" + studyText(study);
    for (const Setting& setting : settingsTable()) {
        if (asked.has(setting.key) && !isSilent(setting, asked.values))
            line += ' ' + optionText(setting, asked.values);
    }
    return line;
}

} // namespace iotbench
