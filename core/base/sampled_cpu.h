// CPU time of a stage that a thread goes through very often, at next to no cost.
#pragma once

#include "base/thread_time.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace iotbench {

// One thread. Measured by the thread's own clock, which stands still while others run: the first kStride
// passes, which may be slow (cold memory), each, and then one of kStride, which stands for all of them. A
// reading takes a call of the kernel (0.2 to 0.9 µs), so that measuring every pass would cost more than some
// stages do; what two readings cost is left out of the time.
class SampledCpu {
public:
    // Odd, so that passes which alternate between long and short are met alike.
    static constexpr std::uint64_t kStride = 13;

    SampledCpu()
        : m_readingNs(readingNs())
    {
    }

    // Runs one pass of the stage, and returns what it returns.
    template <typename Pass>
    auto over(Pass&& pass)
    {
        const std::uint64_t before = m_passes++;
        const Reading reading(*this, before < kStride || before % kStride == 0);
        return std::forward<Pass>(pass)();
    }

    std::uint64_t passes() const { return m_passes; }
    // Of all passes together.
    std::int64_t ns() const
    {
        if (m_sampled == 0)
            return m_firstNs;
        const double each = static_cast<double>(m_sampledNs) / static_cast<double>(m_sampled);
        return m_firstNs + static_cast<std::int64_t>(each * static_cast<double>(m_passes - kStride));
    }

private:
    class Reading {
    public:
        Reading(SampledCpu& stage, bool measured)
            : m_stage(measured ? &stage : nullptr)
            , m_fromNs(measured ? threadCpuNs() : 0)
        {
        }
        ~Reading()
        {
            if (m_stage)
                m_stage->add(std::max<std::int64_t>(0, threadCpuNs() - m_fromNs - m_stage->m_readingNs));
        }
        Reading(const Reading&) = delete;
        Reading& operator=(const Reading&) = delete;

    private:
        SampledCpu* m_stage;
        std::int64_t m_fromNs;
    };

    void add(std::int64_t ns)
    {
        if (m_passes <= kStride) {
            m_firstNs += ns;
        } else {
            m_sampledNs += ns;
            ++m_sampled;
        }
    }

    // The least of some, for nothing makes a reading shorter than it is.
    static std::int64_t readingNs()
    {
        std::int64_t leastNs = 1'000'000;
        for (int i = 0; i < 16; ++i) {
            const std::int64_t fromNs = threadCpuNs();
            leastNs = std::min(leastNs, threadCpuNs() - fromNs);
        }
        return leastNs;
    }

    std::int64_t m_readingNs; // that a measured pass seems to take where there is nothing to do
    std::uint64_t m_passes = 0;
    std::int64_t m_firstNs = 0; // of the first kStride
    std::int64_t m_sampledNs = 0; // of those measured after them, m_sampled in number
    std::uint64_t m_sampled = 0;
};

} // namespace iotbench
