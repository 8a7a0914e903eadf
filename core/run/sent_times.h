// When the last images of a stream were sent, handed from the sender's thread to the collector's.
#pragma once

#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

namespace iotbench {

// One thread records, one looks up; neither waits for the other. An image that is looked up too late, after
// `capacity` others were sent, is not known any more.
class SentTimes {
public:
    explicit SentTimes(std::size_t capacity)
        : m_mask(std::bit_ceil(capacity) - 1)
        , m_times(std::make_unique<std::atomic<std::int64_t>[]>(m_mask + 1))
    {
    }

    // Images first, first + 1, …; every image of the stream once, in order.
    void record(std::uint64_t first, std::size_t count, std::int64_t sentNs) noexcept
    {
        for (std::uint64_t image = first; image < first + count; ++image) {
            m_begun.store(image + 1, std::memory_order_relaxed);
            m_times[image & m_mask].store(sentNs, std::memory_order_release); // tells of m_begun too
        }
        m_recorded.store(first + count, std::memory_order_release);
    }

    std::uint64_t recorded() const noexcept { return m_recorded.load(std::memory_order_acquire); }
    // 0: not recorded yet, or not known any more.
    std::int64_t find(std::uint64_t image) const noexcept
    {
        if (image >= recorded())
            return 0;
        const std::int64_t sentNs = m_times[image & m_mask].load(std::memory_order_acquire);
        // Its place may have been taken by a later image meanwhile.
        return m_begun.load(std::memory_order_relaxed) > image + m_mask + 1 ? 0 : sentNs;
    }

    // How many images had left by `ns`, that moment included; empty where that is not known any more.
    std::optional<std::uint64_t> sentBy(std::int64_t ns) const noexcept
    {
        const std::uint64_t recorded = m_recorded.load(std::memory_order_acquire);
        // The oldest half may go while we look.
        const std::uint64_t first = recorded > m_mask / 2 ? recorded - m_mask / 2 : 0;
        if (first > 0 && find(first) > ns)
            return std::nullopt;
        std::uint64_t begin = first;
        for (std::uint64_t end = recorded; begin < end;) {
            const std::uint64_t middle = begin + (end - begin) / 2;
            if (find(middle) <= ns)
                begin = middle + 1;
            else
                end = middle;
        }
        if (first < recorded && find(first) == 0) // more than half went
            return std::nullopt;
        return begin;
    }

private:
    std::size_t m_mask;
    std::unique_ptr<std::atomic<std::int64_t>[]> m_times;
    std::atomic<std::uint64_t> m_begun{0}; // images whose times are there or about to be
    std::atomic<std::uint64_t> m_recorded{0};
};

} // namespace iotbench
