// The receiving thread: from connections to records in the queue.
#pragma once

#include "base/clock.h"
#include "base/stop_signal.h"
#include "stream/block_pool.h"
#include "stream/byte_stream.h"
#include "stream/endpoint.h"
#include "stream/framer.h"
#include "stream/record_queue.h"

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace iotbench {

class TcpListener;

struct ReaderOptions {
    FramingRules framing;
    unsigned senders = 1; // connections served at once; the next ones wait
    std::optional<std::uint64_t> expected; // records after which reading ends; unset: unlimited
    std::int64_t lingerNs = 2'000'000'000; // listening: how long after the last peer went another may come
    std::int64_t idleTimeoutNs = 30'000'000'000; // without a complete record; 0: none
    std::int64_t waitTimeoutNs = 0; // for the first record of all; 0: for ever
};

// How one connection came to its end.
enum class PeerEnd : std::uint8_t {
    Open, // not ended yet
    EndMark,
    EndOfFile, // closed between two records
    ExpectedCount, // the records asked for had come
    Idle, // no complete record for the idle time-out, or the wait time-out
    BrokenOff, // closed or failed in mid-record
    Reset, // the connection failed between two records
    Stopped,
};

// What is known of one connection.
struct PeerRow {
    std::uint32_t source = 0; // Record::source, counted up from 0
    std::string name; // "127.0.0.1:41234", "standard input", "memory 1"
    std::optional<Endpoint> peer; // TCP only
    std::optional<Endpoint> local; // TCP only
    std::optional<WireFormat> format; // unset: not known (yet)
    std::uint64_t bytes = 0;
    std::uint64_t records = 0; // framed and handed on, refused ones included
    std::uint64_t refused = 0; // of them by the framer
    std::uint64_t bytesAfterEnd = 0; // after the end mark, ignored
    std::int64_t openedNs = 0;
    std::int64_t firstRecordNs = 0; // means something where records > 0
    std::int64_t lastRecordNs = 0;
    PeerEnd end = PeerEnd::Open;
    std::string failure; // Reset, BrokenOff by a failure: the system's words
};

// Told on the reader's thread, which waits meanwhile: store and return. A hostile peer may connect thousands
// of times: keep no more than a bounded number of what is told here.
class ReaderObserver {
public:
    virtual ~ReaderObserver() = default;
    virtual void peerOpened(const PeerRow&) { }
    virtual void formatDetected(const PeerRow&) {
    } // also where the format was given; before its first record
    virtual void peerClosed(const PeerRow&) { }
    virtual void bytesRead(std::uint64_t /*total*/) noexcept { } // of all connections, after each read
    virtual void readerWarning(const std::string& /*words*/) { }
};

enum class ReadingEnd : std::uint8_t {
    AllSourcesEnded, // standard input or memory: each by its end mark or its end
    PeersGone, // listening: the last one went, and no other came for the linger time
    ExpectedCount,
    Idle, // no complete record from anybody for the idle time-out
    NobodyCame, // no record within the wait time-out
    Stopped,
    Failed, // ReadingResult::failure says why
};

struct ReadingResult {
    ReadingEnd end = ReadingEnd::Stopped;
    std::string failure;
    std::uint64_t records = 0;
    std::uint64_t bytes = 0;
    std::uint64_t connections = 0; // that were accepted or given
    std::int64_t blockedNs = 0; // spent waiting for a full queue or for a block
    std::int64_t cpuNs = 0; // of the thread that ran it
    std::int64_t frameNs = 0; // wall-clock time spent cutting records
    std::uint64_t reads = 0; // system calls that brought bytes
    std::uint64_t polls = 0;
};

// A source that is there already: standard input, a memory pipe, a connection that was called.
struct NamedSource {
    std::string name;
    std::unique_ptr<ByteSource> source;
    std::optional<Endpoint> peer;
    std::optional<Endpoint> local;
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
