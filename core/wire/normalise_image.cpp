#include "wire/normalise_image.h"

namespace iotbench {

void normaliseImage(const ImageShape& shape, std::span<const std::uint8_t> hwc, Normalisation normalisation,
    const PixelMean& mean, float* chw)
{
    const float divisor = normalisation == Normalisation::Raw ? 1.0F : 255.0F;
    const bool subtracts = normalisation == Normalisation::MeanSubtracted;
    for (std::size_t channel = 0; channel < shape.channels; ++channel)
        for (std::size_t at = channel; at < shape.values(); at += shape.channels) {
            const float value = static_cast<float>(hwc[at]) / divisor;
            *chw++ = subtracts ? value - mean[at] : value;
        }
}

} // namespace iotbench
