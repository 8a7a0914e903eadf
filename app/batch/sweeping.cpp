#include "batch/sweeping.h"

#include "base/data_files.h"
#include "base/system_clock.h"
#include "batch/build_facts.h"
#include "batch/exit_codes.h"
#include "batch/progress_line.h"
#include "batch/setting_mistakes.h"
#include "batch/sweep_combinations.h"
#include "batch/sweep_view.h"
#include "batch/watched_study.h"

#include <algorithm>
#include <map>
#include <memory>

namespace iotbench {
namespace {

constexpr unsigned kUsualRepeats = 3;
constexpr std::size_t kMostUnasked = 50; // combinations that start without --yes

EveryValue everyValue(const engines::EngineRegistry& registry, const ModelCatalogue& models)
{
    EveryValue every;
    for (const engines::EngineEntry& entry : registry.list())
        if (entry.needsModel)
            every.engines.push_back(entry.name);
    for (const CatalogueEntry& entry : models.list())
        every.models.push_back(entry.card.name);
    return every;
}

// What keeps a run with these settings from being made, as far as it can be told beforehand.
class Obstacles {
public:
    Obstacles(const engines::EngineRegistry& registry, const ModelCatalogue& models,
        std::function<bool()> cancelled)
        : m_registry(registry)
        , m_models(models)
        , m_cancelled(std::move(cancelled))
    {
    }

    std::string operator()(const Settings& settings)
    {
        if (std::string mistake = mistakeIn(settings, m_registry, m_models); !mistake.empty())
            return mistake;
        const auto engine
            = std::ranges::find(m_registry.list(), settings.engine, &engines::EngineEntry::name);
        if (engine != m_registry.list().end() && !engine->available)
            return "--engine " + settings.engine + " is not available: " + engine->reason.english();
        return settings.model.empty() ? "" : reasonOfModel(settings);
    }

private:
    // Of every model and precision once: a model has no int8 variant, or no engine can read it.
    const std::string& reasonOfModel(const Settings& settings)
    {
        const auto [place, isNew] = m_ofModels.try_emplace({settings.model, settings.precision});
        if (isNew)
            if (const auto model
                = m_models.load(settings.model, enginePrecision(settings.precision), m_cancelled);
                !model)
                place->second = model.error().english();
        return place->second;
    }

    const engines::EngineRegistry& m_registry;
    const ModelCatalogue& m_models;
    const std::function<bool()> m_cancelled;
    std::map<std::pair<std::string, PrecisionAsked>, std::string> m_ofModels;
};

// "6 combinations, 3 runs of each: about 1 min 48 s".
std::string extentText(const std::vector<SweepCombination>& combinations, unsigned repeats, double cooldownS)
{
    constexpr double kAroundRunS = 1; // loading and warm-up
    double seconds = 0;
    bool known = true;
    for (const SweepCombination& combination : combinations) {
        const auto expected = expectedSeconds(*combination.settings);
        known = known && expected;
        seconds += repeats * (expected.value_or(0) + cooldownS + kAroundRunS);
    }
    return std::to_string(combinations.size())
        + (combinations.size() == 1 ? " combination, " : " combinations, ") + std::to_string(repeats)
        + (repeats == 1 ? " run of each: " : " runs of each: ") + (known ? "about " : "more than ")
        + durationText(seconds);
}

// Each reason once, with the combinations that it keeps out.
void tellImpossible(Terminal& terminal, const SweepCombinations& combinations)
{
    std::vector<std::string> told;
    for (const ImpossibleCombination& each : combinations.impossible) {
        if (std::ranges::find(told, each.reason) != told.end())
            continue;
        told.push_back(each.reason);
        terminal.note("left out: " + each.reason);
        for (const ImpossibleCombination& alike : combinations.impossible)
            if (alike.reason == each.reason)
                terminal.note("  " + alike.label);
    }
    if (!told.empty())
        terminal.note(std::to_string(combinations.impossible.size()) + " of "
            + std::to_string(combinations.count()) + " combinations cannot be run");
}

// The reason, where it is the same for all.
int noneCanBe(Terminal& terminal, const SweepCombinations& combinations)
{
    std::string reasons = combinations.impossible.front().reason;
    const bool alike = std::ranges::all_of(
        combinations.impossible, [&](const ImpossibleCombination& each) { return each.reason == reasons; });
    return terminal.failUsage(alike ? reasons : "none of the combinations can be run");
}

} // namespace

int sweepHeadless(const StudyOptions& study, const AskedSettings& asked, const OutputOptions& output)
{
    const SystemClock clock;
    const Interrupt interrupt(clock);
    Terminal terminal = standardTerminal(output, asked.values.quiet);
    for (const Message& remark : asked.remarks)
        terminal.remark(remark.english());
    const engines::EngineRegistry engines;
    const ModelCatalogue models = ModelCatalogue::standard();
    Obstacles obstacles(engines, models, [&] { return interrupt.raised(); });
    auto combinations
        = sweepCombinations(asked, study.sweep, everyValue(engines, models), std::ref(obstacles));
    if (!combinations)
        return terminal.failUsage(combinations.error().english());
    if (interrupt.raised())
        return terminal.fail("interrupted before the first run", kExitInterrupted);
    for (const std::string& warning : combinations->warnings)
        terminal.warn(warning);
    tellImpossible(terminal, *combinations);
    std::vector<SweepCombination>& possible = combinations->possible;
    if (possible.empty())
        return noneCanBe(terminal, *combinations);
    SweepOptions options;
    options.repeats = study.repeat.value_or(kUsualRepeats);
    options.cooldownS = study.cooldownS.value_or(0);
    options.impossible = combinations->impossible.size();
    const std::string extent = extentText(possible, options.repeats, options.cooldownS);
    if (possible.size() > kMostUnasked && !study.yes)
        return terminal.failUsage(extent + "; add --yes to start so many");
    terminal.note(extent + "; those within 3 % of the best run as often again");

    const RunEnvironment environment{engines, models, buildFacts(engines), false, userCacheFolder()};
    return prepareAndWatch<SweepView>(terminal, interrupt, output,
        [&] { return SweepStudy::prepare(std::move(possible), environment, options); });
}

} // namespace iotbench
