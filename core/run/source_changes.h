// What happens to sources, from the reader's thread to the collector's.
#pragma once

#include "run/run_counts.h"
#include "stream/stream_reader.h"

#include <atomic>
#include <cstdint>
#include <mutex>
#include <vector>

namespace iotbench {

// One thread tells, another applies.
class SourceChanges {
public:
    // Told of a source before its first record is handed on, so that whoever counts that record finds it.
    void opened(const SourceState& source) { tell(Kind::Opened, source); }
    void formatKnown(const SourceState& source) { tell(Kind::Format, source); }
    void closed(const SourceState& source) { tell(Kind::Closed, source); }

    // Opens sources and sets formats; returns at once where nothing has been told.
    void applyTo(RunCounts& counts);
    // Closes those all records of which have been counted.
    void closeCounted(RunCounts& counts);

private:
    enum class Kind : std::uint8_t { Opened, Format, Closed };
    struct Change {
        Kind kind;
        SourceState source;
    };

    void tell(Kind kind, const SourceState& source);

    std::mutex m_mutex;
    std::vector<Change> m_told; // guarded by m_mutex
    std::atomic<bool> m_any{false}; // there are some in m_told
    std::vector<SourceState> m_closing; // gone, but their last records have not been counted yet
};

} // namespace iotbench
