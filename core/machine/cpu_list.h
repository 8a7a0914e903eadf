// Which CPUs there are, in the kernel's notation for sets of them, "0-3,8", and where it tells of each.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace iotbench {

std::vector<unsigned> cpusFrom(
    std::string_view list); // in the order of the list; what is not a range is left out
std::string cpuListOf(std::span<const unsigned> cpus); // ascending

// What the calling thread may run on (sched_getaffinity(2)), ascending; empty where the kernel does not say.
std::vector<unsigned> allowedCpus();

// `root`: see machine.h.
std::vector<unsigned> onlineCpus(const std::string& root = ""); // ascending; their numbers may have gaps
std::string cpuFolder(const std::string& root, unsigned cpu); // of /sys

} // namespace iotbench
