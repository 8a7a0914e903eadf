#include "models/keras/hdf5/hdf5_values.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

namespace iotbench::keras {
namespace {

constexpr Hdf5Type::Layout kSingle{
    .sign = 31, .exponent = 23, .exponentBits = 8, .mantissa = 0, .mantissaBits = 23, .bias = 127};

constexpr Hdf5Type::Layout kBrainFloat{
    .sign = 15, .exponent = 7, .exponentBits = 8, .mantissa = 0, .mantissaBits = 7, .bias = 127};

// The bits of a field, which no more than 52 of them can be.
std::uint64_t field(std::uint64_t number, unsigned from, unsigned bits)
{
    return (number >> from) & ((std::uint64_t{1} << bits) - 1);
}

float toFloat(const Hdf5Type::Layout& layout, std::uint64_t number)
{
    const std::uint64_t exponent = field(number, layout.exponent, layout.exponentBits);
    const std::uint64_t mantissa = field(number, layout.mantissa, layout.mantissaBits);
    const double sign = field(number, layout.sign, 1) != 0 ? -1 : 1;
    if (exponent == (std::uint64_t{1} << layout.exponentBits) - 1) {
        return static_cast<float>(mantissa == 0 ? sign * std::numeric_limits<double>::infinity()
                                                : std::numeric_limits<double>::quiet_NaN());
    }
    const std::uint64_t whole
        = mantissa | (exponent == 0 ? 0 : std::uint64_t{1} << layout.mantissaBits); // or subnormal
    const auto power = static_cast<int>(exponent == 0 ? 1 : exponent) - static_cast<int>(layout.bias)
        - static_cast<int>(layout.mantissaBits);
    return static_cast<float>(sign * std::ldexp(static_cast<double>(whole), power));
}

Hdf5Type::Layout readLayout(Hdf5Cursor& properties, unsigned classBits, std::uint64_t size)
{
    constexpr unsigned kMostMantissa = 52; // a double's
    constexpr unsigned kMostExponent = 15;
    constexpr std::uint64_t kMostBias = 1 << 15;
    constexpr unsigned kImpliedOne = 2;
    Hdf5Type::Layout layout;
    layout.bigEndian = (classBits & 1U) != 0;
    layout.sign = (classBits >> 8U) & 0xFFU;
    properties.skip(2 + 2); // where its bits begin, and how many there are
    layout.exponent = properties.byte();
    layout.exponentBits = properties.byte();
    layout.mantissa = properties.byte();
    layout.mantissaBits = properties.byte();
    layout.bias = properties.number(4);
    const std::uint64_t bits = 8 * size;
    const bool fits = size >= 1 && size <= 8 && layout.sign < bits
        && layout.exponent + layout.exponentBits <= bits && layout.mantissa + layout.mantissaBits <= bits
        && layout.exponentBits >= 1 && layout.exponentBits <= kMostExponent
        && layout.mantissaBits <= kMostMantissa && layout.bias <= kMostBias;
    if (!fits || ((classBits >> 4U) & 3U) != kImpliedOne || (classBits & 0x40U) != 0) {
        throw Refusal(TR("the HDF5 file holds floating-point numbers of a kind that is not understood"));
    }
    return layout;
}

} // namespace

Hdf5Type readHdf5Type(std::span<const std::uint8_t> message)
{
    constexpr unsigned kFloat = 1;
    constexpr unsigned kText = 3;
    constexpr unsigned kOpaque = 5;
    constexpr unsigned kVariable = 9;
    Hdf5Cursor bytes(message);
    const unsigned kind = bytes.byte() & 0x0FU;
    const auto classBits = static_cast<unsigned>(bytes.number(3));
    Hdf5Type type;
    type.size = bytes.number(4);
    if (kind == kFloat) {
        type.kind = Hdf5Type::Kind::Float;
        type.layout = readLayout(bytes, classBits, type.size);
    } else if (kind == kOpaque
        && type.size == 2) { // what bfloat16 of Python becomes, which HDF5 does not know
        type.kind = Hdf5Type::Kind::Float;
        type.layout = kBrainFloat;
    } else if (kind == kText) {
        type.kind = Hdf5Type::Kind::FixedText;
    } else if (kind == kVariable && (classBits & 0x0FU) == 1) {
        type.kind = Hdf5Type::Kind::VariableText;
    }
    return type;
}

std::vector<std::uint64_t> readHdf5Extents(std::span<const std::uint8_t> message)
{
    constexpr unsigned kMostDimensions = 32; // HDF5's own limit
    constexpr unsigned kNull = 2;
    Hdf5Cursor bytes(message);
    const unsigned version = bytes.byte();
    const unsigned rank = bytes.byte();
    bytes.skip(1); // flags
    const unsigned kind = bytes.byte(); // of version 2
    if (version < 1 || version > 2 || rank > kMostDimensions) {
        refuseDamagedHdf5();
    }
    bytes.skip(version == 1 ? 4 : 0);
    if (version == 2 && kind == kNull) {
        return {0};
    }
    std::vector<std::uint64_t> sizes;
    for (unsigned i = 0; i < rank; ++i) {
        sizes.push_back(bytes.number(8));
    }
    return sizes;
}

std::uint64_t elementsOf(const std::vector<std::uint64_t>& sizes)
{
    std::uint64_t elements = 1;
    for (const std::uint64_t size : sizes) {
        if (size != 0 && elements > std::numeric_limits<std::uint64_t>::max() / size) {
            return std::numeric_limits<std::uint64_t>::max();
        }
        elements *= size;
    }
    return elements;
}

void toFloats(const Hdf5Type& type, std::span<const std::uint8_t> bytes, std::span<float> values)
{
    static_assert(std::endian::native == std::endian::little);
    const auto size = static_cast<std::size_t>(type.size);
    if (type.layout == kSingle && size == sizeof(float)) {
        std::memcpy(values.data(), bytes.data(), values.size_bytes());
        return;
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        std::uint64_t number = 0;
        for (std::size_t k = 0; k < size; ++k) {
            number |= std::uint64_t{bytes[i * size + k]} << (8 * (type.layout.bigEndian ? size - 1 - k : k));
        }
        values[i] = toFloat(type.layout, number);
    }
}

} // namespace iotbench::keras
