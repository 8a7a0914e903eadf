// Small sets of images that are easily told apart.
#pragma once

#include "images/cifar10.h"

#include <algorithm>

namespace iotbench::test {

// Image i is filled with the byte first + i, up to 255, and labelled i mod 10.
inline ImageSet imagesOfOneByte(std::size_t first, std::size_t count)
{
    ImageSet images = cifar10::noImages();
    for (std::size_t i = 0; i < count; ++i) {
        images.pixels.insert(
            images.pixels.end(), cifar10::kImageValues, static_cast<std::uint8_t>(first + i));
        images.labels.push_back(static_cast<std::uint8_t>(i % cifar10::kClassCount));
    }
    return images;
}

} // namespace iotbench::test
