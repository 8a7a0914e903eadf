// How many images a stream's plan has made due by now: what is offered, whether or not it could be sent.
#pragma once

#include "stream/schedule.h"

#include <cstdint>

namespace iotbench {

// One thread; time goes forward.
class OfferedCounter {
public:
    // Only for plans that have intended times. durationNs: nothing is due at or after it; 0 = no limit.
    OfferedCounter(const StreamPlan& plan, std::int64_t durationNs);

    std::uint64_t dueBy(std::int64_t sinceStartNs);

private:
    StreamPlan m_plan;
    std::int64_t m_durationNs;
    Schedule m_schedule;
    std::int64_t m_nextNs;
    std::uint64_t m_due = 0;
};

} // namespace iotbench
