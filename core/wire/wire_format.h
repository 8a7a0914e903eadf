// The four streams this program reads and writes, and the reasons for which a record is refused.
// Formats of the VMware IoT Analytics Benchmark DL programs (keras, spark, scala) and of the CIFAR-10 data
// set's own binary records (cifar).
#pragma once

#include "base/message.h"
#include "images/image_facts.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace iotbench {

enum class WireFormat : std::uint8_t {
    Keras, // text line: label digit glued to 3,072 "%f" values, H×W×C RGB; an empty line ends the stream
    Spark, // text line: label digit glued to 3,072 integers 0..255, H×W×C RGB; no end mark
    Scala, // text line: "4.0" (label + 1), 8 header bytes, 3,072 signed bytes, BGR, comma-separated
    Cifar, // 3,073 bytes: label, 1,024 red, 1,024 green, 1,024 blue; no separator
};
inline constexpr std::size_t kWireFormatCount = 4;

inline constexpr std::size_t kMaxLineBytes = 131'072; // with its newline; anything longer is refused
inline constexpr std::size_t kCifarRecordBytes = 3'073;

// Decoders may read (never write) this far around a record: blocks that hold records are padded by it.
inline constexpr std::size_t kReadableBefore = 64;
inline constexpr std::size_t kReadableAfter = 128;

std::string_view toString(WireFormat format); // "keras", …
std::optional<WireFormat> wireFormatFromString(std::string_view name);
constexpr bool isText(WireFormat format)
{
    return format != WireFormat::Cifar;
}
// Whether values arrive as floats that the sender has normalised.
constexpr bool carriesFloats(WireFormat format)
{
    return format == WireFormat::Keras;
}

// What a stream of this format carries: images of one shape, and labels below the number of classes.
ImageShape imageShape(WireFormat format);
std::size_t classCount(WireFormat format);

// Nothing but white space as Python's split() takes it (an empty line too).
bool isBlankLine(std::span<const char> line);

constexpr bool hasEndMark(WireFormat format)
{
    return format == WireFormat::Keras;
}

// Whether this line (without its newline) ends a stream: an empty keras line, "\r" alone included. A line
// with other white space in it is a blank one, which is refused, and no end.
constexpr bool isEndMark(WireFormat format, std::span<const char> line)
{
    return hasEndMark(format) && (line.empty() || (line.size() == 1 && line[0] == '\r'));
}

// Why a record is refused. The rest of its stream goes on.
enum class RejectReason : std::uint8_t {
    None,
    BadLabel, // not a digit, or out of range
    TooFewValues,
    TooManyValues,
    NotANumber,
    NotFinite,
    OutOfRange,
    LineTooLong, // over kMaxLineBytes with its newline
    BlankLine,
    Truncated, // the last line without a newline, or a record cut short
};
inline constexpr std::size_t kRejectReasonCount = 10;

Marked wordsOf(RejectReason reason); // "too few values", …; "" for None
std::string_view toString(RejectReason reason); // the same in English, for reports

// What the model is fed with, from the bytes 0..255. Float formats arrive normalised, as unit or
// mean-subtracted; where the model wants bytes, they are made bytes again.
enum class Normalisation : std::uint8_t {
    Unit, // value / 255
    MeanSubtracted, // value / 255 minus the training pixel mean
    Raw, // value, 0..255
};
std::string_view toString(Normalisation normalisation); // "unit", "mean-subtracted", "raw"
std::optional<Normalisation> normalisationFromString(std::string_view name);

} // namespace iotbench
