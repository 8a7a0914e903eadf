// One record of a stream into one input of a model, in two steps so that each can be timed:
// decode (bytes of the wire -> values) and normalise (values -> the planar float tensor of the model).
#pragma once

#include "images/cifar10.h"
#include "wire/wire_format.h"

#include <array>
#include <span>

namespace iotbench {

// What a record says, before normalisation. About 16 kB: one for each worker, reused for every record.
// After a successful decode exactly one of these holds the image: `floats` (see carriesFloats()), `bytes`, or
// of a cifar record `planes`, which lie in the record itself: its bytes must then outlive the use.
struct DecodedRecord {
    std::uint8_t label = 0;
    alignas(64) std::array<float, cifar10::kImageValues + 64> floats; // keras: H×W×C, RGB
    alignas(64) std::array<std::uint8_t, cifar10::kImageValues + 64> bytes; // spark, scala: H×W×C, RGB
    const std::uint8_t* planes = nullptr; // cifar: red, green, blue
};

// Stateless and thread-safe: every call touches only what it is given. No allocation, no locale, no
// exception. `record` is one line without its newline (a trailing '\r' belongs to the line and is tolerated)
// or one binary record; kReadableBefore bytes before it and kReadableAfter past it must be readable. Fast
// paths accept the exact spelling of the original programs; any other spelling is judged by a general path
// (correctly rounded, bit-equal to strtof), which accepts what Python's split() and float() accept, in range.
//
// Line by line, from left to right, the first fault is the reason; a value past the last is TooManyValues
// whatever it is. keras: |v| <= 1.001 on the decimal value, before it becomes a float. spark, scala: any
// spelling of a whole number in range ("12", "+12.0", "1.2e1"); a fraction is OutOfRange. scala: white space
// around a field is tolerated; a size other than 32 by 32 in the 8 header bytes is OutOfRange; the label is
// the 1-based whole number 1.0 to 10.0, else BadLabel. cifar: a record that is too short is Truncated, too
// long TooManyValues.
RejectReason decodeRecord(WireFormat format, std::span<const char> record, DecodedRecord& out);

// The general path alone: the judge of the fast paths, for tests, benchmarks and format detection. Reads
// nothing outside `record`.
RejectReason decodeRecordGeneral(WireFormat format, std::span<const char> record, DecodedRecord& out);

// Writes the model's input, C×H×W float32 (of imageShape(format), any alignment), from a decoded record of
// `format`; `mean` has the same shape. Raw gives the same values in every format: those of a float format
// become the bytes that they were made of (see recordPixels()). Otherwise the values of a float format are
// passed on as they came.
void normaliseRecord(WireFormat format, const DecodedRecord& decoded, Normalisation normalisation,
    const PixelMean& mean, float* chw);

// The vector instruction set that the fast paths use on this machine ("AVX3", "AVX2", "NEON", "SCALAR", …).
// The environment variable IOTBENCH_VECTORS=NAME lowers it before first use (for tests).
std::string_view vectorTargetName();

} // namespace iotbench
