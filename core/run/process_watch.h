// What the whole process and its machine went through between two moments.
#pragma once

#include "machine/machine.h"
#include "statistics/run_result.h"

#include <cstdint>

namespace iotbench {

// One thread.
class ProcessWatch {
public:
    void begin();
    // Disturbance and the CPU time of threads that nobody accounts for, since begin(); temperature and peak memory,
    // as they are now. `result.cpu` holds the accounted threads already.
    void fill(RunResult& result) const;

private:
    MachineCounters m_before;
    std::int64_t m_cpuBeforeNs = 0;
};

} // namespace iotbench
