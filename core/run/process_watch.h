// What the whole process and its machine went through between two moments.
#pragma once

#include "machine/disturbance.h"
#include "machine/speed_watch.h"
#include "statistics/run_result.h"

#include <cstdint>
#include <optional>

namespace iotbench {

// One thread.
class ProcessWatch {
public:
    void begin(const MachineFacts& machine);
    // As often as the caller likes; the machine is looked at four times a second.
    void look();
    // Since begin(): disturbance, temperatures, clocks, and the CPU time of threads that nobody accounts for.
    // Peak memory as it is now. `result.cpu` holds the accounted threads already.
    void fill(RunResult& result);

private:
    MachineCounters m_before;
    std::optional<SpeedWatch> m_speed; // empty before begin()
    std::int64_t m_nextLookNs = 0;
    std::int64_t m_cpuBeforeNs = 0;
};

} // namespace iotbench
