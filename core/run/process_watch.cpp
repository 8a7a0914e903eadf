#include "run/process_watch.h"

#include "base/system_clock.h"
#include "base/thread_time.h"
#include "machine/machine.h"

namespace iotbench {

void ProcessWatch::begin()
{
    m_speed.emplace(m_machine.coreKinds);
    m_nextNs = SystemClock().nowNs() + SpeedWatch::kLookEveryNs;
    m_before = readMachineCounters();
    m_cpuBeforeNs = processCpuNs();
}

void ProcessWatch::observe()
{
    const SystemClock clock;
    if (!m_speed || clock.nowNs() < m_nextNs)
        return;
    m_speed->look();
    m_nextNs = clock.nowNs() + SpeedWatch::kLookEveryNs;
}

ProcessFacts ProcessWatch::end()
{
    ProcessFacts facts;
    facts.machine = m_machine;
    facts.peakMemoryBytes = peakMemoryBytes();
    if (m_speed) {
        facts.cpuS = seconds(processCpuNs() - m_cpuBeforeNs);
        facts.disturbance = disturbanceBetween(m_before, readMachineCounters());
        m_speed->look();
        m_speed->fill(facts.machine, facts.disturbance);
    } else {
        facts.machine.temperatureC = hottestZoneC();
    }
    return facts;
}

} // namespace iotbench
