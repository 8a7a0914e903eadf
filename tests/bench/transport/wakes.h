// How late a thread wakes up that waits for a time.
#pragma once

#include <cstdint>

namespace iotbench::bench {

enum class WakeBy : std::uint8_t {
    Sleep, // clock_nanosleep, timer slack as the system has it (50 µs)
    SleepNoSlack, // the same, timer slack 1 ns
    Program, // as the program does: sleeps, the last one short, and waits the last 50 µs awake
};

struct WakeFigure {
    double p50Us = 0;
    double p99Us = 0;
    double cpuUsPerWake = 0;
};

// Deadlines 1 ms apart, for so long.
WakeFigure measureWakes(WakeBy by, double seconds);

} // namespace iotbench::bench
