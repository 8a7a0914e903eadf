// The wire's inner loops, once for each vector instruction set that this program was compiled for, and once in
// plain C++. Internal to core/wire and its tests.
#pragma once

#include "images/image_set.h"
#include "wire/wire_format.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace iotbench {

// Pointers to loops that all do the same, bit for bit. Stateless and thread-safe.
//
// The decoders know the exact spelling of the original programs only. They return true with everything written,
// or false, with rubbish in `label` and values: "not that spelling; let the general path judge". `line` has no line end;
// kReadableBefore bytes before it and kReadableAfter past it are readable. Values are H×W×C, RGB.
struct VectorKernels {
    std::string_view name; // as Highway has it: "AVX3", "AVX2", "SSE4", "NEON"; "SCALAR" for plain C++

    bool (*decodeKeras)(const char* line, std::size_t length, std::uint8_t& label, float* values);
    bool (*decodeSpark)(const char* line, std::size_t length, std::uint8_t& label, std::uint8_t* values);
    bool (*decodeScala)(const char* line, std::size_t length, std::uint8_t& label, std::uint8_t* values);

    // H×W×C -> C×H×W, one image.
    void (*planesFromFloats)(const float* hwc, float* chw);
    void (*planesFromBytes)(const std::uint8_t* hwc, std::uint8_t* chw);
    // The model's input from bytes, as Normalisation says; `mean` (H×W×C) is read for MeanSubtracted only.
    void (*normaliseInterleaved)(const std::uint8_t* hwc, Normalisation, const float* mean, float* chw);
    void (*normalisePlanar)(const std::uint8_t* chwBytes, Normalisation, const float* mean, float* chw);
};

// The best set that this machine has; IOTBENCH_VECTORS=NAME (read once) asks for another. A name that is unknown
// or that this machine lacks leaves the best.
const VectorKernels& vectorKernels();

// All sets that this machine can run, best first; plain C++ is the last.
std::span<const VectorKernels* const> availableVectorKernels();

// decodeRecord() with a given set.
struct DecodedRecord;
RejectReason decodeRecord(
    const VectorKernels& kernels, WireFormat format, std::span<const char> record, DecodedRecord& out);

} // namespace iotbench
