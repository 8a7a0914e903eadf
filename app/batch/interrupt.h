// Ctrl-C, SIGTERM and SIGHUP (the terminal has gone): the first asks for a stop, a second one quits at once.
#pragma once

#include "base/clock.h"
#include "base/stop_signal.h"

#include <array>
#include <csignal>

namespace iotbench {

// One at a time in a process; restores the former handlers when it goes. A signal that was ignored before
// (nohup) stays ignored. The second signal ends the process from within the handler, with exit code 130,
// whatever the threads are doing; signals within a tenth of a second are one request, as timeout(1) sends
// each twice: to its child, and to the group.
class Interrupt {
public:
    explicit Interrupt(const Clock& clock); // outlives it; asked from within the handler
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    bool raised() const noexcept { return m_signal.raised(); }
    int fd() const noexcept { return m_signal.fd(); } // readable once raised
    // Waits for the first signal, `milliseconds` at most, and until `orReadable`, a file descriptor, is;
    // returns at once when it has come. True: it has.
    bool waitFor(int milliseconds, int orReadable = -1) const;

private:
    static constexpr std::array kSignals{SIGINT, SIGTERM, SIGHUP};

    StopSignal m_signal;
    std::array<struct sigaction, kSignals.size()> m_former{};
};

} // namespace iotbench
