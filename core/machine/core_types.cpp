#include "machine/core_types.h"

#include "base/text_file.h"
#include "machine/cpu_info.h"
#include "machine/cpu_list.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <tuple>

namespace iotbench {
namespace {

constexpr std::int64_t kNoCluster = 65'535; // what Linux says where a chip does not tell; also -1

// What is read of one CPU.
struct Cpu {
    std::string name;
    std::optional<std::int64_t> capacity, minKHz, maxKHz, limitKHz, cluster;
    std::string governor;
    bool isArm = false;
};

std::optional<double> mhz(std::optional<std::int64_t> kHz)
{
    return kHz ? std::optional(static_cast<double>(*kHz) / 1000) : std::nullopt;
}

class CoreTypeReader {
public:
    explicit CoreTypeReader(const std::string& root)
        : m_root(root)
        , m_cpuinfo(readTextFile(root + "/proc/cpuinfo"))
        , m_model(cpuModelFrom(m_cpuinfo))
        , m_armCores(armCoresFrom(m_cpuinfo))
        , m_performance(cpusFrom(readTextFile(root + "/sys/devices/cpu_core/cpus")))
        , m_efficient(cpusFrom(readTextFile(root + "/sys/devices/cpu_atom/cpus")))
    {
    }

    Cpu read(unsigned number) const
    {
        const std::string folder = cpuFolder(m_root, number);
        Cpu cpu;
        if (const auto core = armCore(number, folder)) {
            cpu.name = nameOf(*core);
            cpu.isArm = true;
        } else if (std::ranges::find(m_performance, number) != m_performance.end() && !m_efficient.empty())
            cpu.name = m_model + ", performance cores";
        else if (std::ranges::find(m_efficient, number) != m_efficient.end())
            cpu.name = m_model + ", efficient cores";
        else
            cpu.name = m_model;
        cpu.capacity = readNumberFile(folder + "/cpu_capacity");
        cpu.cluster = readNumberFile(folder + "/topology/cluster_id");
        cpu.minKHz = readNumberFile(folder + "/cpufreq/cpuinfo_min_freq");
        cpu.maxKHz = readNumberFile(folder + "/cpufreq/cpuinfo_max_freq");
        cpu.limitKHz = readNumberFile(folder + "/cpufreq/scaling_max_freq");
        cpu.governor = readTextFile(folder + "/cpufreq/scaling_governor");
        return cpu;
    }

private:
    std::optional<ArmCore> armCore(unsigned number, const std::string& folder) const
    {
        const std::string text
            = readTextFile(folder + "/regs/identification/midr_el1"); // "0x00000000410fd083"
        if (!text.empty())
            return armCoreFrom(std::strtoull(text.c_str(), nullptr, 16));
        const auto core = m_armCores.find(number);
        return core == m_armCores.end() ? std::nullopt : std::optional(core->second);
    }

    std::string m_root;
    std::string m_cpuinfo;
    std::string m_model;
    std::map<unsigned, ArmCore> m_armCores;
    std::vector<unsigned> m_performance, m_efficient; // hybrid x86 alone has both
};

CoreType kindOf(const Cpu& first)
{
    CoreType kind;
    kind.name = first.name;
    if (first.capacity && *first.capacity > 0)
        kind.capacity = static_cast<unsigned>(*first.capacity);
    kind.governor = first.governor;
    return kind;
}

} // namespace

std::vector<CoreType> readCoreTypes(const std::string& root)
{
    using Alike
        = std::tuple<std::string, std::int64_t, std::int64_t>; // name; ARM: capacity and highest clock
    struct Group {
        CoreType kind;
        std::vector<unsigned> cpus;
        std::set<std::int64_t> clusters;
    };
    std::map<Alike, std::size_t> places;
    std::vector<Group> groups;
    const CoreTypeReader reader(root);
    for (const unsigned number : onlineCpus(root)) {
        const Cpu cpu = reader.read(number);
        const Alike alike{
            cpu.name, cpu.isArm ? cpu.capacity.value_or(0) : 0, cpu.isArm ? cpu.maxKHz.value_or(0) : 0};
        const auto [place, isNew] = places.emplace(alike, groups.size());
        if (isNew)
            groups.push_back({kindOf(cpu), {}, {}});
        Group& group = groups[place->second];
        group.cpus.push_back(number);
        if (cpu.isArm && cpu.cluster && *cpu.cluster >= 0 && *cpu.cluster != kNoCluster)
            group.clusters.insert(*cpu.cluster);
        CoreType& kind = group.kind;
        kind.maxMHz = std::max(kind.maxMHz, mhz(cpu.maxKHz));
        kind.limitMHz = std::max(kind.limitMHz, mhz(cpu.limitKHz));
        if (const auto lowest = mhz(cpu.minKHz); lowest && (!kind.minMHz || *lowest < *kind.minMHz))
            kind.minMHz = lowest;
    }
    std::vector<CoreType> kinds;
    for (Group& group : groups) {
        group.kind.cpus = cpuListOf(group.cpus);
        group.kind.count = static_cast<unsigned>(group.cpus.size());
        if (!group.clusters.empty())
            group.kind.clusters = static_cast<unsigned>(group.clusters.size());
        kinds.push_back(std::move(group.kind));
    }
    return kinds;
}

} // namespace iotbench
