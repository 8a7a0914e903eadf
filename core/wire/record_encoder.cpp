#include "wire/record_encoder.h"

#include "images/cifar10.h"
#include "wire/keras_group.h"
#include "wire/text_shape.h"
#include "wire/vector_kernels.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

namespace iotbench {
namespace {

constexpr std::size_t kScribble = 64; // what encode() may write past the record's end
constexpr std::size_t kByteValues = 256;

// "d.dddddd " and room up to a width that one store writes.
using UnitText = std::array<char, 16>;
constexpr std::size_t kUnitTextLength = kKerasValueChars + 1;

UnitText unitText(std::size_t byte)
{
    const KerasGroup group = kerasGroup(static_cast<float>(byte) / 255.0F);
    UnitText text{};
    std::copy(group.begin(), group.end(), text.begin());
    text[group.size()] = ' ';
    return text;
}

// The characters of one small integer and its separator.
struct IntegerText {
    std::array<char, 7> text{};
    std::uint8_t length = 0;
};

IntegerText integerText(int value, char separator)
{
    const std::string digits = std::to_string(value) + separator;
    IntegerText result;
    std::copy(digits.begin(), digits.end(), result.text.begin());
    result.length = static_cast<std::uint8_t>(digits.size());
    return result;
}

char* append(char* out, std::string_view text)
{
    std::memcpy(out, text.data(), text.size());
    return out + text.size();
}

} // namespace

// A few kilobytes, of which each format uses its own.
struct RecordEncoder::Tables {
    WireFormat format = WireFormat::Keras;
    bool subtractMean = false;
    PixelMean mean;
    std::array<UnitText, kByteValues> units{}; // keras without the mean
    std::array<IntegerText, kByteValues> integers{}; // spark, scala
};

RecordEncoder::RecordEncoder(WireFormat format, bool subtractMean, const PixelMean& mean)
{
    auto tables = std::make_unique<Tables>();
    tables->format = format;
    tables->subtractMean = subtractMean;
    tables->mean = mean;
    for (std::size_t byte = 0; byte < kByteValues; ++byte) {
        tables->units[byte] = unitText(byte);
        tables->integers[byte] = format == WireFormat::Scala
            ? integerText(static_cast<std::int8_t>(byte), ',')
            : integerText(static_cast<int>(byte), ' ');
    }
    m_tables = std::move(tables);
}

RecordEncoder::~RecordEncoder() = default;

WireFormat RecordEncoder::format() const
{
    return m_tables->format;
}

std::size_t RecordEncoder::maxRecordBytes() const
{
    switch (m_tables->format) {
    case WireFormat::Keras:
        return 1 + kKerasLongestValues + 1 + kScribble;
    case WireFormat::Spark:
        return 1 + kSparkLongestValues + 1 + kScribble;
    case WireFormat::Scala:
        return std::string_view("10.0,").size() + kScalaHeader.size() + kScalaLongestValues + 1 + kScribble;
    default:
        return kCifarRecordBytes + kScribble;
    }
}

namespace {

char* encodeUnits(const UnitText* texts, const std::uint8_t* hwc, char* out)
{
    for (std::size_t i = 0; i < cifar10::kImageValues; ++i, out += kUnitTextLength)
        std::memcpy(out, texts[hwc[i]].data(), sizeof(UnitText));
    return out;
}

char* appendInteger(const IntegerText& integer, char* out)
{
    std::memcpy(out, &integer, sizeof integer); // one store; what is too much is overwritten
    return out + integer.length;
}

// The channels of a pixel in the order of the indices.
template <std::size_t kFirst, std::size_t kSecond, std::size_t kThird>
char* encodeIntegers(const IntegerText* integers, const std::uint8_t* hwc, char* out)
{
    for (const std::uint8_t* pixel = hwc; pixel != hwc + cifar10::kImageValues;
         pixel += cifar10::kImageChannels) {
        out = appendInteger(integers[pixel[kFirst]], out);
        out = appendInteger(integers[pixel[kSecond]], out);
        out = appendInteger(integers[pixel[kThird]], out);
    }
    return out;
}

} // namespace

char* RecordEncoder::encode(std::span<const std::uint8_t> hwc, std::uint8_t label, char* out) const
{
    const Tables& tables = *m_tables;
    const char digit = static_cast<char>('0' + label);
    switch (tables.format) {
    case WireFormat::Keras:
        *out++ = digit;
        out = tables.subtractMean ? vectorKernels().encodeMeanSubtracted(hwc.data(), tables.mean.data(), out)
                                  : encodeUnits(tables.units.data(), hwc.data(), out);
        break;
    case WireFormat::Spark:
        *out++ = digit;
        out = encodeIntegers<0, 1, 2>(tables.integers.data(), hwc.data(), out);
        break;
    case WireFormat::Scala:
        out = append(out, label == 9 ? std::string_view("10") : std::string_view(&"123456789"[label], 1));
        out = append(out, ".0,");
        out = append(out, kScalaHeader);
        out = encodeIntegers<2, 1, 0>(tables.integers.data(), hwc.data(), out);
        break;
    case WireFormat::Cifar:
        *out++ = static_cast<char>(label);
        vectorKernels().planesFromBytes(hwc.data(), reinterpret_cast<std::uint8_t*>(out));
        return out + cifar10::kImageValues;
    }
    out[-1] = '\n'; // in the place of the last separator
    return out;
}

std::string_view RecordEncoder::endMark() const
{
    return m_tables->format == WireFormat::Keras ? "\n" : "";
}

} // namespace iotbench
