// The wire's inner loops by the vector sets that Highway knows.
#pragma once

#include "wire/vector_kernels.h"

#include <vector>

namespace iotbench {

// Those that this program was compiled for and this machine has, best first; none on a machine without any.
std::vector<const VectorKernels*> highwayKernels();

} // namespace iotbench
