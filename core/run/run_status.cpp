#include "run/run_status.h"

#include <algorithm>

namespace iotbench {

RunStatus::RunStatus(const Settings& settings, const Clock& clock)
    : m_settings(settings)
    , m_clock(clock)
{
}

void RunStatus::listening(const std::string& address, const Message& whoCanConnect)
{
    {
        const std::lock_guard lock(m_mutex);
        m_address = address;
    }
    sayNeeded({TR("listening on %1: %2"), {address, whoCanConnect}});
}

void RunStatus::add(RunEvent event)
{
    const std::int64_t originNs = m_originNs;
    event.atS = originNs ? seconds(std::max<std::int64_t>(0, m_clock.nowNs() - originNs)) : -1;
    m_events.add(std::move(event));
}

void RunStatus::publish(RunSnapshot figures)
{
    auto published = std::make_shared<const RunSnapshot>(std::move(figures));
    const std::lock_guard lock(m_mutex);
    m_figures = std::move(published);
}

std::shared_ptr<const RunSnapshot> RunStatus::snapshot() const
{
    auto snapshot = std::make_shared<RunSnapshot>();
    // Before the figures: whoever reads of an end finds those of the end.
    const RunPhase now = phase();
    {
        const std::lock_guard lock(m_mutex);
        if (m_figures)
            *snapshot = *m_figures;
        snapshot->address = m_address;
    }
    snapshot->events = m_events.events();
    snapshot->phase = now;
    fillProgress(*snapshot);
    return snapshot;
}

void RunStatus::fillProgress(RunSnapshot& snapshot) const
{
    const std::optional<std::uint64_t>& expected = m_settings.totalImages;
    snapshot.counts.expected = expected;
    const std::uint64_t done
        = m_settings.role == Role::Send ? snapshot.counts.sent.value_or(0) : snapshot.counts.received;
    double progress = 0;
    if (expected && *expected > 0)
        progress = static_cast<double>(done) / static_cast<double>(*expected);
    if (m_settings.durationS > 0)
        progress = std::max(progress, snapshot.sinceStartS / m_settings.durationS);
    if (!expected && m_settings.durationS <= 0)
        return;
    snapshot.progress = std::min(progress, 1.0);
    if (progress > 0 && progress <= 1)
        snapshot.timeLeftS = snapshot.sinceStartS * (1 - progress) / progress;
}

} // namespace iotbench
