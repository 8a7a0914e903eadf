// Types, extents and values of HDF5's attributes and data sets, as far as Keras uses them: text and
// floating-point numbers.
#pragma once

#include "models/keras/hdf5/hdf5_objects.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace iotbench::keras {

struct Hdf5Type {
    enum class Kind : std::uint8_t { Float, FixedText, VariableText, Other };
    // A floating-point number, by bits from the lowest.
    struct Layout {
        bool bigEndian = false;
        unsigned sign = 0;
        unsigned exponent = 0;
        unsigned exponentBits = 0;
        unsigned mantissa = 0;
        unsigned mantissaBits = 0;
        std::uint64_t bias = 0;
        bool operator==(const Layout&) const = default;
    };

    Kind kind = Kind::Other;
    std::uint64_t size = 0; // of an element, in bytes
    Layout layout; // of a Float
};

Hdf5Type readHdf5Type(std::span<const std::uint8_t> message);

// Sizes, outermost first; none of a single value. Of a null data space: one size of 0.
std::vector<std::uint64_t> readHdf5Extents(std::span<const std::uint8_t> message);

// The product; as large as can be where it would run over.
std::uint64_t elementsOf(const std::vector<std::uint64_t>& sizes);

// As many values as `bytes` holds whole elements, each as the nearest float32.
void toFloats(const Hdf5Type& type, std::span<const std::uint8_t> bytes, std::span<float> values);

} // namespace iotbench::keras
