#include "run/process_watch.h"

#include "base/clock.h"
#include "base/thread_time.h"

#include <algorithm>

namespace iotbench {

void ProcessWatch::begin()
{
    m_before = readMachineCounters();
    m_cpuBeforeNs = processCpuNs();
}

void ProcessWatch::fill(RunResult& result) const
{
    result.disturbance = disturbanceBetween(m_before, readMachineCounters());
    result.machine.temperatureC = hottestZoneC();
    result.peakMemoryBytes = peakMemoryBytes();
    const double usedS = seconds(processCpuNs() - m_cpuBeforeNs);
    result.cpu.otherS = std::max(0.0, usedS - result.cpu.totalS());
}

} // namespace iotbench
