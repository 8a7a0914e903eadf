// This file is compiled once for each vector set: foreach_target.h includes it again and again.

// Loops here want a fixed vector width, which SVE has not; what SSSE3 lacks of SSE4 is not worth a copy.
#undef HWY_DISABLED_TARGETS
#define HWY_DISABLED_TARGETS (HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_SSSE3)
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "wire/highway_kernels.cpp"
#include "wire/highway_kernels.h"

#include <hwy/foreach_target.h> // before the headers that depend on the target
#include <hwy/highway.h>

#if HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128
#include "wire/integer_values-inl.h"
#include "wire/keras_text-inl.h"
#include "wire/keras_values-inl.h"
#include "wire/planes-inl.h"
#endif

HWY_BEFORE_NAMESPACE();
namespace iotbench::HWY_NAMESPACE {

#if HWY_TARGET == HWY_SCALAR || HWY_TARGET == HWY_EMU128
// Vector code on emulated vectors is half as fast as plain_kernels.cpp.
const VectorKernels* kernels()
{
    return nullptr;
}
#else
const VectorKernels* kernels()
{
    static const VectorKernels kKernels = {
        hwy::TargetName(HWY_TARGET),
        decodeKerasValues,
        decodeSparkValues,
        decodeScalaValues,
        encodeMeanSubtracted,
        planesFromFloats,
        planesFromBytes,
        bytesFromFloats,
        normaliseInterleaved,
        normalisePlanar,
    };
    return &kKernels;
}
#endif

} // namespace iotbench::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace iotbench {
namespace {

HWY_EXPORT(kernels);

} // namespace

// Where there is one target only, as on arm64, these macros ask the CPU nothing. That matters: Highway 1.0.3
// counts AES among NEON's needs, and complains on standard error where a Raspberry Pi lacks it.
std::vector<const VectorKernels*> highwayKernels()
{
    std::vector<const VectorKernels*> found;
    for (std::int64_t rest = HWY_SUPPORTED_TARGETS & HWY_TARGETS; rest != 0; rest &= rest - 1) {
        hwy::SetSupportedTargetsForTest(rest & -rest); // the lowest bit is the best target
        if (const VectorKernels* set = HWY_DYNAMIC_DISPATCH(kernels)())
            found.push_back(set);
    }
    hwy::SetSupportedTargetsForTest(0);
    return found;
}

} // namespace iotbench
#endif // HWY_ONCE
