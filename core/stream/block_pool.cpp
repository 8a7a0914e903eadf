#include "stream/block_pool.h"

#include "base/clock.h"
#include "base/stop_signal.h"
#include "base/wait_ready.h"

#include <algorithm>
#include <cassert>
#include <new>
#include <poll.h>
#include <sys/mman.h>
#include <unistd.h>
#include <utility>

namespace iotbench {

namespace {

constexpr std::size_t kTypicalTextImage = 30'000; // bytes of a keras line

std::size_t roundUp(std::size_t value, std::size_t unit)
{
    return (value + unit - 1) / unit * unit;
}

} // namespace

BlockRef::BlockRef(Block* block) noexcept
    : m_block(block)
{
    if (m_block)
        m_block->m_references.fetch_add(1, std::memory_order_relaxed);
}

BlockRef::BlockRef(const BlockRef& other) noexcept
    : BlockRef(other.m_block)
{
}

void BlockRef::release() noexcept
{
    // What the last holder's predecessors did with the bytes must have happened before they are overwritten.
    if (m_block->m_references.fetch_sub(1, std::memory_order_acq_rel) == 1)
        m_block->m_pool->giveBack(m_block);
}

BlockPool::BlockPool(std::size_t blockBytes, std::size_t count, const Clock& clock)
    : m_blockBytes(blockBytes)
    , m_count(count)
    , m_clock(clock)
{
    const auto pageBytes
        = static_cast<std::size_t>(sysconf(_SC_PAGESIZE)); // 4, 16 or 64 kB: arm64 has all three
    const std::size_t stride = roundUp(kReadableBefore + blockBytes + kReadableAfter, pageBytes);
    m_mappedBytes = stride * count;
    void* memory = mmap(nullptr, m_mappedBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        throw std::bad_alloc();
    m_memory = static_cast<char*>(memory);
    m_blocks = std::make_unique<Block[]>(count);
    for (std::size_t i = count; i-- > 0;) {
        Block& block = m_blocks[i];
        block.m_data = m_memory + i * stride + kReadableBefore;
        block.m_capacity = blockBytes;
        block.m_pool = this;
        block.m_nextFree = m_free;
        m_free = &block;
    }
}

BlockPool::~BlockPool()
{
    assert(std::all_of(m_blocks.get(), m_blocks.get() + m_count,
        [](const Block& block) { return block.m_references.load() == 0; }));
    munmap(m_memory, m_mappedBytes);
}

BlockRef BlockPool::acquire(const StopSignal& stop)
{
    for (;;) {
        {
            const std::lock_guard lock(m_mutex);
            if (Block* block = m_free) {
                m_free = block->m_nextFree;
                return BlockRef(block);
            }
            m_awaited = true;
        }
        const std::int64_t fromNs = m_clock.nowNs();
        const Readiness readiness = waitReady(m_clock, {m_freed.fd(), POLLIN}, stop, kNever);
        m_waitedNs += m_clock.nowNs() - fromNs;
        if (readiness == Readiness::Stopped)
            return {};
        m_freed.clear();
    }
}

void BlockPool::giveBack(Block* block) noexcept
{
    bool wake = false;
    {
        const std::lock_guard lock(m_mutex);
        block->m_nextFree = m_free;
        m_free = block;
        wake = std::exchange(m_awaited, false);
    }
    if (wake)
        m_freed.notify();
}

std::size_t BlockPool::countFor(std::size_t blockBytes, std::size_t queued, std::size_t senders)
{
    // Each connection fills one block and may have two more, partly used, in the queue.
    return (queued * kTypicalTextImage + blockBytes - 1) / blockBytes + 3 * std::max<std::size_t>(senders, 1)
        + 2;
}

} // namespace iotbench
