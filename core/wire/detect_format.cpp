#include "wire/detect_format.h"

#include "wire/record_decoder.h"

#include <algorithm>

namespace iotbench {
namespace {

bool isAsciiText(char c)
{
    return (c >= ' ' && c <= '~') || (c >= '\t' && c <= '\r');
}

bool looksBinary(std::span<const char> head)
{
    const auto others = std::count_if(head.begin(), head.end(), [](char c) { return !isAsciiText(c); });
    return static_cast<std::size_t>(others) * 100 > head.size();
}

WireFormat shapeOf(std::span<const char> line)
{
    const auto holds = [line](char c) { return std::find(line.begin(), line.end(), c) != line.end(); };
    if (isBlankLine(line))
        return WireFormat::Keras;
    if (holds(','))
        return WireFormat::Scala;
    return holds('.') ? WireFormat::Keras : WireFormat::Spark;
}

bool decodes(WireFormat format, std::span<const char> line)
{
    DecodedRecord record;
    return decodeRecordGeneral(format, line, record) == RejectReason::None;
}

// A stream of which nothing but end marks has come.
bool holdsOnlyEndMarks(std::span<const char> head)
{
    return !head.empty() && head.back() == '\n'
        && std::all_of(head.begin(), head.end(), [](char c) { return c == '\n' || c == '\r'; });
}

} // namespace

std::optional<WireFormat> detectFormat(std::span<const char> head, bool complete)
{
    if (holdsOnlyEndMarks(head))
        return WireFormat::Keras;
    if (head.size() < kCifarRecordBytes && !complete)
        return std::nullopt;
    if (looksBinary(head.first(std::min(head.size(), kCifarRecordBytes))))
        return WireFormat::Cifar;

    const bool full = head.size() >= kMaxLineBytes;
    constexpr int kLinesToTry = 3;
    std::optional<WireFormat> firstShape;
    std::span<const char> rest = head;
    for (int line = 0; line < kLinesToTry; ++line) {
        const auto newline = std::find(rest.begin(), rest.end(), '\n');
        if (newline == rest.end()) {
            if (!complete && !full)
                return std::nullopt;
            break;
        }
        const std::span<const char> text(rest.begin(), newline);
        const WireFormat shape = shapeOf(text);
        if (decodes(shape, text))
            return shape;
        if (!firstShape)
            firstShape = shape;
        rest = rest.subspan(text.size() + 1);
    }
    if (firstShape)
        return firstShape;
    return full ? WireFormat::Cifar : shapeOf(head);
}

std::optional<Marked> formatHint(WireFormat assumed, std::span<const char> record)
{
    if (assumed != WireFormat::Keras && decodes(WireFormat::Keras, record))
        return TR("values look like 0..1: is this format keras?");
    if (assumed != WireFormat::Spark && decodes(WireFormat::Spark, record))
        return TR("values look like 0..255: is this format spark?");
    if (assumed != WireFormat::Scala && decodes(WireFormat::Scala, record))
        return TR("values look like -128..127 between commas: is this format scala?");
    return std::nullopt;
}

} // namespace iotbench
