#include "batch/watched_run.h"

#include "base/system_clock.h"
#include "batch/batch.h"
#include "batch/progress_line.h"
#include "reports/report_fields.h"
#include "reports/summary_text.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <thread>

#include <unistd.h>

namespace iotbench {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kLook{50}; // how soon it is told that senders may start
constexpr std::chrono::milliseconds kShow{
    250}; // between two looks at a run that goes on, and two lines of progress

double seconds(SteadyClock::time_point time)
{
    return std::chrono::duration<double>(time.time_since_epoch()).count();
}

Colour colourOf(Judgement judgement)
{
    switch (judgement) {
    case Judgement::Valid:
        return Colour::Green;
    case Judgement::Weak:
        return Colour::Yellow;
    case Judgement::Invalid:
        return Colour::Red;
    case Judgement::NotJudged:
        break;
    }
    return Colour::None;
}

FinishedEvent finishedEvent(const RunOutcome& outcome, std::vector<std::string> text, int exitCode)
{
    const RunResult& result = outcome.result;
    return {.kind = WatchedKind::Run,
        .exitCode = exitCode,
        .outcome = fields::outcomeOf(result),
        .verdict = outcome.verdict.overall,
        .text = std::move(text),
        .images = imagesDone(result),
        .imagesPerS = imagesPerS(result),
        .rateInterval = result.rateInterval,
        .p99Ms = result.latency.p99Ms,
        .accuracy = accuracy(result),
        .study = {}};
}

} // namespace

bool tellsLittle(const Settings& settings)
{
    return settings.quiet || settings.role == Role::Worker;
}

int tellOutcome(Terminal& terminal, const RunOutcome& outcome, AskedReports& reports,
    const std::vector<std::string>& advice)
{
    const auto fault = terminal.flush(); // now, so that the order is right where both go to one file
    const std::vector<Message> unwritten
        = reports.write({outcome.result, outcome.verdict, outcome.imageRowsLeftOut});
    const int exitCode
        = (fault || !unwritten.empty()) && outcome.exitCode == 0 ? kExitFailed : outcome.exitCode;
    if (outcome.imageRowsLeftOut > 0)
        terminal.remark("images.csv has the first " + std::to_string(kMostImageRows) + " images; "
            + std::to_string(outcome.imageRowsLeftOut) + " more have no row");
    std::vector<std::string> lines = summaryText(outcome.result, outcome.verdict);
    if (EventStream* const events = terminal.events()) {
        lines.insert(lines.end(), advice.begin(), advice.end());
        events->tell(finishedEvent(outcome, std::move(lines), exitCode));
        if (!outcome.result.failure.empty())
            terminal.fail(outcome.result.failure.english(), exitCode);
    } else {
        for (const std::string& line : lines)
            terminal.note(
                line, line.starts_with(kVerdictLine) ? colourOf(outcome.verdict.overall) : Colour::None);
    }
    for (const Message& error : outcome.reportErrors)
        terminal.fail(error.english(), exitCode);
    for (const Message& error : unwritten)
        terminal.fail(error.english(), exitCode);
    if (fault)
        terminal.fail(*fault, exitCode);
    if (!terminal.events())
        for (const std::string& line : advice)
            terminal.note(line);
    terminal.flush();
    return exitCode;
}

WatchedRun::WatchedRun(Run& run, const AskedSettings& asked, Terminal& terminal, const Interrupt& interrupt,
    AskedReports reports)
    : m_run(run)
    , m_asked(asked)
    , m_terminal(terminal)
    , m_interrupt(interrupt)
    , m_reports(std::move(reports))
    , m_settings(*run.inputs().settings)
    , m_original(m_settings, run.inputs().model ? run.inputs().model->path.string() : std::string())
{
}

int WatchedRun::watch()
{
    if (EventStream* const events = m_terminal.events())
        events->tell(StartedEvent{WatchedKind::Run, m_settings, {}});
    say(m_original.atStart(wallClockMs()));
    hintAtAnIdleTerminal();
    m_terminal.flush();

    m_run.start();
    bool stopRequested = false;
    bool ready = false;
    auto shown = SteadyClock::now();
    while (!m_run.finished()) {
        if (stopRequested) {
            std::this_thread::sleep_for(kLook);
        } else if (m_interrupt.waitFor(static_cast<int>(kLook.count()), m_run.finishedFd())) {
            m_run.requestStop();
            stopRequested = true;
        }
        const auto now = SteadyClock::now();
        const bool due = now - shown >= kShow;
        if (ready && !due)
            continue;
        const auto snapshot = m_run.snapshot();
        ready = snapshot->phase != RunPhase::WarmingUp;
        follow(*snapshot);
        if (due) {
            shown = now;
            m_terminal.progress(progressLine(*snapshot, m_settings), seconds(now));
            tellIntervals(*snapshot->intervals, false);
        }
    }
    return conclude();
}

void WatchedRun::say(const std::vector<std::string>& lines)
{
    for (const std::string& line : lines) {
        if (EventStream* const events = m_terminal.events())
            events->tell(LineEvent{line});
        else if (m_original.speaksOnStandardOutput())
            m_terminal.result(line);
        else
            m_terminal.note(line);
    }
}

void WatchedRun::follow(const RunSnapshot& snapshot)
{
    say(m_original.at(snapshot, wallClockMs()));
    tellEvents(*snapshot.events);
    m_terminal.flush();
}

// Those behind the last one told; the list holds the newest only.
void WatchedRun::tellEvents(const std::vector<RunEvent>& events)
{
    const auto told = std::find_if(events.rbegin(), events.rend(), [this](const RunEvent& event) {
        return m_lastTold && event.atS == m_lastTold->atS && event.what == m_lastTold->what;
    });
    for (auto event = told.base(); event != events.end(); ++event) {
        if (event->warning)
            m_terminal.warn(event->what.english());
        else if (event->needed || !tellsLittle(m_settings))
            m_terminal.remark(event->what.english());
    }
    if (!events.empty())
        m_lastTold = events.back();
}

void WatchedRun::tellIntervals(const std::vector<IntervalRow>& rows, bool isOver)
{
    if (EventStream* const events = m_terminal.events(); events && !tellsLittle(m_settings))
        events->tellIntervals(rows, m_run.inputs().judgesAnswers(), isOver);
}

// Somebody who forgot the pipe would wait for ever.
void WatchedRun::hintAtAnIdleTerminal()
{
    const bool readsStandardInput = m_settings.role == Role::Worker
        || (m_settings.role == Role::Receive && !m_settings.listen && !m_settings.connect);
    if (readsStandardInput && isatty(STDIN_FILENO) != 0)
        m_terminal.remark(
            "images are awaited from the terminal; pipe them in, or receive with --listen PORT");
}

int WatchedRun::conclude()
{
    tellEvents(*m_run.snapshot()->events);
    const RunOutcome outcome = m_run.wait();
    say(m_original.atEnd(outcome.result, wallClockMs()));
    tellIntervals(outcome.result.intervals, true);
    return tellOutcome(
        m_terminal, outcome, m_reports, rateToJudgeText(outcome.result, m_asked, program_invocation_name));
}

} // namespace iotbench
