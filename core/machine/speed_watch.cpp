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
// whose limits are all set together.
constexpr std::size_t kMostLimits = 64;

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

SpeedWatch::SpeedWatch(const std::vector<CoreKind>& kinds, const std::string& root)
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
    for (const CoreKind& kind : kinds) {
        const std::vector<unsigned> numbers = cpusFrom(kind.cpus);
        const std::string first = numbers.empty() ? "" : cpuFolder(root, numbers.front());
        m_clocks.push_back({NumberFile(first + "/cpufreq/scaling_cur_freq"), 0, 0});
    }
    m_firmware = opened(root + "/sys/devices/platform/soc/soc:firmware/get_throttled", 16);
    if (const std::string folder = hwmonFolder(root, "rpi_volt"); !folder.empty())
        m_voltageAlarm = opened(folder + "/in0_lcrit_alarm");

    look();
    for (Zone& zone : m_zones)
        zone.startC = zone.endC;
}

void SpeedWatch::look()
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

void SpeedWatch::fill(MachineFacts& machine, Disturbance& disturbance) const
{
    machine.thermalZones.clear();
    machine.temperatureC.reset();
    for (const Zone& zone : m_zones) {
        machine.thermalZones.push_back({zone.file.type, zone.startC, zone.highestC, zone.endC});
        machine.temperatureC = std::max(machine.temperatureC, zone.endC);
    }
    for (std::size_t i = 0; i < std::min(m_clocks.size(), machine.coreKinds.size()); ++i)
        if (m_clocks[i].samples > 0)
            machine.coreKinds[i].meanMHz = m_clocks[i].sumMHz / static_cast<double>(m_clocks[i].samples);

    const auto share = [this](bool told, std::uint64_t samples) {
        return told ? std::optional(static_cast<double>(samples) / static_cast<double>(m_samples))
                    : std::nullopt;
    };
    disturbance.thermalThrottled
        = std::max(disturbance.thermalThrottled, share(!m_coolers.empty() || m_firmware, m_hot));
    disturbance.underVoltage = share(m_firmware || m_voltageAlarm, m_underVoltage);
    disturbance.clockLimited = share(!m_limits.empty(), m_limited);
}

} // namespace iotbench
