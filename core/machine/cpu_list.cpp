#include "machine/cpu_list.h"

#include "base/text_file.h"

#include <charconv>
#include <memory>
#include <sched.h>

namespace iotbench {

namespace {

constexpr char kCpus[] = "/sys/devices/system/cpu/";
constexpr unsigned kMostCpus = 65'536; // a list that names more is damaged

} // namespace

std::vector<unsigned> cpusFrom(std::string_view list)
{
    std::vector<unsigned> cpus;
    while (!list.empty()) {
        const auto comma = list.find(',');
        const std::string_view range = list.substr(0, comma);
        list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
        const char* const end = range.data() + range.size();
        unsigned first = 0, last = 0;
        const auto [dash, error] = std::from_chars(range.data(), end, first);
        if (error != std::errc())
            continue;
        last = first;
        if (dash != end && *dash == '-' && std::from_chars(dash + 1, end, last).ec != std::errc())
            continue;
        for (unsigned cpu = first; cpu <= last && cpu < kMostCpus; ++cpu)
            cpus.push_back(cpu);
    }
    return cpus;
}

std::string cpuListOf(std::span<const unsigned> cpus)
{
    std::string list;
    for (std::size_t i = 0; i < cpus.size();) {
        std::size_t next = i + 1;
        while (next < cpus.size() && cpus[next] == cpus[next - 1] + 1)
            ++next;
        list += (list.empty() ? "" : ",") + std::to_string(cpus[i]);
        if (next - i > 1)
            list += '-' + std::to_string(cpus[next - 1]);
        i = next;
    }
    return list;
}

std::vector<unsigned> allowedCpus()
{
    // Machines with more CPUs than the fixed cpu_set_t holds need a larger one: try until the kernel is
    // content.
    for (std::size_t cpus = CPU_SETSIZE; cpus <= kMostCpus; cpus *= 2) {
        const std::size_t size = CPU_ALLOC_SIZE(cpus);
        const std::unique_ptr<cpu_set_t, void (*)(cpu_set_t*)> set(
            CPU_ALLOC(cpus), [](cpu_set_t* made) { CPU_FREE(made); });
        if (!set || sched_getaffinity(0, size, set.get()) != 0)
            continue;
        std::vector<unsigned> allowed;
        for (std::size_t cpu = 0; cpu < cpus; ++cpu)
            if (CPU_ISSET_S(cpu, size, set.get()))
                allowed.push_back(static_cast<unsigned>(cpu));
        return allowed;
    }
    return {};
}

std::vector<unsigned> onlineCpus(const std::string& root)
{
    return cpusFrom(readTextFile(root + kCpus + "online"));
}

std::string cpuFolder(const std::string& root, unsigned cpu)
{
    return root + kCpus + "cpu" + std::to_string(cpu);
}

} // namespace iotbench
