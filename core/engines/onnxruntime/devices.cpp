#include "engines/onnxruntime/devices.h"

#include "base/refusal.h"

#include <algorithm>
#include <string_view>

namespace iotbench::engines {
namespace {

constexpr std::string_view kProviderSuffix = "ExecutionProvider";

std::vector<std::string> availableProviders()
{
    char** names = nullptr;
    int count = 0;
    check(ort().GetAvailableProviders(&names, &count));
    std::vector<std::string> providers(names, names + count);
    check(ort().ReleaseAvailableProviders(names, count));
    return providers;
}

Message whyNotOn(const std::string& device)
{
    try {
        placeOn(device, *made<OrtSessionOptions>(ort().CreateSessionOptions));
        return {};
    } catch (const Refusal& refusal) {
        return refusal.reason();
    }
}

} // namespace

std::vector<OrtDevice> ortDevices()
{
    std::vector<OrtDevice> devices;
    for (std::string name : availableProviders()) {
        if (name.ends_with(kProviderSuffix)) {
            name.erase(name.size() - kProviderSuffix.size());
        }
        devices.push_back({name, whyNotOn(name)});
    }
    std::stable_partition(
        devices.begin(), devices.end(), [](const OrtDevice& device) { return device.name == "CPU"; });
    return devices;
}

// Some providers have functions of their own, the others are asked for by name.
void placeOn(const std::string& device, OrtSessionOptions& options)
{
    const OrtApi& api = ort();
    if (device == "CPU") {
        return; // always there, behind all others
    }
    if (device == "Azure") {
        throw Refusal(TR("it sends images to a server elsewhere, and iotbench measures this machine"));
    }
    // Debian 13's 1.21 crashes in it while it reads a ResNet.
    if (device == "Dnnl") {
        throw Refusal(TR("it can end the program while it reads a model"));
    }
    if (device == "CUDA") {
        const auto own = made<OrtCUDAProviderOptionsV2>(api.CreateCUDAProviderOptions);
        check(api.SessionOptionsAppendExecutionProvider_CUDA_V2(&options, own.get()));
    } else if (device == "Tensorrt") {
        const auto own = made<OrtTensorRTProviderOptionsV2>(api.CreateTensorRTProviderOptions);
        check(api.SessionOptionsAppendExecutionProvider_TensorRT_V2(&options, own.get()));
    } else {
        const std::string name = device == "Xnnpack" ? "XNNPACK" : device;
        check(api.SessionOptionsAppendExecutionProvider(&options, name.c_str(), nullptr, nullptr, 0));
    }
}

} // namespace iotbench::engines
