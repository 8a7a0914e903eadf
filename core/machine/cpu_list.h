// The kernel's notation for sets of CPUs: "0-3,8".
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace iotbench {

std::vector<unsigned> cpusFrom(
    std::string_view list); // in the order of the list; what is not a range is left out
std::string cpuListOf(std::span<const unsigned> cpus); // ascending

} // namespace iotbench
