#include "compare/cautions.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace iotbench {
namespace {

// The first of these facts that is known of both sides and differs.
const SetupDifference* firstOf(
    std::initializer_list<std::string_view> facts, const std::vector<SetupDifference>& setup)
{
    for (const std::string_view fact : facts)
        for (const SetupDifference& each : setup)
            if (each.what.text == fact && !each.base.empty() && !each.next.empty())
                return &each;
    return nullptr;
}

} // namespace

const SetupDifference* otherMachine(const std::vector<SetupDifference>& setup)
{
    return firstOf({"host", "board", "processor"}, setup);
}

bool hasDebugBuild(const ComparedSide& side)
{
    return std::ranges::any_of(
        side.runs, [](const SideRun& run) { return run.text("build_type") == "Debug"; });
}

std::vector<Message> cautionsOf(
    const ComparedSide& base, const ComparedSide& next, const std::vector<SetupDifference>& setup)
{
    std::vector<Message> cautions;
    if (const SetupDifference* machines = otherMachine(setup))
        cautions.push_back(
            {TR("Measured on different machines: %1 and %2."), {machines->base, machines->next}});
    if (const SetupDifference* versions = firstOf({"iotbench", "revision of iotbench"}, setup))
        cautions.push_back({TR("Measured by different versions of this program: %1 and %2."),
            {versions->base, versions->next}});
    for (const ComparedSide* side : {&base, &next})
        if (hasDebugBuild(*side))
            cautions.push_back(
                {TR("%1 was measured by a debug build, whose speed means nothing."), {side->name}});
    return cautions;
}

} // namespace iotbench
