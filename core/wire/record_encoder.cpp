#include "wire/record_encoder.h"

#include "wire/text_shape.h"
#include "wire/vector_kernels.h"

#include <cmath>
#include <cstring>
#include <string>
#include <vector>

namespace iotbench {
namespace {

constexpr std::size_t kScribble = 64; // what encode() may write past the record's end
constexpr std::size_t kByteValues = 256;

// "d.dddddd" in the order of memory. A set high bit in the point says that a minus goes before.
using KerasGroup = std::array<char, kKerasValueChars>;
constexpr std::size_t kPointAt = 1;
constexpr char kNegativePoint = static_cast<char>('.' | 0x80);

KerasGroup kerasGroup(float value)
{
    // 24 bits times 14 bits: the product is exact, so that rounding it to the nearest, half to even, gives the
    // digits that "%f" prints.
    auto millionths = static_cast<std::uint32_t>(std::nearbyint(std::fabs(static_cast<double>(value)) * 1e6));
    KerasGroup group{};
    for (std::size_t i = group.size(); i-- > 0;) {
        if (i == kPointAt) {
            group[i] = std::signbit(value) ? kNegativePoint : '.';
            continue;
        }
        group[i] = static_cast<char>('0' + millionths % 10);
        millionths /= 10;
    }
    return group;
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

struct RecordEncoder::Tables {
    WireFormat format;
    std::vector<KerasGroup> groups;     // keras: a row of 256 for each position, or one row for all
    std::size_t rowLength = 0;          // 0: the one row
    std::vector<IntegerText> integers;  // spark, scala: one for each byte value
};

RecordEncoder::RecordEncoder(WireFormat format, bool subtractMean, const PixelMean& mean)
{
    auto tables = std::make_unique<Tables>();
    tables->format = format;
    if (format == WireFormat::Keras) {
        tables->rowLength = subtractMean ? kByteValues : 0;
        const std::size_t rows = subtractMean ? kImageValues : 1;
        tables->groups.reserve(rows * kByteValues);
        for (std::size_t row = 0; row < rows; ++row) {
            for (std::size_t byte = 0; byte < kByteValues; ++byte) {
                const float unit = static_cast<float>(byte) / 255.0F;
                tables->groups.push_back(kerasGroup(subtractMean ? unit - mean[row] : unit));
            }
        }
    } else if (isText(format)) {
        for (std::size_t byte = 0; byte < kByteValues; ++byte) {
            tables->integers.push_back(format == WireFormat::Spark
                    ? integerText(static_cast<int>(byte), ' ')
                    : integerText(static_cast<std::int8_t>(byte), ','));
        }
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

char* encodeKeras(const KerasGroup* groups, std::size_t rowLength, const std::uint8_t* hwc, char* out)
{
    for (std::size_t i = 0; i < kImageValues; ++i) {
        KerasGroup group = groups[i * rowLength + hwc[i]];
        const bool negative = group[kPointAt] == kNegativePoint;
        group[kPointAt] = '.';
        *out = '-'; // overwritten where it is not due
        out += negative;
        std::memcpy(out, group.data(), group.size());
        out[kKerasValueChars] = ' ';
        out += kKerasValueChars + 1;
    }
    return out;
}

template <bool kMirrored>
char* encodeIntegers(const IntegerText* integers, const std::uint8_t* hwc, char* out)
{
    for (std::size_t i = 0; i < kImageValues; ++i) {
        const IntegerText& integer = integers[hwc[kMirrored ? mirroredChannel(i) : i]];
        std::memcpy(out, &integer, sizeof integer);
        out += integer.length;
    }
    return out;
}

} // namespace

char* RecordEncoder::encode(std::span<const std::uint8_t, kImageValues> hwc, std::uint8_t label, char* out) const
{
    const Tables& tables = *m_tables;
    const char digit = static_cast<char>('0' + label);
    switch (tables.format) {
    case WireFormat::Keras:
        *out++ = digit;
        out = encodeKeras(tables.groups.data(), tables.rowLength, hwc.data(), out);
        break;
    case WireFormat::Spark:
        *out++ = digit;
        out = encodeIntegers<false>(tables.integers.data(), hwc.data(), out);
        break;
    case WireFormat::Scala:
        out = append(out, label == 9 ? std::string_view("10") : std::string_view(&"123456789"[label], 1));
        out = append(out, ".0,");
        out = append(out, kScalaHeader);
        out = encodeIntegers<true>(tables.integers.data(), hwc.data(), out);
        break;
    case WireFormat::Cifar:
        *out++ = static_cast<char>(label);
        vectorKernels().planesFromBytes(hwc.data(), reinterpret_cast<std::uint8_t*>(out));
        return out + kImageValues;
    }
    out[-1] = '\n'; // in the place of the last separator
    return out;
}

std::string_view RecordEncoder::endMark() const
{
    return m_tables->format == WireFormat::Keras ? "\n" : "";
}

} // namespace iotbench
