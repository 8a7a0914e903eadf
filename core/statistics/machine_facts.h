// What a report says about the machine. Filled by machine/machine.h; plain values here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace iotbench {

// "" and nullopt: the system does not tell.
struct MachineFacts {
    std::string hostName; // "" with --no-host
    std::string cpuModel; // "AMD EPYC 7R13", "ARM Cortex-A72"
    std::string architecture; // "x86_64", "aarch64"
    std::string instructionSets; // those that matter for inference: "avx2 fma avx512f avx512_vnni"
    unsigned coresOnline = 0; // logical CPUs of the machine
    double coresAllowed = 0; // to this process: affinity and cgroup quota; may be a fraction
    std::string governor; // "performance", "schedutil", …
    std::optional<double> frequencyMHz; // of the first CPU, at the start
    std::optional<double> temperatureC; // the hottest zone, at the end
    std::uint64_t memoryBytes = 0; // RAM, or the cgroup's limit where that is lower
    std::string osName; // "Debian GNU/Linux 12 (bookworm)"
    std::string kernel; // "6.1.0-18-amd64"
    std::string virtualisation; // "hypervisor" where the CPU says it runs under one

    bool operator==(const MachineFacts&) const = default;
};

// What took time away from the run, as shares (0..1) of its time; empty where the system does not tell.
struct Disturbance {
    std::optional<double> steal; // of all CPU time: taken by the hypervisor
    std::optional<double> thermalThrottled; // of the run: the most throttled CPU
    // Of the CPU time it may use: its control group was held back by its quota.
    std::optional<double> quotaThrottled;
    std::optional<std::uint64_t> thermalEvents;

    bool operator==(const Disturbance&) const = default;
};

} // namespace iotbench
