#include "study_driver/sweep_combinations.h"

#include <algorithm>

namespace iotbench {
namespace {

// One pass over all combinations, as over the figures of a counter.
class Combining {
public:
    Combining(const AskedSettings& asked, const SearchOptions& search, std::span<const SweptSetting> swept,
        const std::function<Message(const Settings&)>& reasonAgainst)
        : m_asked(asked)
        , m_search(search)
        , m_swept(swept)
        , m_reasonAgainst(reasonAgainst)
    {
    }

    void add(std::span<const std::size_t> places)
    {
        AskedSettings asked = m_asked;
        std::string label;
        for (std::size_t i = 0; i < m_swept.size(); ++i) {
            const SweptSetting& swept = m_swept[i];
            const std::string& value = swept.values[places[i]];
            setSettingText(*swept.setting, value, asked.values); // checked when it was read
            asked.asked.insert_or_assign(swept.setting->key, AskedIn::CommandLine);
            label += (i > 0 ? "," : "") + std::string(swept.setting->key) + '=' + value;
        }
        asked.values.label += (asked.values.label.empty() ? "" : ",") + label;
        if (const auto error = applySearch(m_search, asked))
            return m_found.impossible.push_back({std::move(label), error->message});
        ValidatedSettings validated = validateSettings(asked);
        Message reason;
        const auto against = [&reason](const SettingIssue& issue) {
            reason = listed(std::move(reason), TR("%1; %2"), issue.option());
        };
        std::ranges::for_each(validated.errors, against);
        for (const SettingIssue& warning : validated.warnings)
            if (std::ranges::any_of(
                    m_swept, [&](const SweptSetting& swept) { return warning.key == swept.setting->key; }))
                against(warning); // so it changes nothing
        if (reason.empty())
            reason = m_reasonAgainst(**validated.effective);
        if (reason.empty())
            reason = sameAsBefore(**validated.effective);
        if (!reason.empty())
            return m_found.impossible.push_back({std::move(label), std::move(reason)});
        for (const SettingIssue& warning : validated.warnings)
            if (std::string text = warning.optionInEnglish();
                std::ranges::find(m_found.warnings, text) == m_found.warnings.end())
                m_found.warnings.push_back(std::move(text));
        m_found.possible.push_back({std::move(label), std::move(*validated.effective)});
    }

    SweepCombinations take() { return std::move(m_found); }

private:
    // Why not once more: the same settings in other words.
    Message sameAsBefore(Settings settings) const
    {
        for (const SweepCombination& earlier : m_found.possible) {
            settings.label = earlier.settings->label;
            if (settings == *earlier.settings)
                return {TR("is %1"), {earlier.label}};
        }
        return {};
    }

    const AskedSettings& m_asked;
    const SearchOptions& m_search;
    const std::span<const SweptSetting> m_swept;
    const std::function<Message(const Settings&)>& m_reasonAgainst;
    SweepCombinations m_found;
};

std::vector<SweptSetting> withEveryValue(std::span<const SweptSetting> swept, const EveryValue& every)
{
    std::vector<SweptSetting> filled(swept.begin(), swept.end());
    for (SweptSetting& each : filled) {
        const auto all = std::ranges::find(each.values, kEveryValue);
        if (all == each.values.end())
            continue;
        const auto place = each.values.erase(all);
        std::vector<std::string> more
            = std::string_view(each.setting->key) == "engine" ? every.engines : every.models;
        std::erase_if(more, [&each](const std::string& value) {
            return std::ranges::find(each.values, value) != each.values.end();
        });
        each.values.insert(place, more.begin(), more.end());
    }
    return filled;
}

} // namespace

Result<SweepCombinations> sweepCombinations(const AskedSettings& asked, const StudyOptions& study,
    const EveryValue& every, const std::function<Message(const Settings&)>& reasonAgainst)
{
    const std::vector<SweptSetting> filled = withEveryValue(study.sweep, every);
    std::size_t count = 1;
    for (const SweptSetting& each : filled)
        if (count *= each.values.size(); count > kMostSweptPoints)
            return Error{
                TR("--sweep takes up to %1 combinations; these values have more"), {kMostSweptPoints}};
    Combining combining(asked, study.search, filled, reasonAgainst);
    std::vector<std::size_t> places(filled.size());
    for (std::size_t i = 0; i < count; ++i) {
        std::size_t rest = i;
        for (std::size_t digit = filled.size(); digit-- > 0; rest /= filled[digit].values.size())
            places[digit] = rest % filled[digit].values.size();
        combining.add(places);
    }
    return combining.take();
}

SweepExtent extentOf(const SweepCombinations& combinations, const StudyOptions& study)
{
    constexpr double kAroundRunS = 1; // loading and warm-up
    constexpr double kShortestSearchS = 30; // two confirming runs, and what leads to them
    const unsigned repeats = study.repeats();
    SweepExtent extent;
    extent.combinations = combinations.possible.size();
    extent.runs = repeats * extent.combinations;
    for (const SweepCombination& combination : combinations.possible) {
        const auto expected = study.search.search() ? std::nullopt : expectedSeconds(*combination.settings);
        const double least = study.search.search() ? kShortestSearchS : 0;
        extent.known = extent.known && expected;
        extent.seconds += repeats * (expected.value_or(least) + study.cooldownS.value_or(0) + kAroundRunS);
    }
    return extent;
}

SweepOptions sweepOptions(const SweepCombinations& combinations, const StudyOptions& study)
{
    SweepOptions options;
    options.search = study.search;
    options.repeats = study.repeats();
    options.cooldownS = study.cooldownS.value_or(0);
    options.skipped = combinations.impossible;
    for (const SweptSetting& swept : study.sweep)
        options.swept.push_back({swept.setting->key, swept.valuesText()});
    return options;
}

std::optional<double> expectedSeconds(const Settings& settings)
{
    std::optional<double> seconds;
    if (settings.durationS > 0)
        seconds = settings.durationS;
    if (settings.totalImages && settings.imagesPerSecond > 0) {
        const double sending = static_cast<double>(*settings.totalImages) / settings.imagesPerSecond;
        seconds = std::min(seconds.value_or(sending), sending);
    }
    return seconds;
}

} // namespace iotbench
