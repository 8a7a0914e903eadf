#include "batch/watched_study.h"

#include "reports/field_words.h"

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

FinishedEvent finishedEvent(WatchedKind kind, const StudyFacts& facts, const Message& failure, int exitCode)
{
    FinishedEvent event;
    event.kind = kind;
    event.exitCode = exitCode;
    event.outcome = facts.answer;
    event.verdict = fields::enumeratorOf<Judgement>(facts.verdict).value_or(Judgement::NotJudged);
    event.study = facts;
    if (failure.empty())
        event.text = {facts.words};
    return event;
}

void tellWarnings(Terminal& terminal, const std::vector<Message>& warnings)
{
    for (const Message& warning : warnings)
        terminal.warn(warning.english());
}

void tellErrors(
    Terminal& terminal, const std::vector<Message>& reportErrors, const Message& failure, int exitCode)
{
    for (const Message& error : reportErrors)
        terminal.fail(error.english(), exitCode);
    if (!failure.empty())
        terminal.fail(failure.english(), exitCode);
}

int flushed(Terminal& terminal, int exitCode)
{
    const auto fault = terminal.flush();
    return fault ? terminal.fail(*fault, exitCode == 0 ? kExitFailed : exitCode) : exitCode;
}

} // namespace iotbench
