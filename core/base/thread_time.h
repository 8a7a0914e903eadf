// What threads have used of the processor, and how punctually the kernel wakes them.
#pragma once

#include <cstdint>

namespace iotbench {

std::int64_t threadCpuNs() noexcept; // CPU time of the calling thread so far, user and system
std::int64_t processCpuNs() noexcept; // of all its threads, ended ones too

// Timers of the calling thread then fire within about 1 ns of what was asked, not the default 50 µs.
void lowerTimerSlack() noexcept;

} // namespace iotbench
