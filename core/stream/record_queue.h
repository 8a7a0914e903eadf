// Records from the one reader to the workers, bounded in images: when it is full, reading stops, and so in
// the end does the sender. That is the back-pressure.
#pragma once

#include "base/notifier.h"
#include "stream/record.h"

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>

namespace iotbench {

class Clock;
class StopSignal;

// One thread pushes, any number pop. Nothing is allocated after construction; one lock a batch; nobody is
// woken who does not wait, nor for less work than the waking costs.
class RecordQueue {
public:
    RecordQueue(std::size_t capacity, const Clock& clock); // images, >= 1; the clock of pushWaitedNs()

    // Moves all of `records` in, in order, waiting while the queue is full; returns how many went in, fewer
    // only where the queue was closed or `stop` raised. A full queue wakes the pusher when it is half empty.
    std::size_t push(std::span<Record> records, const StopSignal& stop);

    // Moves the oldest records out, at most out.size(), waiting only while there is none; 0: closed and
    // empty. While other consumers wait, each takes its even share, so that a small burst is worked on by
    // all - unless it is so little work that the others are better left asleep.
    std::size_t pop(std::span<Record> out);
    std::size_t tryPop(
        std::span<Record> out); // never waits. 0: none now, so a pop() would wait (or is the end)

    // Told by consumers, from any thread: how long they worked on so many records. Until then every record is
    // taken to be worth a consumer of its own.
    void workTook(std::int64_t ns, std::size_t records) noexcept;

    void close(); // no push succeeds any more; what is there can still be popped

    std::size_t size() const;
    std::int64_t pushWaitedNs() const noexcept
    {
        return m_pushWaitedNs;
    } // so far; asked by the pushing thread only

private:
    // A sleeping thread takes 5 to 100 µs to wake up, and costs its waker about as much.
    static constexpr std::int64_t kWorthWakingNs = 200'000;

    std::size_t consumersWorth(std::size_t records) const noexcept; // at least 1
    void waitForRoom(const StopSignal& stop);
    std::size_t take(std::span<Record> out, std::unique_lock<std::mutex>& lock);
    void removeFirst(std::size_t count, std::unique_lock<std::mutex>& lock); // unlocks

    const std::size_t m_capacity;
    const Clock& m_clock;
    std::unique_ptr<Record[]> m_ring;
    mutable std::mutex m_mutex;
    std::condition_variable m_filled;
    Notifier m_drained;
    std::size_t m_first = 0;
    std::size_t m_size = 0;
    std::size_t m_consumersWaiting = 0;
    bool m_pusherWaits = false;
    bool m_closed = false;
    std::int64_t m_pushWaitedNs = 0;
    std::atomic<std::int64_t> m_nsPerRecord{kWorthWakingNs}; // as of late
};

} // namespace iotbench
