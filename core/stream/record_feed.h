// From the frames of sources to the queue: records are numbered, counted, and marked where they had to wait.
#pragma once

#include "base/sampled_cpu.h"
#include "stream/catch_up.h"
#include "stream/open_source.h"
#include "stream/record.h"

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>

namespace iotbench {

class ReaderObserver;
class RecordQueue;
class StopSignal;
struct ReaderOptions;

// One thread. All that it is given outlives it.
class RecordFeed {
public:
    struct Parts {
        RecordQueue& queue;
        const StopSignal& stop;
        ReaderObserver& observer;
    };
    // `received`: counted up there, for other threads to look at.
    RecordFeed(const ReaderOptions& options, Parts parts, std::atomic<std::uint64_t>& received);

    // Everything complete that the source's framer holds goes into the queue, while more are expected.
    // Returns how many did.
    std::size_t handOn(OpenSource& source);

    bool expectedCame() const { return m_expectedCame; }
    bool queueClosed() const { return m_queueClosed; } // or a stop was raised: it takes no more
    std::int64_t frameCpuNs() const { return m_frameCpu.ns(); } // spent cutting records
    CatchUp& catchUp() { return m_catchUp; }

private:
    static constexpr std::size_t kRecordsAtOnce = 128;

    std::size_t push(OpenSource& source, std::span<Record> records);

    const ReaderOptions& m_options;
    Parts m_parts;
    std::atomic<std::uint64_t>& m_received;
    CatchUp m_catchUp;
    std::array<Record, kRecordsAtOnce> m_records; // framed, on their way
    bool m_expectedCame;
    bool m_queueClosed = false;
    SampledCpu m_frameCpu;
};

} // namespace iotbench
