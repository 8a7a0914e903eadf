// Memory that bytes are read into once and looked at in place until the last record of it is done with.
#pragma once

#include "wire/wire_format.h"

#include <atomic>
#include <cstddef>
#include <utility>

namespace iotbench {

class BlockPool;

// A padded buffer: kReadableBefore bytes before data() and kReadableAfter past data() + capacity() may be
// read.
class Block {
public:
    char* data() noexcept { return m_data; }
    const char* data() const noexcept { return m_data; }
    std::size_t capacity() const noexcept { return m_capacity; }

private:
    friend class BlockPool;
    friend class BlockRef;
    char* m_data = nullptr;
    std::size_t m_capacity = 0;
    std::atomic<unsigned> m_references{0};
    BlockPool* m_pool = nullptr;
    Block* m_nextFree = nullptr;
};

// Counted reference; the last one hands the block back to its pool. Thread-safe as std::shared_ptr is.
class BlockRef {
public:
    BlockRef() = default;
    explicit BlockRef(Block* block) noexcept; // adds a reference
    BlockRef(const BlockRef& other) noexcept;
    BlockRef(BlockRef&& other) noexcept
        : m_block(std::exchange(other.m_block, nullptr))
    {
    }
    BlockRef& operator=(BlockRef other) noexcept
    {
        std::swap(m_block, other.m_block);
        return *this;
    }
    ~BlockRef()
    {
        if (m_block)
            release();
    }

    Block* operator->() const noexcept { return m_block; }
    Block* get() const noexcept { return m_block; }
    explicit operator bool() const noexcept { return m_block != nullptr; }
    // Nobody else holds the block; stays so until this reference is copied.
    bool sole() const noexcept
    {
        return m_block && m_block->m_references.load(std::memory_order_acquire) == 1;
    }

private:
    void release() noexcept;

    Block* m_block = nullptr;
};

} // namespace iotbench
