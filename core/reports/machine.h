// Reads what Linux tells about the machine, the time taken from a run, and the memory it used.
// Every function takes the root of the file system so that tests can show it another machine; "" is this one.
#pragma once

#include "run/machine_facts.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace iotbench {

// Reads /proc, /sys and /etc; takes milliseconds. No error: what cannot be read stays empty.
MachineFacts readMachineFacts(const std::string& root = "");

// /proc/cpuinfo's text: x86 says "model name"; arm64 gives implementer and part numbers, which are named here
// (Linux arch/arm64/include/asm/cputype.h). "" where neither is there.
std::string cpuModelFrom(std::string_view cpuinfo);
// Those of its flags (x86) or features (arm64) that matter to inference, in one fixed order.
std::string instructionSetsFrom(std::string_view cpuinfo);

// CPUs that this process may use: affinity, and the cgroup's quota (v1 or v2, the lowest on the way up).
double coresAllowed(const std::string& root = "");

// Counters that only grow; two samples make a Disturbance.
struct MachineCounters {
    std::int64_t steadyNs = 0;
    std::optional<std::uint64_t> stealTicks, allTicks; // over all CPUs, /proc/stat
    std::vector<std::uint64_t> thermalThrottleMs; // a CPU each; empty where not told
    std::optional<std::uint64_t> thermalEvents;
    std::optional<std::uint64_t> quotaThrottledUs; // of the cgroup
};
MachineCounters readMachineCounters(const std::string& root = "");
Disturbance disturbanceBetween(const MachineCounters& start, const MachineCounters& end);

std::optional<double> hottestZoneC(const std::string& root = "");
std::uint64_t peakMemoryBytes(const std::string& root = ""); // resident, /proc/self/status VmHWM; 0: not told

} // namespace iotbench
