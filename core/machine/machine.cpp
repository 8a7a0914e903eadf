#include "machine/machine.h"

#include "base/text_file.h"
#include "machine/control_group.h"
#include "machine/core_types.h"
#include "machine/cpu_info.h"
#include "machine/cpu_list.h"
#include "machine/thermal_zones.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <sys/utsname.h>
#include <utility>

namespace iotbench {
namespace {

constexpr std::uint64_t kBytesPerKiB = 1024;
constexpr double kMilliPerUnit = 1000;

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

// What boards without a name of their own carry in their firmware's tables.
bool isPlaceholder(const std::string& name)
{
    constexpr std::array<std::string_view, 6> kPlaceholders = {"", "To Be Filled By O.E.M.",
        "To be filled by O.E.M.", "System Product Name", "System manufacturer", "Default string"};
    return std::ranges::find(kPlaceholders, name) != kPlaceholders.end();
}

std::string boardName(const std::string& root, const std::string& cpuinfo)
{
    std::string model = readTextFile(root + "/proc/device-tree/model"); // ends in a zero byte
    model.resize(std::min(model.size(), model.find('\0')));
    if (!model.empty())
        return model;
    if (const auto told = cpuInfoValue(cpuinfo, "Model"); !told.empty()) // Raspberry Pi's kernels
        return std::string(told);
    const std::string dmi = root + "/sys/class/dmi/id/";
    for (const auto& [maker, product] :
        {std::pair("sys_vendor", "product_name"), {"board_vendor", "board_name"}}) {
        const std::string name = readTextFile(dmi + product);
        const std::string by = readTextFile(dmi + maker);
        if (!isPlaceholder(name))
            return isPlaceholder(by) ? name : by + ' ' + name;
    }
    return {};
}

std::uint64_t memoryBytes(const std::string& root)
{
    const std::uint64_t total
        = numberAfter(readTextFile(root + "/proc/meminfo"), "MemTotal").value_or(0) * kBytesPerKiB;
    const auto limit = ControlGroup(root).memoryLimitBytes();
    return limit && (total == 0 || *limit < total) ? *limit : total;
}

} // namespace

double coresAllowed(const std::string& root)
{
    // The kernel always tells; one CPU is what there is at least.
    const double affinity = std::max<double>(1, static_cast<double>(allowedCpus().size()));
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
    facts.coresOnline = static_cast<unsigned>(onlineCpus(root).size());
    facts.coresAllowed = coresAllowed(root);
    facts.board = boardName(root, cpuinfo);
    facts.coreTypes = readCoreTypes(root);
    facts.governor = readTextFile(cpuFolder(root, 0) + "/cpufreq/scaling_governor");
    facts.frequencyMHz = frequencyMHz(root, cpuinfo);
    facts.memoryBytes = memoryBytes(root);
    return facts;
}

std::optional<double> hottestZoneC(const std::string& root)
{
    std::optional<double> hottest;
    for (const ThermalZoneFile& zone : thermalZoneFiles(root))
        hottest = std::max(hottest, readTemperatureC(zone.temperature));
    return hottest;
}

std::uint64_t peakMemoryBytes(const std::string& root)
{
    return numberAfter(readTextFile(root + "/proc/self/status"), "VmHWM").value_or(0) * kBytesPerKiB;
}

} // namespace iotbench
