// Makes the figures that front-ends see out of what has been counted so far, a few times a second.
#pragma once

#include "run/recent_rate.h"
#include "run/run_counts.h"
#include "run/run_status.h"
#include "run/sending_progress.h"

#include <cstdint>

namespace iotbench {

// One thread.
class SnapshotPublisher {
public:
    static constexpr std::int64_t kPeriodNs = 200'000'000;

    explicit SnapshotPublisher(RunStatus& status)
        : m_status(status)
    {
    }

    bool due(std::int64_t nowNs) const { return nowNs - m_publishedNs >= kPeriodNs; }
    // With the warnings that have come up since. `bytes`: that have come, or gone in role send.
    void publish(RunCounts& counts, const SendingProgress& sending, std::uint64_t bytes, std::int64_t nowNs);

private:
    RunStatus& m_status;
    std::int64_t m_publishedNs = 0;
    RecentRate m_bytesRate;
};

} // namespace iotbench
