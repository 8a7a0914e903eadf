#include "stream/stream_reader.h"

#include "base/thread_time.h"
#include "stream/end_rules.h"
#include "stream/tcp_listener.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <ctime>
#include <exception>
#include <poll.h>
#include <system_error>
#include <utility>

namespace iotbench {

namespace {

constexpr std::int64_t kNever = EndRules::kNever;
constexpr std::int64_t kNsPerS = 1'000'000'000;
// After a peer could not be accepted (it has left again, no descriptor is free) the next try waits a little.
constexpr std::int64_t kAcceptPauseNs = 100'000'000;
constexpr std::size_t kRecordsAtOnce = 128;

struct Peer {
    Peer(std::unique_ptr<ByteSource> bytes, BlockPool& pool, FramingRules rules)
        : source(std::move(bytes))
        , framer(pool, rules)
    {
    }

    std::unique_ptr<ByteSource> source; // null once closed
    Framer framer;
    PeerRow row;
    bool readable = true; // until a read says otherwise
    std::int64_t quietSinceNs = 0; // the last complete record, or the opening; unblocked time
};

PeerEnd endOfPeers(ReadingEnd end)
{
    switch (end) {
    case ReadingEnd::ExpectedCount:
        return PeerEnd::ExpectedCount;
    case ReadingEnd::Idle:
    case ReadingEnd::NobodyCame:
        return PeerEnd::Idle;
    default:
        return PeerEnd::Stopped;
    }
}

} // namespace

// One reading: the peers by turns, one read each, until a rule ends it.
// Time-outs run in unblocked time, the clock's less what was spent waiting for a full queue or a free block:
// a peer is not idle because we do not listen.
class StreamReader::Loop {
public:
    Loop(StreamReader& reader, TcpListener* listener)
        : m_reader(reader)
        , m_options(reader.m_options)
        , m_listener(listener)
        , m_rules(reader.m_options, listener != nullptr, unblockedNs())
        , m_knocked(listener != nullptr)
        , m_expectedCame(reader.m_options.expected == 0)
    {
    }

    void open(NamedSource named)
    {
        auto peer = std::make_unique<Peer>(std::move(named.source), m_reader.m_pool, m_options.framing);
        PeerRow& row = peer->row;
        row.source = static_cast<std::uint32_t>(m_result.connections++);
        row.name = std::move(named.name);
        row.peer = std::move(named.peer);
        row.local = std::move(named.local);
        row.openedNs = m_reader.m_clock.nowNs();
        peer->quietSinceNs = unblockedNs();
        m_rules.peerOpened(unblockedNs());
        m_peers.push_back(std::move(peer));
        m_reader.m_observer.peerOpened(row);
    }

    ReadingResult run()
    {
        for (std::int64_t nowNs = unblockedNs(); !over(nowNs); nowNs = unblockedNs()) {
            closeIdlePeers(nowNs);
            acceptPeers();
            waitForBytes();
            for (const auto& peer : m_peers) {
                if (peer->readable && !m_reader.m_stop.raised() && !m_expectedCame)
                    readOnce(*peer);
            }
            dropClosedPeers();
        }
        const PeerEnd end = endOfPeers(m_result.end);
        for (const auto& peer : m_peers)
            end == PeerEnd::Idle ? closeUnfinished(*peer, end, end) : close(*peer, end);
        m_result.records = m_reader.received();
        m_result.blockedNs = blockedNs();
        return m_result;
    }

private:
    std::int64_t blockedNs() const { return m_reader.m_queue.pushWaitedNs() + m_reader.m_pool.waitedNs(); }
    std::int64_t unblockedNs() const { return m_reader.m_clock.nowNs() - blockedNs(); }
    bool allPlacesTaken() const { return m_peers.size() >= std::max(m_options.senders, 1U); }

    bool over(std::int64_t nowNs)
    {
        if (m_reader.m_stop.raised() || m_queueClosed)
            m_result.end = ReadingEnd::Stopped;
        else if (m_expectedCame)
            m_result.end = ReadingEnd::ExpectedCount;
        else if (const auto end = m_rules.ended(nowNs))
            m_result.end = *end;
        else
            return false;
        return true;
    }

    void acceptPeers()
    {
        if (!m_knocked || allPlacesTaken())
            return;
        m_knocked = false;
        bool accepted = false;
        while (!allPlacesTaken()) {
            auto connection = m_listener->accept();
            if (!connection)
                break;
            accepted = true;
            const Endpoint peer = connection->peer();
            const Endpoint local = connection->local();
            open({addressText(peer), std::move(connection), peer, local});
        }
        if (!accepted)
            m_acceptAgainNs = unblockedNs() + kAcceptPauseNs;
    }

    // Returns at once while something is known to be readable, but looks for the others all the same.
    void waitForBytes()
    {
        const std::int64_t nowNs = unblockedNs();
        std::int64_t wakeNs = std::min(m_rules.nextNs(), nextIdlePeerNs());
        m_polled.clear();
        m_polled.push_back({m_reader.m_stop.fd(), POLLIN, 0});
        // A peer that knocks while all places are taken would ring without end.
        const bool askListener = m_listener && !m_knocked && nowNs >= m_acceptAgainNs;
        m_polled.push_back({askListener ? m_listener->acceptTarget().fd : -1, POLLIN, 0});
        if (m_listener && nowNs < m_acceptAgainNs)
            wakeNs = std::min(wakeNs, m_acceptAgainNs);
        for (const auto& peer : m_peers) {
            const PollTarget target = peer->source->readTarget();
            m_polled.push_back({peer->readable ? -1 : target.fd, target.events, 0});
            if (peer->readable)
                wakeNs = nowNs;
        }
        poll(wakeNs == kNever ? kNever : std::max<std::int64_t>(wakeNs - nowNs, 0));
        m_knocked |= m_polled[1].revents != 0;
        for (std::size_t i = 0; i < m_peers.size(); ++i)
            m_peers[i]->readable |= m_polled[i + 2].revents != 0;
    }

    void poll(std::int64_t timeoutNs)
    {
        const timespec timeout{timeoutNs / kNsPerS, timeoutNs % kNsPerS};
        const int ready
            = ppoll(m_polled.data(), m_polled.size(), timeoutNs == kNever ? nullptr : &timeout, nullptr);
        ++m_result.polls;
        if (ready < 0 && errno != EINTR)
            throw std::system_error(errno, std::system_category(), "poll");
    }

    void readOnce(Peer& peer)
    {
        const std::span<char> room = peer.framer.room(m_reader.m_stop);
        if (room.empty())
            return;
        const IoResult result = peer.source->read(room);
        switch (result.status) {
        case IoResult::Status::Moved:
            ++m_result.reads;
            m_result.bytes += result.bytes;
            m_reader.m_observer.bytesRead(m_result.bytes);
            peer.row.bytes += result.bytes;
            peer.framer.received(result.bytes, m_reader.m_clock.nowNs());
            handOn(peer);
            if (peer.framer.ended())
                close(peer, PeerEnd::EndMark);
            break;
        case IoResult::Status::WouldBlock:
            peer.readable = false;
            break;
        case IoResult::Status::Closed:
            closeUnfinished(peer, PeerEnd::EndOfFile, PeerEnd::BrokenOff);
            break;
        case IoResult::Status::Failed:
            peer.row.failure = std::generic_category().message(result.error);
            closeUnfinished(peer, PeerEnd::Reset, PeerEnd::BrokenOff);
            break;
        }
    }

    // Everything complete that the peer's framer holds goes into the queue.
    void handOn(Peer& peer)
    {
        for (;;) {
            const std::int64_t fromNs = m_reader.m_clock.nowNs();
            const std::size_t framed = peer.framer.frame(m_records);
            m_result.frameNs += m_reader.m_clock.nowNs() - fromNs;
            if (!peer.row.format && peer.framer.format()) {
                peer.row.format = peer.framer.format();
                m_reader.m_observer.formatDetected(peer.row);
            }
            if (framed == 0 || !push(peer, std::span(m_records).first(framed)))
                return;
        }
    }

    // False where no more can be taken: stopped, or all expected ones have come.
    bool push(Peer& peer, std::span<Record> records)
    {
        const std::uint64_t before = m_reader.received();
        if (m_options.expected)
            records = records.first(std::min<std::uint64_t>(records.size(), *m_options.expected - before));
        if (records.empty())
            return false;
        for (std::size_t i = 0; i < records.size(); ++i) {
            records[i].source = peer.row.source;
            records[i].ordinal = before + i;
            records[i].sequence = peer.row.records + i;
        }
        const std::size_t pushed = m_reader.m_queue.push(records, m_reader.m_stop);
        if (pushed < records.size())
            m_queueClosed = true;
        if (pushed > 0)
            count(peer, records.first(pushed));
        return pushed == records.size() && !m_expectedCame;
    }

    // Of records that were moved from, which leaves their plain numbers in place.
    void count(Peer& peer, std::span<const Record> pushed)
    {
        PeerRow& row = peer.row;
        if (row.records == 0)
            row.firstRecordNs = pushed.front().arrivalNs;
        row.lastRecordNs = pushed.back().arrivalNs;
        row.records += pushed.size();
        for (const Record& record : pushed)
            row.refused += record.framing != RejectReason::None ? 1 : 0;
        const std::uint64_t received = m_reader.received() + pushed.size();
        m_reader.m_received.store(received, std::memory_order_relaxed);
        m_expectedCame = m_options.expected && received >= *m_options.expected;
        peer.quietSinceNs = unblockedNs();
        m_rules.recordCame(peer.quietSinceNs);
    }

    // Who has delivered before may be silent for the idle time-out; who has not, only while nobody else
    // waits.
    std::int64_t idleEndNs(const Peer& peer) const
    {
        const bool applies = m_options.idleTimeoutNs > 0 && (peer.row.records > 0 || m_knocked);
        return applies ? peer.quietSinceNs + m_options.idleTimeoutNs : kNever;
    }

    std::int64_t nextIdlePeerNs() const
    {
        std::int64_t nextNs = kNever;
        for (const auto& peer : m_peers)
            nextNs = std::min(nextNs, idleEndNs(*peer));
        return nextNs;
    }

    void closeIdlePeers(std::int64_t nowNs)
    {
        for (const auto& peer : m_peers) {
            if (nowNs >= idleEndNs(*peer))
                closeUnfinished(*peer, PeerEnd::Idle, PeerEnd::Idle);
        }
        dropClosedPeers();
    }

    void dropClosedPeers()
    {
        std::erase_if(m_peers, [](const auto& peer) { return !peer->source; });
    }

    // Nothing more comes from the peer; what it has left behind without its end is a truncated record.
    void closeUnfinished(Peer& peer, PeerEnd betweenRecords, PeerEnd midRecord)
    {
        const PeerEnd end = peer.framer.midRecord() ? midRecord : betweenRecords;
        peer.framer.finish(m_reader.m_clock.nowNs());
        handOn(peer);
        close(peer, end);
    }

    void close(Peer& peer, PeerEnd end)
    {
        PeerRow& row = peer.row;
        peer.source.reset();
        row.end = end;
        row.bytesAfterEnd = peer.framer.bytesAfterEnd();
        m_rules.peerClosed(unblockedNs(), row.records > 0 || end == PeerEnd::EndMark);
        m_reader.m_observer.peerClosed(row);
        if (row.bytesAfterEnd > 0)
            m_reader.m_observer.readerWarning(row.name + ": " + std::to_string(row.bytesAfterEnd)
                + " bytes after the end mark are ignored");
    }

    StreamReader& m_reader;
    const ReaderOptions& m_options;
    TcpListener* const m_listener;
    EndRules m_rules;
    std::vector<std::unique_ptr<Peer>> m_peers;
    std::vector<pollfd> m_polled; // the stop, the listener, the peers
    std::array<Record, kRecordsAtOnce> m_records; // framed, on their way into the queue
    bool m_knocked; // a peer waits to be accepted
    std::int64_t m_acceptAgainNs = 0;
    bool m_expectedCame;
    bool m_queueClosed = false;
    ReadingResult m_result;
};

StreamReader::StreamReader(ReaderOptions options, BlockPool& pool, RecordQueue& queue, const Clock& clock,
    const StopSignal& stop, ReaderObserver& observer)
    : m_options(std::move(options))
    , m_pool(pool)
    , m_queue(queue)
    , m_clock(clock)
    , m_stop(stop)
    , m_observer(observer)
{
}

ReadingResult StreamReader::listen(TcpListener& listener)
{
    return runLoop(&listener, {});
}

ReadingResult StreamReader::read(std::vector<NamedSource> sources)
{
    return runLoop(nullptr, std::move(sources));
}

ReadingResult StreamReader::runLoop(TcpListener* listener, std::vector<NamedSource> sources)
{
    const std::int64_t cpuBeforeNs = threadCpuNs();
    ReadingResult result;
    try {
        Loop loop(*this, listener);
        for (NamedSource& source : sources)
            loop.open(std::move(source));
        result = loop.run();
    } catch (const std::exception& problem) {
        result.end = ReadingEnd::Failed;
        result.failure = problem.what();
        result.records = received();
    }
    result.cpuNs = threadCpuNs() - cpuBeforeNs;
    return result;
}

} // namespace iotbench
