#include "batch/watched_repeat.h"

#include "batch/batch.h"
#include "batch/progress_line.h"
#include "settings/settings_table.h"
#include "statistics/figure_text.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <thread>

namespace iotbench {
namespace {

using SteadyClock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kLookAtStudy{50};
constexpr std::chrono::milliseconds kShowProgress{250};

// Right-aligned, for the table grows and its widest cells are not known.
std::string rowText(const std::array<std::string, 5>& row, const std::string& verdict)
{
    constexpr std::array<std::size_t, 5> kWidths{3, 9, 17, 9, 10};
    std::string text;
    for (std::size_t i = 0; i < row.size(); ++i) {
        text.append(kWidths[i] - std::min(kWidths[i], row[i].size()), ' ');
        text += row[i] + "  ";
    }
    return text + verdict;
}

std::string runText(std::size_t number, const RepeatedRun& run)
{
    return rowText(
        {std::to_string(number), rateText(run.imagesPerS),
            run.rateInterval ? rateText(run.rateInterval->low) + " to " + rateText(run.rateInterval->high)
                             : "",
            run.p99Ms ? fixedText(*run.p99Ms, 1) : "", run.accuracy ? fixedText(100 * *run.accuracy, 2) : ""},
        std::string(toString(run.verdict)));
}

std::string settingText(const RunInputs& inputs)
{
    const Settings& settings = *inputs.settings;
    std::string text = inputs.model ? inputs.model->name + ", " : std::string();
    text += settings.engine + ' ' + std::string(toString(settings.precision));
    return text + ", " + std::to_string(settings.workers) + (settings.workers == 1 ? " worker" : " workers");
}

} // namespace

std::string repeatText(const studies::RepeatAnswer& answer, const std::string& setting)
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

WatchedRepeat::WatchedRepeat(RepeatStudy& study, Terminal& terminal, const Interrupt& interrupt)
    : m_study(study)
    , m_terminal(terminal)
    , m_interrupt(interrupt)
{
}

int WatchedRepeat::watch()
{
    for (const Message& warning : m_study.inputs().warnings)
        m_terminal.note("iotbench: warning: " + warning.english(), Colour::Yellow);
    m_terminal.note(rowText({"run", "images/s", "95 % of the run", "p99 ms", "accuracy %"}, "verdict"));
    m_terminal.flush();
    m_study.start();
    auto shown = SteadyClock::now();
    bool stopRequested = false;
    while (!m_study.finished()) {
        if (stopRequested) {
            std::this_thread::sleep_for(kLookAtStudy);
        } else if (m_interrupt.waitFor(static_cast<int>(kLookAtStudy.count()))) {
            m_study.requestStop();
            stopRequested = true;
        }
        const auto snapshot = m_study.snapshot();
        tellRows(snapshot->runs);
        if (const auto now = SteadyClock::now(); now - shown >= kShowProgress) {
            shown = now;
            showProgress(*snapshot, std::chrono::duration<double>(now.time_since_epoch()).count());
        }
    }
    return conclude();
}

void WatchedRepeat::tellRows(const std::vector<RepeatedRun>& runs)
{
    if (m_told == runs.size())
        return;
    for (; m_told < runs.size(); ++m_told)
        m_terminal.note(runText(m_told + 1, runs[m_told]));
    m_terminal.flush();
}

void WatchedRepeat::showProgress(const RepeatSnapshot& snapshot, double nowS)
{
    if (snapshot.run)
        m_terminal.progress("run " + std::to_string(snapshot.runs.size() + 1) + " of "
                + std::to_string(m_study.planned()) + ": "
                + progressLine(*snapshot.run, *m_study.inputs().settings),
            nowS);
}

int WatchedRepeat::conclude()
{
    const RepeatedRuns outcome = m_study.wait();
    tellRows(outcome.runs);
    for (const Message& error : outcome.reportErrors)
        m_terminal.note("iotbench: " + error.english(), Colour::Red);
    if (!outcome.failure.empty())
        m_terminal.note("iotbench: " + outcome.failure.english(), Colour::Red);
    if (outcome.stopped)
        m_terminal.note("stopped after " + std::to_string(outcome.runs.size()) + " of "
            + std::to_string(m_study.planned()) + " runs");
    if (outcome.answer) {
        if (outcome.answer->errorsHonest)
            m_terminal.note(*outcome.answer->errorsHonest
                    ? "runs differ by no more than their own intervals say"
                    : "runs differ by more than their own intervals say: a single run promises too much");
        m_terminal.result(repeatText(*outcome.answer, settingText(m_study.inputs())));
    }
    if (const auto fault = m_terminal.flush()) {
        m_terminal.note("iotbench: " + *fault, Colour::Red);
        return outcome.exitCode == 0 ? kExitFailed : outcome.exitCode;
    }
    return outcome.exitCode;
}

} // namespace iotbench
