// Whether a run was one and the same all the time.
#pragma once

#include "statistics/interference.h"
#include "statistics/trend.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace iotbench {

struct RunResult;
struct RunSeries;

// What it is seen by: the rate, where this machine was the limit; else the time that images were in service,
// which the pace of their sender does not change. None: the run was too short to tell (under 20 pieces).
enum class SteadyBasis : std::uint8_t { None, Rate, ServiceTime };
std::string_view toString(SteadyBasis basis); // "none", "rate", "service time"

// The level before and after, images/s or milliseconds, with what else was seen on the two sides of it.
struct SteadyChange {
    double atS = 0; // since second 0 of the run
    double before = 0, after = 0;
    InterferenceRow seenBefore, seenAfter;

    bool operator==(const SteadyChange&) const = default;
};

struct Steadiness {
    static constexpr std::size_t kMostChanges = 16; // a series has no more that are told

    SteadyBasis basis = SteadyBasis::None;
    std::vector<SteadyChange> changes = {}; // of over 5 %, in order of time
    // Where the only change lies in the first third of the run, and 9.5 s or more after it are steady: a
    // machine that warmed up. The rest is judged.
    std::optional<double> settledS = {}; // since second 0
    // By how many milliseconds the latency from the intended send time grew over the run; empty without such
    // times.
    std::optional<Growth> backlogGrowthMs = {};

    bool operator==(const Steadiness&) const = default;
};

// Whether images came faster than they were classified: saturated; as fast as possible (`-i max`); or the
// full queue kept what had come unread for half of the time or more.
bool limitedHere(const RunResult& result);

// Whether images came a little faster than they were classified: the 95 % interval of the growth is above 0,
// and it is over 100 ms or 2 % of the run. False where saturated.
bool backlogGrew(const RunResult& result);

// `result`: all of it known but this. `series`: of its measured time.
Steadiness steadinessOf(const RunResult& result, const RunSeries& series);

} // namespace iotbench
