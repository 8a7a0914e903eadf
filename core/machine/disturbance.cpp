#include "machine/disturbance.h"

#include "base/system_clock.h"
#include "base/text_file.h"
#include "machine/control_group.h"
#include "machine/cpu_list.h"
#include "machine/machine.h"

#include <algorithm>
#include <filesystem>

namespace iotbench {
namespace {

void readStat(const std::string& root, MachineCounters& counters)
{
    // "cpu  user nice system idle iowait irq softirq steal guest guest_nice"; guests are in user already
    // (proc(5)).
    std::istringstream words(readTextFile(root + "/proc/stat"));
    std::string name;
    words >> name;
    std::uint64_t all = 0, ticks = 0;
    for (int field = 0; field < 8; ++field) {
        if (!(words >> ticks))
            return;
        all += ticks;
    }
    counters.stealTicks = ticks;
    counters.allTicks = all;
}

void readThermal(const std::string& root, MachineCounters& counters)
{
    for (unsigned cpu = 0; std::filesystem::exists(cpuFolder(root, cpu)); ++cpu) {
        const std::string folder = cpuFolder(root, cpu) + "/thermal_throttle";
        if (const auto events = readNumberFile(folder + "/core_throttle_count"))
            counters.thermalEvents = counters.thermalEvents.value_or(0) + static_cast<std::uint64_t>(*events);
        if (const auto ms = readNumberFile(folder + "/core_throttle_total_time_ms"))
            counters.thermalThrottleMs.push_back(static_cast<std::uint64_t>(*ms));
    }
}

// Counters that were taken the wrong way round, or that a suspend set back, grew by nothing.
std::uint64_t growth(std::uint64_t start, std::uint64_t end)
{
    return end > start ? end - start : 0;
}

std::optional<std::uint64_t> growth(std::optional<std::uint64_t> start, std::optional<std::uint64_t> end)
{
    return start && end ? std::optional(growth(*start, *end)) : std::nullopt;
}

std::optional<double> share(std::optional<std::uint64_t> part, double whole)
{
    if (!part || whole <= 0)
        return std::nullopt;
    return std::min(1.0, static_cast<double>(*part) / whole);
}

} // namespace

MachineCounters readMachineCounters(const std::string& root)
{
    MachineCounters counters;
    counters.steadyNs = SystemClock().nowNs();
    counters.coresAllowed = coresAllowed(root);
    readStat(root, counters);
    readThermal(root, counters);
    counters.quotaThrottledUs = ControlGroup(root).throttledUs();
    return counters;
}

Disturbance disturbanceBetween(const MachineCounters& start, const MachineCounters& end)
{
    Disturbance disturbance;
    const double elapsedMs = static_cast<double>(end.steadyNs - start.steadyNs) / 1e6;
    if (const auto all = growth(start.allTicks, end.allTicks))
        disturbance.steal = share(growth(start.stealTicks, end.stealTicks), static_cast<double>(*all));
    std::optional<std::uint64_t> worstMs;
    for (std::size_t cpu = 0; cpu < std::min(start.thermalThrottleMs.size(), end.thermalThrottleMs.size());
         ++cpu)
        worstMs = std::max(
            worstMs, std::optional(growth(start.thermalThrottleMs[cpu], end.thermalThrottleMs[cpu])));
    disturbance.thermalThrottled = share(worstMs, elapsedMs);
    disturbance.thermalEvents = growth(start.thermalEvents, end.thermalEvents);
    // Summed over CPUs by the kernel: a quota of 2 that is used up all the time keeps two CPUs' threads
    // waiting.
    disturbance.quotaThrottled = share(growth(start.quotaThrottledUs, end.quotaThrottledUs),
        elapsedMs * 1000 * std::max(1.0, end.coresAllowed));
    return disturbance;
}

} // namespace iotbench
