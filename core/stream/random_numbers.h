// Seeded random numbers that are the same on every platform, which the standard library's distributions are
// not.
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>
#include <random>

namespace iotbench {

// std::mt19937_64 (whose sequence the standard fixes) with transforms of our own.
class RandomNumbers {
public:
    explicit RandomNumbers(std::uint64_t seed)
        : m_random(seed)
    {
    }

    // In (0, 1), both ends left out: the middle of one of 2^53 equal steps.
    double uniform() { return (static_cast<double>(m_random() >> 11) + 0.5) * 0x1p-53; }

    // Standard normal, by Box and Muller (1958), which makes two at a time.
    double normal()
    {
        if (m_hasSpare) {
            m_hasSpare = false;
            return m_spare;
        }
        const double radius = std::sqrt(-2 * std::log(uniform()));
        const double angle = 2 * std::numbers::pi * uniform();
        m_spare = radius * std::sin(angle);
        m_hasSpare = true;
        return radius * std::cos(angle);
    }

private:
    std::mt19937_64 m_random;
    double m_spare = 0;
    bool m_hasSpare = false;
};

} // namespace iotbench
