// Mean-subtracted pixels printed as "%f" does, by vectors. Compiled once for each vector set; see
// keras_values-inl.h. Computing the digits costs less than looking them up: a table of all 3,072 × 256 texts
// is 6 MB, and an image touches every row of it.
#if defined(IOTBENCH_KERAS_TEXT_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef IOTBENCH_KERAS_TEXT_INL_H
#undef IOTBENCH_KERAS_TEXT_INL_H
#else
#define IOTBENCH_KERAS_TEXT_INL_H
#endif

#include "images/cifar10.h"
#include "wire/text_shape.h"

#include <hwy/highway.h>

#include <cstddef>
#include <cstdint>
#include <cstring>

HWY_BEFORE_NAMESPACE();
namespace iotbench::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

// |value| < 10 in each lane -> "d.dddddd" in each lane, in the order of memory.
template <class DF64>
HWY_INLINE hn::Vec<hn::RebindToUnsigned<DF64>> textGroups(DF64 df64, hn::Vec<DF64> absolute)
{
    const hn::RebindToUnsigned<DF64> d64;
    const hn::Repartition<std::uint32_t, DF64> d32;
    const hn::Repartition<std::uint16_t, DF64> d16;
    const hn::Repartition<std::uint8_t, DF64> d8;

    // A float32 (24 bits) times a million (14 bits and zeros) is exact; adding 2^52 leaves the nearest whole
    // number, half to even, in the low bits. These are the digits that printf rounds to.
    const auto shifted = hn::Add(hn::Mul(absolute, hn::Set(df64, 1e6)), hn::Set(df64, 0x1p52));
    const auto millionths = hn::And(hn::BitCast(d64, shifted), hn::Set(d64, 0xFFFF'FFFF));

    // Each number is split into a quotient and a rest, side by side, until every byte is a digit. The factors
    // are the usual ones for exact division by multiplication: ceil(2^45 / 10000), 2^19 / 100 and 2^16 / 10
    // rounded up.
    const auto front = hn::ShiftRight<45>(
        hn::MulEven(hn::BitCast(d32, millionths), hn::BitCast(d32, hn::Set(d64, 0xD1B7'1759))));
    const auto back
        = hn::Sub(millionths, hn::MulEven(hn::BitCast(d32, front), hn::BitCast(d32, hn::Set(d64, 10'000))));
    const auto fours = hn::BitCast(d16, hn::Or(front, hn::ShiftLeft<32>(back)));
    const auto hundreds = hn::ShiftRight<3>(hn::MulHigh(fours, hn::Set(d16, 5243)));
    const auto below100 = hn::Sub(fours, hn::Mul(hundreds, hn::Set(d16, 100)));
    const auto twos
        = hn::BitCast(d16, hn::Or(hn::BitCast(d32, hundreds), hn::ShiftLeft<16>(hn::BitCast(d32, below100))));
    const auto tens = hn::MulHigh(twos, hn::Set(d16, 6554));
    const auto ones = hn::Sub(twos, hn::Mul(tens, hn::Set(d16, 10)));
    const auto digits = hn::BitCast(d8, hn::Or(tens, hn::ShiftLeft<8>(ones)));

    // There are seven digits after a zero: 0dDDDDDD -> d0DDDDDD -> d.DDDDDD.
    constexpr std::uint64_t kSwapFirstTwo = 0x0706'0504'0302'0001;
    const hn::Repartition<std::uint64_t, DF64> du64;
    alignas(16) static constexpr std::uint64_t kOrder[2]
        = {kSwapFirstTwo, kSwapFirstTwo + 0x0808'0808'0808'0808}; // of each 16 bytes
    const auto order = hn::BitCast(d8, hn::LoadDup128(du64, kOrder));
    return hn::Or(hn::BitCast(d64, hn::TableLookupBytes(digits, order)), hn::Set(d64, 0x3030'3030'3030'2E30));
}

// Prints every value / 255 - mean and a space after each; returns the end. Scribbles past it.
inline char* encodeMeanSubtracted(const std::uint8_t* hwc, const float* mean, char* out)
{
    const hn::ScalableTag<float> df;
    const hn::RebindToUnsigned<decltype(df)> d32;
    const hn::RebindToSigned<decltype(df)> di32;
    const hn::Rebind<std::uint8_t, decltype(df)> d8;
    const hn::Repartition<double, decltype(df)> df64;
    const hn::RebindToUnsigned<decltype(df64)> d64;
    const hn::Half<decltype(df)> half;
    constexpr std::size_t kLanes = hn::MaxLanes(df);

    constexpr std::size_t kBlock = 64; // values; the vectors run ahead of the stores by this much
    static_assert(cifar10::kImageValues % kBlock == 0 && kBlock % kLanes == 0);
    HWY_ALIGN std::uint64_t groups[kBlock];
    HWY_ALIGN std::uint32_t minuses[kBlock]; // 0 or 1

    const hn::CappedTag<std::uint64_t, 1> one;
    const hn::CappedTag<std::uint64_t, 2> two;
    const auto separator = hn::Set(one, ' ' | '-' << 8); // with the minus of the next value, if it has any

    *out = '-'; // overwritten where the first value has none
    for (std::size_t begin = 0; begin < cifar10::kImageValues; begin += kBlock) {
        for (std::size_t i = 0; i < kBlock; i += kLanes) {
            const auto bytes = hn::PromoteTo(di32, hn::LoadU(d8, hwc + begin + i));
            const auto unit = hn::Div(hn::ConvertTo(df, bytes), hn::Set(df, 255.0F));
            const auto value = hn::Sub(unit, hn::LoadU(df, mean + begin + i));
            const auto absolute = hn::Abs(value);
            hn::Store(textGroups(df64, hn::PromoteTo(df64, hn::LowerHalf(half, absolute))), d64, groups + i);
            hn::Store(textGroups(df64, hn::PromoteTo(df64, hn::UpperHalf(half, absolute))), d64,
                groups + i + kLanes / 2);
            hn::Store(hn::ShiftRight<31>(hn::BitCast(d32, value)), d32, minuses + i);
        }
        for (std::size_t i = 0; i < kBlock; ++i) {
            out += minuses[i];
            const auto group = hn::Load(one, groups + i);
            hn::StoreU(hn::Combine(two, separator, group), two, reinterpret_cast<std::uint64_t*>(out));
            out += kKerasValueChars + 1;
        }
    }
    return out;
}

} // namespace iotbench::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif // per-target guard
