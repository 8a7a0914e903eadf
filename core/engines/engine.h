// The interface between iotbench and an inference engine. Header-only: an engine in a loadable module
// includes this file and base/message.h of iotbench, links nothing of it, and exports one C function
// (kEngineEntryPoint).
//
// Rules: no exception leaves an engine (errors come back as messages); a module is never unloaded; a
// CompiledModel is shared by threads, a Session belongs to one thread at a time.
#pragma once

#include "base/message.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace iotbench::engines {

enum class Precision : std::uint8_t { Fp32, Bf16, Int8 };
constexpr const char* toString(Precision precision) noexcept
{
    return precision == Precision::Int8 ? "int8" : precision == Precision::Bf16 ? "bf16" : "fp32";
}

enum class ModelFormat : std::uint8_t { Onnx, OpenVinoIr };

// A model as an engine gets it. The spans live until compile() returns.
struct ModelSource {
    ModelFormat format = ModelFormat::Onnx;
    std::span<const std::uint8_t> bytes; // the ONNX file, or the IR's XML
    std::span<const std::uint8_t> weights; // the IR's .bin; empty for ONNX
    std::string name; // for messages
    std::size_t channels = 0, height = 0, width = 0; // of the input, N×C×H×W float32
    std::size_t classes = 0; // scores for each image

    std::size_t inputValues() const noexcept { return channels * height * width; } // of an image
};

// One batch size, one thread at a time. Input and output memory belong to the session and stay where they
// are.
class Session {
public:
    virtual ~Session() = default;
    virtual std::size_t batch() const noexcept = 0;
    // batch × inputValues floats, N×C×H×W, written by the caller before infer(). 64-byte aligned.
    virtual float* input() noexcept = 0;
    // batch × classes scores of the last infer(); valid until the next one. nullptr after an error.
    virtual const float* infer() noexcept = 0;
    // Why the last infer() failed, empty if it did not. Valid until the next one.
    virtual const Message& error() const noexcept = 0;
};

struct SessionResult {
    std::unique_ptr<Session> session; // null on error
    Message error;
};

class CompiledModel {
public:
    virtual ~CompiledModel() = default;
    // Thread-safe. Batch >= 1. Sessions may not outlive the CompiledModel.
    virtual SessionResult createSession(std::size_t batch) noexcept = 0;
    // What really runs, for the report: precision, device, threads, libraries ("fp32, CPU, opencv 4.6.0").
    virtual std::string description() const = 0;
    // What it took measurements to find out, for CompileOptions::hint of a later start; 256 ASCII characters
    // at most, "" where there is nothing to tell.
    virtual std::string hint() const { return {}; }
};

struct CompileOptions {
    Precision precision = Precision::Fp32;
    std::string device = "CPU";
    unsigned workers = 1; // sessions that will run at the same time
    // hint() of the same model, options, engine version and machine, from an earlier start; "": find out. It
    // comes from a file, so anything may stand there: a hint that the engine does not know is passed over.
    std::string hint = {};
};

struct CompileResult {
    std::unique_ptr<CompiledModel> model; // null on error
    Message error;
};

// A device that the library behind an engine tells of, and that cannot be used here.
struct UnusableDevice {
    std::string name;
    Message reason;
};

class Engine {
public:
    virtual ~Engine() = default;
    virtual std::string name() const = 0;
    virtual std::string version() const = 0; // of the library behind it
    virtual std::vector<Precision> precisions() const = 0;
    virtual std::vector<std::string> devices() const = 0;
    virtual std::vector<UnusableDevice> unusableDevices() const { return {}; }
    virtual bool needsModel() const noexcept { return true; } // false: runs without one ("null")
    virtual CompileResult compile(const ModelSource& source, const CompileOptions& options) noexcept = 0;
};

// A module exports  IOTBENCH_ENGINE_EXPORT const iotbench::engines::ModuleDescription*
// iotbench_engine_module(); The tag names interface version and C++ ABI; the loader refuses any other before
// touching the rest.
#define IOTBENCH_ENGINE_EXPORT extern "C" __attribute__((visibility("default")))
inline constexpr const char* kEngineEntryPoint = "iotbench_engine_module";
#define IOTBENCH_STRINGISE_(x) #x
#define IOTBENCH_STRINGISE(x) IOTBENCH_STRINGISE_(x)
#ifdef _GLIBCXX_USE_CXX11_ABI
#define IOTBENCH_LIBRARY_ABI "libstdc++-cxx11-" IOTBENCH_STRINGISE(_GLIBCXX_USE_CXX11_ABI)
#else
#define IOTBENCH_LIBRARY_ABI "other"
#endif
inline constexpr const char* kEngineAbiTag = "iotbench-engine-3 " IOTBENCH_LIBRARY_ABI;

struct ModuleDescription {
    const char* abiTag;
    Engine* (*createEngine)(Message* error); // null with *error set where the engine cannot run here
};

} // namespace iotbench::engines
