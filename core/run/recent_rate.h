// How fast a growing total grew in the last second, from looks at it a few times a second.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace iotbench {

class RecentRate {
public:
    static constexpr std::int64_t kSpanNs = 1'000'000'000;

    // The rate a second since the look that was a second ago, or since the first one; empty at the first.
    // Times and totals never go back. Looks less than a seventh of a second apart shorten the span.
    std::optional<double> after(std::int64_t nowNs, std::uint64_t total)
    {
        while (m_count > 1 && nowNs - m_looks[(m_first + 1) % kLooks].atNs >= kSpanNs)
            forgetOldest();
        std::optional<double> perS;
        if (m_count > 0 && nowNs > m_looks[m_first].atNs) {
            const Look& then = m_looks[m_first];
            perS = static_cast<double>(total - then.total) * 1e9 / static_cast<double>(nowNs - then.atNs);
        }
        if (m_count == kLooks)
            forgetOldest();
        m_looks[(m_first + m_count++) % kLooks] = {nowNs, total};
        return perS;
    }

private:
    static constexpr std::size_t kLooks = 8;
    struct Look {
        std::int64_t atNs = 0;
        std::uint64_t total = 0;
    };

    void forgetOldest()
    {
        m_first = (m_first + 1) % kLooks;
        --m_count;
    }

    std::array<Look, kLooks> m_looks{};
    std::size_t m_first = 0;
    std::size_t m_count = 0;
};

} // namespace iotbench
