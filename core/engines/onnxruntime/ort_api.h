// ONNX Runtime's C interface as C++: objects that free themselves, failures that are thrown.
#pragma once

#include "base/refusal.h"

#include <onnxruntime_c_api.h>

#include <exception>
#include <memory>
#include <string>

namespace iotbench::engines {

// The library's functions. Throws Refusal where the library is older than the header that this was built
// with.
const OrtApi& ort();

// Throws Refusal with the library's reason, cut down to what helps a user. Takes the status, null or not.
void check(OrtStatus* status);

// Of a failure's text, what it says without where in the library's sources it happened; on one line.
std::string withoutOrigin(const std::string& text);

struct Released {
    void operator()(OrtEnv* object) const noexcept { ort().ReleaseEnv(object); }
    void operator()(OrtSessionOptions* object) const noexcept { ort().ReleaseSessionOptions(object); }
    void operator()(OrtSession* object) const noexcept { ort().ReleaseSession(object); }
    void operator()(OrtIoBinding* object) const noexcept { ort().ReleaseIoBinding(object); }
    void operator()(OrtValue* object) const noexcept { ort().ReleaseValue(object); }
    void operator()(OrtMemoryInfo* object) const noexcept { ort().ReleaseMemoryInfo(object); }
    void operator()(OrtTypeInfo* object) const noexcept { ort().ReleaseTypeInfo(object); }
    void operator()(OrtTensorTypeAndShapeInfo* object) const noexcept
    {
        ort().ReleaseTensorTypeAndShapeInfo(object);
    }
    void operator()(OrtCUDAProviderOptionsV2* object) const noexcept
    {
        ort().ReleaseCUDAProviderOptions(object);
    }
    void operator()(OrtTensorRTProviderOptionsV2* object) const noexcept
    {
        ort().ReleaseTensorRTProviderOptions(object);
    }
};

template <typename Object>
using Owned = std::unique_ptr<Object, Released>;

// made<OrtEnv>(ort().CreateEnv, level, name): what this function hands out through its last parameter.
template <typename Object, typename Function, typename... Arguments>
Owned<Object> made(Function create, Arguments... arguments)
{
    Object* object = nullptr;
    check(create(arguments..., &object));
    return Owned<Object>(object);
}

// Runs `work` and keeps every exception inside; the reason comes back, empty where there was none.
template <typename Work>
Message guarded(const Work& work) noexcept
{
    try {
        work();
        return {};
    } catch (const Refusal& refusal) {
        return refusal.reason();
    } catch (const std::exception& failure) {
        return {TR("ONNX Runtime: %1"), {std::string(failure.what())}};
    } catch (...) {
        return TR("ONNX Runtime: unknown failure");
    }
}

} // namespace iotbench::engines
