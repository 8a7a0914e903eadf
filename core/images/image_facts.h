// What the images of a set, a stream or a model are: their shape, and the classes that they are told apart
// by.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace iotbench {

struct ImageShape {
    std::size_t width = 0;
    std::size_t height = 0;
    std::size_t channels = 0;

    constexpr std::size_t planeValues() const { return width * height; } // of one channel
    constexpr std::size_t values() const { return planeValues() * channels; } // of an image

    bool operator==(const ImageShape&) const = default;
};
std::string toString(const ImageShape& shape); // "3×32×32": channels, height, width

struct ImageFacts {
    ImageShape shape;
    std::vector<std::string> classes; // their names, in label order

    bool operator==(const ImageFacts&) const = default;
};

} // namespace iotbench
