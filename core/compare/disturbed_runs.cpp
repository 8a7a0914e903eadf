#include "compare/disturbed_runs.h"

#include "reports/field_words.h"
#include "statistics/run_result.h"

#include <algorithm>
#include <utility>

namespace iotbench {
namespace {

constexpr std::size_t kNamedRuns = 3;

// Reasons to call a run WEAK that are no interference; the growth of a backlog stands in no column.
bool mayBeWeakOtherwise(const SideRun& run)
{
    const bool images = std::max(run.judgement("complete"), run.judgement("accuracy")) > Judgement::Valid;
    const bool backlog = run.judgement("latency") == Judgement::Weak && run.number("target_images_per_s");
    const bool fewImages
        = run.number("images_classified").value_or(0) < static_cast<double>(kFewestImagesOfRate);
    return images || backlog || fewImages || run.number("elapsed_s").value_or(0) < kShortestRunS
        || run.text("build_type") == "Debug" || run.text("steadiness_steady") == "false"
        || fields::enumeratorOf<Role>(run.text("role")) != Role::Loopback;
}

std::vector<studies::ComparedRun> withoutThese(
    std::vector<studies::ComparedRun> runs, const std::vector<bool>& left)
{
    std::size_t next = 0;
    std::erase_if(runs, [&](const studies::ComparedRun&) { return left[next++]; });
    return runs;
}

} // namespace

std::vector<Message> interferenceOf(const SideRun& run)
{
    RunResult result;
    result.elapsedS = run.number("elapsed_s").value_or(0);
    Interference& seen = result.interference;
    if (const auto percent = run.number("interference_other_programs_cpu_pct"))
        seen.others
            = ShareEstimate{*percent, run.number("interference_other_programs_cpu_low_pct").value_or(0),
                run.number("interference_other_programs_cpu_high_pct").value_or(*percent)};
    seen.idlePercent = run.number("interference_idle_cpu_pct");
    seen.stealPercent = run.number("interference_steal_pct");
    seen.heatPercent = run.number("interference_thermal_throttled_pct");
    seen.underVoltagePercent = run.number("interference_under_voltage_pct");
    seen.clockLimitedPercent = run.number("interference_clock_limited_pct");
    seen.quotaPercent = run.number("interference_quota_throttled_pct");
    return interferenceIn(result);
}

std::vector<bool> disturbedRuns(const ComparedSide& side)
{
    std::vector<bool> disturbed;
    for (const SideRun& run : side.runs)
        disturbed.push_back(!interferenceOf(run).empty());
    return disturbed;
}

Judgement judgementBesides(const ComparedSide& side)
{
    ComparedSide besides = side;
    for (SideRun& run : besides.runs)
        if (run.judgement("overall") == Judgement::Weak && !interferenceOf(run).empty()
            && !mayBeWeakOtherwise(run))
            run.summary["verdict_overall"] = toString(Judgement::Valid);
    return besides.verdict();
}

Message interferenceText(const ComparedSide& side)
{
    Message named;
    std::size_t disturbed = 0;
    for (std::size_t i = 0; i < side.runs.size(); ++i) {
        const std::vector<Message> seen = interferenceOf(side.runs[i]);
        if (seen.empty() || ++disturbed > kNamedRuns)
            continue;
        named = listed(std::move(named), TR("%1; %2"), {TR("run %1: %2"), {i + 1, seen.front()}});
    }
    if (disturbed == 0)
        return {};
    return {disturbed > kNamedRuns ? TR("Interference in %1 of %2 runs of %3: %4; …")
                                   : TR("Interference in %1 of %2 runs of %3: %4."),
        {disturbed, side.runs.size(), side.name, std::move(named)}};
}

std::optional<studies::ComparedSides> withoutDisturbed(
    studies::ComparedSides sides, const std::vector<bool>& base, const std::vector<bool>& next)
{
    std::vector<bool> ofBase = base, ofNext = next;
    if (sides.pairing == studies::Pairing::Interleaved)
        for (std::size_t i = 0; i < base.size(); ++i)
            ofBase[i] = ofNext[i] = base[i] || next[i];
    sides.base = withoutThese(std::move(sides.base), ofBase);
    sides.next = withoutThese(std::move(sides.next), ofNext);
    return sides.base.empty() || sides.next.empty() ? std::nullopt : std::optional(std::move(sides));
}

} // namespace iotbench
