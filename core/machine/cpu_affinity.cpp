#include "machine/cpu_affinity.h"

#include "machine/cpu_list.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <sched.h>
#include <utility>

namespace iotbench {

namespace {

// The CPUs of each type that are allowed, the strongest type first.
std::vector<std::vector<unsigned>> byStrength(
    std::span<const CoreType> coreTypes, std::span<const unsigned> allowed)
{
    std::vector<const CoreType*> ordered;
    for (const CoreType& type : coreTypes)
        ordered.push_back(&type);
    std::ranges::stable_sort(ordered, std::greater(),
        [](const CoreType* type) { return std::pair(type->capacity.value_or(0), type->maxMHz.value_or(0)); });
    std::vector<std::vector<unsigned>> groups;
    for (const CoreType* type : ordered) {
        std::vector<unsigned> cpus = cpusFrom(type->cpus);
        std::erase_if(cpus, [allowed](unsigned cpu) { return !std::ranges::binary_search(allowed, cpu); });
        if (!cpus.empty())
            groups.push_back(std::move(cpus));
    }
    return groups;
}

} // namespace

std::vector<std::vector<unsigned>> cpusOfWorkers(
    unsigned workers, std::span<const CoreType> coreTypes, std::span<const unsigned> allowed)
{
    const auto groups = byStrength(coreTypes, allowed);
    std::vector<std::vector<unsigned>> workerCpus;
    if (groups.size() < 2)
        return workerCpus;
    for (const auto& cpus : groups)
        workerCpus.insert(
            workerCpus.end(), std::min<std::size_t>(cpus.size(), workers - workerCpus.size()), cpus);
    if (workerCpus.size() < workers)
        workerCpus.clear();
    return workerCpus;
}

void holdWorker(std::span<const std::vector<unsigned>> workerCpus, std::size_t worker) noexcept
{
    if (worker < workerCpus.size())
        stayOn(workerCpus[worker]);
}

bool stayOn(std::span<const unsigned> cpus) noexcept
{
    if (cpus.empty())
        return false;
    const int count = static_cast<int>(*std::ranges::max_element(cpus)) + 1;
    const std::size_t size = CPU_ALLOC_SIZE(count);
    const std::unique_ptr<cpu_set_t, void (*)(cpu_set_t*)> set(
        CPU_ALLOC(count), [](cpu_set_t* made) { CPU_FREE(made); });
    if (!set)
        return false;
    CPU_ZERO_S(size, set.get());
    for (const unsigned cpu : cpus)
        CPU_SET_S(cpu, size, set.get());
    return sched_setaffinity(0, size, set.get()) == 0;
}

} // namespace iotbench
