// What front-ends see of a run while it goes on: its phase, its events, and its latest figures.
#pragma once

#include "base/clock.h"
#include "run/event_log.h"
#include "run/run_snapshot.h"
#include "settings/settings.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace iotbench {

// Thread-safe.
class RunStatus {
public:
    // Both outlive it; `settings` are effective.
    RunStatus(const Settings& settings, const Clock& clock);

    // Told by the run.
    void enter(RunPhase phase) noexcept { m_phase.store(phase, std::memory_order_release); }
    void setOrigin(std::int64_t originNs) noexcept { m_originNs = originNs; } // second 0 of events
    void listening(const std::string& address, const Message& whoCanConnect);
    void say(Message what) { add({.what = std::move(what)}); }
    void sayNeeded(Message what) { add({.what = std::move(what), .needed = true}); } // even with --quiet
    void warn(Message what) { add({.warning = true, .what = std::move(what)}); }
    // Counts and figures; what the others above told is filled in when it is asked for.
    void publish(RunSnapshot figures);

    // Asked by front-ends.
    std::shared_ptr<const RunSnapshot> snapshot() const;
    RunPhase phase() const noexcept { return m_phase.load(std::memory_order_acquire); }
    std::vector<Message> warnings() const { return m_events.warnings(); }

private:
    void add(RunEvent event);
    void fillProgress(RunSnapshot& snapshot) const;

    const Settings& m_settings;
    const Clock& m_clock;
    EventLog m_events;
    std::atomic<RunPhase> m_phase{RunPhase::WarmingUp};
    std::atomic<std::int64_t> m_originNs{0}; // 0: time does not count yet
    mutable std::mutex m_mutex;
    std::string m_address; // guarded by m_mutex
    std::shared_ptr<const RunSnapshot> m_figures; // the same; null before the first publish()
};

} // namespace iotbench
