// CIFAR-10 (Krizhevsky, "Learning Multiple Layers of Features from Tiny Images", 2009): what its images are,
// known at compile time. For the formats of its records and the bundled set alone (tst_image_facts keeps it
// so); all else takes shape and classes from the images, the model or the run that it has in hand.
#pragma once

#include "images/image_set.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace iotbench::cifar10 {

inline constexpr std::size_t kImageSide = 32;
inline constexpr std::size_t kImageChannels = 3; // red, green, blue
inline constexpr std::size_t kPlaneSize = kImageSide * kImageSide; // values in one colour plane
inline constexpr std::size_t kImageValues = kPlaneSize * kImageChannels; // 3,072 values (bytes) an image
inline constexpr ImageShape kShape{kImageSide, kImageSide, kImageChannels};
inline constexpr std::size_t kClassCount = 10;
inline constexpr std::size_t kTestSetSize = 10'000;

// In label order.
inline constexpr std::array<std::string_view, kClassCount> kClassNames
    = {"airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"};

inline ImageFacts facts()
{
    return {kShape, {kClassNames.begin(), kClassNames.end()}};
}

// A set that images can be put into.
inline ImageSet noImages()
{
    ImageSet images;
    images.facts = facts();
    return images;
}

} // namespace iotbench::cifar10
