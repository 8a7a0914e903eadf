// Which of the CPU's convolution kernels run a model: measured, as the library's own choice is not always the
// fastest.
#pragma once

#include "engines/openvino/compile_plan.h"

#include <openvino/runtime/compiled_model.hpp>

#include <memory>
#include <optional>
#include <string>

namespace iotbench::engines {

struct KernelChoice {
    std::shared_ptr<const ov::Model> model; // as it is to be compiled
    std::string kernels; // "brgconv_avx512"; may be ""
    std::string slower; // those that were timed against them, "" for none
    std::string gain; // "1.14": images of `kernels` for one of `slower`
    bool remembered = false; // by a hint
    std::optional<ov::CompiledModel> compiled = {}; // from `model`, for batches of:
    std::size_t batch = 0;

    // "brgconv_avx512", "jit_avx512, measured 1.14 times as fast as brgconv_avx512"; may be "".
    std::string description() const;
    std::string hint() const; // see CompileOptions::hint
};

// On a CPU whose library takes matrix kernels (brgconv) for a model's convolutions, these are timed against
// the direct ones (jit) of the same instructions, and the direct ones are asked for where they take at least
// 3 % less: with ResNet20 in int8 and AVX-512 they did 1.15 to 1.2 times as much. Takes some 0.3 s, on the
// calling thread; nothing where the hint names kernels that the model then runs by. Where nothing can be
// compared, `model` as it came.
//
// How a kernel is asked for: OpenVINO's run-time attribute primitives_priority, which its CPU plugin heeds
// and its IR carries, but for which it has no public class.
KernelChoice fasterConvolutions(ov::Core& core, const std::shared_ptr<const ov::Model>& model,
    const CompilePlan& plan, const std::string& hint);

} // namespace iotbench::engines
