// Picks the front-end from the command line before any application object exists.
#include "base/stage_thread.h"
#include "batch/batch.h"
#include "batch/terminal.h"
#include "stream/standard_streams.h"
#ifdef IOTBENCH_HAS_WINDOW
#include "window/window.h"
#endif

#include <csignal>
#include <exception>
#include <string>
#include <vector>

#ifndef IOTBENCH_HAS_WINDOW
namespace {

int builtWithoutWindow()
{
    return iotbench::standardTerminal({}).fail(
        "this program was built without its window; run it with --batch, as in\n"
        "  iotbench --batch -m resnet20 -i 1000 -t 10000",
        iotbench::kExitUsage);
}

} // namespace
#endif

int main(int argc, char* argv[])
{
    using namespace iotbench;

    occupyStandardDescriptors();
    std::signal(SIGXFSZ, SIG_IGN); // past `ulimit -f` a write then fails, as on a full disk
    OutputOptions output;
    try {
        const std::vector<std::string> arguments(argv + 1, argv + argc);
        output = outputOptionsIn(arguments);
        const Result<CommandLine> commandLine = parseCommandLine(arguments);
        if (!commandLine)
            return standardTerminal(output).failUsage(commandLine.error().english());
        if (commandLine->batch || commandLine->task != CommandLine::Task::Run)
            return runBatch(*commandLine);
#ifdef IOTBENCH_HAS_WINDOW
        return runWindow(argc, argv, *commandLine);
#else
        return builtWithoutWindow();
#endif
    } catch (const std::exception& problem) { // no memory or no descriptor is left, outside any run
        return standardTerminal(output).fail(reasonOf(problem).english(), kExitFailed);
    }
}
