// A few made-up images whose bytes are easy to tell.
#pragma once

#include "images/cifar10.h"

namespace iotbench::test {

// Image k has the label k mod 10 and all its values 10 k mod 256.
inline ImageSet smallImages(std::size_t count)
{
    ImageSet images = cifar10::noImages();
    images.origin = "made up";
    for (std::size_t k = 0; k < count; ++k) {
        images.labels.push_back(static_cast<std::uint8_t>(k % cifar10::kClassCount));
        images.pixels.insert(images.pixels.end(), cifar10::kImageValues, static_cast<std::uint8_t>(10 * k));
    }
    return images;
}

} // namespace iotbench::test
