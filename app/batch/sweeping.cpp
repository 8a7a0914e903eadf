#include "batch/sweeping.h"

#include "base/data_files.h"
#include "base/exit_codes.h"
#include "base/system_clock.h"
#include "batch/build_facts.h"
#include "batch/progress_line.h"
#include "batch/sweep_view.h"
#include "batch/watched_study.h"
#include "study_driver/mean_text.h"
#include "study_driver/sweep_obstacles.h"

#include <algorithm>
#include <memory>

namespace iotbench {
namespace {

// "6 combinations, 3 runs of each: about 1 min 48 s".
std::string extentText(const SweepExtent& extent, const StudyOptions& study)
{
    return std::to_string(extent.combinations)
        + (extent.combinations == 1 ? " combination, " : " combinations, ")
        + (study.search.search() ? "a search with each: " : runsText(study.repeats()) + " of each: ")
        + (extent.known ? "about " : "more than ") + durationText(extent.seconds);
}

// Each reason once, with the combinations that it keeps out.
void tellImpossible(Terminal& terminal, const SweepCombinations& combinations)
{
    std::vector<Message> told;
    for (const SkippedPoint& each : combinations.impossible) {
        if (std::ranges::find(told, each.reason) != told.end())
            continue;
        told.push_back(each.reason);
        terminal.note("left out: " + each.reason.english());
        for (const SkippedPoint& alike : combinations.impossible)
            if (alike.reason == each.reason)
                terminal.note("  " + alike.label);
    }
    if (!told.empty())
        terminal.note(std::to_string(combinations.impossible.size()) + " of "
            + std::to_string(combinations.count()) + " combinations cannot be run");
}

// The reason alone, where it is the same for all.
int noneCanBe(Terminal& terminal, const SweepCombinations& combinations)
{
    const Message& reason = combinations.impossible.front().reason;
    const bool alike = std::ranges::all_of(
        combinations.impossible, [&](const SkippedPoint& each) { return each.reason == reason; });
    if (alike)
        return terminal.failUsage(reason.english());
    tellImpossible(terminal, combinations);
    return terminal.failUsage("none of the combinations can be run");
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
    SweepObstacles obstacles(engines, models, [&] { return interrupt.raised(); });
    auto combinations = sweepCombinations(asked, study, everyValue(engines, models), std::ref(obstacles));
    if (!combinations)
        return terminal.failUsage(combinations.error().english());
    if (interrupt.raised())
        return terminal.fail("interrupted before the first run", kExitInterrupted);
    for (const std::string& warning : combinations->warnings)
        terminal.warn(warning);
    if (combinations->possible.empty())
        return noneCanBe(terminal, *combinations);
    tellImpossible(terminal, *combinations);
    SweepOptions options = sweepOptions(*combinations, study);
    const std::string extent = extentText(extentOf(*combinations, study), study);
    if (combinations->possible.size() > StudyOptions::kMostUnasked && !study.yes)
        return terminal.failUsage(extent + "; add --yes to start so many");
    terminal.note(
        extent + (study.search.search() ? "" : "; those within 3 % of the best run as often again"));

    const RunEnvironment environment{engines, models, buildFacts(engines), false, userCacheFolder()};
    return prepareAndWatch<SweepView>(terminal, interrupt, output, [&] {
        return SweepStudy::prepare(std::move(combinations->possible), environment, std::move(options));
    });
}

} // namespace iotbench
