#include "run/collector.h"

#include "base/thread_time.h"
#include "base/wait_ready.h"

#include <limits>
#include <poll.h>

namespace iotbench {

namespace {

// Rows are handed on in batches of so many.
constexpr std::size_t kRowsTogether = 256;

SourceEnd sourceEnd(PeerEnd end)
{
    switch (end) {
    case PeerEnd::Open:
    case PeerEnd::Stopped:
        return SourceEnd::Open;
    case PeerEnd::EndMark:
        return SourceEnd::EndMark;
    case PeerEnd::EndOfFile:
        return SourceEnd::EndOfFile;
    case PeerEnd::ExpectedCount:
        return SourceEnd::ExpectedCount;
    case PeerEnd::Idle:
        return SourceEnd::Idle;
    case PeerEnd::BrokenOff:
        return SourceEnd::BrokenOff;
    case PeerEnd::Reset:
        return SourceEnd::Reset;
    }
    return SourceEnd::Open;
}

Message closingWords(const PeerRow& peer)
{
    const std::string records = std::to_string(peer.records);
    switch (peer.end) {
    case PeerEnd::Open:
    case PeerEnd::Stopped:
        return {QT_TRANSLATE_NOOP("Message", "%1: reading stopped after %2 records"), {peer.name, records}};
    case PeerEnd::EndMark:
        return {QT_TRANSLATE_NOOP("Message", "%1: end mark after %2 records"), {peer.name, records}};
    case PeerEnd::EndOfFile:
        return {QT_TRANSLATE_NOOP("Message", "%1: closed after %2 records"), {peer.name, records}};
    case PeerEnd::ExpectedCount:
        return {QT_TRANSLATE_NOOP("Message", "%1: all records that were asked for have come, %2 from here"),
            {peer.name, records}};
    case PeerEnd::Idle:
        return {
            QT_TRANSLATE_NOOP("Message", "%1: nothing complete came for too long, closed after %2 records"),
            {peer.name, records}};
    case PeerEnd::BrokenOff:
        return {QT_TRANSLATE_NOOP("Message", "%1: broke off in the middle of a record, after %2 whole ones"),
            {peer.name, std::to_string(peer.records ? peer.records - 1 : 0)}};
    case PeerEnd::Reset:
        return {QT_TRANSLATE_NOOP("Message", "%1: connection failed after %2 records: %3"),
            {peer.name, records, peer.failure}};
    }
    return {};
}

// Figures of the last second, from the rows that it covers.
void fillRatesNow(RunSnapshot& snapshot)
{
    double seconds = 0;
    std::uint64_t classified = 0;
    std::uint64_t offered = 0;
    bool hasOffered = true;
    const std::vector<IntervalRow>& rows = *snapshot.intervals;
    for (auto row = rows.rbegin(); row != rows.rend() && seconds < 1; ++row) {
        seconds += row->lengthS;
        classified += row->classified;
        hasOffered = hasOffered && row->offered.has_value();
        offered += row->offered.value_or(0);
    }
    if (seconds <= 0)
        return;
    snapshot.imagesPerSNow = static_cast<double>(classified) / seconds;
    if (hasOffered)
        snapshot.offeredPerSNow = static_cast<double>(offered) / seconds;
}

bool isFault(PeerEnd end)
{
    return end == PeerEnd::BrokenOff || end == PeerEnd::Reset || end == PeerEnd::Idle;
}

} // namespace

Collector::Collector(SampleRing& ring, WakeUp& bell, const Clock& clock, const StopSignal& never,
    EventLog& events, CollectorOptions options)
    : m_ring(ring)
    , m_bell(bell)
    , m_clock(clock)
    , m_never(never)
    , m_events(events)
    , m_options(std::move(options))
    , m_tally(m_options.tally, m_options.originNs)
    , m_last(std::numeric_limits<std::uint64_t>::max())
{
    m_rows.reserve(kRowsTogether);
    publish(m_clock.nowNs());
}

void Collector::finishAfter(std::uint64_t samples)
{
    m_last.store(samples, std::memory_order_release);
    m_bell.ring();
}

void Collector::run()
{
    const std::int64_t cpuBefore = threadCpuNs();
    for (;;) {
        const bool last = m_ring.taken() >= m_last.load(std::memory_order_acquire);
        countSending(m_clock.nowNs());
        applyPeerEvents();
        m_ring.take([this](const Sample& sample) { takeIn(sample); });
        handRowsOn();
        if (m_options.paused)
            m_options.paused();
        closePeers();
        const std::int64_t nowNs = m_clock.nowNs();
        if (last || nowNs - m_publishedNs >= kSnapshotPeriodNs)
            publish(nowNs);
        if (last)
            break;
        waitReady({m_bell.fd(), POLLIN}, m_never, kPeriodNs);
        m_bell.clear();
    }
    m_tally.finish();
    logWarnings(m_clock.nowNs());
    publish(m_clock.nowNs());
    m_cpuNs = threadCpuNs() - cpuBefore;
}

void Collector::takeIn(const Sample& sample)
{
    // A source is told of before its first record is pushed, so that looking again is enough.
    if (m_peersChanged.load(std::memory_order_acquire))
        applyPeerEvents();
    const std::int64_t latencyNs = m_tally.add(sample);
    if (m_options.gallery)
        m_options.gallery->keep(sample);
    if (!m_options.rows)
        return;
    m_rows.push_back({sample, latencyNs});
    if (m_rows.size() == kRowsTogether)
        handRowsOn();
}

void Collector::handRowsOn()
{
    if (m_rows.empty())
        return;
    m_options.rows(m_rows);
    m_rows.clear();
}

void Collector::applyPeerEvents()
{
    if (!m_peersChanged.load(std::memory_order_acquire))
        return;
    std::vector<PeerEvent> events;
    {
        const std::lock_guard lock(m_peersMutex);
        events.swap(m_peerEvents);
        m_peersChanged.store(false, std::memory_order_relaxed);
    }
    for (PeerEvent& event : events) {
        switch (event.kind) {
        case PeerEvent::Kind::Opened:
            m_tally.openSource(event.peer.source, event.peer.name,
                m_options.plannedFor ? m_options.plannedFor(event.peer) : std::nullopt);
            break;
        case PeerEvent::Kind::Format:
            m_tally.setFormat(event.peer.source, *event.peer.format);
            break;
        case PeerEvent::Kind::Closed:
            m_closing.push_back(std::move(event.peer));
            break;
        }
    }
}

void Collector::closePeers()
{
    std::erase_if(m_closing, [this](const PeerRow& peer) {
        if (m_tally.received(peer.source) < peer.records)
            return false;
        m_tally.closeSource(peer.source, sourceEnd(peer.end), peer.bytes);
        return true;
    });
}

// What was offered is known for any time, so each interval gets what fell due in it to the image.
void Collector::countSending(std::int64_t nowNs)
{
    const auto countAt = [this](std::int64_t ns) {
        if (!m_options.sending)
            return;
        m_sending = m_options.sending(ns);
        m_tally.setSent(ns, m_sending.offered, m_sending.sent);
    };
    for (std::int64_t endNs = m_tally.intervals().openRowEndNs(); endNs <= nowNs;
         endNs = m_tally.intervals().openRowEndNs()) {
        countAt(endNs - 1);
        m_tally.advanceTo(endNs);
    }
    countAt(nowNs);
}

void Collector::publish(std::int64_t nowNs)
{
    m_publishedNs = nowNs;
    logWarnings(nowNs);

    auto snapshot = std::make_shared<RunSnapshot>();
    const IntervalRows& intervals = m_tally.intervals();
    snapshot->sinceStartS = secondOf(nowNs);
    snapshot->counts = m_tally.counts();
    if (m_tally.lastDoneNs() > m_tally.firstArrivalNs()) {
        snapshot->elapsedS = static_cast<double>(m_tally.lastDoneNs() - m_tally.firstArrivalNs()) / 1e9;
        snapshot->meanImagesPerS = static_cast<double>(snapshot->counts.classified) / snapshot->elapsedS;
    }
    if (m_options.tally.judged) {
        snapshot->accuracy = intervals.accuracy().cumulative();
        snapshot->rollingAccuracy = intervals.accuracy().rolling();
    }
    snapshot->rollingLatencyP50Ms = intervals.rollingLatencyP50Ms();
    snapshot->rollingLatencyP99Ms = intervals.rollingLatencyP99Ms();
    snapshot->lateSends = m_sending.late;
    snapshot->bytes = m_bytesRead.load(std::memory_order_relaxed) + m_sending.bytes;
    snapshot->bytesPerSNow = m_bytesRate.after(nowNs, snapshot->bytes);
    snapshot->sources = m_tally.sourceRows();
    snapshot->intervals = std::make_shared<const std::vector<IntervalRow>>(intervals.rows());
    fillRatesNow(*snapshot);

    const std::lock_guard lock(m_snapshotMutex);
    m_snapshot = std::move(snapshot);
}

void Collector::logWarnings(std::int64_t nowNs)
{
    for (Message& warning : m_tally.takeWarnings())
        m_events.add({secondOf(nowNs), true, std::move(warning)});
}

std::shared_ptr<const RunSnapshot> Collector::snapshot() const
{
    const std::lock_guard lock(m_snapshotMutex);
    return m_snapshot;
}

void Collector::tell(PeerEvent::Kind kind, const PeerRow& peer)
{
    const std::lock_guard lock(m_peersMutex);
    m_peerEvents.push_back({kind, peer});
    m_peersChanged.store(true, std::memory_order_release);
}

void Collector::peerOpened(const PeerRow& peer)
{
    tell(PeerEvent::Kind::Opened, peer);
    m_events.add(
        {secondOf(m_clock.nowNs()), false, {QT_TRANSLATE_NOOP("Message", "%1: connected"), {peer.name}}});
}

void Collector::formatDetected(const PeerRow& peer)
{
    tell(PeerEvent::Kind::Format, peer);
    m_events.add({secondOf(m_clock.nowNs()), false,
        {QT_TRANSLATE_NOOP("Message", "%1: format %2"), {peer.name, std::string(toString(*peer.format))}}});
}

void Collector::peerClosed(const PeerRow& peer)
{
    tell(PeerEvent::Kind::Closed, peer);
    m_events.add({secondOf(m_clock.nowNs()), isFault(peer.end), closingWords(peer)});
}

void Collector::readerWarning(const std::string& words)
{
    m_events.add({secondOf(m_clock.nowNs()), true, {QT_TRANSLATE_NOOP("Message", "%1"), {words}}});
}

} // namespace iotbench
