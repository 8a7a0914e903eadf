#include "stream/record_queue.h"

#include "base/clock.h"
#include "base/stop_signal.h"
#include "base/wait_ready.h"

#include <algorithm>
#include <poll.h>
#include <utility>

namespace iotbench {

RecordQueue::RecordQueue(std::size_t capacity, const Clock& clock)
    : m_capacity(std::max<std::size_t>(capacity, 1))
    , m_clock(clock)
    , m_ring(std::make_unique<Record[]>(m_capacity))
{
}

std::size_t RecordQueue::push(std::span<Record> records, const StopSignal& stop)
{
    std::size_t pushed = 0;
    while (pushed < records.size()) {
        std::size_t wake = 0;
        bool wait = false;
        {
            const std::lock_guard lock(m_mutex);
            if (m_closed || stop.raised())
                break;
            const std::size_t count = std::min(records.size() - pushed, m_capacity - m_size);
            for (std::size_t i = 0; i < count; ++i)
                m_ring[(m_first + m_size + i) % m_capacity] = std::move(records[pushed + i]);
            pushed += count;
            m_size += count;
            wake = std::min({count, m_consumersWaiting, consumersWorth(count)});
            wait = m_pusherWaits = pushed < records.size();
        }
        for (; wake > 0; --wake)
            m_filled.notify_one();
        if (wait)
            waitForRoom(stop);
    }
    return pushed;
}

void RecordQueue::waitForRoom(const StopSignal& stop)
{
    const std::int64_t fromNs = m_clock.nowNs();
    waitReady(m_clock, {m_drained.fd(), POLLIN}, stop, kNever);
    m_drained.clear();
    m_pushWaitedNs += m_clock.nowNs() - fromNs;
}

std::size_t RecordQueue::pop(std::span<Record> out)
{
    std::unique_lock lock(m_mutex);
    if (m_size == 0 && !m_closed) {
        ++m_consumersWaiting;
        m_filled.wait(lock, [this] { return m_size > 0 || m_closed; });
        --m_consumersWaiting;
    }
    return take(out, lock);
}

std::size_t RecordQueue::tryPop(std::span<Record> out)
{
    std::unique_lock lock(m_mutex);
    return take(out, lock);
}

std::size_t RecordQueue::take(std::span<Record> out, std::unique_lock<std::mutex>& lock)
{
    const std::size_t sharers = std::min(1 + m_consumersWaiting, consumersWorth(m_size));
    const std::size_t count = std::min(out.size(), (m_size + sharers - 1) / sharers);
    for (std::size_t i = 0; i < count; ++i)
        out[i] = std::move(m_ring[(m_first + i) % m_capacity]);
    removeFirst(count, lock);
    return count;
}

void RecordQueue::workTook(std::int64_t ns, std::size_t records) noexcept
{
    if (records > 0)
        m_nsPerRecord.store(ns / static_cast<std::int64_t>(records), std::memory_order_relaxed);
}

std::size_t RecordQueue::consumersWorth(std::size_t records) const noexcept
{
    const std::int64_t workNs
        = m_nsPerRecord.load(std::memory_order_relaxed) * static_cast<std::int64_t>(records);
    return static_cast<std::size_t>(std::max<std::int64_t>(workNs / kWorthWakingNs, 1));
}

void RecordQueue::removeFirst(std::size_t count, std::unique_lock<std::mutex>& lock)
{
    m_first = (m_first + count) % m_capacity;
    m_size -= count;
    const bool wakePusher = m_pusherWaits && m_size <= m_capacity / 2;
    if (wakePusher)
        m_pusherWaits = false;
    lock.unlock();
    if (wakePusher)
        m_drained.notify();
}

void RecordQueue::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_pusherWaits = false;
    }
    m_filled.notify_all();
    m_drained.notify();
}

std::size_t RecordQueue::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_size;
}

} // namespace iotbench
