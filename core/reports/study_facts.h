// What a study of several runs came to, for the report of its last run.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace iotbench {

// Loads are images/s, or cameras where `find` says so.
struct StudyFacts {
    std::string kind = "search";
    std::string find; // "rate" or "cameras"
    std::string answer; // "serves", "nothing", "at least", "between", "not accurate", "stopped"
    std::string words; // the answer in one sentence
    double holdsAt = 0; // the highest load that was confirmed
    std::optional<double> failsAt; // the lowest above it that was seen to fail
    std::optional<double> cameraRatePerS;
    double maxP99Ms = 0;
    double precisionPct = 0; // that was asked for
    double probeSeconds = 0; // the longest that a probe might count
    std::string verdict; // that of the confirming runs
    std::uint64_t probes = 0; // without the guess
    double tookS = 0, measuredS = 0; // from its start to its answer, and of that with images under way

    bool operator==(const StudyFacts&) const = default;
};

} // namespace iotbench
