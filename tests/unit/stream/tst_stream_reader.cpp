// The receiving side on real sockets: peers in turn and at once, well-behaved and not, and every way to end.
#include "base/system_clock.h"
#include "stream/callers.h"
#include "stream/memory_pipe.h"
#include "stream/receipt.h"
#include "stream/standard_streams.h"
#include "stream/stream_reader.h"
#include "stream/tcp_listener.h"
#include "unit/base/driven_clock.h"
#include "unit/base/watched_thread.h"

#include <QtTest>

#include <algorithm>
#include <atomic>
#include <fcntl.h>
#include <functional>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace iotbench;
using namespace iotbench::test;

namespace {

constexpr std::int64_t kMs = 1'000'000;
constexpr std::int64_t kHour = 3'600'000 * kMs;

struct Came {
    std::string bytes;
    RejectReason reason;
    WireFormat format;
    std::uint32_t source;
    std::uint64_t ordinal;
    std::uint64_t sequence;
    std::int64_t arrivalNs;
    bool waited;
};

struct Events final : ReaderObserver {
    void peerConnected(const std::string&) override { ++peersConnected; }
    void peerLeft(const std::string& name) override
    {
        probes.push_back(name);
        ++peersGone;
    }
    void sourceOpened(const SourceState& row) override
    {
        opened.push_back(row);
        ++sourcesOpened;
    }
    void formatDetected(const SourceState& row) override { formats.push_back(*row.format); }
    void sourceClosed(const SourceState& row) override
    {
        closed.push_back(row);
        ++peersGone;
    }
    void bytesRead(std::uint64_t total) noexcept override { bytes = total; }

    std::atomic<std::uint64_t> bytes = 0;
    std::atomic<std::size_t> peersConnected = 0;
    std::atomic<std::size_t> sourcesOpened = 0;
    std::atomic<std::size_t> peersGone = 0;
    // After the reading:
    std::vector<SourceState> opened;
    std::vector<WireFormat> formats;
    std::vector<SourceState> closed;
    std::vector<std::string> probes;
};

ReaderOptions shortOptions(std::optional<WireFormat> format = WireFormat::Keras)
{
    ReaderOptions options;
    options.framing.format = format;
    options.lingerNs = 250 * kMs;
    options.idleTimeoutNs = 10'000 * kMs;
    return options;
}

// A reader on a thread, a worker that notes what comes, and peers that write what a test tells them. Time
// stands still until the test moves it, or everybody has gone.
class Bench {
public:
    explicit Bench(ReaderOptions options)
        : m_reader(std::move(options), m_pool, m_queue, clock, stop, events)
    {
        clock.advance(kMs);
    }

    ~Bench()
    {
        stop.raise();
        join();
    }

    void bind() { m_listener = std::move(*TcpListener::open({}, stop)); }

    void listen()
    {
        if (!m_listener)
            bind();
        m_reading = std::thread([this] {
            result = m_reader.listen(*m_listener);
            m_over = true;
        });
        startWorker();
    }

    void read(std::vector<NamedSource> sources)
    {
        m_peers = sources.size();
        m_reading = std::thread([this, given = std::move(sources)]() mutable {
            result = m_reader.read(std::move(given));
            m_over = true;
        });
        startWorker();
    }

    std::unique_ptr<TcpConnection> connect()
    {
        ++m_peers;
        return std::move(*connectTcp(m_listener->bound(), stop));
    }

    // A peer that writes and then hangs up.
    void sendAndClose(std::string_view bytes) { put(*connect(), bytes); }

    void put(ByteSink& sink, std::string_view bytes)
    {
        while (!bytes.empty()) {
            const IoResult moved = sink.write(bytes);
            if (moved.status == IoResult::Status::Moved)
                bytes.remove_prefix(moved.bytes);
            else if (moved.status != IoResult::Status::WouldBlock
                || waitReady(sink.writeTarget(), stop) != Readiness::Ready)
                return;
        }
    }

    bool records(std::uint64_t count)
    {
        return eventually([&] { return m_reader.received() >= count; });
    }
    // All peers that came have been accepted, and all but so many have gone again.
    bool peersLeft(std::size_t count)
    {
        return eventually([&] { return everybodyCame() && events.peersGone + count == m_peers.load(); });
    }
    // The reader has seen all there is at this time, and waits.
    bool readerWaits() const { return clock.getsAwaited(); }
    // Who has come has been accepted, and the reader waits for them to speak.
    bool isAccepted() const
    {
        return eventually([this] { return everybodyCame(); }) && readerWaits();
    }
    // Writes at a time at which the reader waits for nothing but that: it has seen it and waits again.
    bool isHeard(ByteSink& sink, std::string_view bytes)
    {
        const unsigned waits = clock.waits();
        put(sink, bytes);
        return eventually([&] { return clock.waits() > waits; }) && readerWaits();
    }
    bool ended() const { return m_over; }
    std::size_t queued() const { return m_queue.size(); }

    // To the end of the reading: once everybody has gone, time jumps from deadline to deadline. A reading
    // that does not end is stopped.
    void join()
    {
        if (!m_reading.joinable())
            return;
        const bool over = eventually([this] {
            const auto deadlineNs = clock.awaitedNs();
            if (everybodyCame() && events.peersGone == m_peers.load() && deadlineNs && *deadlineNs != kNever)
                clock.advance(*deadlineNs - clock.nowNs());
            return ended();
        });
        if (!over)
            stop.raise();
        m_reading.join();
        m_queue.close();
        m_worker.join();
    }

    StopSignal stop;
    DrivenClock clock;
    Events events;
    ReadingResult result; // after join()
    std::vector<Came> came; // after join()
    std::function<void()> beforeEachPop = [] {}; // by the worker; set before the reading

private:
    void startWorker()
    {
        m_worker = std::thread([this] {
            std::vector<Record> records(4);
            for (;;) {
                beforeEachPop();
                const std::size_t count = m_queue.pop(records);
                if (count == 0)
                    return;
                for (Record& record : std::span(records).first(count)) {
                    came.push_back({{record.data, record.length}, record.framing, record.format,
                        record.source, record.ordinal, record.sequence, record.arrivalNs, record.waited});
                    record = Record();
                }
            }
        });
    }

    bool everybodyCame() const { return events.peersConnected == m_peers.load(); }

    BlockPool m_pool{256 << 10, 24, clock};
    RecordQueue m_queue{8, clock};
    std::unique_ptr<TcpListener> m_listener;
    std::atomic<std::size_t> m_peers = 0;
    StreamReader m_reader;
    std::atomic<bool> m_over = false;
    std::thread m_reading;
    std::thread m_worker;
};

std::vector<std::string> texts(const std::vector<Came>& came, std::int64_t source = -1)
{
    std::vector<std::string> result;
    for (const Came& one : came)
        if (source < 0 || one.source == source)
            result.push_back(one.reason == RejectReason::None ? one.bytes : "!");
    return result;
}

using Texts = std::vector<std::string>;

std::vector<NamedSource> standardInput(int fd)
{
    std::vector<NamedSource> sources;
    sources.push_back({"standard input", std::make_unique<FileSource>(fd)});
    return sources;
}

} // namespace

class TestStreamReader : public QObject {
    Q_OBJECT

private slots:
    void oneSender();
    void numbersAreGapFree();
    void senderInTurn();
    void theNextSenderWaits();
    void sendersAtOnce();
    void fairnessBetweenFastAndSlow();
    void detectsEachSendersFormat();
    void bytesAfterTheEndMark_data();
    void bytesAfterTheEndMark();
    void aSourceIsReadOnForAWhileAfterItsEndMark();
    void aSourceThatIsReadOnTakesNoPlace();
    void closedWithoutItsEndMark();
    void whereAnEmptyLineIsNoEndNoneIsDue();
    void brokenOffInMidRecord();
    void brokenOffInMidRecord_cifar();
    void resetBetweenRecords();
    void expectedCount();
    void expectedCountLetsTheSenderFinish();
    void expectedNone();
    void idleSender();
    void silentWithoutItsEndMark();
    void idleWithAnUnfinishedRecord();
    void backPressureIsNotIdleness();
    void whatComesMeanwhileMayHaveWaited();
    void probesAreNoSenders();
    void aProbeThatResetsIsNoSender();
    void silentPeersTakeNoPlace();
    void moreSilentPeersThanAreHeardGiveWay();
    void oneByteAtATimeGivesWayToo();
    void nobodyCame();
    void anEmptyLineAloneIsAnEndMark();
    void standardInputEndsAtItsEnd();
    void standardInputEndsAtTheEndMark();
    void emptyStandardInput();
    void recordsFromBeforeTheReadingHaveWaited();
    void whatNeverDrainsHasAllWaited();
    void aSenderThatWasThereBeforeTheReadingHasWaited();
    void memorySourcesAllEnd();
    void stopWhileWaitingForPeers();
    void stopWhileAPeerIsSilent();
    void stopWhileTheQueueIsFull();
    void stopWhileBlocksAreMissing();
    void everyOneOfManyConnectionsIsASourceOfItsOwn();
    void randomBytesDoNoHarm();
};

void TestStreamReader::oneSender()
{
    Bench bench(shortOptions());
    bench.listen();
    bench.sendAndClose("1 a\n2 b\n\n");
    bench.join();
    QVERIFY(bench.result.end == RunEnd::Complete);
    QCOMPARE(bench.result.records, 2U);
    QCOMPARE(bench.result.bytes, 9U);
    QVERIFY(texts(bench.came) == (Texts{"1 a", "2 b"}));
    QCOMPARE(bench.events.opened.size(), 1U);
    QVERIFY(bench.events.formats == std::vector{WireFormat::Keras});
    const SourceState& row = bench.events.closed.at(0);
    QVERIFY(row.end == SourceEnd::EndMark);
    QCOMPARE(row.records, 2U);
    QCOMPARE(row.bytes, 9U);
    QVERIFY(row.name.starts_with("127.0.0.1:"));
}

void TestStreamReader::numbersAreGapFree()
{
    Bench bench(shortOptions(WireFormat::Spark));
    bench.listen();
    std::string bytes;
    for (int i = 0; i < 1'000; ++i)
        bytes.append(i % 10 == 0 ? "" : std::to_string(i)).append("\n");
    bench.sendAndClose(bytes);
    bench.join();
    QCOMPARE(bench.came.size(), 1'000U);
    for (std::uint64_t i = 0; i < 1'000; ++i) {
        QCOMPARE(bench.came[i].ordinal, i);
        QCOMPARE(bench.came[i].sequence, i);
    }
    QVERIFY(bench.came[10].reason == RejectReason::BlankLine);
}

void TestStreamReader::senderInTurn()
{
    Bench bench(shortOptions());
    bench.listen();
    bench.sendAndClose("1\n2\n\n");
    QVERIFY(bench.peersLeft(0));
    QVERIFY(bench.readerWaits());
    bench.clock.advance(250 * kMs - 1); // of the linger time
    QVERIFY(bench.readerWaits());
    bench.sendAndClose("3\n\n");
    bench.join();
    QVERIFY(texts(bench.came) == (Texts{"1", "2", "3"}));
    QCOMPARE(static_cast<int>(bench.came[2].source), 1);
    QCOMPARE(bench.came[2].sequence, 0U);
    QCOMPARE(bench.came[2].ordinal, 2U);
}

void TestStreamReader::theNextSenderWaits()
{
    Bench bench(shortOptions());
    bench.listen();
    QVERIFY(bench.readerWaits()); // so that nobody has come before
    auto first = bench.connect();
    bench.put(*first, "1\n");
    QVERIFY(bench.records(1));
    auto next = bench.connect();
    QVERIFY(bench.isAccepted());
    QVERIFY(bench.isHeard(*next, "2\n\n"));
    next.reset();
    QCOMPARE(bench.events.sourcesOpened.load(), 1U);
    bench.put(*first, "3\n\n");
    first.reset();
    bench.join();
    QVERIFY(texts(bench.came) == (Texts{"1", "3", "2"}));
    QVERIFY(!bench.came[1].waited);
    QVERIFY(bench.came[2].waited); // for its place
    QCOMPARE(bench.result.hadNoPlace, 1U);
}

void TestStreamReader::sendersAtOnce()
{
    ReaderOptions options = shortOptions();
    options.senders = 2;
    Bench bench(options);
    bench.listen();
    auto first = bench.connect();
    bench.put(*first, "1\n");
    QVERIFY(bench.records(1));
    auto second = bench.connect();
    bench.put(*second, "2\n");
    QVERIFY(bench.records(2));
    bench.put(*first, "3\n\n");
    QVERIFY(bench.records(3));
    bench.put(*second, "4\n\n");
    first.reset();
    second.reset();
    bench.join();
    QVERIFY(texts(bench.came) == (Texts{"1", "2", "3", "4"}));
    QVERIFY(texts(bench.came, 1) == (Texts{"2", "4"}));
    QCOMPARE(bench.came[3].sequence, 1U);
    QCOMPARE(bench.events.closed.size(), 2U);
}

void TestStreamReader::fairnessBetweenFastAndSlow()
{
    ReaderOptions options = shortOptions(WireFormat::Spark);
    options.senders = 2;
    Bench bench(options);
    std::atomic<const WatchedThread*> flooding = nullptr;
    bench.beforeEachPop
        = [&] { // with every buffer on the way full, there is always more of the flood to read
              if (flooding && bench.events.peersGone == 0)
                  flooding.load()->getsBlocked();
          };
    bench.listen();
    const auto fast = bench.connect();
    const std::string line = std::string(50'000, 'x') + "\n";
    WatchedThread flood([&] {
        while (!bench.stop.raised())
            bench.put(*fast, line);
    });
    flooding = &flood;
    QVERIFY(flood.getsBlocked());
    bench.sendAndClose("slow\n"); // must not wait for the flood's end
    const bool served = eventually([&] { return bench.events.peersGone == 1; });
    bench.stop.raise();
    flood.join();
    bench.join();
    QVERIFY(served);
    QVERIFY(texts(bench.came, 1) == Texts{"slow"});
}

void TestStreamReader::detectsEachSendersFormat()
{
    Bench bench(shortOptions(std::nullopt));
    bench.listen();
    std::string spark = "3";
    std::string keras = "5";
    for (int i = 0; i < 3'072; ++i) {
        spark.append(i ? " " : "").append(std::to_string(i % 256));
        keras += i ? " 0.500000" : "0.500000";
    }
    bench.sendAndClose(spark + "\n");
    bench.sendAndClose(keras + "\n\n");
    bench.sendAndClose(std::string(2 * kCifarRecordBytes, '\3'));
    bench.join();
    QVERIFY(bench.events.formats == (std::vector{WireFormat::Spark, WireFormat::Keras, WireFormat::Cifar}));
    QCOMPARE(bench.came.size(), 4U);
    QVERIFY(bench.came[0].bytes == spark);
    QVERIFY(bench.came[1].bytes == keras);
    QVERIFY(bench.came[3].format == WireFormat::Cifar);
    QVERIFY(bench.events.closed[0].end == SourceEnd::EndOfFile);
    QVERIFY(bench.events.closed[1].end == SourceEnd::EndMark);
    QVERIFY(bench.events.closed[2].end == SourceEnd::EndOfFile);
}

void TestStreamReader::bytesAfterTheEndMark_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<bool>("wentOn");
    QTest::addColumn<std::uint64_t>("bytes");
    QTest::addColumn<std::uint64_t>("records");
    const auto row = [](const char* name, const char* rest, bool wentOn, unsigned bytes, unsigned records) {
        QTest::newRow(name) << QByteArray(rest) << wentOn << std::uint64_t(bytes) << std::uint64_t(records);
    };
    row("none", "", false, 0, 0);
    row("two records", "2\n3\n", true, 4, 2);
    row("half a record", "left over", true, 9, 0);
    row("empty lines", "\n\r\n\n", false, 4, 0);
    row("a record after empty lines", "\n\r\n2\n\n", true, 6, 1);
    row("a carriage return", "\r", false, 1, 0);
}

void TestStreamReader::bytesAfterTheEndMark()
{
    QFETCH(QByteArray, rest);
    QFETCH(bool, wentOn);
    QFETCH(std::uint64_t, bytes);
    QFETCH(std::uint64_t, records);
    Bench bench(shortOptions());
    bench.listen();
    bench.sendAndClose("1\n\n" + rest.toStdString());
    bench.join();
    QVERIFY(texts(bench.came) == Texts{"1"});
    const SourceState& row = bench.events.closed.at(0);
    QVERIFY(row.end == (wentOn ? SourceEnd::WentOn : SourceEnd::EndMark));
    QCOMPARE(row.afterEndMark.bytes, bytes);
    QCOMPARE(row.afterEndMark.records, records);
}

void TestStreamReader::aSourceIsReadOnForAWhileAfterItsEndMark()
{
    Bench bench(shortOptions());
    bench.listen();
    const auto peer = bench.connect();
    bench.put(*peer, "1\n\n");
    QVERIFY(bench.records(1));
    QVERIFY(bench.readerWaits());
    bench.clock.advance(ReaderOptions::kReadOnNs - 1);
    QVERIFY(bench.readerWaits());
    QCOMPARE(bench.events.peersGone.load(), 0U);
    QVERIFY(bench.isHeard(*peer, "2\n3 ha"));
    bench.clock.advance(1);
    bench.join();
    QVERIFY(texts(bench.came) == Texts{"1"});
    QVERIFY(bench.events.closed.at(0).end == SourceEnd::WentOn);
    QVERIFY(bench.events.closed.at(0).afterEndMark == (AfterEndMark{6, 1}));
}

void TestStreamReader::aSourceThatIsReadOnTakesNoPlace()
{
    Bench bench(shortOptions());
    bench.listen();
    QVERIFY(bench.readerWaits()); // so that nobody has come before
    const auto ended = bench.connect();
    bench.put(*ended, "1\n\n");
    QVERIFY(bench.records(1));
    QVERIFY(bench.readerWaits());
    bench.sendAndClose("2\n\n"); // at the same time
    QVERIFY(bench.records(2));
    QVERIFY(bench.readerWaits());
    bench.clock.advance(ReaderOptions::kReadOnNs);
    bench.join();
    QVERIFY(texts(bench.came) == (Texts{"1", "2"}));
    QVERIFY(!bench.came[1].waited);
}

void TestStreamReader::closedWithoutItsEndMark()
{
    Bench bench(shortOptions());
    bench.listen();
    bench.sendAndClose("1\n2\n");
    bench.join();
    QVERIFY(bench.events.closed.at(0).end == SourceEnd::NoEndMark);
}

// A worker's stream has no end mark, whatever its format.
void TestStreamReader::whereAnEmptyLineIsNoEndNoneIsDue()
{
    ReaderOptions options = shortOptions();
    options.framing.blankLineEnds = false;
    Bench bench(options);
    bench.listen();
    bench.sendAndClose("1\n\n2\n");
    bench.join();
    QVERIFY(texts(bench.came) == (Texts{"1", "!", "2"}));
    QVERIFY(bench.events.closed.at(0).end == SourceEnd::EndOfFile);
}

void TestStreamReader::brokenOffInMidRecord()
{
    Bench bench(shortOptions());
    bench.listen();
    bench.sendAndClose("1\n2\n0.5 0.5");
    bench.join();
    QVERIFY(texts(bench.came) == (Texts{"1", "2", "!"}));
    QVERIFY(bench.came[2].reason == RejectReason::Truncated);
    QVERIFY(bench.events.closed[0].end == SourceEnd::Truncated);
    QCOMPARE(bench.events.closed[0].records, 3U);
}

void TestStreamReader::brokenOffInMidRecord_cifar()
{
    Bench bench(shortOptions(WireFormat::Cifar));
    bench.listen();
    bench.sendAndClose(std::string(kCifarRecordBytes + 3'000, '\1'));
    bench.join();
    QCOMPARE(bench.came.size(), 2U);
    QVERIFY(bench.came[1].reason == RejectReason::Truncated);
    QVERIFY(bench.events.closed[0].end == SourceEnd::Truncated);
}

void TestStreamReader::resetBetweenRecords()
{
    Bench bench(shortOptions());
    bench.listen();
    auto peer = bench.connect();
    bench.put(*peer, "1\n");
    QVERIFY(bench.records(1));
    const linger atOnce{1, 0};
    QCOMPARE(setsockopt(peer->readTarget().fd, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce), 0);
    peer.reset();
    bench.join();
    QVERIFY(bench.events.closed[0].end == SourceEnd::Reset);
    QCOMPARE(bench.events.closed[0].failure, std::string("Connection reset by peer"));
    QCOMPARE(bench.result.records, 1U);
}

void TestStreamReader::expectedCount()
{
    ReaderOptions options = shortOptions();
    options.expected = 3;
    Bench bench(options);
    bench.listen();
    const auto peer = bench.connect(); // stays open: the count alone ends the run, after a last look
    bench.put(*peer, "1\n2\n3\n4\n5\n");
    QVERIFY(eventually(
        [&] { return bench.clock.awaitedNs() == bench.clock.nowNs() + ReaderOptions::kReadOnNs; }));
    bench.clock.advance(ReaderOptions::kReadOnNs);
    bench.join();
    QVERIFY(bench.result.end == RunEnd::Complete);
    QVERIFY(texts(bench.came) == (Texts{"1", "2", "3"}));
    QVERIFY(bench.events.closed[0].end == SourceEnd::ExpectedCount);
}

void TestStreamReader::expectedCountLetsTheSenderFinish()
{
    ReaderOptions options = shortOptions();
    options.expected = 3;
    Bench bench(options);
    bench.listen();
    const auto peer = bench.connect();
    bench.put(*peer, "1\n2\n3\n");
    QVERIFY(bench.records(3));
    peer->endFollows(1);
    bench.put(*peer, "\n"); // which nobody needs any more: left unread, it would reset the connection
    peer->finish();
    bench.join();
    QCOMPARE(awaitReceipt(*peer, SystemClock(), StopSignal()).status, Receipt::Status::Read);
    QCOMPARE(bench.result.records, 3U);
    QVERIFY(bench.events.closed[0].end == SourceEnd::ExpectedCount);
}

void TestStreamReader::expectedNone()
{
    ReaderOptions options = shortOptions();
    options.expected = 0;
    Bench bench(options);
    bench.listen();
    bench.join();
    QVERIFY(bench.result.end == RunEnd::Complete);
}

void TestStreamReader::idleSender()
{
    ReaderOptions options = shortOptions(WireFormat::Spark);
    options.idleTimeoutNs = 100 * kMs;
    Bench bench(options);
    bench.listen();
    const auto peer = bench.connect();
    QVERIFY(bench.isAccepted());
    bench.clock.advance(kHour); // before the first image nobody is idle
    QVERIFY(bench.readerWaits());
    bench.put(*peer, "1\n2\n");
    QVERIFY(bench.records(2));
    QVERIFY(bench.readerWaits());
    bench.clock.advance(100 * kMs - 1);
    QVERIFY(bench.readerWaits());
    bench.clock.advance(1);
    bench.join();
    QVERIFY(bench.result.end == RunEnd::TimedOut);
    QCOMPARE(bench.result.records, 2U);
    QVERIFY(bench.events.closed[0].end == SourceEnd::Idle);
}

void TestStreamReader::silentWithoutItsEndMark()
{
    ReaderOptions options = shortOptions();
    options.idleTimeoutNs = 100 * kMs;
    Bench bench(options);
    bench.listen();
    const auto peer = bench.connect();
    bench.put(*peer, "1\n");
    QVERIFY(bench.records(1));
    QVERIFY(bench.readerWaits());
    bench.clock.advance(100 * kMs);
    bench.join();
    QVERIFY(bench.result.end == RunEnd::TimedOut);
    QVERIFY(bench.events.closed.at(0).end == SourceEnd::Silent);
}

void TestStreamReader::idleWithAnUnfinishedRecord()
{
    ReaderOptions options = shortOptions(WireFormat::Spark);
    options.idleTimeoutNs = 100 * kMs;
    Bench bench(options);
    bench.listen();
    const auto peer = bench.connect();
    bench.put(*peer, "1\n2 hal");
    QVERIFY(eventually([&] { return bench.events.bytes == 7; }));
    QVERIFY(bench.readerWaits());
    bench.clock.advance(100 * kMs);
    bench.join();
    QVERIFY(texts(bench.came) == (Texts{"1", "!"}));
    QVERIFY(bench.events.closed[0].end == SourceEnd::Stalled);
}

void TestStreamReader::backPressureIsNotIdleness()
{
    std::atomic<bool> works = false;
    Bench bench(shortOptions());
    bench.beforeEachPop = [&] { eventually([&] { return works.load(); }); };
    bench.listen();
    QVERIFY(bench.readerWaits()); // so that nobody has come before
    auto peer = bench.connect();
    std::string bytes;
    for (int i = 0; i < 20; ++i)
        bytes.append(std::to_string(i)).append("\n");
    bench.put(*peer, bytes);
    QVERIFY(eventually([&] { return bench.clock.awaitedNs() == kNever && bench.events.bytes > 0; }));
    bench.clock.advance(kHour); // of a full queue
    works = true;
    QVERIFY(bench.records(20));
    QVERIFY(bench.readerWaits());
    bench.put(*peer, "20\n\n");
    peer.reset();
    bench.join();
    QCOMPARE(bench.result.heldUpNs, kHour);
    QCOMPARE(bench.result.heldUpRecords, 0U); // all had been read before, or came after
    QCOMPARE(bench.result.records, 21U);
    QVERIFY(bench.events.closed[0].end == SourceEnd::EndMark);
}

// Its time of arrival is that of the reading.
void TestStreamReader::whatComesMeanwhileMayHaveWaited()
{
    std::atomic<bool> works = false;
    Bench bench(shortOptions());
    bench.beforeEachPop = [&] { eventually([&] { return works.load(); }); };
    bench.listen();
    QVERIFY(bench.readerWaits());
    auto peer = bench.connect();
    std::string bytes;
    for (int i = 0; i < 20; ++i)
        bytes.append(std::to_string(i)).append("\n");
    bench.put(*peer, bytes);
    QVERIFY(eventually([&] { return bench.clock.awaitedNs() == kNever && bench.events.bytes > 0; }));
    bench.put(*peer, "20\n21\n22\n");
    bench.clock.advance(kHour);
    works = true;
    QVERIFY(bench.records(23));
    QVERIFY(bench.readerWaits());
    bench.put(*peer, "23\n\n");
    peer.reset();
    bench.join();
    QCOMPARE(bench.result.records, 24U);
    QCOMPARE(bench.result.heldUpRecords, 3U);
}

void TestStreamReader::probesAreNoSenders()
{
    Bench bench(shortOptions());
    bench.listen();
    for (int i = 0; i < 3; ++i)
        bench.sendAndClose("");
    QVERIFY(bench.peersLeft(0));
    QVERIFY(bench.readerWaits());
    bench.clock.advance(kHour); // neither the wait for the first sender is over, nor does it linger
    QVERIFY(bench.readerWaits());
    bench.sendAndClose("1\n\n");
    bench.join();
    QVERIFY(texts(bench.came) == Texts{"1"});
    QCOMPARE(bench.events.opened.size(), 1U);
    QCOMPARE(bench.result.probes, 3U);
    QCOMPARE(bench.events.probes.size(), 3U);
    QVERIFY(bench.events.probes[0].starts_with("127.0.0.1:"));
}

void TestStreamReader::aProbeThatResetsIsNoSender()
{
    Bench bench(shortOptions());
    bench.listen();
    auto probe = bench.connect();
    const linger atOnce{1, 0};
    QCOMPARE(setsockopt(probe->readTarget().fd, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce), 0);
    probe.reset();
    QVERIFY(bench.peersLeft(0));
    bench.sendAndClose("1\n\n");
    bench.join();
    QCOMPARE(bench.events.opened.size(), 1U);
    QCOMPARE(bench.result.probes, 1U);
}

void TestStreamReader::silentPeersTakeNoPlace()
{
    Bench bench(shortOptions());
    bench.listen();
    const auto silent = bench.connect();
    const auto silentToo = bench.connect();
    QVERIFY(bench.isAccepted());
    bench.clock.advance(kHour);
    QVERIFY(bench.readerWaits());
    bench.sendAndClose("1\n\n");
    QVERIFY(bench.records(1));
    QVERIFY(bench.peersLeft(2));
    QVERIFY(bench.readerWaits());
    bench.clock.advance(shortOptions().idleTimeoutNs); // for as long the silent ones may turn out as senders
    bench.join();
    QVERIFY(bench.result.end == RunEnd::Complete);
    QVERIFY(texts(bench.came) == Texts{"1"});
    QCOMPARE(bench.events.opened.size(), 1U);
}

void TestStreamReader::moreSilentPeersThanAreHeardGiveWay()
{
    ReaderOptions options = shortOptions();
    options.idleTimeoutNs = 150 * kMs;
    Bench bench(options);
    bench.listen();
    std::vector<std::unique_ptr<TcpConnection>> silent;
    for (std::size_t i = 0; i < Callers::kMost; ++i)
        silent.push_back(bench.connect());
    QVERIFY(eventually([&] { return bench.events.peersConnected == Callers::kMost; }));
    bench.sendAndClose("1\n\n"); // waits in the kernel
    QVERIFY(bench.readerWaits());
    bench.clock.advance(150 * kMs);
    bench.join();
    QVERIFY(texts(bench.came) == Texts{"1"});
    QCOMPARE(bench.result.probes, Callers::kMost);
}

void TestStreamReader::oneByteAtATimeGivesWayToo()
{
    ReaderOptions options = shortOptions();
    options.idleTimeoutNs = 150 * kMs;
    Bench bench(options);
    bench.listen();
    const auto drip = bench.connect();
    QVERIFY(eventually([&] { return bench.events.peersConnected == 1; }));
    for (std::uint64_t bytes = 0; bytes < 15; ++bytes) {
        if (bytes == 3)
            bench.sendAndClose("1\n2\n\n");
        QVERIFY(eventually([&] { return bench.events.bytes == bytes; }));
        QVERIFY(bench.readerWaits());
        QCOMPARE(bench.events.peersGone.load(), 0U);
        bench.put(*drip, "5");
        bench.clock.advance(10 * kMs);
    }
    QVERIFY(bench.readerWaits());
    bench.clock.advance(10 * kMs); // it became a source with its first byte
    bench.join();
    QVERIFY(texts(bench.came) == (Texts{"!", "1", "2"})); // the drip's line was never finished
    QVERIFY(bench.events.closed.at(0).end == SourceEnd::Stalled);
    QVERIFY(bench.events.closed.at(1).end == SourceEnd::EndMark);
}

void TestStreamReader::nobodyCame()
{
    ReaderOptions options = shortOptions();
    options.waitTimeoutNs = 50 * kMs;
    Bench bench(options);
    bench.listen();
    QVERIFY(bench.readerWaits());
    bench.clock.advance(50 * kMs - 1);
    QVERIFY(bench.readerWaits());
    bench.clock.advance(1);
    bench.join();
    QVERIFY(bench.result.end == RunEnd::TimedOut);
    QVERIFY(bench.events.opened.empty());
}

void TestStreamReader::anEmptyLineAloneIsAnEndMark()
{
    Bench bench(shortOptions(std::nullopt));
    bench.listen();
    bench.sendAndClose("\n");
    bench.join();
    QVERIFY(bench.result.end == RunEnd::Complete);
    QCOMPARE(bench.result.records, 0U);
    QVERIFY(bench.events.closed.at(0).end == SourceEnd::EndMark);
}

void TestStreamReader::standardInputEndsAtItsEnd()
{
    int fds[2];
    QCOMPARE(pipe(fds), 0);
    const FileDescriptor readEnd(fds[0]);
    FileDescriptor writeEnd(fds[1]);
    Bench bench(shortOptions(WireFormat::Spark));
    bench.read(standardInput(readEnd.get()));
    QCOMPARE(write(fds[1], "1\n2\n", 4), 4);
    writeEnd.reset();
    bench.join();
    QVERIFY(bench.result.end == RunEnd::Complete);
    QVERIFY(texts(bench.came) == (Texts{"1", "2"}));
    QVERIFY(bench.events.closed[0].end == SourceEnd::EndOfFile);
    QCOMPARE(bench.events.closed[0].name, std::string("standard input"));
}

void TestStreamReader::standardInputEndsAtTheEndMark()
{
    int fds[2];
    QCOMPARE(pipe(fds), 0);
    const FileDescriptor readEnd(fds[0]);
    const FileDescriptor writeEnd(fds[1]); // stays open, as nc -lk leaves it
    Bench bench(shortOptions());
    bench.read(standardInput(readEnd.get()));
    QCOMPARE(write(fds[1], "1\n\n", 3), 3);
    QVERIFY(bench.records(1));
    QVERIFY(bench.readerWaits());
    bench.clock.advance(ReaderOptions::kReadOnNs);
    bench.join();
    QVERIFY(bench.result.end == RunEnd::Complete);
    QVERIFY(bench.events.closed[0].end == SourceEnd::EndMark);
}

void TestStreamReader::emptyStandardInput()
{
    const FileDescriptor nothing(open("/dev/null", O_RDONLY));
    Bench bench(shortOptions(std::nullopt));
    bench.read(standardInput(nothing.get()));
    bench.join();
    QVERIFY(bench.result.end == RunEnd::Complete);
    QCOMPARE(bench.result.records, 0U);
}

// What was in the pipe before the reading began, and what comes while that is still in the queue.
void TestStreamReader::recordsFromBeforeTheReadingHaveWaited()
{
    int fds[2];
    QCOMPARE(pipe(fds), 0);
    const FileDescriptor readEnd(fds[0]);
    FileDescriptor writeEnd(fds[1]);
    std::atomic<bool> works = false;
    Bench bench(shortOptions(WireFormat::Spark));
    bench.beforeEachPop = [&] { eventually([&] { return works.load(); }); };
    QCOMPARE(write(fds[1], "1\n2\n", 4), 4);
    bench.read(standardInput(readEnd.get()));
    QVERIFY(bench.records(2));
    QVERIFY(bench.readerWaits());
    QCOMPARE(write(fds[1], "3\n", 2), 2); // behind these two
    QVERIFY(bench.records(3));
    works = true;
    QVERIFY(eventually([&] { return bench.queued() == 0; }));
    QCOMPARE(write(fds[1], "4\n", 2), 2);
    QVERIFY(bench.records(4));
    writeEnd.reset();
    bench.join();
    QVERIFY(texts(bench.came) == (Texts{"1", "2", "3", "4"}));
    for (std::size_t i = 0; i < 4; ++i)
        QCOMPARE(bench.came[i].waited, i < 3);
    QCOMPARE(bench.result.heldUpNs, 0);
}

// A stream that is never read to its last byte: a file, a pipe at full speed.
void TestStreamReader::whatNeverDrainsHasAllWaited()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("stream")));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write(QByteArray("1\n").repeated(100));
    QVERIFY(file.flush() && file.seek(0));
    Bench bench(shortOptions(WireFormat::Spark));
    bench.read(standardInput(file.handle()));
    bench.join();
    QCOMPARE(bench.came.size(), 100U);
    QVERIFY(std::ranges::all_of(bench.came, &Came::waited));
}

void TestStreamReader::aSenderThatWasThereBeforeTheReadingHasWaited()
{
    for (const bool othersSend : {true, false}) {
        ReaderOptions options = shortOptions();
        options.othersSend = othersSend;
        Bench bench(options);
        bench.bind();
        bench.sendAndClose("1\n\n");
        bench.listen();
        QVERIFY(bench.records(1));
        QVERIFY(eventually([&] { return bench.queued() == 0; })); // nothing comes behind it
        bench.sendAndClose("2\n\n");
        bench.join();
        QVERIFY(texts(bench.came) == (Texts{"1", "2"}));
        QCOMPARE(bench.came[0].waited, othersSend);
        QVERIFY(!bench.came[1].waited);
        QCOMPARE(bench.result.hadNoPlace, 0U);
    }
}

void TestStreamReader::memorySourcesAllEnd()
{
    std::vector<NamedSource> sources;
    std::vector<std::unique_ptr<ByteSink>> sinks;
    for (int i = 0; i < 3; ++i) {
        MemoryPipe memory = makeMemoryPipe();
        sources.push_back({"memory " + std::to_string(i), std::move(memory.source)});
        sinks.push_back(std::move(memory.sink));
    }
    Bench bench(shortOptions(WireFormat::Spark));
    bench.read(std::move(sources));
    for (int round = 0; round < 100; ++round)
        for (const auto& sink : sinks)
            bench.put(*sink, std::string(10'000, 'x') + "\n");
    sinks.clear();
    bench.join();
    QVERIFY(bench.result.end == RunEnd::Complete);
    QCOMPARE(bench.result.records, 300U);
    QCOMPARE(texts(bench.came, 2).size(), 100U);
}

void TestStreamReader::stopWhileWaitingForPeers()
{
    Bench bench(shortOptions());
    bench.listen();
    QVERIFY(bench.readerWaits());
    bench.stop.raise();
    bench.join();
    QVERIFY(bench.result.end == RunEnd::Stopped);
}

void TestStreamReader::stopWhileAPeerIsSilent()
{
    Bench bench(shortOptions());
    bench.listen();
    const auto peer = bench.connect();
    bench.put(*peer, "1\n");
    QVERIFY(bench.records(1));
    QVERIFY(bench.readerWaits());
    bench.stop.raise();
    bench.join();
    QVERIFY(bench.result.end == RunEnd::Stopped);
    QVERIFY(bench.events.closed.at(0).end == SourceEnd::Open);
}

void TestStreamReader::stopWhileTheQueueIsFull()
{
    Bench bench(shortOptions(WireFormat::Spark));
    bench.beforeEachPop = [&] { eventually([&] { return bench.ended(); }); };
    bench.listen();
    const auto peer = bench.connect();
    bench.put(*peer, std::string(2'000, '\n'));
    QVERIFY(eventually([&] { return bench.clock.awaitedNs() == kNever && bench.events.bytes > 0; }));
    bench.stop.raise();
    bench.join();
    QVERIFY(bench.result.end == RunEnd::Stopped);
    QVERIFY(bench.result.records < 100);
    QCOMPARE(bench.came.size(), bench.result.records); // what was counted can be drained
    QCOMPARE(bench.events.closed.at(0).records, bench.result.records);
}

void TestStreamReader::stopWhileBlocksAreMissing()
{
    StopSignal stop;
    const DrivenClock clock;
    BlockPool pool(256 << 10, 1, clock);
    RecordQueue queue(8, clock);
    Events events;
    const BlockRef taken = pool.acquire(stop);
    StreamReader reader(shortOptions(), pool, queue, clock, stop, events);
    MemoryPipe memory = makeMemoryPipe();
    std::vector<NamedSource> sources;
    sources.push_back({"memory", std::move(memory.source)});
    ReadingResult result;
    std::thread reading([&] { result = reader.read(std::move(sources)); });
    QVERIFY(clock.getsAwaited());
    stop.raise();
    reading.join();
    QVERIFY(result.end == RunEnd::Stopped);
}

void TestStreamReader::everyOneOfManyConnectionsIsASourceOfItsOwn()
{
    ReaderOptions options = shortOptions(WireFormat::Spark);
    options.senders = 4;
    Bench bench(options);
    bench.listen();
    for (std::uint64_t i = 0; i < 1'100; ++i) {
        bench.sendAndClose("1\n");
        QVERIFY(bench.records(i + 1));
    }
    bench.join();
    QCOMPARE(bench.events.opened.size(), 1'100U);
    QCOMPARE(bench.came.size(), 1'100U);
    for (std::size_t i = 0; i < bench.came.size(); ++i) {
        QCOMPARE(bench.came[i].source, static_cast<std::uint32_t>(i));
        QCOMPARE(bench.came[i].sequence, 0U);
    }
}

void TestStreamReader::randomBytesDoNoHarm()
{
    ReaderOptions options = shortOptions(std::nullopt);
    options.senders = 2;
    Bench bench(options);
    bench.listen();
    std::uint32_t state = 12345;
    std::string noise(1'000'000, '\0');
    for (char& byte : noise)
        byte = static_cast<char>((state = state * 1'664'525 + 1'013'904'223) >> 24);
    std::thread hostile([&] { bench.sendAndClose(noise); });
    bench.sendAndClose("7 good\n\n");
    hostile.join();
    bench.join();
    QCOMPARE(bench.events.closed.size(), 2U);
    const auto good = std::find_if(
        bench.came.begin(), bench.came.end(), [](const Came& one) { return one.bytes == "7 good"; });
    QVERIFY(good != bench.came.end());
    QVERIFY(bench.came.size() < 400); // 1,000,000 / 3,073, and the good one
}

QTEST_APPLESS_MAIN(TestStreamReader)
#include "tst_stream_reader.moc"
