// Reused blocks in bounded number: the memory of everything that has been read and not yet been decoded.
#pragma once

#include "base/notifier.h"
#include "stream/block.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>

namespace iotbench {

class Clock;
class StopSignal;

// Thread-safe; one thread at a time may wait in acquire(). Outlives every reference to its blocks.
// The memory is reserved at once and touched only when used; the block returned last is handed out first,
// while it is still in the caches.
class BlockPool {
public:
    // Large enough for a read to bring 18 text images, and for a thread to sleep less than once in ten of
    // them; small enough for the caches of a small processor.
    static constexpr std::size_t kUsualBlockBytes = std::size_t{512} << 10;

    BlockPool(std::size_t blockBytes, std::size_t count, const Clock& clock); // throws std::bad_alloc
    ~BlockPool();
    BlockPool(const BlockPool&) = delete;
    BlockPool& operator=(const BlockPool&) = delete;

    BlockRef acquire(const StopSignal& stop); // waits; empty once stopped

    std::size_t blockBytes() const noexcept { return m_blockBytes; }
    std::size_t count() const noexcept { return m_count; }
    std::int64_t waitedNs() const noexcept
    {
        return m_waitedNs;
    } // in acquire(), so far; asked by its thread only

    // How many blocks keep `queued` images (30 kB each as text) of `senders` connections moving: the pool
    // should not run dry before the queue is full.
    static std::size_t countFor(std::size_t blockBytes, std::size_t queued, std::size_t senders);

private:
    friend class BlockRef;
    void giveBack(Block* block) noexcept;

    std::size_t m_blockBytes;
    std::size_t m_count;
    const Clock& m_clock; // of waitedNs()
    std::size_t m_mappedBytes = 0;
    char* m_memory = nullptr;
    std::unique_ptr<Block[]> m_blocks;
    std::mutex m_mutex;
    Block* m_free = nullptr;
    bool m_awaited = false; // somebody is in acquire()
    Notifier m_freed;
    std::int64_t m_waitedNs = 0;
};

} // namespace iotbench
