#include "ui/capacity/capacity_state.h"

#include <algorithm>

namespace iotbench::ui {

using studies::ProbeEnd;

CapacityState capacityOf(
    const SearchGoal& goal, std::uint64_t ownCameras, const StudyFacts& answer, std::vector<Probe> probes)
{
    return {{.probes = std::move(probes),
                .holdsAt = answer.holdsAt > 0 ? std::optional(answer.holdsAt) : std::nullopt,
                .failsAt = answer.failsAt,
                .tookS = answer.tookS},
        goal, ownCameras, answer};
}

ProbeMark markOf(const Probe& probe)
{
    if (probe.stopped)
        return ProbeMark::Dropped;
    if (probe.request.purpose == studies::ProbePurpose::UpperGuess)
        return ProbeMark::Guess;
    return probe.state.end == ProbeEnd::Holds ? ProbeMark::Holds
        : probe.state.end == ProbeEnd::Fails  ? ProbeMark::Fails
                                              : ProbeMark::NotCounted;
}

const Probe* evidenceFor(const CapacityState& state, double load, ProbeEnd end)
{
    const auto found = std::find_if(state.probes.rbegin(), state.probes.rend(), [&](const Probe& probe) {
        return !probe.stopped && probe.request.load == load && probe.state.end == end;
    });
    return found == state.probes.rend() ? nullptr : &*found;
}

} // namespace iotbench::ui
