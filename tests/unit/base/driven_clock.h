// Time that passes only when a test says so.
#pragma once

#include "base/clock.h"
#include "base/stop_signal.h"

#include <atomic>

namespace iotbench::test {

// Sleeping takes no time: it moves the clock to the deadline. nowNs() may be made to cost something, so that
// busy waits come to an end.
class DrivenClock final : public Clock {
public:
    std::int64_t nowNs() const noexcept override
    {
        return m_nowNs.fetch_add(m_costOfAskingNs) + m_costOfAskingNs;
    }
    bool sleepUntil(std::int64_t deadlineNs, const StopSignal& stop) override
    {
        if (!stop.raised() && deadlineNs > m_nowNs)
            m_nowNs = deadlineNs;
        return !stop.raised();
    }

    void advance(std::int64_t ns) { m_nowNs += ns; }
    void setCostOfAsking(std::int64_t ns) { m_costOfAskingNs = ns; }

private:
    mutable std::atomic<std::int64_t> m_nowNs{0};
    std::int64_t m_costOfAskingNs = 0;
};

} // namespace iotbench::test
