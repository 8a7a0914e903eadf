// The limits that a Linux control group (version 2 or 1) puts on this process: those of a container, a
// service or a user's slice. A limit may stand at any level above the process: the lowest one counts.
// https://docs.kernel.org/admin-guide/cgroup-v2.html, …/cgroup-v1/, scheduler/sched-bwc.html
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace iotbench {

class ControlGroup {
public:
    // Finds this process's groups below `root` ("" is the real system).
    explicit ControlGroup(const std::string& root = "");

    std::optional<double> cpuQuota() const; // CPUs; empty: unlimited
    std::optional<std::uint64_t> memoryLimitBytes() const; // empty: unlimited
    // Time that runnable threads were kept waiting for the quota, summed over CPUs; empty: not told.
    std::optional<std::uint64_t> throttledUs() const;

private:
    // One hierarchy: where it is mounted, and the process's place in it.
    struct Place {
        std::string mount; // "" where there is none
        std::string path; // "/user.slice/…"
    };
    // Calls use(folder) for the process's own group and each one above it.
    template <typename Use>
    static void forEachLevel(const Place& place, Use&& use);

    Place m_unified; // version 2: one hierarchy for all
    Place m_cpu; // version 1: one for each controller
    Place m_memory;
};

} // namespace iotbench
