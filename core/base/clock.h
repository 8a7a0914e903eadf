// The one source of time, so that tests can drive it. Steady, nanoseconds from an arbitrary start.
#pragma once

#include <cstdint>

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

class Clock {
public:
    virtual ~Clock() = default;
    virtual std::int64_t nowNs() const noexcept = 0;
    // Sleeps until `deadlineNs` or until `stop` is raised, whichever is first; returns at once if it is past.
    // No busy wait beyond the last 50 µs, or a sixteenth of the wait. Returns false when stopped.
    virtual bool sleepUntil(std::int64_t deadlineNs, const StopSignal& stop) = 0;
};

} // namespace iotbench
