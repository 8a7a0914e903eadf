// Which point of a sweep is to be used, under a rule that the reader sets.
#pragma once

#include "statistics/interval.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace iotbench::studies {

enum class SweepRule : std::uint8_t {
    FastestWithin, // the highest throughput of those whose p99 is within a limit
    Fastest, // the highest throughput
    ShortestP99,
};

struct SweepCandidate {
    std::optional<double> throughput; // images/s; of runs that kept a target rate that rate, as planned
    std::optional<double> p99Ms;
    std::optional<Interval> p99Interval; // 95 %; empty of a single run
    bool nameable = false; // it came to something, no run of it is INVALID, and it meets the criteria
};

enum class LimitStanding : std::uint8_t {
    Within, // with its whole interval
    MayBeOver, // a part of its interval is
    Over,
    Unknown, // it has no p99
};

LimitStanding standingOf(const SweepCandidate& candidate, double limitMs);
// Of those that may be named; empty where there is none. Of equals in throughput, as those are that kept one
// target rate, the one with the shortest p99; else the first.
std::optional<std::size_t> chosen(
    std::span<const SweepCandidate> candidates, SweepRule rule, double limitMs = 0);

} // namespace iotbench::studies
