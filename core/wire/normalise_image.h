// A model's input from an image at rest, of any shape.
#pragma once

#include "images/image_set.h"
#include "wire/wire_format.h"

#include <cstdint>
#include <span>

namespace iotbench {

// Writes C×H×W float32 (shape.values() of them, any alignment) from an image H×W×C: what normaliseRecord()
// makes of a record of the same image, bit for bit. `mean`, of the same shape, is used with MeanSubtracted
// only. Thread-safe; allocates nothing.
void normaliseImage(const ImageShape& shape, std::span<const std::uint8_t> hwc, Normalisation normalisation,
    const PixelMean& mean, float* chw);

} // namespace iotbench
