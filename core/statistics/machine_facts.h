// What a report says about the machine. Filled by machine/machine.h; plain values here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace iotbench {

// "" and nullopt: the system does not tell.

// Cores that are alike: of one make, one capacity and one highest clock. Most machines have one kind; a
// processor with clusters of unequal cores (big.LITTLE, performance and efficient cores) has several.
struct CoreType {
    std::string name; // "ARM Cortex-A76"
    std::string cpus; // online ones, as the kernel numbers them: "4-7"
    unsigned count = 0; // of them
    std::optional<unsigned> clusters; // of the chip that they sit in; x86 does not tell
    std::optional<unsigned> capacity; // Linux' measure of speed: 1,024 is the fastest core of the machine
    std::string governor; // "performance", "schedutil", …
    std::optional<double> minMHz, maxMHz; // of the hardware
    std::optional<double> limitMHz; // the highest that was allowed at the start
    std::optional<double> meanMHz; // seen during the run, on the first CPU of the kind
    // Of the run's inferences those that ended there. A worker that moved counts for its shares of inference
    // time.
    std::optional<double> workers; // on average; over all kinds they sum up to the workers that did anything
    std::optional<std::uint64_t> images;
    std::optional<double> inferUs; // an image, mean

    bool operator==(const CoreType&) const = default;
};

struct ThermalZone {
    std::string type; // "cpu-thermal", "soc-thermal", "x86_pkg_temp"
    std::optional<double> startC, highestC, endC; // of the run

    bool operator==(const ThermalZone&) const = default;
};

struct MachineFacts {
    std::string hostName; // "" with --no-host
    std::string board; // "Raspberry Pi 4 Model B Rev 1.4"; of a PC its maker and product
    std::string cpuModel; // "AMD EPYC 7R13", "ARM Cortex-A72", "ARM Cortex-A55 + ARM Cortex-A76"
    std::string architecture; // "x86_64", "aarch64"
    std::string instructionSets; // those that matter for inference: "avx2 fma avx512f avx512_vnni"
    unsigned coresOnline = 0; // logical CPUs of the machine
    double coresAllowed = 0; // to this process: affinity and cgroup quota; may be a fraction
    std::string governor; // of the first CPU: "performance", "schedutil", …
    std::optional<double> frequencyMHz; // of the first CPU, at the start
    std::vector<CoreType> coreTypes; // by their first CPU; empty: not told
    std::vector<ThermalZone> thermalZones;
    std::optional<double> temperatureC; // the hottest zone, at the end
    std::uint64_t memoryBytes = 0; // RAM, or the cgroup's limit where that is lower
    std::string osName; // "Debian GNU/Linux 12 (bookworm)"
    std::string kernel; // "6.1.0-18-amd64"
    std::string virtualisation; // "hypervisor" where the CPU says it runs under one

    bool operator==(const MachineFacts&) const = default;
};

} // namespace iotbench
