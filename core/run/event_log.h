// The latest events of a run, for front-ends to show. Bounded.
#pragma once

#include "run/run_snapshot.h"

#include <deque>
#include <memory>
#include <mutex>
#include <vector>

namespace iotbench {

// Thread-safe.
class EventLog {
public:
    explicit EventLog(std::size_t most = RunSnapshot::kMostEvents)
        : m_most(most)
    {
    }

    void add(RunEvent event);
    std::shared_ptr<const std::vector<RunEvent>> events() const; // oldest first; shared until the next add()
    // Warnings alone, all of them up to `most`, in order.
    std::vector<Message> warnings() const;

private:
    const std::size_t m_most;
    mutable std::mutex m_mutex;
    std::deque<RunEvent> m_events;
    std::vector<Message> m_warnings;
    mutable std::shared_ptr<const std::vector<RunEvent>> m_published;
};

} // namespace iotbench
