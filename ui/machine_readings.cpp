#include "ui/machine_readings.h"

#include "base/system_clock.h"
#include "base/text_file.h"
#include "base/thread_time.h"
#include "machine/cpu_list.h"
#include "machine/machine.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <utility>
#include <vector>

#include <unistd.h>

namespace iotbench::ui {
namespace {

std::optional<double> residentBytes(const std::string& root)
{
    std::ifstream file(root + "/proc/self/statm");
    std::uint64_t all = 0;
    std::uint64_t resident = 0;
    if (!(file >> all >> resident))
        return std::nullopt;
    return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE));
}

std::optional<double> fastestMHz(const std::string& root)
{
    constexpr std::size_t kMostCpus = 64; // enough to find the fastest, and few enough for every second
    std::optional<double> fastest;
    const auto take = [&fastest](double mhz) { fastest = std::max(fastest.value_or(0), mhz); };
    std::vector<unsigned> cpus = onlineCpus(root);
    cpus.resize(std::min(cpus.size(), kMostCpus));
    for (const unsigned cpu : cpus)
        if (const auto kHz = readNumberFile(cpuFolder(root, cpu) + "/cpufreq/scaling_cur_freq"))
            take(static_cast<double>(*kHz) / 1000);
    if (fastest)
        return fastest;
    std::ifstream file(root + "/proc/cpuinfo"); // virtual machines tell it here alone
    for (std::string line; std::getline(file, line);)
        if (double mhz = 0;
            line.starts_with("cpu MHz") && std::istringstream(line.substr(line.find(':') + 1)) >> mhz)
            take(mhz);
    return fastest;
}

} // namespace

ProcessTimes ProcessTimes::now()
{
    return {SystemClock().nowNs(), processCpuNs()};
}

MachineReadings::MachineReadings(std::string root)
    : m_root(std::move(root))
{
}

MachineReading MachineReadings::read(const ProcessTimes& now)
{
    MachineReading reading;
    if (m_before && now.steadyNs > m_before->steadyNs)
        reading.coresUsed = static_cast<double>(now.cpuNs - m_before->cpuNs)
            / static_cast<double>(now.steadyNs - m_before->steadyNs);
    m_before = now;
    reading.memoryBytes = residentBytes(m_root);
    reading.clockMHz = fastestMHz(m_root);
    reading.temperatureC = hottestZoneC(m_root);
    return reading;
}

} // namespace iotbench::ui
