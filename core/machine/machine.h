// Reads what Linux tells about the machine, and about memory used.
// Every function takes the root of the file system, so that tests can show it another machine; "" is this
// one. No errors: what cannot be read stays empty. Thread-safe.
#pragma once

#include "statistics/machine_facts.h"

#include <cstdint>
#include <optional>
#include <string>

namespace iotbench {

// Everything but what only a run can tell: temperatures, clocks seen, and where workers ran. Takes
// milliseconds.
MachineFacts readMachineFacts(const std::string& root = "");

// CPUs that this process may use: affinity, and the CPU quota of its control group where that is lower (a
// fraction then). At least 0.01.
double coresAllowed(const std::string& root = "");
unsigned cpusAllowed(const std::string& root = ""); // the same in whole ones, at least 1
// Whether two of the CPUs may be one core's (simultaneous multithreading is on).
bool coresAreShared(const std::string& root = "");

std::optional<double> hottestZoneC(const std::string& root = "");
std::uint64_t peakMemoryBytes(const std::string& root = ""); // resident, of this process; 0: not told

} // namespace iotbench
