#include "batch/repeat_view.h"

#include "batch/progress_line.h"
#include "batch/watched_study.h"
#include "settings/settings_table.h"
#include "statistics/figure_text.h"

namespace iotbench {
namespace {

std::string row(const std::string& number, const std::string& rate, const std::string& interval,
    const std::string& p99, const std::string& accuracy, const std::string& verdict)
{
    return growingRow({{number, 3}, {rate, 9}, {interval, 17}, {p99, 9}, {accuracy, 10}}, verdict);
}

std::string settingText(const RunInputs& inputs)
{
    const Settings& settings = *inputs.settings;
    std::string text = inputs.model ? inputs.model->name + ", " : std::string();
    text += settings.engine + ' ' + std::string(toString(settings.precision));
    return text + ", " + std::to_string(settings.workers) + (settings.workers == 1 ? " worker" : " workers");
}

// "612 images/second ± 1.3 % (604 to 620, 5 runs): repeatable", … `setting`: what ran.
std::string answerText(const studies::RepeatAnswer& answer, const std::string& setting)
{
    const studies::RunMean& figure = answer.figure;
    std::string text = rateText(figure.mean) + " images/second";
    if (figure.interval && figure.mean > 0)
        text += " ± " + fixedText(100 * figure.interval->halfWidth() / figure.mean, 1) + " % ("
            + rateText(figure.interval->low) + " to " + rateText(figure.interval->high) + ", "
            + std::to_string(figure.runs) + " runs)";
    text += answer.repeatable ? ": repeatable" : ": not repeatable";
    if (answer.runsNeeded && *answer.runsNeeded > figure.runs)
        text += ", about " + std::to_string(*answer.runsNeeded) + " runs would do";
    return text + "; " + setting;
}

} // namespace

std::string RepeatView::head() const
{
    return row("run", "images/s", "95 % of the run", "p99 ms", "accuracy %", "verdict");
}

std::string RepeatView::rowText(std::size_t number, const RepeatedRun& run) const
{
    return row(std::to_string(number + 1), rateText(run.imagesPerS),
        run.rateInterval ? rateText(run.rateInterval->low) + " to " + rateText(run.rateInterval->high) : "",
        run.p99Ms ? fixedText(*run.p99Ms, 1) : "", run.accuracy ? fixedText(100 * *run.accuracy, 2) : "",
        std::string(toString(run.verdict)));
}

std::string RepeatView::progress(const RepeatSnapshot& snapshot) const
{
    if (!snapshot.run)
        return "";
    return "run " + std::to_string(snapshot.runs.size() + 1) + " of " + std::to_string(m_study.planned())
        + ": " + progressLine(*snapshot.run, *m_study.inputs().settings);
}

void RepeatView::conclude(const RepeatedRuns& outcome, Terminal& terminal) const
{
    if (outcome.stopped)
        terminal.note("stopped after " + std::to_string(outcome.runs.size()) + " of "
            + std::to_string(m_study.planned()) + " runs");
    if (!outcome.answer)
        return;
    if (outcome.answer->errorsHonest)
        terminal.note(*outcome.answer->errorsHonest
                ? "runs differ by no more than their own intervals say"
                : "runs differ by more than their own intervals say: a single run promises too much");
    terminal.result(answerText(*outcome.answer, settingText(m_study.inputs())));
}

} // namespace iotbench
