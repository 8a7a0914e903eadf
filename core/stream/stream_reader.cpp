#include "stream/stream_reader.h"

#include "base/sampled_cpu.h"
#include "base/stage_thread.h"
#include "base/thread_time.h"
#include "stream/end_rules.h"
#include "stream/tcp_listener.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <exception>
#include <poll.h>
#include <system_error>
#include <utility>

namespace iotbench {

namespace {

// After a peer could not be accepted (it has left again, no descriptor is free) the next try waits a little.
constexpr std::int64_t kAcceptPauseNs = 100'000'000;
constexpr std::size_t kRecordsAtOnce = 128;

struct Source {
    Source(std::unique_ptr<ByteSource> from, BlockPool& pool, FramingRules rules)
        : bytes(std::move(from))
        , framer(pool, rules)
    {
    }

    std::unique_ptr<ByteSource> bytes; // null once closed
    Framer framer;
    SourceState state;
    bool readable = true; // until a read says otherwise
    std::int64_t quietSinceNs = 0; // the last complete record, or the opening; unblocked time
};

} // namespace

// One reading: the sources by turns, one read each, until a rule ends it.
// Time-outs run in unblocked time, the clock's less what was spent waiting for a full queue or a free block:
// a source is not idle because we do not listen.
class StreamReader::Loop {
public:
    Loop(StreamReader& reader, TcpListener* listener)
        : m_reader(reader)
        , m_options(reader.m_options)
        , m_listener(listener)
        , m_rules(reader.m_options, listener != nullptr, unblockedNs())
        , m_expectedCame(reader.m_options.expected == 0)
    {
    }

    void open(NamedSource named)
    {
        auto source = std::make_unique<Source>(std::move(named.bytes), m_reader.m_pool, m_options.framing);
        SourceState& state = source->state;
        state.source = m_opened++;
        state.name = std::move(named.name);
        source->quietSinceNs = unblockedNs();
        m_rules.sourceOpened(unblockedNs());
        m_sources.push_back(std::move(source));
        m_reader.m_observer.sourceOpened(state);
    }

    ReadingResult run()
    {
        for (std::int64_t nowNs = unblockedNs(); !over(nowNs); nowNs = unblockedNs()) {
            closeIdleSources(nowNs);
            acceptSources();
            waitForBytes();
            for (const auto& source : m_sources) {
                if (source->readable && !m_reader.m_stop.raised() && !m_expectedCame)
                    readOnce(*source);
            }
            dropClosedSources();
        }
        const SourceEnd end = endOfOpenSources();
        for (const auto& source : m_sources)
            end == SourceEnd::Idle ? closeUnfinished(*source, end, end) : close(*source, end);
        m_result.records = m_reader.received();
        m_result.frameCpuNs = m_frameCpu.ns();
        return m_result;
    }

private:
    std::int64_t blockedNs() const { return m_reader.m_queue.pushWaitedNs() + m_reader.m_pool.waitedNs(); }
    std::int64_t unblockedNs() const { return m_reader.m_clock.nowNs() - blockedNs(); }

    SourceEnd endOfOpenSources() const
    {
        if (m_result.end == RunEnd::TimedOut)
            return SourceEnd::Idle;
        return m_result.end == RunEnd::Complete ? SourceEnd::ExpectedCount : SourceEnd::Open;
    }

    bool allPlacesTaken() const { return m_sources.size() >= std::max(m_options.senders, 1U); }

    bool over(std::int64_t nowNs)
    {
        if (m_reader.m_stop.raised() || m_queueClosed)
            m_result.end = RunEnd::Stopped;
        else if (m_expectedCame)
            m_result.end = RunEnd::Complete;
        else if (const auto end = m_rules.ended(nowNs))
            m_result.end = *end;
        else
            return false;
        return true;
    }

    void acceptSources()
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
            std::string name = addressText(connection->peer());
            open({std::move(name), std::move(connection)});
        }
        if (!accepted)
            m_acceptAgainNs = unblockedNs() + kAcceptPauseNs;
    }

    // Returns at once while something is known to be readable, but looks for the others all the same.
    void waitForBytes()
    {
        const std::int64_t nowNs = unblockedNs();
        std::int64_t wakeNs = std::min(m_rules.nextNs(), nextIdleSourceNs());
        m_polled.clear();
        m_polled.push_back({m_reader.m_stop.fd(), POLLIN, 0});
        // A peer that knocks while all places are taken would ring without end.
        const bool askListener = m_listener && !m_knocked && nowNs >= m_acceptAgainNs;
        m_polled.push_back({askListener ? m_listener->acceptTarget().fd : -1, POLLIN, 0});
        if (m_listener && nowNs < m_acceptAgainNs)
            wakeNs = std::min(wakeNs, m_acceptAgainNs);
        for (const auto& source : m_sources) {
            const PollTarget target = source->bytes->readTarget();
            m_polled.push_back({source->readable ? -1 : target.fd, target.events, 0});
            if (source->readable)
                wakeNs = nowNs;
        }
        m_reader.m_clock.poll(m_polled, wakeNs == kNever ? kNever : wakeNs + blockedNs());
        m_knocked |= m_polled[1].revents != 0;
        for (std::size_t i = 0; i < m_sources.size(); ++i)
            m_sources[i]->readable |= m_polled[i + 2].revents != 0;
    }

    void readOnce(Source& source)
    {
        const std::span<char> room = source.framer.room(m_reader.m_stop);
        if (room.empty())
            return;
        const IoResult result = source.bytes->read(room);
        switch (result.status) {
        case IoResult::Status::Moved:
            m_result.bytes += result.bytes;
            m_reader.m_observer.bytesRead(m_result.bytes);
            source.state.bytes += result.bytes;
            source.framer.received(result.bytes, m_reader.m_clock.nowNs());
            handOn(source);
            if (source.framer.ended())
                close(source, SourceEnd::EndMark);
            break;
        case IoResult::Status::WouldBlock:
            source.readable = false;
            break;
        case IoResult::Status::Closed:
            closeUnfinished(source, SourceEnd::EndOfFile, SourceEnd::Truncated);
            break;
        case IoResult::Status::Failed:
            source.state.failure = std::generic_category().message(result.error);
            closeUnfinished(source, SourceEnd::Reset, SourceEnd::Truncated);
            break;
        }
    }

    // Everything complete that the source's framer holds goes into the queue.
    void handOn(Source& source)
    {
        for (;;) {
            const std::size_t framed = m_frameCpu.over([&] { return source.framer.frame(m_records); });
            if (!source.state.format && source.framer.format()) {
                source.state.format = source.framer.format();
                m_reader.m_observer.formatDetected(source.state);
            }
            if (framed == 0 || !push(source, std::span(m_records).first(framed)))
                return;
        }
    }

    // False where no more can be taken: stopped, or all expected ones have come.
    bool push(Source& source, std::span<Record> records)
    {
        const std::uint64_t before = m_reader.received();
        if (m_options.expected)
            records = records.first(std::min<std::uint64_t>(records.size(), *m_options.expected - before));
        if (records.empty())
            return false;
        for (std::size_t i = 0; i < records.size(); ++i) {
            records[i].source = source.state.source;
            records[i].ordinal = before + i;
            records[i].sequence = source.state.records + i;
        }
        const std::size_t pushed = m_reader.m_queue.push(records, m_reader.m_stop);
        if (pushed < records.size())
            m_queueClosed = true;
        if (pushed > 0)
            count(source, pushed);
        return pushed == records.size() && !m_expectedCame;
    }

    void count(Source& source, std::size_t pushed)
    {
        source.state.records += pushed;
        const std::uint64_t received = m_reader.received() + pushed;
        m_reader.m_received.store(received, std::memory_order_relaxed);
        m_expectedCame = m_options.expected && received >= *m_options.expected;
        source.quietSinceNs = unblockedNs();
        m_rules.recordCame(source.quietSinceNs);
    }

    // Who has delivered before may be silent for the idle time-out; who has not, only while nobody else
    // waits.
    std::int64_t idleEndNs(const Source& source) const
    {
        const bool applies = m_options.idleTimeoutNs > 0 && (source.state.records > 0 || m_knocked);
        return applies ? source.quietSinceNs + m_options.idleTimeoutNs : kNever;
    }

    std::int64_t nextIdleSourceNs() const
    {
        std::int64_t nextNs = kNever;
        for (const auto& source : m_sources)
            nextNs = std::min(nextNs, idleEndNs(*source));
        return nextNs;
    }

    void closeIdleSources(std::int64_t nowNs)
    {
        for (const auto& source : m_sources) {
            if (nowNs >= idleEndNs(*source))
                closeUnfinished(*source, SourceEnd::Idle, SourceEnd::Idle);
        }
        dropClosedSources();
    }

    void dropClosedSources()
    {
        std::erase_if(m_sources, [](const auto& source) { return !source->bytes; });
    }

    // Nothing more comes from the source; what it has left behind without its end is a truncated record.
    void closeUnfinished(Source& source, SourceEnd betweenRecords, SourceEnd midRecord)
    {
        const SourceEnd end = source.framer.midRecord() ? midRecord : betweenRecords;
        source.framer.finish(m_reader.m_clock.nowNs());
        handOn(source);
        close(source, end);
    }

    void close(Source& source, SourceEnd end)
    {
        SourceState& state = source.state;
        source.bytes.reset();
        state.end = end;
        m_rules.sourceClosed(unblockedNs(), state.records > 0 || end == SourceEnd::EndMark);
        m_reader.m_observer.sourceClosed(state);
        if (source.framer.bytesAfterEnd() > 0)
            m_reader.m_observer.readerWarning({TR("%1: %2 bytes after the end mark are ignored"),
                {state.name, source.framer.bytesAfterEnd()}});
    }

    StreamReader& m_reader;
    const ReaderOptions& m_options;
    TcpListener* const m_listener;
    EndRules m_rules;
    std::vector<std::unique_ptr<Source>> m_sources;
    std::vector<pollfd> m_polled; // the stop, the listener, the sources
    std::array<Record, kRecordsAtOnce> m_records; // framed, on their way into the queue
    std::uint32_t m_opened = 0; // sources so far
    bool m_knocked = false; // a peer waits to be accepted
    std::int64_t m_acceptAgainNs = 0;
    bool m_expectedCame;
    bool m_queueClosed = false;
    SampledCpu m_frameCpu;
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
        result.end = RunEnd::Failed;
        result.failure = reasonOf(problem);
        result.records = received();
    }
    result.cpuNs = threadCpuNs() - cpuBeforeNs;
    return result;
}

} // namespace iotbench
