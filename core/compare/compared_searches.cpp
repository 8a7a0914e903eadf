#include "compare/compared_searches.h"

#include "statistics/figure_text.h"
#include "studies/held_load.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace iotbench {
namespace {

using studies::HeldLoad;
using studies::Metric;

bool haveOneGoal(const StudyFacts& first, const StudyFacts& second)
{
    return first.find == second.find && first.cameraRatePerS == second.cameraRatePerS
        && first.maxP99Ms == second.maxP99Ms;
}

Message goalOf(const StudyFacts& search)
{
    const std::string limit = shortText(search.maxP99Ms, 6);
    if (!search.countsCameras())
        return {TR("images/s with p99 within %1 ms"), {limit}};
    return {TR("cameras of %1 images/s with p99 within %2 ms"),
        {shortText(search.cameraRatePerS.value_or(0), 3), limit}};
}

// The first of both sides with another goal than the base's first; null: there is none.
const StudyFacts* otherGoal(const ComparedSide& base, const ComparedSide& next)
{
    const StudyFacts& first = *base.runs.front().search;
    for (const ComparedSide* side : {&base, &next})
        for (const SideRun& run : side->runs)
            if (!haveOneGoal(first, *run.search))
                return &*run.search;
    return nullptr;
}

bool foundLoad(const StudyFacts& search)
{
    return search.holdsAt > 0
        && (search.answer == "serves" || search.answer == "at least" || search.answer == "between");
}

// The first that found no load; else the first.
const StudyFacts& tellingOf(const ComparedSide& side)
{
    for (const SideRun& run : side.runs)
        if (!foundLoad(*run.search))
            return *run.search;
    return *side.runs.front().search;
}

HeldLoad heldBy(const ComparedSide& side)
{
    HeldLoad held{std::numeric_limits<double>::infinity(), 0.0};
    for (const SideRun& run : side.runs) {
        const StudyFacts& search = *run.search;
        held.holdsAt = std::min(held.holdsAt, search.holdsAt);
        held.weak = held.weak || search.verdict != toString(Judgement::Valid);
        if (!search.failsAt)
            held.failsAt.reset();
        else if (held.failsAt)
            held.failsAt = std::max(*held.failsAt, *search.failsAt);
    }
    return held;
}

} // namespace

ComparedSearches compareSearches(const ComparedSide& base, const ComparedSide& next)
{
    if (!base.searches() || !next.searches())
        return {};
    const StudyFacts& goal = *base.runs.front().search;
    const Metric metric = goal.countsCameras() ? Metric::HeldCameras : Metric::HeldRate;
    const auto notComparedFor = [metric](Message why) {
        return ComparedSearches{.notCompared = NotCompared{metric, std::move(why)}};
    };
    if (const StudyFacts* other = otherGoal(base, next))
        return notComparedFor(
            Message{TR("the goals of the searches differ: %1; %2"), {goalOf(goal), goalOf(*other)}});
    const StudyFacts &ofBase = tellingOf(base), &ofNext = tellingOf(next);
    if (!foundLoad(ofBase) || !foundLoad(ofNext))
        return notComparedFor(
            Message{TR("not every search found a load that holds: %1; %2"), {ofBase.words, ofNext.words}});
    const HeldLoad first = heldBy(base), second = heldBy(next);
    return {.held = studies::heldDifference(metric, first, second),
        .note
        = Message{TR("A search is up to %1 % off: more or fewer is shown where one side holds over %1 % "
                     "more than what the other does not hold."),
            {shortText(studies::searchErrorPct(first, second), 0)}}};
}

} // namespace iotbench
