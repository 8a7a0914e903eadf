// The wire's inner loops in plain C++, for machines without the vector sets that Highway knows, and as a
// check on those that have them.
#pragma once

#include "wire/vector_kernels.h"

namespace iotbench {

const VectorKernels& plainKernels();

} // namespace iotbench
