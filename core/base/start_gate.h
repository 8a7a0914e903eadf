// Holds the threads of a run until all of them are there, and lets them go together.
#pragma once

#include <atomic>

namespace iotbench {

// Thread-safe; once open it stays so.
class StartGate {
public:
    void pass() noexcept; // waits until the gate is open
    void awaitThreads(unsigned count) const noexcept; // until so many wait in pass(), or have passed
    void open() noexcept;

private:
    std::atomic<unsigned> m_threads{0};
    std::atomic<bool> m_open{false};
};

// Opens a gate at the end of its scope, so that threads which wait at it can be joined on every path.
class OpenAtEnd {
public:
    explicit OpenAtEnd(StartGate& gate)
        : m_gate(gate)
    {
    }
    ~OpenAtEnd() { m_gate.open(); }
    OpenAtEnd(const OpenAtEnd&) = delete;
    OpenAtEnd& operator=(const OpenAtEnd&) = delete;

private:
    StartGate& m_gate;
};

} // namespace iotbench
