#include "batch/watched_study.h"

#include "batch/batch.h"

#include <algorithm>

namespace iotbench {

std::string growingRow(std::initializer_list<GrowingCell> cells, const std::string& last)
{
    std::string text;
    for (const GrowingCell& cell : cells) {
        text.append(cell.width - std::min(cell.width, cell.text.size()), ' ');
        text += cell.text + "  ";
    }
    return text + last;
}

void tellWarnings(Terminal& terminal, const std::vector<Message>& warnings)
{
    for (const Message& warning : warnings)
        terminal.note("iotbench: warning: " + warning.english(), Colour::Yellow);
}

void tellErrors(Terminal& terminal, const std::vector<Message>& reportErrors, const Message& failure)
{
    for (const Message& error : reportErrors)
        terminal.note("iotbench: " + error.english(), Colour::Red);
    if (!failure.empty())
        terminal.note("iotbench: " + failure.english(), Colour::Red);
}

int flushed(Terminal& terminal, int exitCode)
{
    const auto fault = terminal.flush();
    if (!fault)
        return exitCode;
    terminal.note("iotbench: " + *fault, Colour::Red);
    return exitCode == 0 ? kExitFailed : exitCode;
}

} // namespace iotbench
