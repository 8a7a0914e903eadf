// The receiving side on real sockets: peers in turn and at once, well-behaved and not, and every way to end.
#include "stream/memory_pipe.h"
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
};

struct Events final : ReaderObserver {
    void sourceOpened(const SourceState& row) override
    {
        opened.push_back(row);
        ++peersOpened;
    }
    void formatDetected(const SourceState& row) override { formats.push_back(*row.format); }
    void sourceClosed(const SourceState& row) override
    {
        closed.push_back(row);
        ++peersClosed;
    }
    void bytesRead(std::uint64_t total) noexcept override { bytes = total; }
    void readerWarning(const Message& warning) override { warnings.push_back(warning.english()); }

    std::atomic<std::uint64_t> bytes = 0;
    std::atomic<std::size_t> peersOpened = 0;
    std::atomic<std::size_t> peersClosed = 0;
    // After the reading:
    std::vector<SourceState> opened;
    std::vector<WireFormat> formats;
    std::vector<SourceState> closed;
    std::vector<std::string> warnings;
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

    void listen()
    {
        auto listener = TcpListener::open({}, stop);
        m_listener = std::move(*listener);
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
        return eventually([&] { return everybodyCame() && events.peersClosed + count == m_peers.load(); });
    }
    // The reader has seen all there is at this time, and waits.
    bool readerWaits() const { return clock.getsAwaited(); }
    bool ended() const { return m_over; }

    // To the end of the reading: once everybody has gone, time jumps from deadline to deadline. A reading
    // that does not end is stopped.
    void join()
    {
        if (!m_reading.joinable())
            return;
        const bool over = eventually([this] {
            const auto deadlineNs = clock.awaitedNs();
            if (everybodyCame() && events.peersClosed == m_peers.load() && deadlineNs
                && *deadlineNs != kNever)
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
                        record.source, record.ordinal, record.sequence, record.arrivalNs});
                    record = Record();
                }
            }
        });
    }

    bool everybodyCame() const { return events.peersOpened == m_peers.load(); }

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
    void bytesAfterTheEndMark();
    void brokenOffInMidRecord();
    void brokenOffInMidRecord_cifar();
    void resetBetweenRecords();
    void expectedCount();
    void expectedNone();
    void idleSender();
    void idleWithAnUnfinishedRecord();
    void backPressureIsNotIdleness();
    void silentPeersGiveWayToOthers();
    void oneByteAtATimeGivesWayToo();
    void nobodyCame();
    void peersWithoutABit();
    void standardInputEndsAtItsEnd();
    void standardInputEndsAtTheEndMark();
    void emptyStandardInput();
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
    const auto first = bench.connect();
    bench.put(*first, "1\n");
    QVERIFY(bench.records(1));
    QVERIFY(bench.readerWaits());
    const unsigned waits = bench.clock.waits();
    const auto second = bench.connect();
    bench.put(*second, "2\n\n");
    QVERIFY(eventually([&] { return bench.clock.waits() > waits; })); // it has heard the knock
    QCOMPARE(bench.events.peersOpened.load(), 1U);
    bench.put(*first, "3\n\n");
    bench.join();
    QVERIFY(texts(bench.came) == (Texts{"1", "3", "2"}));
}

void TestStreamReader::sendersAtOnce()
{
    ReaderOptions options = shortOptions();
    options.senders = 2;
    Bench bench(options);
    bench.listen();
    const auto first = bench.connect();
    bench.put(*first, "1\n");
    QVERIFY(bench.records(1));
    const auto second = bench.connect();
    bench.put(*second, "2\n");
    QVERIFY(bench.records(2));
    bench.put(*first, "3\n\n");
    QVERIFY(bench.records(3));
    bench.put(*second, "4\n\n");
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
              if (flooding && bench.events.peersClosed == 0)
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
    const bool served = eventually([&] { return bench.events.peersClosed == 1; });
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

void TestStreamReader::bytesAfterTheEndMark()
{
    Bench bench(shortOptions());
    bench.listen();
    bench.sendAndClose("1\n\n2\n3\n");
    bench.join();
    QVERIFY(texts(bench.came) == Texts{"1"});
    QCOMPARE(bench.events.warnings.size(), 1U);
    QVERIFY(bench.events.warnings[0].ends_with(": 4 bytes after the end mark are ignored"));
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
    const auto peer = bench.connect(); // stays open: the count alone ends the run
    bench.put(*peer, "1\n2\n3\n4\n5\n");
    bench.join();
    QVERIFY(bench.result.end == RunEnd::Complete);
    QVERIFY(texts(bench.came) == (Texts{"1", "2", "3"}));
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
    QVERIFY(bench.peersLeft(1));
    QVERIFY(bench.readerWaits());
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
    QVERIFY(bench.events.closed[0].end == SourceEnd::Idle);
}

void TestStreamReader::backPressureIsNotIdleness()
{
    std::atomic<bool> works = false;
    Bench bench(shortOptions());
    bench.beforeEachPop = [&] { eventually([&] { return works.load(); }); };
    bench.listen();
    const auto peer = bench.connect();
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
    bench.join();
    QCOMPARE(bench.result.records, 21U);
    QVERIFY(bench.events.closed[0].end == SourceEnd::EndMark);
}

void TestStreamReader::silentPeersGiveWayToOthers()
{
    ReaderOptions options = shortOptions();
    options.senders = 2;
    options.idleTimeoutNs = 150 * kMs;
    Bench bench(options);
    bench.listen();
    const auto silent = bench.connect();
    const auto silentToo = bench.connect();
    QVERIFY(bench.peersLeft(2));
    QVERIFY(bench.readerWaits());
    bench.clock.advance(kHour); // alone they may stay
    QVERIFY(bench.readerWaits());
    bench.sendAndClose("1\n\n");
    bench.join();
    QVERIFY(texts(bench.came) == Texts{"1"});
    QVERIFY(bench.events.closed.at(0).end == SourceEnd::Idle);
    QCOMPARE(bench.events.closed.at(0).records, 0U);
    QCOMPARE(static_cast<int>(bench.came[0].source), 2);
}

void TestStreamReader::oneByteAtATimeGivesWayToo()
{
    ReaderOptions options = shortOptions();
    options.idleTimeoutNs = 150 * kMs;
    Bench bench(options);
    bench.listen();
    const auto drip = bench.connect();
    QVERIFY(bench.peersLeft(1));
    for (std::uint64_t bytes = 0; bytes < 15; ++bytes) {
        if (bytes == 3)
            bench.sendAndClose("1\n2\n\n");
        QVERIFY(eventually([&] { return bench.events.bytes == bytes; }));
        QVERIFY(bench.readerWaits());
        QCOMPARE(bench.events.peersClosed.load(), 0U);
        bench.put(*drip, "5");
        bench.clock.advance(10 * kMs);
    }
    bench.join();
    QVERIFY(texts(bench.came) == (Texts{"!", "1", "2"})); // the drip's line was never finished
    QVERIFY(bench.events.closed.at(0).end == SourceEnd::Idle);
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

void TestStreamReader::peersWithoutABit()
{
    Bench bench(shortOptions(std::nullopt));
    bench.listen();
    bench.sendAndClose("");
    bench.join();
    QVERIFY(bench.result.end == RunEnd::Complete);
    QCOMPARE(bench.result.records, 0U);
    QVERIFY(bench.events.closed.at(0).end == SourceEnd::EndOfFile);
    QVERIFY(!bench.events.closed.at(0).format);
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
