#include "run/process_watch.h"

#include "base/clock.h"
#include "base/thread_time.h"
#include "machine/machine.h"

#include <algorithm>
#include <chrono>

namespace iotbench {

namespace {

std::int64_t steadyNowNs()
{
    return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

} // namespace

void ProcessWatch::begin(const MachineFacts& machine)
{
    m_speed.emplace(machine.coreKinds);
    m_nextLookNs = steadyNowNs() + SpeedWatch::kLookEveryNs;
    m_before = readMachineCounters();
    m_cpuBeforeNs = processCpuNs();
}

void ProcessWatch::look()
{
    if (!m_speed || steadyNowNs() < m_nextLookNs)
        return;
    m_speed->look();
    m_nextLookNs = steadyNowNs() + SpeedWatch::kLookEveryNs;
}

void ProcessWatch::fill(RunResult& result)
{
    result.disturbance = disturbanceBetween(m_before, readMachineCounters());
    if (m_speed) {
        m_speed->look();
        m_speed->fill(result.machine, result.disturbance);
    }
    result.machine.temperatureC = hottestZoneC();
    result.peakMemoryBytes = peakMemoryBytes();
    const double usedS = seconds(processCpuNs() - m_cpuBeforeNs);
    result.cpu.otherS = std::max(0.0, usedS - result.cpu.totalS());
}

} // namespace iotbench
