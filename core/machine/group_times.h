// What ran in control groups, with the tasks that ended long ago: their own clocks are gone, the groups' go
// on. https://docs.kernel.org/admin-guide/cgroup-v2.html#cpu-interface-files, …/cgroup-v1/cpuacct.html
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace iotbench {

// Version 1's cpuacct at its root; or version 2's cpu.stat, which is exact in every group but the root: there
// it is the sum of those below, which leaves out the kernel's threads. Below a root of a container, that
// container.
class GroupTimes {
public:
    explicit GroupTimes(const std::string& root = ""); // see machine.h
    // The CPU time of all tasks in the groups so far, from an arbitrary start. Never falls. Empty: there are
    // none.
    std::optional<std::int64_t> readNs();

private:
    std::string m_accounts; // version 1: the file; "" else
    std::string m_folder; // version 2; "" else
    bool m_isRoot = false;
    std::map<std::string, std::int64_t> m_lastUs; // by group
    std::int64_t m_totalNs = 0;
};

} // namespace iotbench
