// The general path: any spelling that the originals would accept, and the reason for all else. The judge of
// the fast paths, which know the exact spelling of the original programs only.
#include "images/cifar10.h"
#include "wire/decimal_number.h"
#include "wire/record_decoder.h"
#include "wire/text_shape.h"

#include <algorithm>

namespace iotbench {
namespace {

// The label digit, then 3,072 tokens between runs of white space. Judged from left to right: the first fault
// is the reason, and a 3,073rd token is one too many, whatever it is.
template <typename ReadValue>
RejectReason decodeSpaced(std::string_view line, std::uint8_t& label, ReadValue readValue)
{
    const auto digit = labelDigit(line.front());
    if (!digit)
        return RejectReason::BadLabel;
    label = *digit;

    const char* at = line.data() + 1;
    const char* const end = line.data() + line.size();
    for (std::size_t count = 0;; ++count) {
        at = std::find_if_not(at, end, isWhiteSpace);
        if (at == end)
            return count == cifar10::kImageValues ? RejectReason::None : RejectReason::TooFewValues;
        if (count == cifar10::kImageValues)
            return RejectReason::TooManyValues;
        const char* const tokenEnd = std::find_if(at, end, isWhiteSpace);
        if (const RejectReason reason = readValue({at, static_cast<std::size_t>(tokenEnd - at)}, count);
            reason != RejectReason::None)
            return reason;
        at = tokenEnd;
    }
}

RejectReason decodeKeras(std::string_view line, DecodedRecord& out)
{
    return decodeSpaced(line, out.label, [&](std::string_view token, std::size_t index) {
        return parseNormalisedValue(token, out.floats[index]);
    });
}

RejectReason decodeSpark(std::string_view line, DecodedRecord& out)
{
    return decodeSpaced(line, out.label, [&](std::string_view token, std::size_t index) {
        int value = 0;
        const RejectReason reason = parseWholeNumber(token, 0, 255, value);
        out.bytes[index] = static_cast<std::uint8_t>(value);
        return reason;
    });
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isWhiteSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isWhiteSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

// Fields between commas, each with white space around it or none: label + 1, the two big-endian int32 of the
// image's size, then B, G, R of each pixel as signed bytes.
RejectReason decodeScala(std::string_view line, DecodedRecord& out)
{
    constexpr std::array<int, 8> kHeader = {0, 0, 0, 32, 0, 0, 0, 32};
    constexpr std::size_t kFields = 1 + kHeader.size() + cifar10::kImageValues;

    std::size_t begin = 0;
    for (std::size_t field = 0; begin <= line.size(); ++field) {
        if (field == kFields)
            return RejectReason::TooManyValues;
        const std::size_t end = std::min(line.find(',', begin), line.size());
        const std::string_view token = trimmed(line.substr(begin, end - begin));
        begin = end + 1;

        int value = 0;
        if (field == 0) {
            if (parseWholeNumber(token, 1, static_cast<int>(cifar10::kClassCount), value)
                != RejectReason::None)
                return RejectReason::BadLabel;
            out.label = static_cast<std::uint8_t>(value - 1);
            continue;
        }
        if (const RejectReason reason = parseWholeNumber(token, -128, 127, value);
            reason != RejectReason::None)
            return reason;
        if (field <= kHeader.size()) {
            if (value != kHeader[field - 1])
                return RejectReason::OutOfRange;
            continue;
        }
        const std::size_t index = field - 1 - kHeader.size();
        out.bytes[mirroredChannel(index)] = static_cast<std::uint8_t>(value);
        if (field + 1 == kFields && begin > line.size())
            return RejectReason::None;
    }
    return RejectReason::TooFewValues;
}

RejectReason decodeCifar(std::span<const char> record, DecodedRecord& out)
{
    if (record.size() < kCifarRecordBytes)
        return RejectReason::Truncated;
    if (record.size() > kCifarRecordBytes)
        return RejectReason::TooManyValues;
    const auto label = static_cast<std::uint8_t>(record[0]);
    if (label >= cifar10::kClassCount)
        return RejectReason::BadLabel;
    out.label = label;
    out.planes = reinterpret_cast<const std::uint8_t*>(record.data() + 1);
    return RejectReason::None;
}

} // namespace

RejectReason decodeRecordGeneral(WireFormat format, std::span<const char> record, DecodedRecord& out)
{
    if (format == WireFormat::Cifar)
        return decodeCifar(record, out);

    if (record.size() >= kMaxLineBytes)
        return RejectReason::LineTooLong;
    const std::string_view line(record.data(), record.size());
    if (isBlankLine(record))
        return RejectReason::BlankLine;
    switch (format) {
    case WireFormat::Keras:
        return decodeKeras(line, out);
    case WireFormat::Spark:
        return decodeSpark(line, out);
    default:
        return decodeScala(line, out);
    }
}

bool isBlankLine(std::span<const char> line)
{
    return std::all_of(line.begin(), line.end(), isWhiteSpace);
}

} // namespace iotbench
