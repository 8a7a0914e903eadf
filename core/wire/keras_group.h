// The digits of one value of a keras line.
#pragma once

#include "wire/text_shape.h"

#include <array>
#include <cmath>
#include <cstdint>

namespace iotbench {

// "d.dddddd" in the order of memory, without a minus.
using KerasGroup = std::array<char, kKerasValueChars>;

// |value| < 10, as "%f" prints it. 24 bits times 14 bits: the product is exact, so that rounding it to the
// nearest whole number, half to even, gives the digits that printf rounds to. Adding 2^52 leaves that number
// in the low bits.
inline KerasGroup kerasGroup(float value)
{
    const double shifted = std::fabs(static_cast<double>(value)) * 1e6 + 0x1p52;
    auto millionths
        = static_cast<std::uint32_t>(static_cast<std::uint64_t>(shifted) - (std::uint64_t{1} << 52));
    KerasGroup group{};
    for (std::size_t i = group.size(); i-- > 2; millionths /= 10)
        group[i] = static_cast<char>('0' + millionths % 10);
    group[1] = '.';
    group[0] = static_cast<char>('0' + millionths);
    return group;
}

} // namespace iotbench
