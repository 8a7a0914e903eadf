// Tells when the process as a whole stood still: stopped by a signal (SIGSTOP, Ctrl-Z, a debugger), or frozen
// by its control group.
//
// A thread that sleeps until a deadline wakes up late where other programs keep the CPUs busy. It is runnable
// then and waits for a CPU, and the kernel counts that wait: the second figure of /proc/thread-self/schedstat
// (https://docs.kernel.org/scheduler/sched-stats.html). A thread that is stopped is neither running nor
// waiting. So what a sleep took beyond its deadline and beyond that wait is time in which the thread was not
// let run; and where the whole process was not, its CPU time stood still too.
#pragma once

#include "base/clock.h"
#include "base/file_descriptor.h"

#include <cstdint>
#include <optional>
#include <string>

namespace iotbench {

// One sleep of a thread; nanoseconds.
struct Sleep {
    std::int64_t lengthNs = 0; // by the clock
    std::int64_t askedNs = 0; // the longest that it was to be
    std::int64_t waitedNs = 0; // of it, for a CPU
    std::int64_t processRanNs = 0; // all threads of the process, meanwhile
    unsigned cpus = 1; // that these may use
};

// How long of it the process stood still; 0 under 10 ms, for a hypervisor takes that much now and then. All
// threads may have run at once until the deadline.
std::int64_t suspendedNs(const Sleep& sleep);

struct Suspension {
    std::int64_t endNs
        = 0; // on the clock: before the thread waited for a CPU, for the others may have had one
    std::int64_t ns = 0; // its length
};

// One thread, which is the one that sleeps.
class SuspensionWatch {
public:
    // `clock` outlives it. `root`: see machine.h.
    SuspensionWatch(const Clock& clock, unsigned cpus, const std::string& root = "");

    bool tells() const { return m_before.waitedNs.has_value(); } // false: the kernel does not count waits
    void fallAsleep();
    Suspension wakeUp(std::int64_t askedNs); // since fallAsleep(); of no length where there was none

private:
    struct Moment {
        std::int64_t steadyNs = 0, processRanNs = 0;
        std::optional<std::int64_t> waitedNs;
    };
    Moment now() const;

    const Clock& m_clock;
    unsigned m_cpus;
    FileDescriptor m_schedstat;
    Moment m_before;
};

} // namespace iotbench
