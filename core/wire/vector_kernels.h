// The wire's inner loops, once for each vector instruction set that this program was compiled for, and once
// in plain C++. Internal to core/wire and its tests.
#pragma once

#include "wire/wire_format.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace iotbench {

// Pointers to loops that all do the same, bit for bit. Stateless and thread-safe.
//
// The decoders know the exact spelling of the original programs only. They get the 3,072 values of a line,
// without its label, header and line end, and return true with all of them written (H×W×C, RGB), or false,
// with rubbish written: "not that spelling; let the general path judge". kReadableBefore bytes before `text`
// and kReadableAfter past its end are readable.
struct VectorKernels {
    std::string_view name; // as Highway has it: "AVX3", "AVX2", "SSE4", "NEON"; "SCALAR" for plain C++

    bool (*decodeKerasValues)(const char* text, std::size_t length, float* values);
    bool (*decodeSparkValues)(const char* text, std::size_t length, std::uint8_t* values);
    bool (*decodeScalaValues)(const char* text, std::size_t length, std::uint8_t* values);

    // Prints every value / 255 - mean, float32, as "%f" does, and a space after each; returns the end, past
    // which it may write eight bytes. `mean` is between 0 and 1.
    char* (*encodeMeanSubtracted)(const std::uint8_t* hwc, const float* mean, char* out);

    // H×W×C -> C×H×W, one image.
    void (*planesFromFloats)(const float* hwc, float* chw);
    void (*planesFromBytes)(const std::uint8_t* hwc, std::uint8_t* chw);
    // (value + mean) × 255, or value × 255 without a mean (null), to the nearest whole number (half to even)
    // within 0..255: the bytes that a sender's floats were. |value| and mean are at most 1.001.
    void (*bytesFromFloats)(const float* values, const float* mean, std::uint8_t* bytes);
    // The model's input from bytes, as Normalisation says; `mean` (H×W×C) is read for MeanSubtracted only.
    void (*normaliseInterleaved)(const std::uint8_t* hwc, Normalisation, const float* mean, float* chw);
    void (*normalisePlanar)(const std::uint8_t* chwBytes, Normalisation, const float* mean, float* chw);
};

// The best set that this machine has; IOTBENCH_VECTORS=NAME (read once) asks for another. A name that is
// unknown or that this machine lacks leaves the best.
const VectorKernels& vectorKernels();

// All sets that this machine can run, best first; plain C++ is the last.
std::span<const VectorKernels* const> availableVectorKernels();

struct DecodedRecord;

// The fast path alone: true where `line` has the spelling of the original programs and is decoded; else the
// general path has the word.
bool decodeFast(
    const VectorKernels& kernels, WireFormat format, std::span<const char> record, DecodedRecord& out);

// decodeRecord() with a given set.
RejectReason decodeRecord(
    const VectorKernels& kernels, WireFormat format, std::span<const char> record, DecodedRecord& out);

} // namespace iotbench
