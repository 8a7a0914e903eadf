#include "batch/repeat_view.h"

#include "batch/progress_line.h"
#include "batch/run_row.h"
#include "statistics/figure_text.h"
#include "study_driver/missed_criteria.h"

namespace iotbench {

std::string RepeatView::head() const
{
    return runRowHead("verdict");
}

std::string RepeatView::rowText(std::size_t number, const RepeatedRun& run) const
{
    return runRow(number, run, std::string(toString(run.verdict)));
}

std::string RepeatView::progress(const SeriesSnapshot& snapshot) const
{
    if (!snapshot.run)
        return "";
    return "run " + std::to_string(snapshot.stand->runs.size() + 1) + " of "
        + std::to_string(m_study.planned()) + ": " + progressLine(*snapshot.run, *m_study.inputs().settings);
}

void RepeatView::conclude(const SeriesOutcome& outcome, Terminal& terminal) const
{
    if (outcome.stopped)
        terminal.note("stopped after " + std::to_string(outcome.runs.size()) + " of "
            + std::to_string(m_study.planned()) + " runs");
    if (!outcome.answer)
        return;
    for (const Message& sentence : missedCriteria(outcome.runs))
        terminal.note(sentence.english());
    if (outcome.facts.spreadPct)
        terminal.note("runs spread by " + shortText(*outcome.facts.spreadPct, 2) + " % (standard deviation)");
    if (outcome.answer->errorsHonest)
        terminal.note(*outcome.answer->errorsHonest
                ? "runs differ by no more than their own intervals say"
                : "runs differ by more than their own intervals say: a single run promises too much");
    if (outcome.failure.empty())
        terminal.result(outcome.facts.words);
}

} // namespace iotbench
