#include "wire/plain_kernels.h"
#include "images/cifar10.h"

#include "wire/keras_group.h"
#include "wire/text_shape.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace iotbench {
namespace {

static_assert(
    std::endian::native == std::endian::little, "digits are read from memory as little-endian words");

// "d.dddddd" as millionths, all eight bytes at once; false where they are something else.
bool readMillionths(const char* text, std::uint32_t& millionths)
{
    std::uint64_t word = 0;
    std::memcpy(&word, text, sizeof word);
    word ^= 0x3030'3030'3030'2E30; // digits become 0..9, the point 0; all else becomes more than that
    constexpr std::uint64_t kToHighBit = 0x7676'7676'7676'7F76;
    if (((word + kToHighBit) | word) & 0x8080'8080'8080'8080)
        return false;
    const std::uint64_t pairs = (word * 10 + (word >> 8)) & 0x00FF'00FF'00FF'00FF;
    millionths = static_cast<std::uint32_t>((pairs & 0xFFFF) * 100'000 + (pairs >> 16 & 0xFFFF) * 10'000
        + (pairs >> 32 & 0xFFFF) * 100 + (pairs >> 48));
    return true;
}

bool decodeKerasValues(const char* text, std::size_t length, float* values)
{
    const char* at = text;
    const char* const end = text + length;
    for (std::size_t i = 0; i < cifar10::kImageValues; ++i) {
        const bool negative = at < end && *at == '-';
        at += negative;
        std::uint32_t millionths = 0;
        const char* const next = at + kKerasValueChars;
        if (next > end || (next != end && *next != ' ') || !readMillionths(at, millionths)
            || millionths > kKerasMillionthsLimit)
            return false;
        // Both are exact floats, so that the quotient is the correctly rounded value.
        const float absolute = static_cast<float>(millionths) / 1e6F;
        values[i] = negative ? -absolute : absolute;
        at = next + 1;
    }
    return at == end + 1;
}

// One to three digits; false where there are none or a fourth.
bool readInteger(const char*& at, const char* end, unsigned& value)
{
    const char* const begin = at;
    value = 0;
    for (; at != end && *at >= '0' && *at <= '9'; ++at) {
        if (at - begin == 3)
            return false;
        value = value * 10 + static_cast<unsigned>(*at - '0');
    }
    return at != begin;
}

bool decodeSparkValues(const char* text, std::size_t length, std::uint8_t* values)
{
    const char* at = text;
    const char* const end = text + length;
    for (std::size_t i = 0; i < cifar10::kImageValues; ++i) {
        if (i > 0 && (at == end || *at++ != ' '))
            return false;
        unsigned value = 0;
        if (!readInteger(at, end, value) || value > 255)
            return false;
        values[i] = static_cast<std::uint8_t>(value);
    }
    return at == end;
}

bool decodeScalaValues(const char* text, std::size_t length, std::uint8_t* values)
{
    const char* at = text;
    const char* const end = text + length;
    for (std::size_t i = 0; i < cifar10::kImageValues; ++i) {
        if (i > 0 && (at == end || *at++ != ','))
            return false;
        const bool negative = at != end && *at == '-';
        at += negative;
        unsigned value = 0;
        if (!readInteger(at, end, value) || value > 127U + negative)
            return false;
        values[mirroredChannel(i)] = static_cast<std::uint8_t>(negative ? 0U - value : value);
    }
    return at == end;
}

char* encodeMeanSubtracted(const std::uint8_t* hwc, const float* mean, char* out)
{
    for (std::size_t i = 0; i < cifar10::kImageValues; ++i) {
        const float value = static_cast<float>(hwc[i]) / 255.0F - mean[i];
        *out = '-'; // overwritten where it is not due
        out += std::signbit(value);
        const KerasGroup group = kerasGroup(value);
        std::memcpy(out, group.data(), group.size());
        out += group.size();
        *out++ = ' ';
    }
    return out;
}

template <typename Value>
void toPlanes(const Value* hwc, Value* chw)
{
    for (std::size_t pixel = 0; pixel < cifar10::kPlaneSize; ++pixel)
        for (std::size_t channel = 0; channel < cifar10::kImageChannels; ++channel)
            chw[channel * cifar10::kPlaneSize + pixel] = hwc[pixel * cifar10::kImageChannels + channel];
}

void bytesFromFloats(const float* values, const float* mean, std::uint8_t* bytes)
{
    constexpr float kShift = 0x1.8p23F; // leaves the nearest whole number in the low bits
    for (std::size_t i = 0; i < cifar10::kImageValues; ++i) {
        const float value = (mean ? values[i] + mean[i] : values[i]) * 255.0F;
        bytes[i] = static_cast<std::uint8_t>(
            std::bit_cast<std::uint32_t>(std::clamp(value, 0.0F, 255.0F) + kShift));
    }
}

// `at(channel, pixel)`: where a byte is in the source.
template <typename SourceIndex>
void normalise(
    const std::uint8_t* source, SourceIndex at, Normalisation normalisation, const float* mean, float* chw)
{
    for (std::size_t channel = 0; channel < cifar10::kImageChannels; ++channel) {
        for (std::size_t pixel = 0; pixel < cifar10::kPlaneSize; ++pixel) {
            const auto value = static_cast<float>(source[at(channel, pixel)]);
            float& out = chw[channel * cifar10::kPlaneSize + pixel];
            switch (normalisation) {
            case Normalisation::Raw:
                out = value;
                break;
            case Normalisation::Unit:
                out = value / 255.0F;
                break;
            case Normalisation::MeanSubtracted:
                out = value / 255.0F - mean[pixel * cifar10::kImageChannels + channel];
                break;
            }
        }
    }
}

void normaliseInterleaved(const std::uint8_t* hwc, Normalisation normalisation, const float* mean, float* chw)
{
    normalise(
        hwc, [](std::size_t channel, std::size_t pixel) { return pixel * cifar10::kImageChannels + channel; },
        normalisation, mean, chw);
}

void normalisePlanar(const std::uint8_t* planes, Normalisation normalisation, const float* mean, float* chw)
{
    normalise(
        planes, [](std::size_t channel, std::size_t pixel) { return channel * cifar10::kPlaneSize + pixel; },
        normalisation, mean, chw);
}

} // namespace

const VectorKernels& plainKernels()
{
    static constexpr VectorKernels kKernels = {
        "SCALAR",
        decodeKerasValues,
        decodeSparkValues,
        decodeScalaValues,
        encodeMeanSubtracted,
        toPlanes<float>,
        toPlanes<std::uint8_t>,
        bytesFromFloats,
        normaliseInterleaved,
        normalisePlanar,
    };
    return kKernels;
}

} // namespace iotbench
