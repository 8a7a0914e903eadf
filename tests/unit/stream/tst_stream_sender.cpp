// One stream of images, with time driven by the test.
#include "images/cifar10.h"
#include "stream/memory_pipe.h"
#include "stream/stream_sender.h"
#include "unit/base/driven_clock.h"
#include "unit/stream/small_images.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <cerrno>
#include <functional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace iotbench;
using namespace iotbench::test;

namespace {

constexpr std::int64_t kMs = 1'000'000;

// Takes everything, or as much at a time as a test wants; notes when each write came.
class Recorder final : public ByteSink {
public:
    IoResult write(std::span<const char> from) override
    {
        if (beforeWrite)
            beforeWrite();
        if (failure.status != IoResult::Status::Moved)
            return failure;
        const std::size_t count = std::min(from.size(), mostAtOnce);
        bytes.append(from.data(), count);
        writes.push_back(count);
        return {IoResult::Status::Moved, count, 0};
    }
    PollTarget writeTarget() const override { return {}; }
    void finish() override { finished = true; }

    std::string bytes;
    std::vector<std::size_t> writes;
    std::size_t mostAtOnce = SIZE_MAX;
    IoResult failure{IoResult::Status::Moved, 0, 0};
    bool finished = false;
    std::function<void()> beforeWrite;
};

struct SentLog final : SendObserver {
    void imagesSent(std::uint64_t first, std::size_t count, std::span<const std::int64_t> dueNs,
        std::int64_t sentNs) noexcept override
    {
        inOrder = inOrder && first == images;
        images += count;
        ++calls;
        for (const std::int64_t due : dueNs)
            latenessNs.push_back(sentNs - due);
    }

    void imageHeldUp(std::int64_t dueNs, std::int64_t endNs) noexcept override
    {
        heldUpNs.push_back(endNs - dueNs);
    }

    bool inOrder = true;
    std::uint64_t images = 0;
    std::vector<std::int64_t> heldUpNs;
    std::size_t calls = 0;
    std::vector<std::int64_t> latenessNs;
};

// A sender of three small images as cifar records, and all it needs.
struct Bench {
    explicit Bench(StreamPlan plan, WireFormat format = WireFormat::Cifar)
        : images(smallImages(3))
        , encoder(format, false, PixelMean(cifar10::kImageValues))
        , sender(images, encoder, plan, clock, stop, &log)
    {
    }

    SendingResult run(std::int64_t durationNs = 0) { return sender.run(sink, clock.nowNs(), durationNs); }

    ImageSet images = cifar10::noImages();
    RecordEncoder encoder;
    DrivenClock clock;
    StopSignal stop;
    SentLog log;
    Recorder sink;
    StreamSender sender;
};

StreamPlan atRate(double ratePerS, std::optional<std::uint64_t> images, Pacing pacing = Pacing::Constant)
{
    return {pacing, ratePerS, images, 1, 0};
}

} // namespace

class TestStreamSender : public QObject {
    Q_OBJECT

private slots:
    void sendsInOrderAndWraps();
    void startsWhereThePlanSays();
    void kerasEndsWithAnEmptyLine();
    void spanIsTheSchedules_data();
    void spanIsTheSchedules();
    void eachImageLeavesAlone();
    void imagesThatAreDueTogetherLeaveTogether();
    void backPressureIsLateness();
    void lateMeansOverATenthOfTheGap();
    void partialWritesCountWholeImages();
    void fullSpeedFillsItsWrites();
    void offsetDelaysTheWholeStream();
    void durationEndsThePlan();
    void durationEndsABacklog();
    void durationEndsFullSpeed();
    void stopBetweenImages_data();
    void stopBetweenImages();
    void stopWhileTheReceiverTakesNothing();
    void durationEndsThoughTheReceiverTakesNothing();
    void imagesThatAreHeldUpAreLateUntilTheEnd();
    void durationCutsNoImage();
    void durationCutsNoEndMark();
    void receiverGone();
    void receiverGoneAfterTheLastImage();
    void writeFailure();
    void originalPacing();
    void noImages();
};

void TestStreamSender::sendsInOrderAndWraps()
{
    Bench bench(atRate(0, 7));
    const SendingResult result = bench.run();
    QVERIFY(result.end == RunEnd::Complete);
    QCOMPARE(result.sent, 7U);
    QCOMPARE(result.offered, 7U);
    QCOMPARE(result.bytes, 7U * 3'073U);
    QCOMPARE(bench.sender.sent(), 7U);
    QVERIFY(bench.sink.finished);
    for (std::size_t i = 0; i < 7; ++i) {
        const std::string_view record = std::string_view(bench.sink.bytes).substr(i * 3'073, 3'073);
        QCOMPARE(static_cast<int>(record[0]), static_cast<int>(i % 3)); // label
        QCOMPARE(static_cast<int>(record[1]), static_cast<int>(10 * (i % 3))); // first red
    }
}

void TestStreamSender::startsWhereThePlanSays()
{
    StreamPlan plan = atRate(0, 5);
    plan.firstImage = 2;
    Bench bench(plan);
    QCOMPARE(bench.run().sent, 5U);
    std::string labels;
    for (std::size_t i = 0; i < 5; ++i)
        labels += static_cast<char>('0' + bench.sink.bytes[i * 3'073]);
    QCOMPARE(labels, std::string("20120"));
}

void TestStreamSender::kerasEndsWithAnEmptyLine()
{
    Bench bench(atRate(1'000, 2), WireFormat::Keras);
    bench.run();
    QCOMPARE(std::count(bench.sink.bytes.begin(), bench.sink.bytes.end(), '\n'), 3);
    QVERIFY(bench.sink.bytes.ends_with("\n\n"));
}

void TestStreamSender::spanIsTheSchedules_data()
{
    QTest::addColumn<Pacing>("pacing");
    QTest::newRow("constant") << Pacing::Constant;
    QTest::newRow("poisson") << Pacing::Poisson;
    QTest::newRow("lognormal") << Pacing::Lognormal;
}

void TestStreamSender::spanIsTheSchedules()
{
    QFETCH(Pacing, pacing);
    Bench bench(atRate(1'000, 10'000, pacing));
    const SendingResult result = bench.run();
    QCOMPARE(result.lastSentNs - result.firstSentNs, 9'999'000'000);
    QCOMPARE(result.late, 0U);
    QVERIFY(std::ranges::all_of(bench.log.latenessNs, [](std::int64_t ns) { return ns == 0; }));
    QCOMPARE(bench.log.images, 10'000U);
    QVERIFY(bench.log.inOrder);
}

void TestStreamSender::eachImageLeavesAlone()
{
    Bench bench(atRate(1'000, 50));
    bench.run();
    QVERIFY(bench.sink.writes == std::vector<std::size_t>(50, 3'073));
}

void TestStreamSender::imagesThatAreDueTogetherLeaveTogether()
{
    Bench bench(atRate(1'000, 12));
    int writes = 0;
    bench.sink.beforeWrite = [&] {
        if (++writes == 1)
            bench.clock.advance(5 * kMs + kMs / 2); // the receiver was slow: five more are due
    };
    bench.run();
    const std::vector<std::size_t> expected{3'073, 5 * 3'073, 3'073, 3'073, 3'073, 3'073, 3'073, 3'073};
    QVERIFY(bench.sink.writes == expected);
    // Each was sent when its write began: the first one in time, for all that its write took.
    const std::vector<std::int64_t> firstLateness{0, 4'500'000, 3'500'000, 2'500'000, 1'500'000, 500'000, 0};
    QVERIFY(std::equal(firstLateness.begin(), firstLateness.end(), bench.log.latenessNs.begin()));
}

void TestStreamSender::backPressureIsLateness()
{
    Bench bench(atRate(1'000, 100));
    bench.sink.mostAtOnce = 3'073;
    bench.sink.beforeWrite = [&] { bench.clock.advance(2 * kMs); }; // takes half of what is offered
    const SendingResult result = bench.run();
    QCOMPARE(result.sent, 100U);
    QCOMPARE(result.late, 98U); // over 1 ms, but for the first, and the second one, which is 1 ms late
    QVERIFY(std::ranges::max(bench.log.latenessNs) >= 2 * kMs);
}

void TestStreamSender::lateMeansOverATenthOfTheGap()
{
    for (const auto& [gapNs, delayNs, late] : {std::tuple(kMs, kMs, 0U), std::tuple(kMs, kMs + 1, 1U),
             std::tuple(100 * kMs, 10 * kMs, 0U), std::tuple(100 * kMs, 10 * kMs + 1, 1U)}) {
        Bench bench(atRate(1e9 / static_cast<double>(gapNs), 10));
        bool first = true;
        bench.sink.beforeWrite = [&, heldUpNs = gapNs + delayNs] {
            if (std::exchange(first, false))
                bench.clock.advance(heldUpNs); // the second image leaves this much later
        };
        const SendingResult result = bench.run();
        QCOMPARE(result.late, late);
    }
}

void TestStreamSender::partialWritesCountWholeImages()
{
    Bench bench(atRate(0, 3));
    bench.sink.mostAtOnce = 2'000;
    const SendingResult result = bench.run();
    QCOMPARE(bench.sink.writes.size(), 5U);
    QCOMPARE(result.sent, 3U);
    QCOMPARE(bench.log.calls, 3U); // after 4,000, 8,000 and 9,219 bytes
}

void TestStreamSender::fullSpeedFillsItsWrites()
{
    Bench bench(atRate(0, 1'000));
    bench.run();
    QCOMPARE(bench.sink.writes.front(), 171U * 3'073U); // the first multiple of a record from 512 KiB on
    QCOMPARE(bench.sink.writes.size(), 6U);
    QVERIFY(bench.log.latenessNs.empty());
}

void TestStreamSender::offsetDelaysTheWholeStream()
{
    StreamPlan plan = atRate(100, 3);
    plan.startOffsetNs = 7 * kMs;
    Bench bench(plan);
    const SendingResult result = bench.run();
    QCOMPARE(result.firstSentNs, 7 * kMs);
    QCOMPARE(result.lastSentNs, 27 * kMs);
}

void TestStreamSender::durationEndsThePlan()
{
    Bench bench(atRate(1'000, {}), WireFormat::Keras);
    const SendingResult result = bench.run(100 * kMs);
    QVERIFY(result.end == RunEnd::Complete);
    QCOMPARE(result.sent, 100U); // due at 0, 1, … 99 ms
    QCOMPARE(result.offered, 100U);
    QVERIFY(bench.sink.bytes.ends_with("\n\n"));
}

void TestStreamSender::durationEndsABacklog()
{
    Bench bench(atRate(1'000, {}));
    bench.sink.mostAtOnce = 3'073;
    bench.sink.beforeWrite = [&] { bench.clock.advance(4 * kMs); };
    const SendingResult result = bench.run(100 * kMs);
    QVERIFY(result.end == RunEnd::Complete);
    QCOMPARE(result.offered, 100U);
    QVERIFY(result.sent < 100); // the rest had no chance
}

void TestStreamSender::durationEndsFullSpeed()
{
    Bench bench(atRate(0, {}));
    bench.sink.beforeWrite = [&] { bench.clock.advance(30 * kMs); };
    const SendingResult result = bench.run(100 * kMs);
    QVERIFY(result.end == RunEnd::Complete);
    QCOMPARE(result.sent, 4U * 171U);
}

void TestStreamSender::stopBetweenImages_data()
{
    QTest::addColumn<bool>("planned");
    QTest::addColumn<std::int64_t>("durationNs");
    QTest::addColumn<bool>("endMark");
    QTest::newRow("before the last image")
        << true << std::int64_t{0} << false; // the receiver must not take it for all
    QTest::newRow("before the end of the duration") << false << 1'000 * kMs << false;
    QTest::newRow("of a plan without an end") << false << std::int64_t{0} << true; // so that it need not wait
}

void TestStreamSender::stopBetweenImages()
{
    QFETCH(bool, planned);
    QFETCH(std::int64_t, durationNs);
    QFETCH(bool, endMark);
    Bench bench(atRate(1'000, planned ? std::optional<std::uint64_t>(100) : std::nullopt), WireFormat::Keras);
    int writes = 0;
    bench.sink.beforeWrite = [&] {
        if (++writes == 10)
            bench.stop.raise();
    };
    const SendingResult result = bench.run(durationNs);
    QVERIFY(result.end == RunEnd::Stopped);
    QCOMPARE(result.sent, 10U);
    QCOMPARE(result.offered, 10U);
    QCOMPARE(bench.sink.bytes.ends_with("\n\n"), endMark);
}

void TestStreamSender::stopWhileTheReceiverTakesNothing()
{
    Bench bench(atRate(0, {}));
    MemoryPipe pipe = makeMemoryPipe(10'000); // 16,384 bytes: five images and a third
    SendingResult result;
    std::thread sending([&] { result = bench.sender.run(*pipe.sink, 0); });
    QVERIFY(bench.clock.getsAwaited());
    bench.stop.raise();
    sending.join();
    QVERIFY(result.end == RunEnd::Stopped);
    QCOMPARE(result.sent, 5U);
    QCOMPARE(result.bytes, 16'384U);
}

void TestStreamSender::durationEndsThoughTheReceiverTakesNothing()
{
    Bench bench(atRate(0, {}));
    MemoryPipe pipe = makeMemoryPipe(10'000); // 16,384 bytes: five images and a third
    SendingResult result;
    std::thread sending([&] { result = bench.sender.run(*pipe.sink, 0, 50 * kMs, 20 * kMs); });
    QVERIFY(bench.clock.getsAwaited());
    bench.clock.advance(50 * kMs);
    QVERIFY(bench.clock.getsAwaited()); // for the sixth image to be taken
    QCOMPARE(bench.clock.awaitedNs(), std::optional<std::int64_t>(70 * kMs));
    bench.clock.advance(20 * kMs);
    sending.join();
    QVERIFY(result.end == RunEnd::Complete);
    QCOMPARE(result.sent, 5U);
    QCOMPARE(result.bytes, 16'384U);
    QCOMPARE(result.cutBytes, 6U * 3'073U - 16'384U);
}

void TestStreamSender::imagesThatAreHeldUpAreLateUntilTheEnd()
{
    Bench bench(atRate(1'000, {}));
    MemoryPipe pipe = makeMemoryPipe(10'000); // 16,384 bytes: five images and a third
    SendingResult result;
    std::thread sending([&] { result = bench.sender.run(*pipe.sink, 0, 50 * kMs, 20 * kMs); });
    QVERIFY(bench.clock.getsAwaited());
    bench.clock.advance(50 * kMs);
    QVERIFY(bench.clock.getsAwaited()); // for the sixth image to be taken
    bench.clock.advance(20 * kMs);
    sending.join();
    QCOMPARE(result.sent, 5U);
    QCOMPARE(result.offered, 50U);
    std::vector<std::int64_t> expected; // of images 5 to 49, each due a millisecond after the one before
    for (std::int64_t due = 5; due < 50; ++due)
        expected.push_back((50 - due) * kMs);
    QCOMPARE(bench.log.heldUpNs, expected);
    QCOMPARE(result.late, 44U); // over 1 ms
}

void TestStreamSender::durationCutsNoImage()
{
    Bench bench(atRate(0, {}));
    MemoryPipe pipe = makeMemoryPipe(10'000);
    SendingResult result;
    std::thread sending([&] {
        result = bench.sender.run(*pipe.sink, 0, 50 * kMs);
        pipe.sink.reset();
    });
    QVERIFY(bench.clock.getsAwaited());
    bench.clock.advance(50 * kMs);
    QVERIFY(bench.clock.getsAwaited());
    std::uint64_t received = 0; // after the end of the duration
    std::array<char, 4'096> bytes;
    for (IoResult read; (read = pipe.source->read(bytes)).status != IoResult::Status::Closed;) {
        received += read.bytes;
        if (read.status == IoResult::Status::WouldBlock)
            waitReady(pipe.source->readTarget(), bench.stop);
    }
    sending.join();
    QVERIFY(result.end == RunEnd::Complete);
    QCOMPARE(result.sent, 6U); // the sixth was on its way
    QCOMPARE(result.cutBytes, 0U);
    QCOMPARE(result.bytes, 6U * 3'073U);
    QCOMPARE(received, 6U * 3'073U);
}

// One that is behind at the end of the duration gets the end mark all the same.
void TestStreamSender::durationCutsNoEndMark()
{
    Bench bench(atRate(0, {}), WireFormat::Keras);
    MemoryPipe pipe = makeMemoryPipe(10'000);
    SendingResult result;
    std::thread sending([&] {
        result = bench.sender.run(*pipe.sink, 0, 50 * kMs);
        pipe.sink.reset();
    });
    QVERIFY(bench.clock.getsAwaited());
    bench.clock.advance(50 * kMs);
    QVERIFY(bench.clock.getsAwaited());
    std::string received;
    std::array<char, 4'096> bytes;
    for (IoResult read; (read = pipe.source->read(bytes)).status != IoResult::Status::Closed;) {
        received.append(bytes.data(), read.bytes);
        if (read.status == IoResult::Status::WouldBlock)
            waitReady(pipe.source->readTarget(), bench.stop);
    }
    sending.join();
    QVERIFY(result.end == RunEnd::Complete);
    QVERIFY(result.sent > 0);
    QVERIFY(received.ends_with("\n\n"));
}

void TestStreamSender::receiverGone()
{
    Bench bench(atRate(1'000, 100));
    int writes = 0;
    bench.sink.beforeWrite = [&] {
        if (++writes == 4)
            bench.sink.failure = {IoResult::Status::Closed, 0, EPIPE};
    };
    const SendingResult result = bench.run();
    QVERIFY(result.end == RunEnd::Failed);
    QCOMPARE(result.sent, 3U);
    QCOMPARE(result.failure.english(), std::string("the receiver closed the connection"));
}

void TestStreamSender::receiverGoneAfterTheLastImage()
{
    Bench bench(atRate(1'000, 3), WireFormat::Keras);
    int writes = 0;
    bench.sink.beforeWrite = [&] {
        if (++writes == 4) // the end mark: a receiver that counts has all it wants
            bench.sink.failure = {IoResult::Status::Failed, 0, ECONNRESET};
    };
    const SendingResult result = bench.run();
    QVERIFY(result.end == RunEnd::Complete);
    QCOMPARE(result.sent, 3U);
}

void TestStreamSender::writeFailure()
{
    Bench bench(atRate(0, 3));
    bench.sink.failure = {IoResult::Status::Failed, 0, ENOSPC};
    const SendingResult result = bench.run();
    QVERIFY(result.end == RunEnd::Failed);
    QCOMPARE(result.failure.english(), std::string("sending failed: No space left on device"));
    QCOMPARE(result.sent, 0U);
}

void TestStreamSender::originalPacing()
{
    Bench bench(atRate(1'000, 1'001, Pacing::Original));
    bench.clock.setCostOfAsking(1'000);
    const SendingResult result = bench.run();
    QCOMPARE(bench.sink.writes.size(), 1'001U);
    QVERIFY(bench.log.latenessNs.empty()); // nothing was scheduled
    // 0.7 ms a gap, and 5 µs for the clock readings around it: 1.4 times faster than asked
    const double meanGapNs = static_cast<double>(result.lastSentNs - result.firstSentNs) / 1'000;
    QVERIFY2(meanGapNs > 700'000 && meanGapNs < 710'000, qPrintable(QString::number(meanGapNs)));
}

void TestStreamSender::noImages()
{
    Bench bench(atRate(10, 0), WireFormat::Keras);
    const SendingResult result = bench.run();
    QVERIFY(result.end == RunEnd::Complete);
    QCOMPARE(result.sent, 0U);
    QCOMPARE(bench.sink.bytes, std::string("\n"));
}

QTEST_APPLESS_MAIN(TestStreamSender)
#include "tst_stream_sender.moc"
