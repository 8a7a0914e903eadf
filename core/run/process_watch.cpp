#include "run/process_watch.h"

#include "base/thread_time.h"
#include "machine/machine.h"

#include <unistd.h>
#include <utility>

namespace iotbench {

namespace {

InterferenceWatch::Watched watchedFor(const Settings& settings)
{
    InterferenceWatch::Watched watched;
    if (settings.role == Role::Loopback)
        return watched;
    const bool sends = settings.role == Role::Send;
    watched.flow = sends ? StreamFlow::Out : StreamFlow::In;
    if (!settings.listen && !settings.connect)
        watched.pipe = sends ? STDOUT_FILENO : STDIN_FILENO;
    return watched;
}

} // namespace

ProcessWatch::ProcessWatch(
    const Clock& clock, MachineFacts machine, const Settings& settings, std::int64_t windowNs)
    : m_clock(clock)
    , m_machine(std::move(machine))
    , m_watched(watchedFor(settings))
{
    m_watched.windowNs = windowNs;
}

std::span<const CpuWindow> ProcessWatch::windows() const
{
    return m_interference ? std::span(m_interference->windows()) : std::span<const CpuWindow>();
}

std::int64_t ProcessWatch::begin(std::int64_t leadNs)
{
    m_interference.emplace(m_clock, m_machine, m_watched);
    m_cpuBeforeNs = processCpuNs();
    m_originNs = m_clock.nowNs() + leadNs;
    return m_originNs;
}

void ProcessWatch::observe(ImagesPassed passed)
{
    if (!m_interference)
        return;
    const bool first = m_passed.came == 0 && passed.came > 0;
    const bool inHand = passed.done < passed.came || passed.done > m_passed.done;
    m_passed = passed;
    if (passed.came == 0)
        m_cpuBeforeNs = processCpuNs();
    m_interference->observe(inHand && !first);
    if (first)
        m_interference->cut(); // the wait for it is no part of what follows
}

ProcessFacts ProcessWatch::end()
{
    ProcessFacts facts;
    facts.machine = m_machine;
    facts.peakMemoryBytes = peakMemoryBytes();
    if (!m_interference) {
        facts.machine.temperatureC = hottestZoneC();
        return facts;
    }
    facts.cpuS = seconds(processCpuNs() - m_cpuBeforeNs);
    facts.originNs = m_originNs;
    m_interference->cut();
    m_interference->fill(facts.machine);
    facts.interference = m_interference->seen();
    facts.windows = m_interference->windows();
    return facts;
}

} // namespace iotbench
