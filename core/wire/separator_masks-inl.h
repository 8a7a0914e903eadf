// Finding bytes in text, 64 at a time, as the bits of one word. Compiled once for each vector set.
#if defined(IOTBENCH_SEPARATOR_MASKS_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef IOTBENCH_SEPARATOR_MASKS_INL_H
#undef IOTBENCH_SEPARATOR_MASKS_INL_H
#else
#define IOTBENCH_SEPARATOR_MASKS_INL_H
#endif

#include <hwy/highway.h>

#include <cstddef>
#include <cstdint>
#include <cstring>

HWY_BEFORE_NAMESPACE();
namespace iotbench::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

constexpr std::size_t kChunkBytes = 64;

// Bit k is set where text[k] == wanted.
HWY_INLINE std::uint64_t chunkBitsEqual(const char* text, char wanted)
{
    const hn::CappedTag<std::uint8_t, kChunkBytes> d;
    constexpr std::size_t kLanes = hn::MaxLanes(d);
    static_assert(kChunkBytes % kLanes == 0 && kLanes % 8 == 0);

    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text);
    const auto pattern = hn::Set(d, static_cast<std::uint8_t>(wanted));
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < kChunkBytes; i += kLanes) {
        std::uint8_t packed[8] = {};
        hn::StoreMaskBits(d, hn::Eq(hn::LoadU(d, bytes + i), pattern), packed);
        std::uint64_t part = 0;
        std::memcpy(&part, packed, kLanes / 8);
        bits |= part << (i % kChunkBytes);
    }
    return bits;
}

// The place of the lowest set bit, 63 where there is none: without a branch, which would be mispredicted.
HWY_INLINE std::size_t lowestBit(std::uint64_t bits)
{
    return hwy::Num0BitsBelowLS1Bit_Nonzero64(bits | std::uint64_t{1} << (kChunkBytes - 1));
}

} // namespace iotbench::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif // per-target guard
