#include "run/offered_counter.h"

namespace iotbench {

OfferedCounter::OfferedCounter(const StreamPlan& plan, std::int64_t durationNs)
    : m_plan(plan)
    , m_durationNs(durationNs)
    , m_schedule(plan)
    , m_nextNs(m_schedule.next())
{
}

std::uint64_t OfferedCounter::dueBy(std::int64_t sinceStartNs)
{
    while (m_nextNs <= sinceStartNs && (m_durationNs == 0 || m_nextNs < m_durationNs)
        && (!m_plan.images || m_due < *m_plan.images)) {
        ++m_due;
        m_nextNs = m_schedule.next();
    }
    return m_due;
}

} // namespace iotbench
