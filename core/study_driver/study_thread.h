// What every study has: a thread that makes its runs, a wish to stop, and a picture of how it stands.
#pragma once

#include "base/stage_thread.h"
#include "base/stop_signal.h"

#include <atomic>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>

namespace iotbench {

// All but start() and join() may be called from any thread. The last member of its study, whose other members
// the thread uses.
template <typename Snapshot>
class StudyThread {
public:
    StudyThread() = default;
    StudyThread(const StudyThread&) = delete;
    StudyThread& operator=(const StudyThread&) = delete;
    ~StudyThread() { requestStop(); } // and waits

    void start(std::function<void()> body)
    {
        try {
            m_thread = StageThread("study", [this, body = std::move(body)] {
                const Finishing finishing{m_finished};
                body();
            });
        } catch (const std::exception& refused) {
            m_refused = reasonOf(refused);
            m_finished.store(true, std::memory_order_release);
        }
    }
    Message join() // empty or why the thread failed, or could not be had
    {
        Message why = m_thread.join();
        return m_refused.empty() ? why : m_refused;
    }
    void requestStop() noexcept { m_stop.raise(); } // async-signal-safe
    const StopSignal& stop() const { return m_stop; }
    bool finished() const { return m_finished.load(std::memory_order_acquire); }

    std::shared_ptr<const Snapshot> snapshot() const // never null
    {
        const std::scoped_lock lock(m_mutex);
        return m_snapshot;
    }
    void publish(Snapshot snapshot)
    {
        auto next = std::make_shared<const Snapshot>(std::move(snapshot));
        const std::scoped_lock lock(m_mutex);
        m_snapshot = std::move(next);
    }

private:
    struct Finishing {
        std::atomic<bool>& finished;
        ~Finishing() { finished.store(true, std::memory_order_release); }
    };

    StopSignal m_stop;
    mutable std::mutex m_mutex; // of m_snapshot
    std::shared_ptr<const Snapshot> m_snapshot = std::make_shared<Snapshot>();
    std::atomic<bool> m_finished{false};
    Message m_refused; // set by start()
    StageThread m_thread;
};

} // namespace iotbench
