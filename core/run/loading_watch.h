// What is got ready before a run, for those who show it or want it to end.
#pragma once

#include <cstdint>
#include <functional>

namespace iotbench {

enum class LoadingStep : std::uint8_t {
    Model, // is read and checked
    Kernels, // the engine compiles it
    Measuring, // what engine, workers and batch size are fastest
    Images, // are read, where model and engine were ready before them
    Checking, // what the model answers, by a second engine, and asked again
};

// Both are called on the thread that loads.
struct LoadingWatch {
    std::function<bool()> cancelled = {}; // asked now and then: true is an error
    std::function<void(LoadingStep)> begins = {}; // not of steps that this run does not need
};

} // namespace iotbench
