// The values of a keras line, "d.dddddd" or "-d.dddddd" between single spaces, by vectors. Compiled once for
// each vector set: no include guard of the usual kind, and nothing here may call a function template of the
// standard library (the linker might keep the copy that this machine cannot run).
#if defined(IOTBENCH_KERAS_VALUES_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef IOTBENCH_KERAS_VALUES_INL_H
#undef IOTBENCH_KERAS_VALUES_INL_H
#else
#define IOTBENCH_KERAS_VALUES_INL_H
#endif

#include "images/cifar10.h"
#include "wire/separator_masks-inl.h"
#include "wire/text_shape.h"

HWY_BEFORE_NAMESPACE();
namespace iotbench::HWY_NAMESPACE {

// Where the values of a line end: the positions of the spaces and of the line's end, 16 bits each.
struct ValueEnds {
    static constexpr std::size_t kMostPerChunk = kChunkBytes / (kKerasValueChars + 1) + 1;
    static constexpr std::size_t kMostChunks = kKerasLongestValues / kChunkBytes + 1;
    static_assert(kKerasLongestValues < 0xFFFF);

    // One more in front: the end of "the value before the first", -1.
    HWY_ALIGN std::uint16_t m_storage[1 + kMostPerChunk * (kMostChunks + 1)];

    HWY_INLINE std::uint16_t* ends() { return m_storage + 1; }
};

// True where there are exactly 3,072 values. Counts the minus signs.
HWY_INLINE bool findValueEnds(const char* text, std::size_t length, ValueEnds& found, std::size_t& minuses)
{
    std::uint16_t* const ends = found.ends();
    ends[-1] = 0xFFFF;
    minuses = 0;
    std::size_t count = 0;
    for (std::size_t offset = 0; offset <= length; offset += kChunkBytes) {
        std::uint64_t spaces = chunkBitsEqual(text + offset, ' ');
        std::uint64_t signs = chunkBitsEqual(text + offset, '-');
        if (length - offset < kChunkBytes) {
            const std::uint64_t end = std::uint64_t{1} << (length - offset);
            spaces = (spaces & (end - 1)) | end;
            signs &= end - 1;
        }
        minuses += hwy::PopCount(signs);
        const std::size_t here = hwy::PopCount(spaces);
        if (here > ValueEnds::kMostPerChunk)
            return false;
        for (std::size_t k = 0; k < ValueEnds::kMostPerChunk; ++k) { // writes rubbish past the last
            ends[count + k] = static_cast<std::uint16_t>(offset + lowestBit(spaces));
            spaces &= spaces - 1;
        }
        count += here;
    }
    return count == cifar10::kImageValues;
}

// The eight bytes before each of Lanes(d) ends.
template <class D64>
HWY_INLINE hn::Vec<D64> loadBefore(D64 d, const char* text, const std::uint16_t* ends)
{
    if constexpr (hn::MaxLanes(D64()) == 1) {
        return hn::LoadU(d, reinterpret_cast<const std::uint64_t*>(text + ends[0] - kKerasValueChars));
    } else {
        const hn::Half<D64> half;
        constexpr std::size_t kHalf = hn::MaxLanes(hn::Half<D64>());
        return hn::Combine(d, loadBefore(half, text, ends + kHalf), loadBefore(half, text, ends));
    }
}

// "d.dddddd" in each 64-bit lane -> two 32-bit lanes: the digits before the last four, and the last four.
// Whatever is not such a group leaves a bit in `faults`.
template <class D64>
HWY_INLINE hn::Vec<hn::Repartition<std::uint32_t, D64>> readGroups(
    D64 d64, hn::Vec<D64> groups, hn::Vec<hn::Repartition<std::uint8_t, D64>>& faults)
{
    const hn::Repartition<std::uint8_t, D64> d8;
    const hn::Repartition<std::uint16_t, D64> d16;
    const hn::Repartition<std::uint32_t, D64> d32;

    const auto zeros = hn::BitCast(d8, hn::Set(d64, 0x3030'3030'3030'2E30)); // the point becomes a zero
    const auto limits = hn::BitCast(d8, hn::Set(d64, 0x0909'0909'0909'0009));
    const auto digits = hn::Sub(hn::BitCast(d8, groups), zeros);
    faults = hn::Or(faults, hn::SaturatedSub(digits, limits));

    // Two digits a lane: 10 × first + second (2561 = 10 × 256 + 1).
    const auto pairs = hn::ShiftRight<8>(hn::Mul(hn::BitCast(d16, digits), hn::Set(d16, 2561)));
    // The first pair is 10 × d, for the point's zero: d × 10^6 + pair × 10^4 = (10 × (10 × d) + pair) × 10^4.
    const auto weights = hn::BitCast(d16, hn::Set(d64, 0x0001'0064'0001'000A));
    const auto weighted = hn::BitCast(d32, hn::Mul(pairs, weights));
    return hn::And(hn::Add(weighted, hn::ShiftRight<16>(weighted)), hn::Set(d32, 0xFFFF));
}

// Checks the shape of the line as a whole: a value is 8 or 9 bytes long and ends in a group, so that the
// bytes that no group covers are the ones in front of the longer values; they are minus signs if there are as
// many of those as there are longer values.
inline bool decodeKerasValues(const char* text, std::size_t length, float* values)
{
    ValueEnds found;
    std::size_t minuses = 0;
    if (!findValueEnds(text, length, found, minuses))
        return false;
    const std::uint16_t* const ends = found.ends();

    const hn::ScalableTag<float> df;
    const hn::RebindToUnsigned<decltype(df)> d32;
    const hn::RebindToSigned<decltype(df)> di32;
    const hn::Repartition<std::uint64_t, decltype(df)> d64;
    const hn::Repartition<std::uint8_t, decltype(df)> d8;
    const hn::Rebind<std::uint16_t, decltype(df)> d16;
    constexpr std::size_t kLanes = hn::MaxLanes(df);
    static_assert(cifar10::kImageValues % kLanes == 0);

    auto faults = hn::Zero(d8);
    auto widest = hn::Zero(d16);
    auto longer = hn::Zero(d32);
    auto most = hn::Zero(df);
    for (std::size_t i = 0; i < cifar10::kImageValues; i += kLanes) {
        const auto low = readGroups(d64, loadBefore(d64, text, ends + i), faults);
        const auto high = readGroups(d64, loadBefore(d64, text, ends + i + kLanes / 2), faults);
        const auto front = hn::ConvertTo(df, hn::BitCast(di32, hn::ConcatEven(d32, high, low)));
        const auto back = hn::ConvertTo(df, hn::BitCast(di32, hn::ConcatOdd(d32, high, low)));
        const auto millionths = hn::MulAdd(front, hn::Set(df, 10'000.0F), back); // under 2^24: exact
        most = hn::Max(most, millionths);

        const auto widths = hn::Sub(hn::LoadU(d16, ends + i), hn::LoadU(d16, ends + i - 1));
        const auto extra = hn::Sub(widths, hn::Set(d16, static_cast<std::uint16_t>(kKerasValueChars + 1)));
        widest = hn::Max(widest, extra);
        const auto negative = hn::PromoteTo(d32, extra);
        longer = hn::Add(longer, negative);

        // Both are exact floats, so that the quotient is the correctly rounded value.
        const auto absolute = hn::Div(millionths, hn::Set(df, 1e6F));
        hn::StoreU(hn::Or(absolute, hn::BitCast(df, hn::ShiftLeft<31>(negative))), df, values + i);
    }
    const bool widthsFit = hn::AllTrue(d16, hn::Eq(hn::ShiftRight<1>(widest), hn::Zero(d16)));
    const bool inRange
        = hn::AllTrue(df, hn::Le(most, hn::Set(df, static_cast<float>(kKerasMillionthsLimit))));
    return widthsFit && inRange && hn::AllTrue(d8, hn::Eq(faults, hn::Zero(d8)))
        && hn::GetLane(hn::SumOfLanes(d32, longer)) == minuses;
}

} // namespace iotbench::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif // per-target guard
