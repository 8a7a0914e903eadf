// The machine's own clocks.
#pragma once

#include "base/clock.h"

namespace iotbench {

// CLOCK_MONOTONIC. Sleeps in ppoll(), so that a stop is felt at once, and spends at most the last 50 µs
// before a deadline, and a sixteenth of the wait, in a busy wait: a timer alone wakes up to 100 µs late.
// Threads that keep deadlines should call lowerTimerSlack() first. Stateless and thread-safe.
class SystemClock final : public Clock {
public:
    std::int64_t nowNs() const noexcept override;
    bool sleepUntil(std::int64_t deadlineNs, const StopSignal& stop) override;
    bool poll(std::span<pollfd> fds, std::int64_t deadlineNs) const override;
};

// Milliseconds since 1970, UTC: for the date of a report, never for a duration.
std::int64_t wallClockMs() noexcept;

} // namespace iotbench
