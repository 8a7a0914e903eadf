#include "machine/speed_watch.h"

#include "base/text_file.h"
#include "machine/cpu_list.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <string_view>

namespace iotbench {
namespace {

// Each policy is a group of CPUs with one clock: a cluster of a board, but a single CPU of most x86 servers,
// whose limits are all set together, and which get hot together.
constexpr std::size_t kMostLimits = 64;
constexpr std::size_t kMostCounters = 64;
constexpr double kNsPerMs = 1e6;

enum FirmwareFlag : std::int64_t {
    UnderVoltage = 1 << 0,
    FrequencyCapped = 1 << 1,
    Throttled = 1 << 2,
    SoftTemperatureLimit = 1 << 3,
};

bool slowsTheProcessor(std::string type)
{
    std::ranges::transform(
        type, type.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto has = [&type](std::string_view word) { return type.find(word) != std::string::npos; };
    return (has("cpu") || has("thermal-idle") || type == "processor") && !has("fan");
}

// The first hwmon device with this name; "" without one.
std::string hwmonFolder(const std::string& root, std::string_view name)
{
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(root + "/sys/class/hwmon", none))
        if (readTextFile(entry.path() / "name") == name)
            return entry.path();
    return {};
}

std::optional<NumberFile> opened(const std::string& path, int base = 10)
{
    NumberFile file(path, base);
    return file ? std::optional(std::move(file)) : std::nullopt;
}

} // namespace

SpeedWatch::SpeedWatch(
    const std::vector<CoreType>& coreTypes, std::span<const unsigned> cpus, const std::string& root)
{
    for (ThermalZoneFile& zone : thermalZoneFiles(root))
        m_zones.push_back({std::move(zone), {}, {}, {}});
    for (const std::string& folder : thermalFolders(root, "cooling_device"))
        if (slowsTheProcessor(readTextFile(folder + "/type")))
            m_coolers.emplace_back(folder + "/cur_state");

    std::error_code none;
    for (const auto& policy :
        std::filesystem::directory_iterator(root + "/sys/devices/system/cpu/cpufreq", none))
        if (m_limits.size() < kMostLimits) {
            NumberFile file(policy.path() / "scaling_max_freq");
            if (const auto kHz = file.read())
                m_limits.push_back({std::move(file), *kHz});
        }
    for (const CoreType& type : coreTypes) {
        const std::vector<unsigned> numbers = cpusFrom(type.cpus);
        const std::string first = numbers.empty() ? "" : cpuFolder(root, numbers.front());
        m_clocks.push_back({NumberFile(first + "/cpufreq/scaling_cur_freq"), type.count});
    }
    for (const unsigned cpu : cpus) {
        const std::string folder = cpuFolder(root, cpu) + "/thermal_throttle";
        NumberFile totalMs(folder + "/core_throttle_total_time_ms");
        NumberFile events(folder + "/core_throttle_count");
        const auto ms = totalMs.read(), count = events.read();
        if (ms && count && m_counters.size() < kMostCounters)
            m_counters.push_back({std::move(totalMs), std::move(events), *ms, *count});
    }
    m_firmware = opened(root + "/sys/devices/platform/soc/soc:firmware/get_throttled", 16);
    if (const std::string folder = hwmonFolder(root, "rpi_volt"); !folder.empty())
        m_voltageAlarm = opened(folder + "/in0_lcrit_alarm");

    sample();
    for (Zone& zone : m_zones)
        zone.startC = zone.endC;
}

void SpeedWatch::sample()
{
    ++m_samples;
    for (Zone& zone : m_zones) {
        zone.endC = readTemperatureC(zone.file.temperature);
        zone.highestC = std::max(zone.highestC, zone.endC);
    }
    for (Clock& clock : m_clocks)
        if (const auto kHz = clock.file.read()) {
            clock.sumMHz += static_cast<double>(*kHz) / 1000;
            ++clock.samples;
        }

    const std::int64_t flags = m_firmware ? m_firmware->read().value_or(0) : 0;
    const bool weak
        = (flags & UnderVoltage) != 0 || (m_voltageAlarm && m_voltageAlarm->read().value_or(0) > 0);
    const bool slowed = std::ranges::any_of(
        m_coolers, [](const NumberFile& state) { return state.read().value_or(0) > 0; });
    const bool hot = slowed || (flags & SoftTemperatureLimit) != 0
        || (!weak && (flags & (FrequencyCapped | Throttled)) != 0);
    const bool limited = std::ranges::any_of(m_limits,
        [](const Limit& limit) { return limit.file.read().value_or(limit.startKHz) < limit.startKHz; });
    m_hot += hot;
    m_underVoltage += weak;
    m_limited += limited && !hot && !weak;
}

void SpeedWatch::take(CpuWindow& window)
{
    sample();
    const auto lengthNs = static_cast<double>(window.time.endNs - window.time.startNs);
    const auto sampled = [&](std::uint64_t samples) {
        return lengthNs * static_cast<double>(samples) / static_cast<double>(m_samples);
    };
    double countedNs = 0;
    for (HeatCounters& counters : m_counters) {
        const std::int64_t ms = counters.totalMs.read().value_or(counters.lastMs);
        const std::int64_t events = counters.events.read().value_or(counters.lastEvents);
        countedNs = std::max(countedNs, static_cast<double>(ms - counters.lastMs) * kNsPerMs);
        window.thermalEvents += static_cast<double>(std::max<std::int64_t>(0, events - counters.lastEvents));
        counters.lastMs = ms;
        counters.lastEvents = events;
    }
    window.thermalEventsToldNs = m_counters.empty() ? 0 : lengthNs;
    if (m_firmware || !m_coolers.empty() || !m_counters.empty()) {
        window.heatToldNs = lengthNs;
        window.heatNs = std::min(lengthNs, std::max(countedNs, sampled(m_hot)));
    }
    if (m_firmware || m_voltageAlarm) {
        window.underVoltageToldNs = lengthNs;
        window.underVoltageNs = sampled(m_underVoltage);
    }
    if (!m_limits.empty()) {
        window.clockLimitedToldNs = lengthNs;
        window.clockLimitedNs = sampled(m_limited);
    }
    if (const auto hottest = hottestC()) {
        window.temperatureToldNs = lengthNs;
        window.temperatureCNs = *hottest * lengthNs;
    }
    window.clocks.clear();
    for (Clock& clock : m_clocks) {
        const double meanMHz = clock.samples > 0 ? clock.sumMHz / static_cast<double>(clock.samples) : 0;
        window.clocks.push_back({meanMHz * lengthNs, clock.samples > 0 ? lengthNs : 0, clock.cpus});
        clock.sumMHz = 0;
        clock.samples = 0;
    }
    m_samples = m_hot = m_underVoltage = m_limited = 0;
}

std::optional<double> SpeedWatch::hottestC() const
{
    std::optional<double> hottest;
    for (const Zone& zone : m_zones)
        hottest = std::max(hottest, zone.endC); // an empty optional is less than any value
    return hottest;
}

void SpeedWatch::fill(MachineFacts& machine) const
{
    machine.thermalZones.clear();
    for (const Zone& zone : m_zones)
        machine.thermalZones.push_back({zone.file.type, zone.startC, zone.highestC, zone.endC});
    machine.temperatureC = hottestC();
}

} // namespace iotbench
