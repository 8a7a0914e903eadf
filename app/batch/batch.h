// The program without a window: what the command line asks for, done on the terminal.
#pragma once

#include "batch/command_line.h"

#include <string_view>

namespace iotbench {

inline constexpr int kExitFailed = 1;
inline constexpr int kExitUsage = 2;
inline constexpr int kExitInterrupted = 130;

// The sentence and where to read more, on standard error. Returns kExitUsage.
int usageError(std::string_view sentence);

// Does whatever `commandLine` asks for, a run included. Returns the exit code of the process.
int runBatch(const CommandLine& commandLine);

} // namespace iotbench
