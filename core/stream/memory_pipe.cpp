#include "stream/memory_pipe.h"

#include "base/notifier.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <utility>

namespace iotbench {

namespace {

// Positions count for ever and are masked into the ring. Whoever finds nothing to do says so (`…Waits`),
// looks once more and only then waits; the other side publishes its position before it looks whether somebody
// waits. Both orders are sequentially consistent, so that one of the two always sees the other.
struct Ring {
    explicit Ring(std::size_t capacity)
        : size(std::bit_ceil(capacity))
        , bytes(std::make_unique<char[]>(size))
    {
    }

    const std::size_t size;
    const std::unique_ptr<char[]> bytes;
    alignas(64) std::atomic<std::size_t> written{0};
    std::atomic<bool> sinkClosed{false};
    std::atomic<bool> writerWaits{false};
    alignas(64) std::atomic<std::size_t> read{0};
    std::atomic<bool> sourceClosed{false};
    std::atomic<bool> readerWaits{false};
    alignas(64) Notifier filled;
    Notifier drained;

    void copyIn(std::size_t at, std::span<const char> from)
    {
        const std::size_t offset = at & (size - 1);
        const std::size_t first = std::min(from.size(), size - offset);
        std::memcpy(bytes.get() + offset, from.data(), first);
        std::memcpy(bytes.get(), from.data() + first, from.size() - first);
    }

    void copyOut(std::size_t at, std::span<char> to) const
    {
        const std::size_t offset = at & (size - 1);
        const std::size_t first = std::min(to.size(), size - offset);
        std::memcpy(to.data(), bytes.get() + offset, first);
        std::memcpy(to.data() + first, bytes.get(), to.size() - first);
    }
};

class MemorySource final : public ByteSource {
public:
    explicit MemorySource(std::shared_ptr<Ring> ring)
        : m_ring(std::move(ring))
    {
    }
    ~MemorySource() override
    {
        m_ring->sourceClosed = true;
        m_ring->drained.notify();
    }

    IoResult read(std::span<char> into) override
    {
        const std::size_t available = availableOrWait();
        if (available == 0)
            return {m_atEnd ? IoResult::Status::Closed : IoResult::Status::WouldBlock, 0, 0};
        const std::size_t count = std::min(into.size(), available);
        const std::size_t from = m_ring->read.load(std::memory_order_relaxed);
        m_ring->copyOut(from, into.first(count));
        m_ring->read = from + count;
        // Woken with half the ring to fill, the writer sleeps less often.
        if (m_ring->writerWaits && available - count <= m_ring->size / 2
            && m_ring->writerWaits.exchange(false))
            m_ring->drained.notify();
        return {IoResult::Status::Moved, count, 0};
    }

    PollTarget readTarget() const override { return {m_ring->filled.fd(), POLLIN}; }

private:
    std::size_t availableOrWait()
    {
        const std::size_t from = m_ring->read.load(std::memory_order_relaxed);
        if (const std::size_t available = m_ring->written - from)
            return available;
        m_ring->filled.clear();
        m_ring->readerWaits = true;
        m_atEnd = m_ring->sinkClosed; // before the last look: what was written before closing is seen then
        const std::size_t available = m_ring->written - from;
        if (available > 0 || m_atEnd)
            m_ring->readerWaits = false;
        return available;
    }

    std::shared_ptr<Ring> m_ring;
    bool m_atEnd = false;
};

class MemorySink final : public ByteSink {
public:
    explicit MemorySink(std::shared_ptr<Ring> ring)
        : m_ring(std::move(ring))
    {
    }
    ~MemorySink() override { finish(); }

    IoResult write(std::span<const char> bytes) override
    {
        if (m_ring->sourceClosed)
            return {IoResult::Status::Closed, 0, EPIPE};
        const std::size_t free = freeOrWait();
        if (free == 0)
            return {};
        const std::size_t count = std::min(bytes.size(), free);
        const std::size_t to = m_ring->written.load(std::memory_order_relaxed);
        m_ring->copyIn(to, bytes.first(count));
        m_ring->written = to + count;
        if (m_ring->readerWaits && m_ring->readerWaits.exchange(false))
            m_ring->filled.notify();
        return {IoResult::Status::Moved, count, 0};
    }

    PollTarget writeTarget() const override { return {m_ring->drained.fd(), POLLIN}; }

    void finish() override
    {
        m_ring->sinkClosed = true;
        m_ring->filled.notify();
    }

private:
    std::size_t freeOrWait()
    {
        const std::size_t to = m_ring->written.load(std::memory_order_relaxed);
        if (const std::size_t free = m_ring->size - (to - m_ring->read))
            return free;
        m_ring->drained.clear();
        m_ring->writerWaits = true;
        const std::size_t free = m_ring->size - (to - m_ring->read);
        if (free > 0 || m_ring->sourceClosed) {
            m_ring->writerWaits = false;
            m_ring->drained.notify(); // the clear() above may have taken the source's last ring
        }
        return free;
    }

    std::shared_ptr<Ring> m_ring;
};

} // namespace

MemoryPipe makeMemoryPipe(std::size_t capacity)
{
    auto ring = std::make_shared<Ring>(std::max<std::size_t>(capacity, 1));
    return {std::make_unique<MemorySource>(ring), std::make_unique<MemorySink>(ring)};
}

} // namespace iotbench
