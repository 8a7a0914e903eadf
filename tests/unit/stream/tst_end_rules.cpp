// When a reading is over, on literal times (in seconds).
#include "stream/end_rules.h"
#include "stream/stream_reader.h"

#include <QtTest>

using namespace iotbench;

namespace {

constexpr std::int64_t kS = 1'000'000'000;

ReaderOptions options(double lingerS, double idleS, double waitS)
{
    ReaderOptions options;
    options.lingerNs = static_cast<std::int64_t>(lingerS * kS);
    options.idleTimeoutNs = static_cast<std::int64_t>(idleS * kS);
    options.waitTimeoutNs = static_cast<std::int64_t>(waitS * kS);
    return options;
}

} // namespace

class TestEndRules : public QObject {
    Q_OBJECT

private slots:
    void givenSourcesEndWithTheLast();
    void aListenerWaitsForEver();
    void lingersAfterTheLastPeer();
    void anotherPeerEndsTheLinger();
    void knockingDoesNotProlong();
    void waitsForTheFirstRecordOnly();
    void idleCountsFromTheFirstRecord();
    void idleNeedsSomebodyThere();
    void withoutIdleTimeout();
};

void TestEndRules::givenSourcesEndWithTheLast()
{
    EndRules rules(options(2, 30, 0), false, 0);
    rules.peerOpened(0);
    rules.peerOpened(0);
    QVERIFY(!rules.ended(1 * kS));
    rules.peerClosed(1 * kS, true);
    QVERIFY(!rules.ended(1 * kS));
    rules.peerClosed(1 * kS, false);
    QVERIFY(rules.ended(1 * kS) == ReadingEnd::AllSourcesEnded);
}

void TestEndRules::aListenerWaitsForEver()
{
    EndRules rules(options(2, 30, 0), true, 0);
    QVERIFY(!rules.ended(1'000'000 * kS));
    QCOMPARE(rules.nextNs(), EndRules::kNever);
    rules.peerOpened(1'000'001 * kS); // silent peers are not idle before the first record
    QVERIFY(!rules.ended(2'000'000 * kS));
    QCOMPARE(rules.nextNs(), EndRules::kNever);
}

void TestEndRules::lingersAfterTheLastPeer()
{
    EndRules rules(options(2, 30, 0), true, 0);
    rules.peerOpened(0);
    rules.recordCame(1 * kS);
    rules.peerClosed(5 * kS, true);
    QCOMPARE(rules.nextNs(), 7 * kS);
    QVERIFY(!rules.ended(7 * kS - 1));
    QVERIFY(rules.ended(7 * kS) == ReadingEnd::PeersGone);
}

void TestEndRules::anotherPeerEndsTheLinger()
{
    EndRules rules(options(2, 30, 0), true, 0);
    rules.peerOpened(0);
    rules.recordCame(1 * kS);
    rules.peerClosed(5 * kS, true);
    rules.peerOpened(6 * kS);
    QVERIFY(!rules.ended(8 * kS));
    rules.recordCame(9 * kS);
    rules.peerClosed(10 * kS, true);
    QVERIFY(!rules.ended(12 * kS - 1));
    QVERIFY(rules.ended(12 * kS) == ReadingEnd::PeersGone);
}

void TestEndRules::knockingDoesNotProlong()
{
    EndRules rules(options(2, 30, 0), true, 0);
    rules.peerOpened(0);
    rules.peerClosed(1 * kS, false); // before the first record every peer counts
    QVERIFY(!rules.ended(2 * kS));
    rules.peerOpened(2 * kS);
    rules.recordCame(3 * kS);
    rules.peerClosed(4 * kS, true);
    rules.peerOpened(5 * kS);
    rules.peerClosed(5 * kS, false);
    QVERIFY(rules.ended(6 * kS) == ReadingEnd::PeersGone);
}

void TestEndRules::waitsForTheFirstRecordOnly()
{
    EndRules rules(options(2, 30, 10), true, 100 * kS);
    QCOMPARE(rules.nextNs(), 110 * kS);
    rules.peerOpened(105 * kS); // a silent peer is no sender
    QVERIFY(!rules.ended(110 * kS - 1));
    QVERIFY(rules.ended(110 * kS) == ReadingEnd::NobodyCame);
    rules.recordCame(110 * kS);
    QVERIFY(!rules.ended(120 * kS));
}

void TestEndRules::idleCountsFromTheFirstRecord()
{
    EndRules rules(options(2, 30, 0), false, 0);
    rules.peerOpened(0);
    QVERIFY(!rules.ended(1'000 * kS));
    rules.recordCame(1'000 * kS);
    rules.recordCame(1'010 * kS);
    QCOMPARE(rules.nextNs(), 1'040 * kS);
    QVERIFY(!rules.ended(1'040 * kS - 1));
    QVERIFY(rules.ended(1'040 * kS) == ReadingEnd::Idle);
}

void TestEndRules::idleNeedsSomebodyThere()
{
    EndRules rules(options(60, 30, 0), true, 0); // lingers for longer than peers may be idle
    rules.peerOpened(0);
    rules.recordCame(1 * kS);
    rules.peerClosed(2 * kS, true);
    QVERIFY(!rules.ended(50 * kS));
    rules.peerOpened(50 * kS);
    QVERIFY(!rules.ended(79 * kS));
    QVERIFY(rules.ended(80 * kS) == ReadingEnd::Idle);
}

void TestEndRules::withoutIdleTimeout()
{
    EndRules rules(options(2, 0, 0), false, 0);
    rules.peerOpened(0);
    rules.recordCame(1 * kS);
    QVERIFY(!rules.ended(100'000 * kS));
}

QTEST_APPLESS_MAIN(TestEndRules)
#include "tst_end_rules.moc"
