// What the whole process and its machine went through between two moments.
#pragma once

#include "machine/disturbance.h"
#include "machine/speed_watch.h"
#include "statistics/run_result.h"

#include <cstdint>
#include <optional>

namespace iotbench {

// What it came to.
struct ProcessFacts {
    MachineFacts machine = {}; // with the clocks and temperatures seen
    Disturbance disturbance = {};
    double cpuS = 0; // of all threads, ended ones too
    std::uint64_t peakMemoryBytes = 0; // as it is now
};

// One thread.
class ProcessWatch {
public:
    explicit ProcessWatch(MachineFacts machine)
        : m_machine(std::move(machine))
    {
    }

    const MachineFacts& machine() const { return m_machine; }
    void begin();
    // As often as the caller likes; the machine is looked at four times a second.
    void observe();
    // Since begin(); where it was not called, the machine and its memory alone.
    ProcessFacts end();

private:
    MachineFacts m_machine;
    MachineCounters m_before;
    std::optional<SpeedWatch> m_speed; // empty before begin()
    std::int64_t m_nextNs = 0; // of the next observation
    std::int64_t m_cpuBeforeNs = 0;
};

} // namespace iotbench
