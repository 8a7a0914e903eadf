#include "settings/swept_setting.h"

#include "settings/joined.h"
#include "settings/nearest_name.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace iotbench {
namespace {

Error sweptMistake(std::string words)
{
    words.insert(0, "--sweep ");
    return Error(verbatim(std::move(words)));
}

Result<const Setting*> settingCalled(std::string_view key)
{
    if (const Setting* const setting = findOption(key))
        return setting;
    std::vector<std::string_view> names;
    for (const Setting& setting : settingsTable())
        names.emplace_back(setting.key);
    const std::string_view nearest = nearestName(key, names);
    return sweptMistake("knows no setting \"" + std::string(key) + '"'
        + (nearest.empty() ? std::string() : "; did you mean " + std::string(nearest) + "?"));
}

// Those that change what is measured, and that the study does not decide itself.
bool canBeSwept(const Setting& setting)
{
    const std::string_view key = setting.key;
    return setting.appliesTo(Role::Loopback) && setting.group != SettingGroup::Outcome
        && setting.group != SettingGroup::PassCriteria && key != "role" && key != "seed";
}

// "1-4"; nothing where it is none.
std::optional<std::pair<unsigned, unsigned>> range(std::string_view text)
{
    std::pair<unsigned, unsigned> ends;
    const char* const last = text.data() + text.size();
    const auto first = std::from_chars(text.data(), last, ends.first);
    if (first.ec != std::errc() || first.ptr == last || *first.ptr != '-')
        return std::nullopt;
    const auto second = std::from_chars(first.ptr + 1, last, ends.second);
    return second.ec == std::errc() && second.ptr == last ? std::optional(ends) : std::nullopt;
}

// Every value, where the setting has a list of them; kEveryValue where others have it.
std::vector<std::string> everyValue(const Setting& setting)
{
    const std::string_view key = setting.key;
    if (key == "engine" || key == "modelPath")
        return {kEveryValue};
    std::vector<std::string> values;
    if (setting.kind() == SettingKind::Flag || setting.kind() == SettingKind::TriState)
        values = {"false", "true"};
    for (const std::string_view word : setting.choices())
        if (word != setting.unsetWord)
            values.emplace_back(word);
    return values;
}

// What stands between two commas.
Result<std::vector<std::string>> valuesOf(const Setting& setting, const std::string& text)
{
    std::vector<std::string> values;
    if (text == kEveryValue) {
        values = everyValue(setting);
        if (values.empty())
            return sweptMistake(
                std::string(setting.key) + "=all: only a setting with a list of values takes all");
        return values;
    }
    const auto ends = setting.kind() == SettingKind::Whole ? range(text) : std::nullopt;
    if (!ends) {
        values.push_back(text);
    } else {
        if (ends->first > ends->second || ends->second - ends->first >= SweptSetting::kMostValues)
            return sweptMistake(std::string(setting.key) + "=" + text + ": a range goes upwards, by "
                + std::to_string(SweptSetting::kMostValues) + " values at most");
        for (unsigned value = ends->first; value <= ends->second; ++value)
            values.push_back(std::to_string(value));
    }
    Settings scratch;
    for (const std::string& value : values)
        if (const auto issue = setSettingText(setting, value, scratch))
            return sweptMistake(std::string(setting.key) + ": " + issue->optionInEnglish());
    return values;
}

} // namespace

std::string SweptSetting::valuesText() const
{
    return joined({values.begin(), values.end()}, ",");
}

Result<SweptSetting> sweptSetting(std::string_view text)
{
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0 || equals + 1 == text.size())
        return sweptMistake("takes KEY=VALUE,VALUE,… as workers=1,2,4, got \"" + std::string(text) + '"');
    const auto setting = settingCalled(text.substr(0, equals));
    if (!setting)
        return Error{setting.error()};
    if (!canBeSwept(**setting))
        return sweptMistake("cannot vary " + std::string((*setting)->key)
            + ": it takes settings that change how a loopback run classifies or sends");
    SweptSetting swept{*setting, {}};
    for (std::size_t from = equals + 1; from <= text.size();) {
        const std::size_t comma = std::min(text.find(',', from), text.size());
        auto values = valuesOf(**setting, std::string(text.substr(from, comma - from)));
        if (!values)
            return Error{values.error()};
        for (std::string& value : *values)
            if (std::ranges::find(swept.values, value) == swept.values.end())
                swept.values.push_back(std::move(value));
        from = comma + 1;
    }
    if (swept.values.size() > SweptSetting::kMostValues)
        return sweptMistake(std::string((*setting)->key) + " has over "
            + std::to_string(SweptSetting::kMostValues) + " values");
    return swept;
}

} // namespace iotbench
