// "Stop now", felt at once by threads that wait in poll() and by loops that look at a flag.
#pragma once

#include <atomic>

namespace iotbench {

// raise() is thread-safe and async-signal-safe; once raised it stays so.
class StopSignal {
public:
    StopSignal(); // throws Refusal where no eventfd is to be had
    ~StopSignal();
    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;

    void raise() noexcept;
    bool raised() const noexcept { return m_raised.load(std::memory_order_acquire); }
    int fd() const noexcept { return m_fd; } // readable once raised; for poll()

private:
    std::atomic<bool> m_raised{false};
    int m_fd = -1;
};

// Raises a stop at the end of its scope, so that threads which heed it can be joined on every path.
class StopAtEnd {
public:
    explicit StopAtEnd(StopSignal& stop)
        : m_stop(stop)
    {
    }
    ~StopAtEnd() { m_stop.raise(); }
    StopAtEnd(const StopAtEnd&) = delete;
    StopAtEnd& operator=(const StopAtEnd&) = delete;

private:
    StopSignal& m_stop;
};

} // namespace iotbench
