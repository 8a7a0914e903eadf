// Picks the front-end from the command line before any application object exists.
#include "batch/batch.h"

#include <cstdio>
#include <string>
#include <vector>

namespace {

// The build with the window opens it here, filled in with what the command line asks.
int openWindow(const iotbench::CommandLine&)
{
    std::fputs("iotbench: this program was built without its window; run it with --batch, as in\n"
               "  iotbench --batch -m resnet20 -i 1000 -t 10000\n",
        stderr);
    return iotbench::kExitUsage;
}

} // namespace

int main(int argc, char* argv[])
{
    using namespace iotbench;

    const std::vector<std::string> arguments(argv + 1, argv + argc);
    const Result<CommandLine> commandLine = parseCommandLine(arguments);
    if (!commandLine)
        return usageError(commandLine.error());
    if (commandLine->batch || commandLine->task != CommandLine::Task::Run)
        return runBatch(*commandLine);
    return openWindow(*commandLine);
}
