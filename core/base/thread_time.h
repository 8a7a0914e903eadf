// What threads have used of the processor, and how punctually the kernel wakes them.
#pragma once

#include <cstdint>

namespace iotbench {

std::int64_t threadCpuNs() noexcept; // CPU time of the calling thread so far, user and system
std::int64_t processCpuNs() noexcept; // of all its threads, ended ones too

// Timers of the calling thread then fire within about 1 ns of what was asked, not the default 50 µs.
void lowerTimerSlack() noexcept;

// From now on the kernel runs the calling thread before all ordinary ones (SCHED_RR, the lowest real-time
// priority). For threads that mostly sleep and must be on time: one that does not would starve others. False,
// and nothing has changed, where the user may not: that takes RLIMIT_RTPRIO of 1 or more, or CAP_SYS_NICE
// (sched(7)).
bool runInRealTime() noexcept;

} // namespace iotbench
