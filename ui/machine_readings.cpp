#include "ui/machine_readings.h"

#include "base/text_file.h"
#include "machine/cpu_list.h"
#include "machine/machine.h"

#include <algorithm>
#include <charconv>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include <unistd.h>

namespace iotbench::ui {
namespace {

std::int64_t nanoseconds(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return std::int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

std::optional<double> residentBytes()
{
    std::ifstream file("/proc/self/statm");
    std::uint64_t all = 0;
    std::uint64_t resident = 0;
    if (!(file >> all >> resident))
        return std::nullopt;
    return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE));
}

std::optional<double> fastestMHz()
{
    constexpr std::size_t kMostCpus = 64; // enough to find the fastest, and few enough for every second
    std::optional<double> fastest;
    const auto take = [&fastest](double mhz) { fastest = std::max(fastest.value_or(0), mhz); };
    std::vector<unsigned> cpus = onlineCpus();
    cpus.resize(std::min(cpus.size(), kMostCpus));
    for (const unsigned cpu : cpus)
        if (const auto kHz = readNumberFile(cpuFolder("", cpu) + "/cpufreq/scaling_cur_freq"))
            take(static_cast<double>(*kHz) / 1000);
    if (fastest)
        return fastest;
    std::ifstream file("/proc/cpuinfo"); // virtual machines tell it here alone
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("cpu MHz")) {
            const std::size_t colon = line.find(": ");
            double mhz = 0;
            if (colon != std::string::npos
                && std::from_chars(line.data() + colon + 2, line.data() + line.size(), mhz).ec == std::errc())
                take(mhz);
        }
    }
    return fastest;
}

} // namespace

MachineReading MachineReadings::read()
{
    MachineReading reading;
    const std::int64_t steadyNs = nanoseconds(CLOCK_MONOTONIC);
    const std::int64_t cpuNs = nanoseconds(CLOCK_PROCESS_CPUTIME_ID);
    if (m_steadyNs != 0 && steadyNs > m_steadyNs)
        reading.coresUsed = static_cast<double>(cpuNs - m_cpuNs) / static_cast<double>(steadyNs - m_steadyNs);
    m_steadyNs = steadyNs;
    m_cpuNs = cpuNs;
    reading.memoryBytes = residentBytes();
    reading.clockMHz = fastestMHz();
    reading.temperatureC = hottestZoneC();
    return reading;
}

} // namespace iotbench::ui
