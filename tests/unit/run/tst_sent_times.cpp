// When images left, as the collector looks it up, and how many had left by a moment.
#include "run/sent_times.h"

#include <QtTest>

#include <thread>

using namespace iotbench;

class TestSentTimes : public QObject {
    Q_OBJECT

private slots:
    void knowsTheLastOnes();
    void countsThoseThatHadLeft();
    void tooLongAgoIsNotKnown();
    void countsWhileImagesLeave();
};

void TestSentTimes::knowsTheLastOnes()
{
    SentTimes times(4);
    QCOMPARE(times.find(0), 0);
    times.record(0, 3, 100);
    QCOMPARE(times.find(2), 100);
    QCOMPARE(times.find(3), 0);
    times.record(3, 2, 200); // takes the place of image 0
    QCOMPARE(times.find(0), 0);
    QCOMPARE(times.find(4), 200);
}

void TestSentTimes::countsThoseThatHadLeft()
{
    SentTimes times(64);
    QCOMPARE(times.sentBy(5).value(), std::uint64_t(0));
    times.record(0, 3, 100);
    times.record(3, 1, 200);
    times.record(4, 2, 200);
    QCOMPARE(times.sentBy(99).value(), std::uint64_t(0));
    QCOMPARE(times.sentBy(100).value(), std::uint64_t(3));
    QCOMPARE(times.sentBy(199).value(), std::uint64_t(3));
    QCOMPARE(times.sentBy(1'000).value(), std::uint64_t(6));
}

void TestSentTimes::tooLongAgoIsNotKnown()
{
    SentTimes times(16);
    for (std::uint64_t image = 0; image < 100; ++image)
        times.record(image, 1, static_cast<std::int64_t>(image) * 10);
    QVERIFY(!times.sentBy(500));
    QCOMPARE(times.sentBy(985).value(), std::uint64_t(99));
}

// What was sent by a moment that is over does not change.
void TestSentTimes::countsWhileImagesLeave()
{
    constexpr std::uint64_t kImages = 200'000;
    SentTimes times(1'024);
    std::thread sender([&times] {
        for (std::uint64_t image = 0; image < kImages; ++image)
            times.record(image, 1, static_cast<std::int64_t>(image) + 1);
    });
    std::uint64_t wrong = 0;
    for (std::uint64_t all = 0; all < kImages;) {
        all = times.sentBy(static_cast<std::int64_t>(kImages)).value_or(0);
        if (all >= 10) // unless too many have left meanwhile
            wrong += times.sentBy(static_cast<std::int64_t>(all) - 10).value_or(all - 10) != all - 10;
    }
    sender.join();
    QCOMPARE(wrong, std::uint64_t(0));
    QCOMPARE(times.sentBy(static_cast<std::int64_t>(kImages)).value(), kImages);
}

QTEST_GUILESS_MAIN(TestSentTimes)
#include "tst_sent_times.moc"
