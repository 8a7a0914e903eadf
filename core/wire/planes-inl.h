// Interleaved pixels to colour planes, bytes to a model's floats and back, by vectors. Compiled once for each
// vector set; see keras_values-inl.h.
#if defined(IOTBENCH_PLANES_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef IOTBENCH_PLANES_INL_H
#undef IOTBENCH_PLANES_INL_H
#else
#define IOTBENCH_PLANES_INL_H
#endif

#include "images/cifar10.h"
#include "wire/wire_format.h"

#include <hwy/highway.h>

#include <cstddef>
#include <cstdint>

HWY_BEFORE_NAMESPACE();
namespace iotbench::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

// `chw`: the place in the first of the three planes.
template <class D, typename Value>
HWY_INLINE void storePlanes(D d, hn::Vec<D> red, hn::Vec<D> green, hn::Vec<D> blue, Value* chw)
{
    hn::StoreU(red, d, chw);
    hn::StoreU(green, d, chw + cifar10::kPlaneSize);
    hn::StoreU(blue, d, chw + 2 * cifar10::kPlaneSize);
}

template <typename Value>
HWY_INLINE void toPlanes(const Value* hwc, Value* chw)
{
    const hn::ScalableTag<Value> d;
    constexpr std::size_t kLanes = hn::MaxLanes(d);
    static_assert(cifar10::kPlaneSize % kLanes == 0);
    for (std::size_t pixel = 0; pixel < cifar10::kPlaneSize; pixel += kLanes) {
        hn::Vec<decltype(d)> red;
        hn::Vec<decltype(d)> green;
        hn::Vec<decltype(d)> blue;
        hn::LoadInterleaved3(d, hwc + pixel * cifar10::kImageChannels, red, green, blue);
        storePlanes(d, red, green, blue, chw + pixel);
    }
}

inline void planesFromFloats(const float* hwc, float* chw)
{
    toPlanes(hwc, chw);
}

inline void planesFromBytes(const std::uint8_t* hwc, std::uint8_t* chw)
{
    toPlanes(hwc, chw);
}

template <bool kWithMean>
HWY_INLINE void bytesFrom(const float* values, const float* mean, std::uint8_t* bytes)
{
    const hn::ScalableTag<float> df;
    const hn::Repartition<std::int16_t, decltype(df)> d16;
    const hn::Rebind<std::uint8_t, decltype(d16)> d8;
    constexpr std::size_t kLanes = hn::MaxLanes(df);
    static_assert(cifar10::kImageValues % (2 * kLanes) == 0);
    // Adding 1.5 × 2^23 leaves the nearest whole number in the low bits; 16 of them hold what comes up. The
    // maximum keeps product and sum apart, which a compiler may fuse and so round otherwise.
    const auto shifted = [&](std::size_t i) HWY_ATTR {
        auto value = hn::LoadU(df, values + i);
        if constexpr (kWithMean)
            value = hn::Add(value, hn::LoadU(df, mean + i));
        value = hn::Max(hn::Mul(value, hn::Set(df, 255.0F)), hn::Zero(df));
        return hn::BitCast(d16, hn::Add(value, hn::Set(df, 0x1.8p23F)));
    };
    for (std::size_t i = 0; i < cifar10::kImageValues; i += 2 * kLanes)
        hn::StoreU(hn::DemoteTo(d8, hn::ConcatEven(d16, shifted(i + kLanes), shifted(i))), d8, bytes + i);
}

inline void bytesFromFloats(const float* values, const float* mean, std::uint8_t* bytes)
{
    if (mean)
        bytesFrom<true>(values, mean, bytes);
    else
        bytesFrom<false>(values, mean, bytes);
}

template <class DF>
HWY_INLINE hn::Vec<DF> toFloats(DF df, hn::Vec<hn::Rebind<std::uint8_t, DF>> bytes)
{
    return hn::ConvertTo(df, hn::PromoteTo(hn::RebindToSigned<DF>(), bytes));
}

// kPlanar: how the bytes lie. The mean is interleaved always.
template <bool kPlanar, Normalisation kNormalisation>
HWY_INLINE void normaliseAs(const std::uint8_t* source, const float* mean, float* chw)
{
    const hn::ScalableTag<float> df;
    const hn::Rebind<std::uint8_t, decltype(df)> d8;
    constexpr std::size_t kLanes = hn::MaxLanes(df);
    static_assert(cifar10::kPlaneSize % kLanes == 0);
    for (std::size_t pixel = 0; pixel < cifar10::kPlaneSize; pixel += kLanes) {
        hn::Vec<decltype(d8)> redBytes;
        hn::Vec<decltype(d8)> greenBytes;
        hn::Vec<decltype(d8)> blueBytes;
        if constexpr (kPlanar) {
            redBytes = hn::LoadU(d8, source + pixel);
            greenBytes = hn::LoadU(d8, source + cifar10::kPlaneSize + pixel);
            blueBytes = hn::LoadU(d8, source + 2 * cifar10::kPlaneSize + pixel);
        } else {
            hn::LoadInterleaved3(
                d8, source + pixel * cifar10::kImageChannels, redBytes, greenBytes, blueBytes);
        }
        auto red = toFloats(df, redBytes);
        auto green = toFloats(df, greenBytes);
        auto blue = toFloats(df, blueBytes);
        if constexpr (kNormalisation != Normalisation::Raw) {
            const auto whole
                = hn::Set(df, 255.0F); // a division, as in the original: a product rounds otherwise
            red = hn::Div(red, whole);
            green = hn::Div(green, whole);
            blue = hn::Div(blue, whole);
        }
        if constexpr (kNormalisation == Normalisation::MeanSubtracted) {
            hn::Vec<decltype(df)> redMean;
            hn::Vec<decltype(df)> greenMean;
            hn::Vec<decltype(df)> blueMean;
            hn::LoadInterleaved3(df, mean + pixel * cifar10::kImageChannels, redMean, greenMean, blueMean);
            red = hn::Sub(red, redMean);
            green = hn::Sub(green, greenMean);
            blue = hn::Sub(blue, blueMean);
        }
        storePlanes(df, red, green, blue, chw + pixel);
    }
}

template <bool kPlanar>
HWY_INLINE void normaliseBytes(
    const std::uint8_t* source, Normalisation normalisation, const float* mean, float* chw)
{
    switch (normalisation) {
    case Normalisation::Unit:
        return normaliseAs<kPlanar, Normalisation::Unit>(source, mean, chw);
    case Normalisation::MeanSubtracted:
        return normaliseAs<kPlanar, Normalisation::MeanSubtracted>(source, mean, chw);
    case Normalisation::Raw:
        return normaliseAs<kPlanar, Normalisation::Raw>(source, mean, chw);
    }
}

inline void normaliseInterleaved(
    const std::uint8_t* hwc, Normalisation normalisation, const float* mean, float* chw)
{
    normaliseBytes<false>(hwc, normalisation, mean, chw);
}

inline void normalisePlanar(
    const std::uint8_t* planes, Normalisation normalisation, const float* mean, float* chw)
{
    normaliseBytes<true>(planes, normalisation, mean, chw);
}

} // namespace iotbench::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif // per-target guard
