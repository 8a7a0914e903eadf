#include "wire/record_pixels.h"
#include "images/cifar10.h"

#include "wire/vector_kernels.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace iotbench {

namespace {

// So many values tell where all lie. Of the mean they know only that it is no multiple of 1/255 itself.
constexpr std::size_t kValuesLookedAt = 32;
// Mean distance from the multiples of 1/255, as a share of 1/255: 0 on them, but for the decimals left out
// (three leave 0.06), and 0.25 anywhere else.
constexpr float kFarFromBytes = 0.1F;

// Adding and taking away 1.5 × 2^23 leaves the nearest whole number, without a call of the library.
float distanceFromWhole(float value)
{
    constexpr float kShift = 0x1.8p23F;
    return std::abs(value - (value + kShift - kShift));
}

const float* meanOf(bool wasSubtracted, const PixelMean& mean)
{
    return wasSubtracted ? mean.data() : nullptr;
}

} // namespace

bool hasMeanSubtracted(WireFormat format, const DecodedRecord& decoded, const PixelMean& mean)
{
    if (!carriesFloats(format))
        return false;
    float asTheyAre = 0;
    float withMean = 0;
    for (std::size_t i = 0; i < kValuesLookedAt; ++i) {
        asTheyAre += distanceFromWhole(decoded.floats[i] * 255.0F);
        withMean += distanceFromWhole((decoded.floats[i] + mean[i]) * 255.0F);
    }
    if (std::min(asTheyAre, withMean) < kFarFromBytes * kValuesLookedAt)
        return withMean < asTheyAre;
    return std::any_of(decoded.floats.begin(), decoded.floats.begin() + cifar10::kImageValues,
        [](float value) { return value < 0; });
}

void recordPixels(WireFormat format, const DecodedRecord& decoded, bool meanWasSubtracted,
    const PixelMean& mean, std::span<std::uint8_t> hwc)
{
    if (carriesFloats(format)) {
        vectorKernels().bytesFromFloats(decoded.floats.data(), meanOf(meanWasSubtracted, mean), hwc.data());
    } else if (format == WireFormat::Cifar) {
        for (std::size_t i = 0; i < cifar10::kImageValues; ++i)
            hwc[i] = decoded.planes[i % cifar10::kImageChannels * cifar10::kPlaneSize
                + i / cifar10::kImageChannels];
    } else {
        std::copy_n(decoded.bytes.begin(), cifar10::kImageValues, hwc.begin());
    }
}

std::span<const std::uint8_t> recordPlanes(WireFormat format, const DecodedRecord& decoded,
    bool meanWasSubtracted, const PixelMean& mean, std::span<std::uint8_t> scratch)
{
    if (format == WireFormat::Cifar)
        return {decoded.planes, cifar10::kImageValues};
    const VectorKernels& kernels = vectorKernels();
    if (!carriesFloats(format)) {
        kernels.planesFromBytes(decoded.bytes.data(), scratch.data());
        return scratch.first(cifar10::kImageValues);
    }
    std::array<std::uint8_t, cifar10::kImageValues> hwc;
    kernels.bytesFromFloats(decoded.floats.data(), meanOf(meanWasSubtracted, mean), hwc.data());
    kernels.planesFromBytes(hwc.data(), scratch.data());
    return scratch.first(cifar10::kImageValues);
}

} // namespace iotbench
