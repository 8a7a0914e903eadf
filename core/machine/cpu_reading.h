// The kernel's accounts of CPU time at one moment: what each CPU did, and what each process ran.
//
// What a CPU did between two readings is exact where it is told by the idle time: kernels that stop the timer
// of an idle CPU (NO_HZ, all distributions') measure idle time and only round it to ticks of 10 ms, which
// does not add up over readings. User, nice and system time are sampled by the timer instead, and off by a
// few percent.
//
// What a process ran is exact (its CPU clock, the sum over threads of what schedstat tells), whether or not
// interrupts are charged to the process that they interrupt, which depends on how the kernel was built
// (IRQ_TIME_ACCOUNTING). The time of processes that came and went between two readings is in the totals of
// control groups alone.
// proc_stat(5), clock_getcpuclockid(3), https://docs.kernel.org/timers/no_hz.html,
// …/admin-guide/cgroup-v2.html#cpu-interface-files, …/admin-guide/cgroup-v1/cpuacct.html
#pragma once

#include "base/clock.h"
#include "base/file_descriptor.h"
#include "machine/group_times.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace iotbench {

// Whom a process's time is put down to. Interrupts: the kernel threads that handle those.
enum class ProcessRole : std::uint8_t { Other, Run, Peer, Display, Interrupts };

struct CpuReading {
    struct Cpu {
        unsigned number = 0;
        std::int64_t idleNs = 0, interruptNs = 0, stealNs = 0;
    };
    struct Process {
        int pid = 0;
        ProcessRole role = ProcessRole::Other;
        std::int64_t ranNs = 0; // all its threads, since its start
    };
    std::int64_t steadyNs = 0; // by the reader's clock
    std::int64_t spreadNs = 0; // how long reading took: nothing in it is of one moment more exactly than that
    std::vector<Cpu> cpus; // that are online, ascending; empty: the kernel does not tell
    bool stealTold = true; // false under a hypervisor that has never told of any
    std::int64_t ownNs = 0; // this process, and the children it waited for
    std::vector<Process> processes; // those that can be seen but this one, ascending
    std::optional<std::int64_t> groupsNs; // of all that ran in control groups, ended ones included
};

// The CPU time of a process so far; empty: there is none with this number.
using ProcessClock = std::function<std::optional<std::int64_t>(int pid)>;
std::optional<std::int64_t> processClockNs(int pid); // the kernel's

// One thread.
class CpuReader {
public:
    // `clock` outlives it, and is steady. `hypervisor`: MachineFacts::virtualisation told of one. `root`: see
    // machine.h.
    explicit CpuReader(const Clock& clock, bool hypervisor = false,
        ProcessClock processClock = processClockNs, const std::string& root = "");

    // From the next reading on these processes have this role, as long as they live.
    void mark(ProcessRole role, std::span<const int> pids);

    // `before`: the reading before, for the roles of processes known already; an empty one the first time.
    // About 2 µs a process, and 10 µs for each that is new.
    void read(CpuReading& reading, const CpuReading& before);

private:
    void readStat(CpuReading& reading);
    void readProcesses(CpuReading& reading, const CpuReading& before);
    ProcessRole roleOf(int pid, const CpuReading& reading, const CpuReading& before) const;

    const Clock& m_clock;
    bool m_hypervisor;
    ProcessClock m_processClock;
    std::string m_root;
    GroupTimes m_groups;
    FileDescriptor m_stat;
    std::string m_text;
    std::vector<std::pair<int, ProcessRole>> m_marked; // by pid, until the next reading
};

} // namespace iotbench
