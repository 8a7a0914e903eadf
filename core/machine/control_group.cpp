#include "machine/control_group.h"

#include "base/text_file.h"

#include <algorithm>
#include <filesystem>

namespace iotbench {
namespace {

template <typename T>
std::optional<T> lower(std::optional<T> a, std::optional<T> b)
{
    return a && b ? std::min(*a, *b) : a ? a : b;
}

// "200000 100000" is two CPUs, "max 100000" no limit.
std::optional<double> quotaFromCpuMax(const std::string& folder)
{
    std::istringstream words(readTextFile(folder + "/cpu.max"));
    double quotaUs = 0, periodUs = 0;
    if (words >> quotaUs >> periodUs && quotaUs > 0 && periodUs > 0)
        return quotaUs / periodUs;
    return std::nullopt;
}

std::optional<double> quotaFromVersion1(const std::string& folder)
{
    const auto quotaUs = readNumberFile(folder + "/cpu.cfs_quota_us");
    const auto periodUs = readNumberFile(folder + "/cpu.cfs_period_us");
    if (quotaUs && periodUs && *quotaUs > 0 && *periodUs > 0)
        return static_cast<double>(*quotaUs) / static_cast<double>(*periodUs);
    return std::nullopt;
}

std::optional<std::uint64_t> bytesFrom(const std::string& file)
{
    const auto bytes = readNumberFile(file); // "max" is no number
    return bytes && *bytes > 0 ? std::optional(static_cast<std::uint64_t>(*bytes)) : std::nullopt;
}

bool hasController(const std::string& list, const std::string& controller)
{
    return (',' + list + ',').find(',' + controller + ',') != std::string::npos;
}

} // namespace

ControlGroup::ControlGroup(const std::string& root)
{
    const std::string base = root + "/sys/fs/cgroup";
    std::istringstream lines(readTextFile(root + "/proc/self/cgroup"));
    for (std::string line; std::getline(lines, line);) { // "4:cpu,cpuacct:/path"; version 2: "0::/path"
        const auto first = line.find(':');
        const auto second = line.find(':', first + 1);
        if (first == std::string::npos || second == std::string::npos)
            continue;
        const std::string controllers = line.substr(first + 1, second - first - 1);
        const std::string path = line.substr(second + 1);
        if (controllers.empty()) {
            const bool hybrid = std::filesystem::is_directory(base + "/unified");
            m_unified = {hybrid ? base + "/unified" : base, path};
        }
        if (hasController(controllers, "cpu"))
            m_cpu = {base + "/cpu", path}; // a link to "cpu,cpuacct" where those are mounted together
        if (hasController(controllers, "memory"))
            m_memory = {base + "/memory", path};
    }
}

template <typename Use>
void ControlGroup::forEachLevel(const Place& place, Use&& use)
{
    if (place.mount.empty())
        return;
    std::string path = place.path == "/" ? "" : place.path;
    for (;;) {
        use(place.mount + path);
        if (path.empty())
            return;
        const auto slash = path.rfind('/');
        path.resize(slash == std::string::npos ? 0 : slash);
    }
}

std::optional<double> ControlGroup::cpuQuota() const
{
    std::optional<double> quota;
    forEachLevel(
        m_unified, [&](const std::string& folder) { quota = lower(quota, quotaFromCpuMax(folder)); });
    forEachLevel(m_cpu, [&](const std::string& folder) { quota = lower(quota, quotaFromVersion1(folder)); });
    return quota;
}

std::optional<std::uint64_t> ControlGroup::memoryLimitBytes() const
{
    std::optional<std::uint64_t> limit;
    forEachLevel(m_unified,
        [&](const std::string& folder) { limit = lower(limit, bytesFrom(folder + "/memory.max")); });
    forEachLevel(m_memory, [&](const std::string& folder) {
        limit = lower(limit, bytesFrom(folder + "/memory.limit_in_bytes"));
    });
    return limit;
}

std::optional<std::uint64_t> ControlGroup::throttledUs() const
{
    // Only the level that has the quota counts; the others stay at 0.
    std::optional<std::uint64_t> most;
    forEachLevel(m_unified, [&](const std::string& folder) {
        most = std::max(most, numberAfter(readTextFile(folder + "/cpu.stat"), "throttled_usec"));
    });
    forEachLevel(m_cpu, [&](const std::string& folder) {
        if (const auto ns = numberAfter(readTextFile(folder + "/cpu.stat"), "throttled_time"))
            most = std::max(most, std::optional(*ns / 1000));
    });
    return most;
}

} // namespace iotbench
