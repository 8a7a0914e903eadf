// The library's execution providers as this program's devices.
#pragma once

#include "engines/onnxruntime/ort_api.h"

#include "base/message.h"

#include <string>
#include <vector>

namespace iotbench::engines {

struct OrtDevice {
    std::string name; // of its provider: "CPU" of CPUExecutionProvider, "CUDA"
    Message reason; // why it cannot be used here; empty where it can
};

// What the library was built with, the CPU first; each is tried.
std::vector<OrtDevice> ortDevices();

// Has sessions made with these options run on the device, and on the CPU what the device has no operator for.
// Throws Refusal.
void placeOn(const std::string& device, OrtSessionOptions& options);

} // namespace iotbench::engines
