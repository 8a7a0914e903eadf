// How fast a growing total grew in the last second, from readings a few times a second.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace iotbench {

class RecentRate {
public:
    static constexpr std::int64_t kSpanNs = 1'000'000'000;

    // The rate a second since the reading of a second ago, or since the first one; empty at the first.
    // Times and totals never go back. Readings less than a seventh of a second apart shorten the span.
    std::optional<double> after(std::int64_t nowNs, std::uint64_t total)
    {
        while (m_count > 1 && nowNs - m_readings[(m_first + 1) % kReadings].atNs >= kSpanNs)
            forgetOldest();
        std::optional<double> perS;
        if (m_count > 0 && nowNs > m_readings[m_first].atNs) {
            const Reading& then = m_readings[m_first];
            perS = static_cast<double>(total - then.total) * 1e9 / static_cast<double>(nowNs - then.atNs);
        }
        if (m_count == kReadings)
            forgetOldest();
        m_readings[(m_first + m_count++) % kReadings] = {nowNs, total};
        return perS;
    }

private:
    static constexpr std::size_t kReadings = 8;
    struct Reading {
        std::int64_t atNs = 0;
        std::uint64_t total = 0;
    };

    void forgetOldest()
    {
        m_first = (m_first + 1) % kReadings;
        --m_count;
    }

    std::array<Reading, kReadings> m_readings{};
    std::size_t m_first = 0;
    std::size_t m_count = 0;
};

} // namespace iotbench
