#include "wire/vector_kernels.h"

#include "wire/highway_kernels.h"
#include "wire/plain_kernels.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace iotbench {
namespace {

std::vector<const VectorKernels*> listKernels()
{
    std::vector<const VectorKernels*> kernels = highwayKernels();
    kernels.push_back(&plainKernels());
    return kernels;
}

const VectorKernels& chooseKernels()
{
    const auto available = availableVectorKernels();
    if (const char* asked = std::getenv("IOTBENCH_VECTORS")) {
        const auto found = std::find_if(available.begin(), available.end(),
            [asked](const VectorKernels* kernels) { return kernels->name == asked; });
        if (found != available.end())
            return **found;
    }
    return *available.front();
}

} // namespace

std::span<const VectorKernels* const> availableVectorKernels()
{
    static const std::vector<const VectorKernels*> kernels = listKernels();
    return kernels;
}

const VectorKernels& vectorKernels()
{
    static const VectorKernels& kernels = chooseKernels();
    return kernels;
}

} // namespace iotbench
