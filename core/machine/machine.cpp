#include "machine/machine.h"

#include "base/text_file.h"
#include "machine/control_group.h"
#include "machine/cpu_info.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <sched.h>
#include <sys/utsname.h>
#include <thread>

namespace iotbench {
namespace {

constexpr std::uint64_t kBytesPerKiB = 1024;
constexpr double kMilliPerUnit = 1000;

std::string cpuFolder(const std::string& root, unsigned cpu)
{
    return root + "/sys/devices/system/cpu/cpu" + std::to_string(cpu);
}

unsigned cpusInAffinity()
{
    // Machines with more CPUs than the fixed cpu_set_t holds need a larger one: try until the kernel is
    // content.
    for (int cpus = CPU_SETSIZE; cpus <= 64 * CPU_SETSIZE; cpus *= 2) {
        const std::size_t size = CPU_ALLOC_SIZE(cpus);
        const std::unique_ptr<cpu_set_t, void (*)(cpu_set_t*)> set(
            CPU_ALLOC(cpus), [](cpu_set_t* s) { CPU_FREE(s); });
        if (set && sched_getaffinity(0, size, set.get()) == 0)
            return static_cast<unsigned>(CPU_COUNT_S(size, set.get()));
    }
    return std::max(1u, std::thread::hardware_concurrency());
}

// "0-3,8" has five.
unsigned cpusInList(const std::string& list)
{
    unsigned count = 0;
    std::istringstream parts(list);
    for (std::string part; std::getline(parts, part, ',');) {
        const auto dash = part.find('-');
        const auto first = std::strtoul(part.c_str(), nullptr, 10);
        const auto last
            = dash == std::string::npos ? first : std::strtoul(part.c_str() + dash + 1, nullptr, 10);
        count += last >= first ? static_cast<unsigned>(last - first) + 1 : 0;
    }
    return count;
}

// KEY="value" or KEY=value of /etc/os-release.
std::string osReleaseValue(const std::string& text, const std::string& key)
{
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with(key + '='))
            continue;
        std::string value = line.substr(key.size() + 1);
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
            value = value.substr(1, value.size() - 2);
        return value;
    }
    return {};
}

std::optional<double> frequencyMHz(const std::string& root, const std::string& cpuinfo)
{
    if (const auto kHz = readNumberFile(cpuFolder(root, 0) + "/cpufreq/scaling_cur_freq"))
        return static_cast<double>(*kHz) / kMilliPerUnit;
    std::istringstream text{std::string(cpuInfoValue(cpuinfo, "cpu MHz"))};
    double mhz = 0;
    return text >> mhz ? std::optional(mhz) : std::nullopt;
}

std::uint64_t memoryBytes(const std::string& root)
{
    const std::uint64_t total
        = numberAfter(readTextFile(root + "/proc/meminfo"), "MemTotal").value_or(0) * kBytesPerKiB;
    const auto limit = ControlGroup(root).memoryLimitBytes();
    return limit && (total == 0 || *limit < total) ? *limit : total;
}

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

double coresAllowed(const std::string& root)
{
    const double affinity = cpusInAffinity();
    const double quota = ControlGroup(root).cpuQuota().value_or(affinity);
    return std::max(0.01, std::min(affinity, quota));
}

unsigned cpusAllowed(const std::string& root)
{
    return static_cast<unsigned>(std::max(1.0, coresAllowed(root)));
}

bool coresAreShared(const std::string& root)
{
    return readTextFile(root + "/sys/devices/system/cpu/smt/active").starts_with('1');
}

MachineFacts readMachineFacts(const std::string& root)
{
    MachineFacts facts;
    const std::string cpuinfo = readTextFile(root + "/proc/cpuinfo");
    facts.cpuModel = cpuModelFrom(cpuinfo);
    facts.instructionSets = instructionSetsFrom(cpuinfo);
    facts.virtualisation = hasWord(cpuInfoValue(cpuinfo, "flags"), "hypervisor") ? "hypervisor" : "";
    utsname names{};
    if (uname(&names) == 0)
        facts.architecture = names.machine;
    facts.hostName = readTextFile(root + "/proc/sys/kernel/hostname");
    facts.kernel = readTextFile(root + "/proc/sys/kernel/osrelease");
    facts.osName = osReleaseValue(readTextFile(root + "/etc/os-release"), "PRETTY_NAME");
    facts.coresOnline = cpusInList(readTextFile(root + "/sys/devices/system/cpu/online"));
    facts.coresAllowed = coresAllowed(root);
    facts.governor = readTextFile(cpuFolder(root, 0) + "/cpufreq/scaling_governor");
    facts.frequencyMHz = frequencyMHz(root, cpuinfo);
    facts.memoryBytes = memoryBytes(root);
    return facts;
}

std::optional<double> hottestZoneC(const std::string& root)
{
    std::optional<double> hottest;
    for (int zone = 0;; ++zone) {
        const std::string folder = root + "/sys/class/thermal/thermal_zone" + std::to_string(zone);
        if (!std::filesystem::exists(folder))
            return hottest;
        if (const auto milli = readNumberFile(folder + "/temp"))
            hottest = std::max(hottest, std::optional(static_cast<double>(*milli) / kMilliPerUnit));
    }
}

std::uint64_t peakMemoryBytes(const std::string& root)
{
    return numberAfter(readTextFile(root + "/proc/self/status"), "VmHWM").value_or(0) * kBytesPerKiB;
}

MachineCounters readMachineCounters(const std::string& root)
{
    MachineCounters counters;
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    counters.steadyNs = std::chrono::nanoseconds(now).count();
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
