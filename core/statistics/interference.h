// What else ran on the CPUs that a run may use, and what took their time or speed away. Plain values; how
// they come about: machine/cpu_window.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace iotbench {

// A share that the kernel's counters leave open between two ends.
struct ShareEstimate {
    double percent = 0;
    double low = 0, high = 0; // in percent too; the truth lies between them

    bool operator==(const ShareEstimate&) const = default;
};

// Over the time from the first image to the last result with images in hand. Empty: the kernel does not tell,
// or there was no such time.
struct Interference {
    std::string cpus; // that the run may use, as the kernel numbers them: "0-3"
    // The first that somebody gave a thread of the run in place of others meanwhile; "": nobody did.
    std::string cpusChangedFrom, cpusChangedTo;
    // Of the time from the first image to the last result: the process as a whole stood still. See
    // machine/suspension_watch.h.
    std::optional<double> suspendedS;
    double seconds = 0; // that the shares are taken over

    // Percent of the time of those CPUs.
    std::optional<double> runPercent; // this process and its children
    std::optional<double> peersPercent; // the other ends of its streams on this machine
    std::optional<double> displayPercent; // the window's display server
    std::optional<ShareEstimate> others; // every other program
    // Interrupts, as the kernel counts them: most kernels charge them to the program that they interrupt too.
    std::optional<double> interruptsPercent;
    std::optional<double> idlePercent; // waits for disks included
    std::optional<double> stealPercent; // taken by the hypervisor

    std::optional<double> quotaPercent; // of the CPU time it may use: held back by its control group's quota
    // Percent of the time.
    std::optional<double> heatPercent; // the clock was held down by heat
    std::optional<double> underVoltagePercent; // by a supply that is too weak
    std::optional<double>
        clockLimitedPercent; // less clock was allowed than at the start, neither reason seen
    std::optional<std::uint64_t> thermalEvents; // counted by x86

    bool operator==(const Interference&) const = default;
};

// The same for a row of intervals, whatever was in hand.
struct InterferenceRow {
    std::optional<double> othersPercent, stealPercent, heatPercent;
    std::optional<double> clockMHz; // mean over the core types, by their CPUs
    std::optional<double> temperatureC; // of the hottest zone
    std::optional<double> quotaPercent = {}; // in no report

    bool operator==(const InterferenceRow&) const = default;
};

} // namespace iotbench
