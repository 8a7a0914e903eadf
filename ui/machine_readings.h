// What this program uses of the machine right now, and how the machine stands. Plain reads of /proc and /sys
// that take microseconds; what the system does not tell is empty.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace iotbench::ui {

struct MachineReading {
    std::optional<double> coresUsed; // by this process since the reading before; empty at the first
    std::optional<double> memoryBytes; // resident, of this process
    std::optional<double> clockMHz; // the fastest CPU
    std::optional<double> temperatureC; // the hottest zone
};

// What the clocks of this process show.
struct ProcessTimes {
    std::int64_t steadyNs = 0;
    std::int64_t cpuNs = 0; // of all threads

    static ProcessTimes now();
};

class MachineReadings {
public:
    explicit MachineReadings(std::string root = ""); // see machine/machine.h

    MachineReading read(const ProcessTimes& now = ProcessTimes::now());

private:
    std::string m_root;
    std::optional<ProcessTimes> m_before;
};

} // namespace iotbench::ui
