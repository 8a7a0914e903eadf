// Samples from many workers to one collector, in the order of the run: a ring of pre-reserved slots, one for
// each record in flight. No lock and no allocation an image; a slot fills two cache lines, so workers do not
// share one.
#pragma once

#include "statistics/sample.h"

#include <atomic>
#include <cstddef>
#include <memory>

namespace iotbench {

// Any number of threads publish(), one thread calls take(). Ordinals have no gaps; each is published once.
class SampleRing {
public:
    // `capacity` is rounded up to a power of two. It has to exceed the records in flight by what the
    // collector may lag behind.
    explicit SampleRing(std::size_t capacity);

    // True where the slot of this ordinal is free, i.e. the collector has caught up with it.
    bool hasRoomFor(std::uint64_t ordinal) const noexcept
    {
        return ordinal < m_taken.load(std::memory_order_acquire) + m_capacity;
    }

    // hasRoomFor(sample.ordinal) must be true.
    void publish(const Sample& sample) noexcept
    {
        Slot& slot = m_slots[sample.ordinal & (m_capacity - 1)];
        slot.sample = sample;
        slot.published.store(sample.ordinal + 1, std::memory_order_release);
    }

    // Calls visit(Sample&) for every sample that is ready, in order of ordinals; returns how many.
    template <typename Visitor>
    std::size_t take(Visitor&& visit)
    {
        std::uint64_t next = m_taken.load(std::memory_order_relaxed);
        const std::uint64_t first = next;
        for (;; ++next) {
            Slot& slot = m_slots[next & (m_capacity - 1)];
            if (slot.published.load(std::memory_order_acquire) != next + 1)
                break;
            visit(slot.sample);
            m_taken.store(next + 1, std::memory_order_release);
        }
        return next - first;
    }

    // How many the collector has taken so far. Any thread.
    std::uint64_t taken() const noexcept { return m_taken.load(std::memory_order_acquire); }

    std::size_t capacity() const noexcept { return m_capacity; }

private:
    struct alignas(64) Slot {
        std::atomic<std::uint64_t> published{0};
        Sample sample;
    };
    std::size_t m_capacity;
    std::unique_ptr<Slot[]> m_slots;
    alignas(64) std::atomic<std::uint64_t> m_taken{0};
};

} // namespace iotbench
