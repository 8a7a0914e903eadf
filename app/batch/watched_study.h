// A study as a user at the terminal sees it: a table of its runs that grows, and the answer in one line.
#pragma once

#include "base/exit_codes.h"
#include "base/message.h"
#include "base/system_clock.h"
#include "batch/asked_reports.h"
#include "batch/interrupt.h"
#include "batch/terminal.h"

#include <chrono>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <thread>
#include <vector>

namespace iotbench {

// One cell of a table that grows, right-aligned, for its widest is not known beforehand.
struct GrowingCell {
    std::string text;
    std::size_t width; // that most have
};

// The cells, and behind them what has any length.
std::string growingRow(std::initializer_list<GrowingCell> cells, const std::string& last);

// What all studies tell alike.
FinishedEvent finishedEvent(WatchedKind kind, const StudyFacts& facts, const Message& failure, int exitCode);
void tellWarnings(Terminal& terminal, const std::vector<Message>& warnings);
void tellErrors(
    Terminal& terminal, const std::vector<Message>& reportErrors, const Message& failure, int exitCode);
// Passes on what is left. The exit code of the process: `exitCode`, or that of a failure where standard
// output took nothing.
int flushed(Terminal& terminal, int exitCode);

// `View` says what one kind of study shows:
//   using Study                  made by its prepare(), with start(), requestStop(), finished(),
//                                snapshot() and wait()
//   kKind
//   View(const Study&)
//   settings()                   effective
//   warnings()                   before the table
//   planned()                    runs; empty: as many as it takes
//   head()                       of the table
//   rows(snapshot or outcome)    of the runs that are over; they only ever grow
//   rowText(number, row)         number: from 0
//   probeEvent(number, row)      the same for programs that watch
//   sheetProbes(outcome)         the same for a data sheet; none of what is no search
//   progress(snapshot)           the line that gives way; "" = nothing to tell
//   conclude(outcome, terminal)  what follows the table; the answer is the only result
// One thread; all that it is given outlives it.
template <typename View>
class WatchedStudy {
public:
    using Study = typename View::Study;

    // `reports`: where the report goes.
    WatchedStudy(Study& study, Terminal& terminal, const Interrupt& interrupt, AskedReports reports)
        : m_study(study)
        , m_view(study)
        , m_terminal(terminal)
        , m_interrupt(interrupt)
        , m_reports(std::move(reports))
    {
    }

    // Starts the study, stops it at the first signal, tells its answer on standard output. Returns the exit
    // code of the process.
    int watch()
    {
        if (EventStream* const events = m_terminal.events())
            events->tell(StartedEvent{View::kKind, m_view.settings(), m_view.planned()});
        tellWarnings(m_terminal, m_view.warnings());
        if (!m_terminal.events())
            m_terminal.note(m_view.head());
        m_terminal.flush();
        m_study.start();
        auto shown = SteadyClock::now();
        bool stopRequested = false;
        while (!m_study.finished()) {
            if (stopRequested) {
                std::this_thread::sleep_for(kLook);
            } else if (m_interrupt.waitFor(static_cast<int>(kLook.count()))) {
                m_study.requestStop();
                stopRequested = true;
            }
            const auto snapshot = m_study.snapshot();
            tellRows(m_view.rows(*snapshot));
            if (const auto now = SteadyClock::now(); now - shown >= kShow) {
                shown = now;
                showProgress(*snapshot, std::chrono::duration<double>(now.time_since_epoch()).count());
            }
        }
        return conclude();
    }

private:
    using SteadyClock = std::chrono::steady_clock;
    static constexpr std::chrono::milliseconds kLook{50};
    static constexpr std::chrono::milliseconds kShow{250};

    template <typename Rows>
    void tellRows(const Rows& rows)
    {
        if (m_told == rows.size())
            return;
        for (; m_told < rows.size(); ++m_told) {
            if (EventStream* const events = m_terminal.events())
                events->tell(m_view.probeEvent(m_told, rows[m_told]));
            else
                m_terminal.note(m_view.rowText(m_told, rows[m_told]));
        }
        m_terminal.flush();
    }

    template <typename Snapshot>
    void showProgress(const Snapshot& snapshot, double nowS)
    {
        if (const std::string text = m_view.progress(snapshot); !text.empty())
            m_terminal.progress(text, nowS);
    }

    int conclude()
    {
        const auto outcome = m_study.wait();
        tellRows(m_view.rows(outcome));
        std::vector<Message> errors = outcome.reportErrors;
        int exitCode = outcome.exitCode;
        if (outcome.report)
            for (Message& fault : m_reports.write(*outcome.report, m_view.sheetProbes(outcome))) {
                errors.push_back(std::move(fault));
                exitCode = exitCode == 0 ? kExitFailed : exitCode;
            }
        if (EventStream* const events = m_terminal.events())
            events->tell(finishedEvent(View::kKind, outcome.facts, outcome.failure, exitCode));
        tellErrors(m_terminal, errors, outcome.failure, exitCode);
        if (!m_terminal.events())
            m_view.conclude(outcome, m_terminal);
        return flushed(m_terminal, exitCode);
    }

    Study& m_study;
    View m_view;
    Terminal& m_terminal;
    const Interrupt& m_interrupt;
    AskedReports m_reports;
    std::size_t m_told = 0; // rows
};

// Opens the files that `options` ask for, has `prepare()` make the study, and watches it. Returns the exit
// code of the process.
template <typename View, typename Prepare>
int prepareAndWatch(
    Terminal& terminal, const Interrupt& interrupt, const OutputOptions& options, const Prepare& prepare)
{
    auto reports = AskedReports::open(options);
    if (!reports)
        return terminal.fail(reports.error().english(), kExitFailed);
    const auto study = prepare();
    if (!study)
        return terminal.fail(study.error().english(), interrupt.raised() ? kExitInterrupted : kExitFailed);
    return WatchedStudy<View>(**study, terminal, interrupt, std::move(*reports)).watch();
}

} // namespace iotbench
