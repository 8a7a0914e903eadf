// The program without a window: what the command line asks for, done on the terminal.
#pragma once

#include "base/exit_codes.h"
#include "batch/command_line.h"

namespace iotbench {

// Does whatever `commandLine` asks for, a run included. Returns the exit code of the process.
int runBatch(const CommandLine& commandLine);

} // namespace iotbench
