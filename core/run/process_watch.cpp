#include "run/process_watch.h"

#include "base/system_clock.h"
#include "base/thread_time.h"
#include "machine/machine.h"

#include <algorithm>

namespace iotbench {

void ProcessWatch::begin(const MachineFacts& machine)
{
    m_speed.emplace(machine.coreKinds);
    m_nextLookNs = SystemClock().nowNs() + SpeedWatch::kLookEveryNs;
    m_before = readMachineCounters();
    m_cpuBeforeNs = processCpuNs();
}

void ProcessWatch::look()
{
    const SystemClock clock;
    if (!m_speed || clock.nowNs() < m_nextLookNs)
        return;
    m_speed->look();
    m_nextLookNs = clock.nowNs() + SpeedWatch::kLookEveryNs;
}

void ProcessWatch::fill(RunResult& result)
{
    result.disturbance = disturbanceBetween(m_before, readMachineCounters());
    if (m_speed) {
        m_speed->look();
        m_speed->fill(result.machine, result.disturbance);
    } else {
        result.machine.temperatureC = hottestZoneC();
    }
    result.peakMemoryBytes = peakMemoryBytes();
    const double usedS = seconds(processCpuNs() - m_cpuBeforeNs);
    result.cpu.otherS = std::max(0.0, usedS - result.cpu.totalS());
}

} // namespace iotbench
