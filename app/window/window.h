// The program with its window.
#pragma once

#include "batch/command_line.h"

namespace iotbench {

// Opens the window, filled in with what the command line asks, and returns the exit code of the process once
// it is closed. `argc` and `argv` are the process's own: Qt takes its options out of them.
int runWindow(int argc, char** argv, const CommandLine& commandLine);

} // namespace iotbench
