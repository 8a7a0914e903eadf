// What ends the window from outside: SIGTERM, Ctrl-C, the terminal that goes, and the end of the session.
#pragma once

#include "base/system_clock.h"
#include "batch/interrupt.h"
#include "ui/main_window.h"

#include <QSocketNotifier>

namespace iotbench {

// A run that goes on is stopped, worked off, reported and kept, as by the Stop button; then the window closes
// without a question. One at a time; both outlive it.
class Endings {
public:
    Endings(ui::MainWindow& window, ui::RunController& controller);

    bool interrupted() const { return m_interrupt.raised(); }
    // The session manager ends the program once this has returned.
    void sessionEnds();

private:
    const SystemClock m_clock;
    const Interrupt m_interrupt;
    QSocketNotifier m_asked;
    ui::RunController& m_controller;
};

// The process ends with `code` after so many seconds, if it has not by then: what it is leaving may wait for
// a file that hangs. Once a process; takes SIGALRM.
void leaveWithin(unsigned seconds, int code);

} // namespace iotbench
