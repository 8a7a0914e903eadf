// What took time away from a run, from the kernel's counters.
#pragma once

#include "statistics/machine_facts.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace iotbench {

// Counters that only grow; two samples make a Disturbance. `root`: see machine.h.
struct MachineCounters {
    std::int64_t steadyNs = 0; // when they were read
    double coresAllowed = 1;
    std::optional<std::uint64_t> stealTicks, allTicks; // over all CPUs
    std::vector<std::uint64_t> thermalThrottleMs; // one for each CPU; empty where not told
    std::optional<std::uint64_t> thermalEvents; // over all CPUs
    std::optional<std::uint64_t> quotaThrottledUs; // over all CPUs
};
MachineCounters readMachineCounters(const std::string& root = "");
Disturbance disturbanceBetween(const MachineCounters& start, const MachineCounters& end);

} // namespace iotbench
