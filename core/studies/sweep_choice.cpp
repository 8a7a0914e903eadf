#include "studies/sweep_choice.h"

namespace iotbench::studies {

LimitStanding standingOf(const SweepCandidate& candidate, double limitMs)
{
    if (!candidate.p99Ms)
        return LimitStanding::Unknown;
    if (*candidate.p99Ms > limitMs)
        return LimitStanding::Over;
    return candidate.p99Interval && candidate.p99Interval->high > limitMs ? LimitStanding::MayBeOver
                                                                          : LimitStanding::Within;
}

std::optional<std::size_t> chosen(std::span<const SweepCandidate> candidates, SweepRule rule, double limitMs)
{
    const auto takesPart = [&](const SweepCandidate& each) {
        if (!each.nameable || !each.throughput)
            return false;
        return rule == SweepRule::Fastest || (rule == SweepRule::ShortestP99 && each.p99Ms)
            || (rule == SweepRule::FastestWithin && standingOf(each, limitMs) == LimitStanding::Within);
    };
    const auto better = [&](const SweepCandidate& a, const SweepCandidate& b) {
        if (rule != SweepRule::ShortestP99 && *a.throughput != *b.throughput)
            return *a.throughput > *b.throughput;
        return a.p99Ms && (!b.p99Ms || *a.p99Ms < *b.p99Ms);
    };
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < candidates.size(); ++i)
        if (takesPart(candidates[i]) && (!best || better(candidates[i], candidates[*best])))
            best = i;
    return best;
}

} // namespace iotbench::studies
