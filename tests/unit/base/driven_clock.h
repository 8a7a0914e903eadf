// Time that passes only when a test says so.
#pragma once

#include "base/clock.h"
#include "base/notifier.h"
#include "base/stop_signal.h"
#include "unit/base/eventually.h"

#include <atomic>
#include <mutex>
#include <optional>
#include <vector>

namespace iotbench::test {

// Sleeping takes no time: it moves the clock to the deadline. poll() waits, one thread at a time, until a
// descriptor is ready or the test has moved the clock to the deadline. nowNs() may be made to cost something,
// so that busy waits come to an end.
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
    bool poll(std::span<pollfd> fds, std::int64_t deadlineNs) const override
    {
        std::vector<pollfd> withMoves(fds.begin(), fds.end());
        withMoves.push_back({m_moved.fd(), POLLIN, 0});
        while (::poll(fds.data(), fds.size(), 0) <= 0) {
            m_moved.clear();
            if (!beginWait(deadlineNs))
                return false;
            ::poll(withMoves.data(), withMoves.size(), -1);
            endWait();
        }
        return true;
    }

    void advance(std::int64_t ns)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_nowNs += ns;
            m_awaitedNs.reset();
        }
        m_moved.notify();
    }
    void setCostOfAsking(std::int64_t ns) { m_costOfAskingNs = ns; }

    // The deadline of the thread that waits in poll(), having found nothing ready at this time; none where
    // nobody does.
    std::optional<std::int64_t> awaitedNs() const
    {
        const std::lock_guard lock(m_mutex);
        return m_awaitedNs;
    }
    // Waits until a thread does so. False where none ever does.
    bool getsAwaited() const
    {
        return eventually([this] { return awaitedNs().has_value(); });
    }
    // How often a thread has begun to wait: more than before where it has looked again since.
    unsigned waits() const
    {
        const std::lock_guard lock(m_mutex);
        return m_waits;
    }

private:
    bool beginWait(std::int64_t deadlineNs) const
    {
        const std::lock_guard lock(m_mutex);
        if (m_nowNs >= deadlineNs)
            return false;
        m_awaitedNs = deadlineNs;
        ++m_waits;
        return true;
    }
    void endWait() const
    {
        const std::lock_guard lock(m_mutex);
        m_awaitedNs.reset();
    }

    mutable std::atomic<std::int64_t> m_nowNs{0};
    std::int64_t m_costOfAskingNs = 0;
    mutable Notifier m_moved;
    mutable std::mutex m_mutex;
    mutable std::optional<std::int64_t> m_awaitedNs;
    mutable unsigned m_waits = 0;
};

} // namespace iotbench::test
