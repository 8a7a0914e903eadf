// The image that a decoded record holds as bytes, the same ones whatever format it came in: what it is shown
// as and known by.
#pragma once

#include "images/image_set.h"
#include "wire/record_decoder.h"

#include <span>

namespace iotbench {

// Whether the values of a float format came with the pixel mean taken away. Told from where they lie: a value
// that was a byte is a multiple of 1/255, as it is or once `mean` is back. Values that were no bytes (an
// image made for floats, decimals left out) are judged by their signs: any below zero shows it. False for
// byte formats.
bool hasMeanSubtracted(WireFormat format, const DecodedRecord& decoded, const PixelMean& mean);

// Bytes H×W×C of imageShape(format), for showing. Float formats get the mean back where it was taken away,
// are rounded and kept within 0..255.
void recordPixels(WireFormat format, const DecodedRecord& decoded, bool meanWasSubtracted,
    const PixelMean& mean, std::span<std::uint8_t> hwc);

// The same bytes C×H×W, for imageHash(). They lie in `decoded`, where that has them, or in `scratch`, which
// has room for them.
std::span<const std::uint8_t> recordPlanes(WireFormat format, const DecodedRecord& decoded,
    bool meanWasSubtracted, const PixelMean& mean, std::span<std::uint8_t> scratch);

} // namespace iotbench
