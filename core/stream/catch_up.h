// Which records had to wait for the receiver alone: they were there before it began to read, or stood behind
// such.
#pragma once

#include <cstddef>

namespace iotbench {

// One thread. Until the receiver has caught up, the time from a record's arrival to its result tells how much
// had piled up before the run, not how fast the receiver is.
class CatchUp {
public:
    void begin() { ++m_sources; } // a source that may have been waiting
    // Of such a source nothing is left to read, for the first time.
    void drained()
    {
        m_behind = true;
        m_pushedSince = 0;
        --m_sources;
    }
    void pushed(std::size_t records) { m_pushedSince += records; } // into the queue

    bool mayGoOn() const { return m_sources > 0 || m_behind; }
    // Whether records that are pushed now still count as having waited; `queued` are in the queue before
    // them.
    bool goesOn(std::size_t queued)
    {
        if (m_sources == 0 && queued <= m_pushedSince)
            m_behind = false; // those that had waited have left the queue
        return mayGoOn();
    }

private:
    std::size_t m_sources = 0; // not drained yet
    bool m_behind = false; // what was read of them may still be in the queue
    std::size_t m_pushedSince = 0; // since the last source was drained
};

} // namespace iotbench
