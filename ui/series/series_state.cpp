#include "ui/series/series_state.h"

#include "settings/settings_table.h"
#include "study_driver/sweep_answer_text.h"

#include <algorithm>

namespace iotbench::ui {

using studies::SweepRule;

SeriesState seriesOf(const StudyFacts& facts, std::vector<RepeatedRun> runs, const Settings& asked)
{
    const std::size_t made = runs.size();
    return {{std::move(runs), facts}, {.planned = made}, true, asked};
}

std::map<std::string, std::string> valuesOf(const std::string& label)
{
    std::map<std::string, std::string> values;
    for (std::size_t from = 0; from < label.size();) {
        const std::size_t comma = std::min(label.find(',', from), label.size());
        const std::size_t equals = label.find('=', from);
        if (equals < comma)
            values.emplace(label.substr(from, equals - from), label.substr(equals + 1, comma - equals - 1));
        from = comma + 1;
    }
    return values;
}

Settings settingsOf(const SeriesState& state, const SweptPoint& point)
{
    Settings settings = settingsToRepeat(state.asked);
    settings.label.clear(); // ends in that of another combination
    settings.seed = state.facts.seed;
    for (const auto& [key, value] : valuesOf(point.label))
        if (const Setting* const setting = findSetting(key))
            setSettingText(*setting, value, settings);
    return settings;
}

PointGroups groupsOf(const StudyFacts& facts)
{
    PointGroups groups;
    groups.joint = facts.swept.empty() ? std::string() : facts.swept.back().setting;
    for (const SweptValues& swept : facts.swept)
        if (swept.setting == "batch-size")
            groups.joint = swept.setting;
    for (const SweptPoint& point : facts.points) {
        const auto values = valuesOf(point.label);
        std::string label;
        for (const SweptValues& swept : facts.swept)
            if (const auto value = values.find(swept.setting);
                swept.setting != groups.joint && value != values.end())
                label += (label.empty() ? "" : ",") + swept.setting + '=' + value->second;
        const auto known = std::ranges::find(groups.labels, label);
        groups.of.push_back(static_cast<std::size_t>(known - groups.labels.begin()));
        if (known == groups.labels.end())
            groups.labels.push_back(label);
    }
    return groups;
}

SweepChoice choiceOf(const StudyFacts& facts, const SweepAim& aim)
{
    const std::vector<studies::SweepCandidate> candidates = candidatesOf(facts);
    const auto point = chosen(candidates, aim.rule, aim.limitMs);
    if (point || aim.rule != SweepRule::FastestWithin)
        return {point};
    return {chosen(candidates, SweepRule::ShortestP99), true};
}

} // namespace iotbench::ui
