// A run as a user at the terminal sees it: the original's lines, what happens on the way, progress, the
// verdict.
#pragma once

#include "batch/asked_reports.h"
#include "batch/interrupt.h"
#include "batch/original_program.h"
#include "batch/terminal.h"
#include "run/run.h"

#include <optional>
#include <string>
#include <vector>

namespace iotbench {

// Whether progress and what happens on the way are left out: --quiet, and role worker, of which a cluster
// runs hundreds and keeps what each says.
bool tellsLittle(const Settings& settings);

// Of a run that is over: its report into `reports`, its summary, its verdict, `advice`, and what could not be
// written. Returns the exit code of the process.
int tellOutcome(Terminal& terminal, const RunOutcome& outcome, AskedReports& reports,
    const std::vector<std::string>& advice);

// One thread; everything it is given outlives it.
class WatchedRun {
public:
    // `reports`: where the report goes.
    WatchedRun(Run& run, const AskedSettings& asked, Terminal& terminal, const Interrupt& interrupt,
        AskedReports reports);

    // Starts the run, stops it at the first signal, tells its result. Returns the exit code of the process.
    int watch();

private:
    void say(const std::vector<std::string>& lines);
    void follow(const RunSnapshot& snapshot);
    void tellEvents(const std::vector<RunEvent>& events);
    void tellIntervals(const std::vector<IntervalRow>& rows, bool isOver);
    void hintAtAnIdleTerminal();
    int conclude();

    Run& m_run;
    const AskedSettings& m_asked;
    Terminal& m_terminal;
    const Interrupt& m_interrupt;
    AskedReports m_reports;
    const Settings m_settings; // effective
    OriginalProgram m_original;
    std::optional<RunEvent> m_lastTold;
};

} // namespace iotbench
