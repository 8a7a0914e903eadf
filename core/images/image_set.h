// The labelled images that a run sends, or that its workers warm up with.
#pragma once

#include "images/image_facts.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace iotbench {

// Images in memory, immutable once loaded; safe to read from any thread.
// Pixels are H×W×C bytes (row-major, channels interleaved), one image after the other.
struct ImageSet {
    ImageFacts facts;
    std::string origin; // a path, or "bundled CIFAR-10 test set"
    std::vector<std::uint8_t> pixels; // size() × facts.shape.values()
    std::vector<std::uint8_t> labels; // size(), each below facts.classes.size()

    std::size_t size() const { return labels.size(); }
    std::span<const std::uint8_t> image(std::size_t index) const
    {
        const std::size_t values = facts.shape.values();
        return {pixels.data() + index * values, values};
    }
};

// The per-pixel mean of a training set divided by 255: H×W×C, as an image of it.
using PixelMean = std::vector<float>;

} // namespace iotbench
