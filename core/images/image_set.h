// The labelled images that a run sends, and the facts about CIFAR-10 that every room shares.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace iotbench {

inline constexpr std::size_t kImageSide = 32;
inline constexpr std::size_t kImageChannels = 3;
inline constexpr std::size_t kPlaneSize = kImageSide * kImageSide; // values in one colour plane
inline constexpr std::size_t kImageValues = kPlaneSize * kImageChannels; // 3,072 values (bytes) an image
inline constexpr std::size_t kClassCount = 10;
inline constexpr std::size_t kTestSetSize = 10'000;

// CIFAR-10's classes in label order (Krizhevsky 2009).
inline constexpr std::array<std::string_view, kClassCount> kClassNames
    = {"airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"};

// Images in memory, immutable once loaded; safe to read from any thread.
// Pixels are H×W×C bytes (row-major, RGB interleaved), one image after the other.
struct ImageSet {
    std::string origin; // a path, or "bundled CIFAR-10 test set"
    bool isTestSet = false; // exactly the CIFAR-10 test set in its official order, by construction
    std::vector<std::uint8_t> pixels; // size() × kImageValues
    std::vector<std::uint8_t> labels; // size(), each 0..9

    std::size_t size() const { return labels.size(); }
    std::span<const std::uint8_t, kImageValues> image(std::size_t index) const
    {
        return std::span<const std::uint8_t, kImageValues>(
            pixels.data() + index * kImageValues, kImageValues);
    }
};

// The per-pixel mean of the 50,000 training images divided by 255: H×W×C, row-major, RGB.
using PixelMean = std::array<float, kImageValues>;

} // namespace iotbench
