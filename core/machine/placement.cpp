#include "machine/placement.h"

#include "machine/cpu_list.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <sched.h>
#include <utility>

namespace iotbench {

namespace {

// The CPUs of each kind that are allowed, the strongest kind first.
std::vector<std::vector<unsigned>> byStrength(
    std::span<const CoreType> kinds, std::span<const unsigned> allowed)
{
    std::vector<const CoreType*> ordered;
    for (const CoreType& kind : kinds)
        ordered.push_back(&kind);
    std::ranges::stable_sort(ordered, std::greater(),
        [](const CoreType* kind) { return std::pair(kind->capacity.value_or(0), kind->maxMHz.value_or(0)); });
    std::vector<std::vector<unsigned>> groups;
    for (const CoreType* kind : ordered) {
        std::vector<unsigned> cpus = cpusFrom(kind->cpus);
        std::erase_if(cpus, [allowed](unsigned cpu) { return !std::ranges::binary_search(allowed, cpu); });
        if (!cpus.empty())
            groups.push_back(std::move(cpus));
    }
    return groups;
}

} // namespace

std::vector<std::vector<unsigned>> placeWorkers(
    unsigned workers, std::span<const CoreType> kinds, std::span<const unsigned> allowed)
{
    const auto groups = byStrength(kinds, allowed);
    std::vector<std::vector<unsigned>> places;
    if (groups.size() < 2)
        return places;
    for (const auto& cpus : groups)
        places.insert(places.end(), std::min<std::size_t>(cpus.size(), workers - places.size()), cpus);
    if (places.size() < workers)
        places.clear();
    return places;
}

void takePlace(std::span<const std::vector<unsigned>> places, std::size_t worker) noexcept
{
    if (worker < places.size())
        stayOn(places[worker]);
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
