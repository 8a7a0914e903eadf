#include "run/event_log.h"

namespace iotbench {

void EventLog::add(RunEvent event)
{
    const std::lock_guard lock(m_mutex);
    if (event.warning && m_warnings.size() < m_most)
        m_warnings.push_back(event.what);
    if (m_events.size() == m_most)
        m_events.pop_front();
    m_events.push_back(std::move(event));
    m_published.reset();
}

std::shared_ptr<const std::vector<RunEvent>> EventLog::events() const
{
    const std::lock_guard lock(m_mutex);
    if (!m_published)
        m_published = std::make_shared<const std::vector<RunEvent>>(m_events.begin(), m_events.end());
    return m_published;
}

std::vector<Message> EventLog::warnings() const
{
    const std::lock_guard lock(m_mutex);
    return m_warnings;
}

} // namespace iotbench
