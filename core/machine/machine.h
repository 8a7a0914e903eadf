// Reads what Linux tells about the machine, about time taken from a run, and about memory used.
// Every function takes the root of the file system, so that tests can show it another machine; "" is this
// one. No errors: what cannot be read stays empty. Thread-safe.
#pragma once

#include "statistics/machine_facts.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace iotbench {

// Everything but temperatureC, which is told once a run is over. Takes milliseconds.
MachineFacts readMachineFacts(const std::string& root = "");

// CPUs that this process may use: affinity, and the CPU quota of its control group where that is lower (a
// fraction then). At least 0.01.
double coresAllowed(const std::string& root = "");
unsigned cpusAllowed(const std::string& root = ""); // the same in whole ones, at least 1
// Whether two of the CPUs may be one core's (simultaneous multithreading is on).
bool coresAreShared(const std::string& root = "");

std::optional<double> hottestZoneC(const std::string& root = "");
std::uint64_t peakMemoryBytes(const std::string& root = ""); // resident, of this process; 0: not told

// Counters that only grow; two samples make a Disturbance.
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
