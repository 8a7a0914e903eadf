// On which core type each worker of a run goes, where there are several.
#pragma once

#include "statistics/machine_facts.h"

#include <cstddef>
#include <span>
#include <vector>

namespace iotbench {

// CPUs for each worker, as many sets as workers: those of the strongest type for as many workers as it has
// CPUs, those of the next type for the others. None where all cores are alike (held to one CPU each, workers
// of ResNet20 were 0.99 to 1.00 times as fast as where Linux places them), and where there are more workers
// than CPUs. `coreTypes`: readCoreTypes(). `allowed`: allowedCpus().
std::vector<std::vector<unsigned>> cpusOfWorkers(
    unsigned workers, std::span<const CoreType> coreTypes, std::span<const unsigned> allowed);

// Holds the calling thread to the CPUs of this worker, counted from 0; it stays free where `workerCpus` is
// empty or the kernel refuses. Where workers really ran, a report tells of its own accord.
void holdWorker(std::span<const std::vector<unsigned>> workerCpus, std::size_t worker) noexcept;

// Holds the calling thread, and those that it makes from now on, to these CPUs. False, and nothing has
// changed, where there are none or the kernel refuses (one has gone offline meanwhile).
bool stayOn(std::span<const unsigned> cpus) noexcept;

} // namespace iotbench
