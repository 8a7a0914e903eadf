// The one source of time, so that tests can drive it. Steady, nanoseconds from an arbitrary start.
#pragma once

#include <cstdint>
#include <poll.h>
#include <span>

namespace iotbench {

class StopSignal;

constexpr double seconds(std::int64_t nanoseconds)
{
    return static_cast<double>(nanoseconds) / 1e9;
}
constexpr std::int64_t nanoseconds(double seconds)
{
    return static_cast<std::int64_t>(seconds * 1e9);
}

inline constexpr std::int64_t kNever = INT64_MAX; // a deadline that does not come

class Clock {
public:
    virtual ~Clock() = default;
    virtual std::int64_t nowNs() const noexcept = 0;
    // Sleeps until `deadlineNs` or until `stop` is raised, whichever is first; returns at once if it is past.
    // No busy wait beyond the last 50 µs, or a sixteenth of the wait. Returns false when stopped.
    virtual bool sleepUntil(std::int64_t deadlineNs, const StopSignal& stop) = 0;
    // poll(2) with a deadline: true where a descriptor has something to tell, which `revents` say. False at
    // the deadline, and sometimes before it: look again. Throws std::system_error.
    virtual bool poll(std::span<pollfd> fds, std::int64_t deadlineNs) const = 0;
};

} // namespace iotbench
