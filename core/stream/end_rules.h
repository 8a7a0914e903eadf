// When a reading is over by the passing of time, and by nobody being left.
#pragma once

#include "base/clock.h"
#include "stream/ends.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace iotbench {

struct ReaderOptions;

// Told what happens, asked whether that is the end. All times in nanoseconds of one clock.
class EndRules {
public:
    EndRules(const ReaderOptions& options, bool listening, std::int64_t nowNs);

    void sourceOpened(std::int64_t nowNs);
    void recordCame(std::int64_t nowNs);
    void sourceClosed(std::int64_t nowNs);
    // Whether there are connections that have not brought a byte yet. They are no sources: they start nothing
    // and end nothing, but while one is there the run lingers for as long as a source may be silent.
    void callersAre(bool there) { m_callersThere = there; }

    std::optional<RunEnd> ended(std::int64_t nowNs) const;
    std::int64_t nextNs() const; // when ended() will change if nothing else happens; kNever

private:
    std::int64_t lingerEndNs() const;
    std::int64_t waitEndNs() const;
    std::int64_t idleEndNs() const;

    std::int64_t m_lingerNs;
    std::int64_t m_idleTimeoutNs;
    std::int64_t m_waitTimeoutNs;
    bool m_listening;
    std::int64_t m_startNs;
    std::size_t m_open = 0;
    std::int64_t m_openSinceNs = 0; // there have been sources without a break
    std::int64_t m_lastRecordNs = kNever; // kNever: none came
    std::int64_t m_lingerSinceNs = kNever;
    bool m_callersThere = false;
};

} // namespace iotbench
