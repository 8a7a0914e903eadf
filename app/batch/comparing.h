// --compare on the terminal, and in the files that it was asked for.
#pragma once

#include "batch/command_line.h"

namespace iotbench {

// The exit code of the process: that of the comparison, or kExitFailed where it could not be made or written.
int compareAndTell(const CompareOptions& options, const OutputOptions& output);

} // namespace iotbench
