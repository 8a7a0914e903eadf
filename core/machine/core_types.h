// The core types that a machine has, and which CPU is of which kind.
#pragma once

#include "statistics/machine_facts.h"

#include <string>
#include <vector>

namespace iotbench {

// Groups the CPUs that are online, by their first CPU. Two ARM cores are alike where their main
// identification register (or, without it, /proc/cpuinfo), their capacity and their highest clock are the
// same: chips are sorted into bins, and two clusters of one chip may end in different ones. On x86 all cores
// are alike, whatever clock the best of them may reach, but for Intel's hybrid processors, whose performance
// and efficient cores the kernel lists apart. Where nothing tells cores apart there is one kind without a
// name. `root`: see machine.h.
std::vector<CoreType> readCoreTypes(const std::string& root = "");

} // namespace iotbench
