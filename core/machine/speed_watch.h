// How warm the machine was during a run, how fast it clocked, and whether its clock was held down.
//
// x86 counts the time that heat took (disturbance.h). ARM boards count nothing: they are looked at four times
// a second, and a share of the time is a share of those samples. In a run of ten seconds one sample is 2.5 %,
// so a single one that finds the clock held down makes the throughput weak: once is what it takes to lose a
// percent.
//
// A sample counts as
// - throttled by heat, where a cooling device that slows the processor down is at work: cur_state above 0 of
// one
//   whose type names it (thermal-cpufreq-0, cpufreq-cpu0, cpu-throttle-alert, thermal-idle-0, Processor; a
//   fan cools too, but costs no speed); or where a Raspberry Pi's firmware says so: it lowers the clock
//   itself, behind the kernel's back. Its bits "frequency capped" and "throttled" mean heat unless
//   "under-voltage" is set with them; "soft temperature limit" always does. The kernel asks the firmware
//   every two seconds.
// - under-voltage, where that firmware, or its voltage alarm under mainline kernels, says so;
// - limited, where neither was seen and the highest clock allowed (scaling_max_freq) of a group of CPUs is
// lower
//   than at the start. A limit that stands from the start to the end is a setting of the machine: CoreKind
//   tells it.
//
// What a machine does not have stays empty and is not taken for "never".
// https://docs.kernel.org/admin-guide/pm/cpufreq.html, …/driver-api/thermal/sysfs-api.html,
// https://www.raspberrypi.com/documentation/computers/os.html#get_throttled
#pragma once

#include "machine/number_file.h"
#include "machine/thermal_zones.h"
#include "statistics/machine_facts.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace iotbench {

// One thread. Holds its files open, and allocates nothing after it is made.
class SpeedWatch {
public:
    static constexpr std::int64_t kLookEveryNs = 250'000'000;

    // The first sample. `kinds` tell whose clocks to watch. `root`: see machine.h.
    explicit SpeedWatch(const std::vector<CoreKind>& kinds, const std::string& root = "");

    void look(); // one more sample; some microseconds on a PC, up to milliseconds where a thermometer is slow

    // The zones, the hottest of them at the last look, the clocks of `machine.coreKinds`, which must be those
    // it was made with, and the shares of samples. A share that `disturbance` has already, from counters,
    // stays where it is the larger one.
    void fill(MachineFacts& machine, Disturbance& disturbance) const;

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
        double sumMHz = 0;
        std::uint64_t samples = 0;
    };

    std::vector<Zone> m_zones;
    std::vector<NumberFile> m_coolers; // cur_state, of those that slow the processor
    std::vector<Limit> m_limits;
    std::vector<Clock> m_clocks; // one for each kind of core
    std::optional<NumberFile> m_firmware; // Raspberry Pi: its flags
    std::optional<NumberFile> m_voltageAlarm;

    std::uint64_t m_samples = 0;
    std::uint64_t m_hot = 0, m_underVoltage = 0, m_limited = 0; // of m_samples
};

} // namespace iotbench
