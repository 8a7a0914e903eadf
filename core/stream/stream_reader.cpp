#include "stream/stream_reader.h"

#include "base/refusal.h"
#include "base/stage_thread.h"
#include "base/thread_time.h"
#include "stream/callers.h"
#include "stream/end_rules.h"
#include "stream/read_out.h"
#include "stream/record_feed.h"
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
constexpr std::size_t kRemainderAtOnce = 65'536; // bytes

} // namespace

// One reading: the sources by turns, one read each, until a rule ends it.
// Time-outs run in unblocked time, the clock's less what was spent waiting for a full queue or a free block:
// a source is not idle because we do not listen.
class StreamReader::Loop {
    using Source = OpenSource;

public:
    Loop(StreamReader& reader, TcpListener* listener)
        : m_reader(reader)
        , m_options(reader.m_options)
        , m_listener(listener)
        , m_rules(reader.m_options, listener != nullptr, unblockedNs())
        , m_feed(reader.m_options, {reader.m_queue, reader.m_stop, reader.m_observer}, reader.m_received)
    {
    }

    void openGiven(NamedSource named)
    {
        m_reader.m_observer.peerConnected(named.name);
        open(std::move(named), m_options.othersSend);
    }

    ReadingResult run()
    {
        acceptEarlyCallers();
        for (std::int64_t nowNs = unblockedNs(); !over(nowNs); nowNs = unblockedNs()) {
            closeSilentSources(nowNs);
            acceptCallers();
            serveCallers(nowNs);
            waitForBytes();
            for (const auto& source : m_sources) {
                if (source->readable && !m_reader.m_stop.raised() && !m_feed.expectedCame())
                    readOnce(*source);
            }
            dropClosedSources();
        }
        const SourceEnd end = endOfOpenSources();
        if (end == SourceEnd::ExpectedCount)
            readOut(m_sources, m_reader.m_clock, m_reader.m_stop, ReaderOptions::kReadOnNs);
        for (const auto& source : m_sources) {
            if (source->remainder)
                closeEnded(*source);
            else if (end == SourceEnd::Idle)
                closeUnfinished(*source, end);
            else
                close(*source, end);
        }
        m_result.records = m_reader.received();
        m_result.frameCpuNs = m_feed.frameCpuNs();
        return m_result;
    }

private:
    void open(NamedSource named, bool hasWaited)
    {
        auto source = std::make_unique<Source>(std::move(named.bytes), m_reader.m_pool, m_options.framing);
        SourceState& state = source->state;
        state.source = m_opened++;
        state.name = std::move(named.name);
        source->quietSinceNs = unblockedNs();
        source->hasWaited = hasWaited;
        if (hasWaited)
            m_feed.catchUp().begin();
        m_rules.sourceOpened(unblockedNs());
        m_sources.push_back(std::move(source));
        m_reader.m_observer.sourceOpened(state);
    }

    std::int64_t blockedNs() const { return m_reader.m_queue.pushWaitedNs() + m_reader.m_pool.waitedNs(); }
    std::int64_t unblockedNs() const { return m_reader.m_clock.nowNs() - blockedNs(); }

    SourceEnd endOfOpenSources() const
    {
        if (m_result.end == RunEnd::TimedOut)
            return SourceEnd::Idle;
        return m_result.end == RunEnd::Complete ? SourceEnd::ExpectedCount : SourceEnd::Open;
    }

    bool allPlacesTaken() const
    {
        const auto taken
            = std::ranges::count_if(m_sources, [](const auto& source) { return !source->remainder; });
        return static_cast<std::size_t>(taken) >= std::max(m_options.senders, 1U);
    }

    bool over(std::int64_t nowNs)
    {
        if (m_reader.m_stop.raised() || m_feed.queueClosed())
            m_result.end = RunEnd::Stopped;
        else if (m_feed.expectedCame())
            m_result.end = RunEnd::Complete;
        else if (const auto end = m_rules.ended(nowNs))
            m_result.end = *end;
        else
            return false;
        return true;
    }

    void acceptCallers()
    {
        if (!m_knocked || m_callers.full())
            return;
        m_knocked = false;
        bool accepted = false;
        while (!m_callers.full()) {
            auto connection = m_listener->accept();
            tellShortage(connection.error());
            if (!connection || !*connection)
                break;
            accepted = true;
            std::string name = addressText((*connection)->peer());
            m_reader.m_observer.peerConnected(name);
            m_callers.add(std::move(name), std::move(*connection), unblockedNs());
        }
        if (!accepted)
            m_acceptAgainNs = unblockedNs() + kAcceptPauseNs;
    }

    // Where a connection of ours may still go, its descriptor serves the next one; where none is left,
    // waiting is no use.
    void tellShortage(const Message& shortage)
    {
        m_short = !shortage.empty();
        if (!m_short)
            return;
        if (m_sources.empty() && m_callers.empty())
            throw Refusal(shortage);
        if (!std::exchange(m_shortageTold, true))
            m_reader.m_observer.cannotAccept(shortage);
    }

    bool noRoomForCallers() const { return m_short || m_callers.full(); }

    // Whoever connected before the reading began, and what they have sent, waited for us.
    void acceptEarlyCallers()
    {
        if (!m_listener)
            return;
        m_knocked = true;
        acceptCallers();
        m_acceptAgainNs = 0; // that nobody was there is no fault of a peer's
        countProbes(m_callers.look(m_options.othersSend));
    }

    // Those that have sent a byte become sources while there are places.
    void serveCallers(std::int64_t nowNs)
    {
        if (m_callers.empty())
            return;
        countProbes(m_callers.look());
        Callers::Caller* speaking = m_callers.speaking();
        for (; speaking && !allPlacesTaken(); speaking = m_callers.speaking()) {
            Callers::Caller caller = m_callers.take(*speaking);
            m_result.hadNoPlace += caller.hadNoPlace ? 1 : 0;
            open({std::move(caller.name), std::move(caller.connection)}, caller.hadToWait);
        }
        m_someoneWaits = speaking != nullptr;
        m_callers.keepWaiting();
        if (noRoomForCallers() && m_options.idleTimeoutNs > 0)
            countProbes(m_callers.dropSilent(nowNs - m_options.idleTimeoutNs));
        m_rules.callersAre(!m_callers.empty());
    }

    void countProbes(const std::vector<std::string>& names)
    {
        m_result.probes += names.size();
        for (const std::string& name : names)
            m_reader.m_observer.peerLeft(name);
    }

    // Returns at once while something is known to be readable, but looks for the others all the same.
    void waitForBytes()
    {
        if (!m_listener && m_sources.empty())
            return; // nobody is left to wait for
        const std::int64_t nowNs = unblockedNs();
        std::int64_t wakeNs = std::min(m_rules.nextNs(), nextSilentSourceNs());
        m_polled.clear();
        m_polled.push_back({m_reader.m_stop.fd(), POLLIN, 0});
        // A peer that knocks while no more are accepted would ring without end.
        const bool askListener = m_listener && !m_knocked && !m_callers.full() && nowNs >= m_acceptAgainNs;
        m_polled.push_back({askListener ? m_listener->acceptTarget().fd : -1, POLLIN, 0});
        if (m_listener && nowNs < m_acceptAgainNs)
            wakeNs = std::min(wakeNs, m_acceptAgainNs);
        for (const auto& source : m_sources) {
            const PollTarget target = source->bytes->readTarget();
            m_polled.push_back({source->readable ? -1 : target.fd, target.events, 0});
            if (source->readable)
                wakeNs = nowNs;
        }
        m_callers.addTo(m_polled);
        if (noRoomForCallers() && m_options.idleTimeoutNs > 0 && m_callers.oldestSilentNs() != kNever)
            wakeNs = std::min(wakeNs, m_callers.oldestSilentNs() + m_options.idleTimeoutNs);
        m_reader.m_clock.poll(m_polled, wakeNs == kNever ? kNever : wakeNs + blockedNs());
        m_knocked |= m_polled[1].revents != 0;
        for (std::size_t i = 0; i < m_sources.size(); ++i)
            m_sources[i]->readable |= m_polled[i + 2].revents != 0;
        m_callers.heard(m_polled.data() + 2 + m_sources.size());
    }

    void readOnce(Source& source)
    {
        if (source.remainder)
            return readRemainder(source);
        const std::int64_t blockedBeforeNs = blockedNs();
        const bool catchingUp = m_feed.catchUp().mayGoOn();
        const std::uint64_t recordsBefore = source.state.records;
        const bool mayHaveWaited = source.drainedAt != m_holdUps;
        readRecords(source);
        if (catchingUp)
            return;
        if (mayHaveWaited)
            m_result.heldUpRecords += source.state.records - recordsBefore;
        const std::int64_t blocked = blockedNs() - blockedBeforeNs;
        m_result.heldUpNs += blocked;
        m_holdUps += blocked > 0 ? 1 : 0;
    }

    void readRecords(Source& source)
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
                readOn(source);
            break;
        case IoResult::Status::WouldBlock:
            source.readable = false;
            source.drainedAt = m_holdUps;
            caughtUp(source);
            break;
        case IoResult::Status::Closed:
            closeUnfinished(source, SourceEnd::EndOfFile);
            break;
        case IoResult::Status::Failed:
            source.state.failure = std::generic_category().message(result.error);
            closeUnfinished(source, SourceEnd::Reset);
            break;
        }
    }

    // After its end mark a source is read on for a while: it may have only taken an empty line for nothing.
    void readOn(Source& source)
    {
        caughtUp(source);
        source.remainder.emplace().add(source.framer.afterEnd());
        source.closeNs = unblockedNs() + ReaderOptions::kReadOnNs;
    }

    void readRemainder(Source& source)
    {
        const IoResult result = source.bytes->read(m_remainder);
        switch (result.status) {
        case IoResult::Status::Moved:
            m_result.bytes += result.bytes;
            source.state.bytes += result.bytes;
            source.remainder->add(std::span(m_remainder).first(result.bytes));
            break;
        case IoResult::Status::WouldBlock:
            source.readable = false;
            break;
        case IoResult::Status::Closed:
        case IoResult::Status::Failed: // whatever it was, the stream was over
            closeEnded(source);
            break;
        }
    }

    void caughtUp(Source& source)
    {
        if (std::exchange(source.hasWaited, false))
            m_feed.catchUp().drained();
    }

    void handOn(Source& source)
    {
        if (m_feed.handOn(source) == 0)
            return;
        source.quietSinceNs = unblockedNs();
        m_rules.recordCame(source.quietSinceNs);
    }

    // Who has delivered before may be silent for the idle time-out; who has not, only while nobody else
    // waits.
    std::int64_t idleEndNs(const Source& source) const
    {
        if (source.remainder)
            return source.closeNs;
        const bool applies = m_options.idleTimeoutNs > 0 && (source.state.records > 0 || m_someoneWaits);
        return applies ? source.quietSinceNs + m_options.idleTimeoutNs : kNever;
    }

    std::int64_t nextSilentSourceNs() const
    {
        std::int64_t nextNs = kNever;
        for (const auto& source : m_sources)
            nextNs = std::min(nextNs, idleEndNs(*source));
        return nextNs;
    }

    void closeSilentSources(std::int64_t nowNs)
    {
        for (const auto& source : m_sources) {
            if (nowNs < idleEndNs(*source))
                continue;
            if (source->remainder)
                closeEnded(*source);
            else
                closeUnfinished(*source, SourceEnd::Idle);
        }
        dropClosedSources();
    }

    void dropClosedSources()
    {
        std::erase_if(m_sources, [](const auto& source) { return !source->bytes; });
    }

    // Nothing more comes from the source; what it has left behind without its end is a truncated record.
    void closeUnfinished(Source& source, SourceEnd betweenRecords)
    {
        SourceEnd end = betweenRecords;
        if (source.framer.midRecord())
            end = betweenRecords == SourceEnd::Idle ? SourceEnd::Stalled : SourceEnd::Truncated;
        source.framer.finish(m_reader.m_clock.nowNs());
        handOn(source);
        if (source.framer.ended()) // all it sent was one empty line, of which only the end tells what it is
            end = SourceEnd::EndMark;
        close(source, endMarkDue(source) ? withoutEndMark(end) : end);
    }

    bool endMarkDue(const Source& source) const
    {
        return m_options.framing.blankLineEnds && source.state.format && hasEndMark(*source.state.format);
    }

    void closeEnded(Source& source)
    {
        source.state.afterEndMark = source.remainder->soFar();
        close(source, source.remainder->goesOn() ? SourceEnd::WentOn : SourceEnd::EndMark);
    }

    void close(Source& source, SourceEnd end)
    {
        SourceState& state = source.state;
        source.bytes.reset();
        caughtUp(source);
        state.end = end;
        m_rules.sourceClosed(unblockedNs());
        m_reader.m_observer.sourceClosed(state);
    }

    StreamReader& m_reader;
    const ReaderOptions& m_options;
    TcpListener* const m_listener;
    EndRules m_rules;
    std::vector<std::unique_ptr<Source>> m_sources;
    Callers m_callers;
    std::vector<pollfd> m_polled; // the stop, the listener, the sources, the callers
    RecordFeed m_feed;
    std::array<char, kRemainderAtOnce> m_remainder; // last read after an end mark
    std::uint32_t m_opened = 0; // sources so far
    bool m_knocked = false; // a peer waits to be accepted
    bool m_someoneWaits = false; // a caller has spoken, and there is no place for it
    bool m_short = false; // the last caller could not be accepted: no descriptor, no memory
    bool m_shortageTold = false;
    std::int64_t m_acceptAgainNs = 0;
    ReadingResult m_result;
    std::uint64_t m_holdUps = 0; // how often the queue was full, catching up apart
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
            loop.openGiven(std::move(source));
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
