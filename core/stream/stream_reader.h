// The receiving thread: from connections to records in the queue.
#pragma once

#include "base/clock.h"
#include "base/message.h"
#include "base/stop_signal.h"
#include "stream/block_pool.h"
#include "stream/byte_stream.h"
#include "stream/ends.h"
#include "stream/open_source.h"
#include "stream/record_queue.h"

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace iotbench {

class TcpListener;

struct ReaderOptions {
    // How long a source is read on after its end mark, so that one whose stream goes on is noticed, and after
    // the last expected record, so that its sender learns that all came.
    static constexpr std::int64_t kReadOnNs = 100'000'000;

    FramingRules framing;
    unsigned senders = 1; // sources served at once; the next ones wait, with what they have sent
    std::optional<std::uint64_t> expected; // records after which reading ends; unset: unlimited
    std::int64_t lingerNs = 2'000'000'000; // listening: how long after the last source went another may come
    std::int64_t idleTimeoutNs = 30'000'000'000; // without a complete record; 0: none
    std::int64_t waitTimeoutNs = 0; // for the first record of all; 0: for ever
    bool othersSend = true; // and may have begun before the reading does
};

// Told on the reader's thread, which waits meanwhile: store and return. A hostile peer may connect thousands
// of times: keep no more than a bounded number of what is told here.
class ReaderObserver {
public:
    virtual ~ReaderObserver() = default;
    // A peer is a source from its first byte on; one that leaves before is none. A source that is there from
    // the start is told of at once.
    virtual void peerConnected(const std::string& /*name*/) { }
    virtual void peerLeft(const std::string& /*name*/) { }
    // No more peers are accepted until one of those here has gone. Told once.
    virtual void cannotAccept(const Message& /*why*/) { }
    virtual void sourceOpened(const SourceState&) { }
    virtual void formatDetected(const SourceState&) {
    } // also where the format was given; before its first record
    virtual void sourceClosed(const SourceState&) { }
    virtual void bytesRead(std::uint64_t /*total*/) noexcept { } // of all sources, after each read
};

struct ReadingResult {
    RunEnd end = RunEnd::Stopped;
    Message failure = {};
    std::uint64_t records = 0;
    std::uint64_t bytes = 0;
    std::uint64_t probes = 0; // peers that left without a byte
    std::uint64_t hadNoPlace = 0; // sources that had to wait until one of `senders` places was free
    std::int64_t heldUpNs = 0; // not read although it could have been: the queue was full (catching up apart)
    // Records that may have been there in this time: read before their source was found empty again.
    std::uint64_t heldUpRecords = 0;
    std::int64_t cpuNs = 0; // of the thread that ran it
    std::int64_t frameCpuNs = 0; // of cpuNs: cutting records
};

// A source that is there already: standard input, a memory pipe, a connection that was made.
struct NamedSource {
    std::string name;
    std::unique_ptr<ByteSource> bytes;
};

// Use once: one of the two calls, on a thread of its own. Does not close the queue: whoever runs it does.
class StreamReader {
public:
    StreamReader(ReaderOptions options, BlockPool& pool, RecordQueue& queue, const Clock& clock,
        const StopSignal& stop, ReaderObserver& observer);

    ReadingResult listen(TcpListener& listener);
    ReadingResult read(std::vector<NamedSource> sources);

    // Records handed on so far; for other threads to look at.
    std::uint64_t received() const noexcept { return m_received.load(std::memory_order_relaxed); }

private:
    class Loop;
    ReadingResult runLoop(TcpListener* listener, std::vector<NamedSource> sources);

    ReaderOptions m_options;
    BlockPool& m_pool;
    RecordQueue& m_queue;
    const Clock& m_clock;
    const StopSignal& m_stop;
    ReaderObserver& m_observer;
    std::atomic<std::uint64_t> m_received{0};
};

} // namespace iotbench
