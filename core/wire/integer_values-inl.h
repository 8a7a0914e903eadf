// The values of a spark or scala line, small integers between single separators, by vectors. Compiled once
// for each vector set; see keras_values-inl.h.
#if defined(IOTBENCH_INTEGER_VALUES_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef IOTBENCH_INTEGER_VALUES_INL_H
#undef IOTBENCH_INTEGER_VALUES_INL_H
#else
#define IOTBENCH_INTEGER_VALUES_INL_H
#endif

#include "images/cifar10.h"
#include "wire/separator_masks-inl.h"
#include "wire/text_shape.h"

HWY_BEFORE_NAMESPACE();
namespace iotbench::HWY_NAMESPACE {

// The four bytes before the end of each value, in the order of memory. No well-spelt value is longer.
struct ValueTails {
    static constexpr std::size_t kMostPerChunk = kChunkBytes / 2; // "d " or "d,"

    HWY_ALIGN std::uint32_t m_tails[cifar10::kImageValues + kMostPerChunk];
};

HWY_INLINE std::uint32_t tailBefore(const char* end)
{
    std::uint32_t tail = 0;
    std::memcpy(&tail, end - sizeof tail, sizeof tail);
    return tail;
}

// True where there are exactly 3,072 values.
template <char kSeparator>
HWY_INLINE bool collectTails(const char* text, std::size_t length, ValueTails& found)
{
    std::uint32_t* const tails = found.m_tails;
    std::size_t firstLength = 0;
    std::size_t count = 0;
    for (std::size_t offset = 0; offset <= length; offset += kChunkBytes) {
        std::uint64_t ends = chunkBitsEqual(text + offset, kSeparator);
        if (length - offset < kChunkBytes) {
            const std::uint64_t end = std::uint64_t{1} << (length - offset);
            ends = (ends & (end - 1)) | end;
        }
        if (offset == 0)
            firstLength = lowestBit(ends);
        const std::size_t here = hwy::PopCount(ends);
        if (here > ValueTails::kMostPerChunk || count + here > cifar10::kImageValues)
            return false;
        // In steps, so that few branches depend on the data; writes rubbish past the last.
        constexpr std::size_t kStep = 8;
        for (std::size_t done = 0; done < here; done += kStep) {
            for (std::size_t k = 0; k < kStep; ++k) {
                tails[count + done + k] = tailBefore(text + offset + lowestBit(ends));
                ends &= ends - 1;
            }
        }
        count += here;
    }
    if (count != cifar10::kImageValues)
        return false;
    // What stands before the first value is no separator, but stands for one.
    if (firstLength < sizeof(std::uint32_t)) {
        const unsigned shift = 8 * static_cast<unsigned>(sizeof(std::uint32_t) - 1 - firstLength);
        tails[0] = (tails[0] & ~(std::uint32_t{0xFF} << shift)) | std::uint32_t{kSeparator} << shift;
    }
    return true;
}

// The bytes of each 32-bit lane at and before (in memory: at lower addresses than) the last marked one.
template <class D32>
HWY_INLINE hn::Vec<D32> upToLastMark(D32, hn::Vec<D32> marks)
{
    const auto two = hn::Or(marks, hn::ShiftRight<8>(marks));
    return hn::Or(two, hn::ShiftRight<16>(two));
}

// kSigned: -128..127 as two's complement, else 0..255.
//
// A tail ends in one to three digits; before them a separator, or a minus and a separator ("-128" fills the
// tail, so that its separator is not seen). That nothing hides before a full tail is known from the lengths:
// those that the tails show, and a separator each, add up to the whole line.
template <char kSeparator, bool kSigned>
HWY_INLINE bool decodeIntegers(const char* text, std::size_t length, std::uint8_t* values)
{
    ValueTails found;
    if (!collectTails<kSeparator>(text, length, found))
        return false;

    const hn::ScalableTag<std::uint32_t> d32;
    const hn::RebindToSigned<decltype(d32)> di32;
    const hn::Repartition<std::uint8_t, decltype(d32)> d8;
    const hn::Repartition<std::uint16_t, decltype(d32)> d16;
    const hn::Repartition<std::uint64_t, decltype(d32)> d64;
    const hn::Rebind<std::uint8_t, decltype(d32)> dOut;
    constexpr std::size_t kLanes = hn::MaxLanes(d32);
    static_assert(cifar10::kImageValues % kLanes == 0);

    auto faults = hn::Zero(d32);
    auto foreign = hn::Zero(d64); // bytes in the tails that are not the value's own
    for (std::size_t i = 0; i < cifar10::kImageValues; i += kLanes) {
        const auto tail = hn::BitCast(d8, hn::Load(d32, found.m_tails + i));
        const auto separators = hn::VecFromMask(d8, hn::Eq(tail, hn::Set(d8, std::uint8_t{kSeparator})));
        const auto before = upToLastMark(d32, hn::BitCast(d32, separators));
        auto noDigits = before;
        auto negative = hn::Zero(d32);
        if constexpr (kSigned) {
            const auto dashes = hn::VecFromMask(d8, hn::Eq(tail, hn::Set(d8, std::uint8_t{'-'})));
            const auto minus = hn::AndNot(before, hn::BitCast(d32, dashes));
            // Something other than a separator stands before a minus.
            faults = hn::Or(faults, hn::AndNot(before, hn::ShiftRight<8>(minus)));
            noDigits = hn::Or(before, minus);
            negative = hn::VecFromMask(d32, hn::Ne(minus, hn::Zero(d32)));
            foreign = hn::Add(foreign, hn::SumsOf8(hn::And(hn::BitCast(d8, before), hn::Set(d8, 1))));
        }
        // The last byte is a digit, the first is not.
        faults = hn::Or(faults, hn::And(noDigits, hn::Set(d32, 0xFF00'0000)));
        faults = hn::Or(faults, hn::AndNot(noDigits, hn::Set(d32, 0x0000'00FF)));

        const auto zeros = hn::Set(d8, std::uint8_t{'0'});
        const auto digits = hn::AndNot(hn::BitCast(d8, noDigits), hn::Sub(tail, zeros));
        faults = hn::Or(faults, hn::BitCast(d32, hn::SaturatedSub(digits, hn::Set(d8, 9))));

        // Two digits a lane: 10 × first + second; then 100 × lane + next lane.
        const auto pairs = hn::ShiftRight<8>(hn::Mul(hn::BitCast(d16, digits), hn::Set(d16, 2561)));
        const auto weights = hn::BitCast(d16, hn::Set(d32, 0x0001'0064));
        const auto weighted = hn::BitCast(d32, hn::Mul(pairs, weights));
        const auto absolute = hn::And(hn::Add(weighted, hn::ShiftRight<16>(weighted)), hn::Set(d32, 0xFFFF));

        auto value = absolute;
        if constexpr (kSigned) {
            // 0..127, or 1..128 with a minus; "-0" is left to the general path.
            faults = hn::Or(faults, hn::AndNot(hn::Set(d32, 127), hn::Add(absolute, negative)));
            value = hn::And(hn::Sub(hn::Xor(absolute, negative), negative), hn::Set(d32, 0xFF));
        } else {
            faults = hn::Or(faults, hn::AndNot(hn::Set(d32, 255), absolute));
        }
        hn::StoreU(hn::DemoteTo(dOut, hn::BitCast(di32, value)), dOut, values + i);
    }
    if constexpr (kSigned) {
        const std::uint64_t own
            = cifar10::kImageValues * sizeof(std::uint32_t) - hn::GetLane(hn::SumOfLanes(d64, foreign));
        if (own + (cifar10::kImageValues - 1) != length)
            return false;
    }
    return hn::AllTrue(d32, hn::Eq(faults, hn::Zero(d32)));
}

inline bool decodeSparkValues(const char* text, std::size_t length, std::uint8_t* values)
{
    return decodeIntegers<' ', false>(text, length, values);
}

inline bool decodeScalaValues(const char* text, std::size_t length, std::uint8_t* values)
{
    if (!decodeIntegers<',', true>(text, length, values))
        return false;
    // B, G, R -> R, G, B
    const hn::CappedTag<std::uint8_t, 64> d;
    constexpr std::size_t kStep = hn::MaxLanes(d) * cifar10::kImageChannels;
    static_assert(cifar10::kImageValues % kStep == 0);
    for (std::size_t i = 0; i < cifar10::kImageValues; i += kStep) {
        hn::Vec<decltype(d)> blue;
        hn::Vec<decltype(d)> green;
        hn::Vec<decltype(d)> red;
        hn::LoadInterleaved3(d, values + i, blue, green, red);
        hn::StoreInterleaved3(red, green, blue, d, values + i);
    }
    return true;
}

} // namespace iotbench::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif // per-target guard
