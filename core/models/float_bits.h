// Weights that are infinite or not a number, told by their bits.
#pragma once

#include <cstdint>

namespace iotbench {

// All bits of the exponent set: infinite, or, with one of the mantissa, not a number.
struct FloatBits {
    std::uint64_t exponent;
    std::uint64_t mantissa;
};

inline constexpr FloatBits kFloat16Bits{0x7C00U, 0x03FFU};
inline constexpr FloatBits kBfloat16Bits{0x7F80U, 0x007FU};
inline constexpr FloatBits kFloat32Bits{0x7F80'0000U, 0x007F'FFFFU};
inline constexpr FloatBits kFloat64Bits{0x7FF0'0000'0000'0000U, 0x000F'FFFF'FFFF'FFFFU};

// A tensor of one value may be a bound (Clip, Pad) and infinite, a weight may not.
constexpr bool isBadWeight(std::uint64_t value, FloatBits bits, std::uint64_t valuesOfTensor)
{
    return (value & bits.exponent) == bits.exponent && (valuesOfTensor > 1 || (value & bits.mantissa) != 0);
}

} // namespace iotbench
