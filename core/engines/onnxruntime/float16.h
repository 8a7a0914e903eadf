// IEEE 754 half precision, which models may want at their ends, and for which GCC 12 has no type in C++.
#pragma once

#include <bit>
#include <cstdint>

namespace iotbench::engines {

// Rounded to the nearest, ties to even; too large ones become infinite, NaN stays NaN.
inline std::uint16_t toFloat16(float value) noexcept
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const std::uint32_t sign = (bits >> 16) & 0x8000U;
    const std::uint32_t magnitude = bits & 0x7FFFFFFFU;
    constexpr std::uint32_t kInfinite = 0x7F800000U;
    constexpr std::uint32_t kTooLarge = 0x477FF000U; // 65520, half-way beyond the largest, 65504
    constexpr std::uint32_t kSmallestNormal = 0x38800000U; // 2^-14
    if (magnitude > kInfinite) {
        return static_cast<std::uint16_t>(sign | 0x7E00U);
    }
    if (magnitude >= kTooLarge) {
        return static_cast<std::uint16_t>(sign | 0x7C00U);
    }
    if (magnitude < kSmallestNormal) {
        // Steps of 2^-24. Adding 1/2, whose own last bit is worth that, has the processor round.
        const float shifted = std::bit_cast<float>(magnitude) + 0.5F;
        return static_cast<std::uint16_t>(sign | (std::bit_cast<std::uint32_t>(shifted) & 0x7FFU));
    }
    const std::uint32_t even = (magnitude >> 13) & 1U;
    const std::uint32_t rebased = magnitude - ((127U - 15U) << 23); // the exponent's other bias
    return static_cast<std::uint16_t>(sign | ((rebased + 0xFFFU + even) >> 13));
}

inline float fromFloat16(std::uint16_t half) noexcept
{
    const std::uint32_t sign = (half & 0x8000U) << 16U;
    const std::uint32_t exponent = (half >> 10) & 0x1FU;
    const std::uint32_t fraction = half & 0x3FFU;
    if (exponent == 0) {
        const float magnitude = static_cast<float>(fraction) * 0x1p-24F;
        return std::bit_cast<float>(sign | std::bit_cast<std::uint32_t>(magnitude));
    }
    const std::uint32_t rebased = exponent == 0x1FU ? 0xFFU : exponent + (127U - 15U);
    return std::bit_cast<float>(sign | (rebased << 23) | (fraction << 13));
}

} // namespace iotbench::engines
