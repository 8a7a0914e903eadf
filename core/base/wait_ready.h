// Waiting for one file descriptor or for a stop, whichever is first.
#pragma once

#include <cstdint>

namespace iotbench {

class Clock;
class StopSignal;

// What to wait for: poll()'s file descriptor and events.
struct PollTarget {
    int fd = -1;
    short events = 0;
};

enum class Readiness : std::uint8_t { Ready, TimedOut, Stopped };

inline constexpr std::int64_t kNoTimeout = -1;

// Waits until `deadlineNs` of the clock (kNever: for ever). An error or a hang-up on the descriptor counts as
// ready: the read or write that follows tells. A stop wins over readiness.
Readiness waitReady(const Clock& clock, PollTarget target, const StopSignal& stop, std::int64_t deadlineNs);

// By the system's clock, at most `timeoutNs` from now (kNoTimeout: for ever).
Readiness waitReady(PollTarget target, const StopSignal& stop, std::int64_t timeoutNs = kNoTimeout);

} // namespace iotbench
