// How warm the machine was during a run, how fast it clocked, and whether its clock was held down.
//
// x86 counts the time that heat took. ARM boards count nothing: they are sampled four times a second, and a
// share of the time is a share of those samples. In a run of ten seconds one sample is 2.5 %, so a single one
// that finds the clock held down makes the throughput weak: once is what it takes to lose a percent. Where
// there are counters and samples, the larger share counts.
//
// A sample counts as
// - throttled by heat, where a cooling device that slows the processor down is at work: cur_state above 0
//   and a type that names the processor (thermal-cpufreq-0, cpufreq-cpu0, cpu-throttle-alert, thermal-idle-0,
//   Processor; a fan cools too, but costs no speed); or where a Raspberry Pi's firmware says so: it lowers
//   the clock itself, behind the kernel's back. Its bits "frequency capped" and "throttled" mean heat unless
//   "under-voltage" is set with them; "soft temperature limit" always does. The kernel asks the firmware
//   every two seconds.
// - under-voltage, where that firmware, or its voltage alarm under mainline kernels, says so;
// - limited, where neither was seen and the highest clock allowed (scaling_max_freq) of a group of CPUs is
//   lower than at the start. A limit that stands from the start to the end is a setting of the machine:
//   CoreType tells it.
//
// What a machine does not have stays empty and is not taken for "never".
// https://docs.kernel.org/admin-guide/pm/cpufreq.html, …/driver-api/thermal/sysfs-api.html,
// https://www.raspberrypi.com/documentation/computers/os.html#get_throttled
#pragma once

#include "machine/cpu_window.h"
#include "machine/number_file.h"
#include "machine/thermal_zones.h"
#include "statistics/machine_facts.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace iotbench {

// One thread. Holds its files open, and allocates next to nothing after it is made.
class SpeedWatch {
public:
    static constexpr std::int64_t kSampleEveryNs = 250'000'000;

    // The first sample. `coreTypes` tell whose clocks to watch, `cpus` whose counters. `root`: see machine.h.
    SpeedWatch(
        const std::vector<CoreType>& coreTypes, std::span<const unsigned> cpus, const std::string& root = "");

    void sample(); // some microseconds on a PC, up to milliseconds where a thermometer is slow

    // Samples once more. What was seen since the last call, or since it was made, in the window's length.
    void take(CpuWindow& window);
    // Each zone since it was made; the hottest at the last sample.
    void fill(MachineFacts& machine) const;

private:
    struct Zone {
        ThermalZoneFile file;
        std::optional<double> startC, highestC, endC;
    };
    struct Limit {
        NumberFile file;
        std::int64_t startKHz;
    };
    struct Clock {
        NumberFile file; // closed where the CPU tells none
        unsigned cpus;
        double sumMHz = 0;
        std::uint64_t samples = 0;
    };
    struct HeatCounters { // of a CPU
        NumberFile totalMs, events;
        std::int64_t lastMs, lastEvents;
    };
    std::optional<double> hottestC() const;

    std::vector<Zone> m_zones;
    std::vector<NumberFile> m_coolers; // cur_state, of those that slow the processor
    std::vector<Limit> m_limits;
    std::vector<Clock> m_clocks; // one for each core type
    std::vector<HeatCounters> m_counters;
    std::optional<NumberFile> m_firmware; // Raspberry Pi: its flags
    std::optional<NumberFile> m_voltageAlarm;

    // Since the last window.
    std::uint64_t m_samples = 0;
    std::uint64_t m_hot = 0, m_underVoltage = 0, m_limited = 0; // of m_samples
};

} // namespace iotbench
