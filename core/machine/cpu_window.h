// From the kernel's accounts of CPU time to the shares of a run, its peers and everything else: pure
// functions.
//
// What other programs ran is known from two sides. Every CPU's time less its idle time and what the
// hypervisor took is what ran there; less what this process ran, as charged, what others did. That holds
// interrupts too, where the kernel accounts for them apart, or they came while a CPU was idle; where it
// charges them to the program that they interrupt, the run's own part of them went off with the run's time.
// The clocks of all processes, and the totals of their control groups, tell who ran how long; they miss
// interrupts, and processes that came and went. So
//
//   charged    to all processes and kernel threads: by their clocks, or by the groups' totals if that is more
//   nobody's   what ran on all CPUs, less `charged`: interrupts accounted for apart, programs that ended
//   estimate   `charged` less run, peers, display server and the threads of interrupts, and `nobody's` less
//              all interrupts that were counted
//   high       with all of `nobody's`
//   low        the estimate less what the kernel's rounding may have added
//
// On a run that loads the CPUs by itself `nobody's` is about 0, however many interrupts its stream makes, and
// so is the estimate. Where a run may use only some CPUs, clocks do not tell where others ran: the estimate
// is what ran on those CPUs less the run's, all that its peers ran wherever it was, and at most `nobody's` of
// interrupts.
#pragma once

#include "machine/cpu_reading.h"
#include "statistics/interference.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace iotbench {

struct TimeSpan {
    std::int64_t startNs = 0, endNs = 0; // CLOCK_MONOTONIC
};

// What happened between two readings. What follows `edgeErrorNs` are amounts that add up over
// windows and shrink with a part of one; times in nanoseconds.
struct CpuWindow {
    TimeSpan time;
    double inHandNs = 0; // of that time, with images in hand: from the first image to the last result
    bool allUsable = true; // the run may use every CPU that is online
    double edgeErrorNs = 0; // what each end of the window may add to the time of others, or take away

    // On the CPUs that the run may use.
    double capacityNs = 0; // their number times the window's length; 0: the kernel tells of none of them
    double idleNs = 0, interruptNs = 0;
    double stealNs = 0, stealToldNs = 0; // stolen, of so much time; 0 of 0: not told
    // On all CPUs that were online.
    double allBusyNs = 0; // neither idle nor stolen, interrupts included
    double clocksNs = 0; // what processes and kernel threads ran by their clocks, this process's included
    double groupsNs = 0; // what ran by the totals of control groups; 0: they do not tell
    double runNs = 0, peersNs = 0, displayNs = 0, interruptThreadsNs = 0; // of the clocks'
    double peersGoneNs = 0; // the most that peers ran after their clocks were last seen: they ended meanwhile

    // Limits, as shares of a time for which they are told (0 of 0: not told).
    double quotaNs = 0, quotaToldNs = 0; // held back by the quota, of the CPU time it allows
    double heatNs = 0, heatToldNs = 0;
    double underVoltageNs = 0, underVoltageToldNs = 0;
    double clockLimitedNs = 0, clockLimitedToldNs = 0;
    double thermalEvents = 0, thermalEventsToldNs = 0;
    double temperatureCNs = 0, temperatureToldNs = 0; // degrees times nanoseconds
    struct Clock {
        double mhzNs = 0, toldNs = 0;
        unsigned cpus = 0;
    };
    std::vector<Clock> clocks; // one for each core type

    void add(const CpuWindow& other, double part); // the amounts of that part of it
    void join(const CpuWindow& next); // the window after this one
};

// `usable`: the CPUs that the run may use, ascending. The limits are left empty.
CpuWindow windowBetween(const CpuReading& start, const CpuReading& end, std::span<const unsigned> usable);

// Shares of the windows, each of which counts by the part of its time with images in hand. `cpus` stays
// empty.
Interference interferenceIn(std::span<const CpuWindow> windows);
// The mean clock of each core type in that time.
std::vector<std::optional<double>> clocksMHz(std::span<const CpuWindow> windows);
// For each row what the windows that reach into it tell, by their shares of its time.
std::vector<InterferenceRow> interferenceRows(
    std::span<const CpuWindow> windows, std::span<const TimeSpan> rows);

} // namespace iotbench
