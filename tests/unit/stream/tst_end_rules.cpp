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
    void lingersAfterTheLastSource();
    void anotherSourceEndsTheLinger();
    void aSilentCallerStartsAndEndsNothing();
    void aSilentCallerHoldsTheLingerForTheIdleTimeout();
    void waitsForTheFirstRecordOnly();
    void idleCountsFromTheFirstRecord();
    void idleNeedsSomebodyThere();
    void withoutIdleTimeout();
};

void TestEndRules::givenSourcesEndWithTheLast()
{
    EndRules rules(options(2, 30, 0), false, 0);
    rules.sourceOpened(0);
    rules.sourceOpened(0);
    QVERIFY(!rules.ended(1 * kS));
    rules.sourceClosed(1 * kS);
    QVERIFY(!rules.ended(1 * kS));
    rules.sourceClosed(1 * kS);
    QVERIFY(rules.ended(1 * kS) == RunEnd::Complete);
}

void TestEndRules::aListenerWaitsForEver()
{
    EndRules rules(options(2, 30, 0), true, 0);
    QVERIFY(!rules.ended(1'000'000 * kS));
    QCOMPARE(rules.nextNs(), kNever);
    rules.sourceOpened(1'000'001 * kS); // silent peers are not idle before the first record
    QVERIFY(!rules.ended(2'000'000 * kS));
    QCOMPARE(rules.nextNs(), kNever);
}

void TestEndRules::lingersAfterTheLastSource()
{
    EndRules rules(options(2, 30, 0), true, 0);
    rules.sourceOpened(0);
    rules.recordCame(1 * kS);
    rules.sourceClosed(5 * kS);
    QCOMPARE(rules.nextNs(), 7 * kS);
    QVERIFY(!rules.ended(7 * kS - 1));
    QVERIFY(rules.ended(7 * kS) == RunEnd::Complete);
}

void TestEndRules::anotherSourceEndsTheLinger()
{
    EndRules rules(options(2, 30, 0), true, 0);
    rules.sourceOpened(0);
    rules.recordCame(1 * kS);
    rules.sourceClosed(5 * kS);
    rules.sourceOpened(6 * kS);
    QVERIFY(!rules.ended(8 * kS));
    rules.recordCame(9 * kS);
    rules.sourceClosed(10 * kS);
    QVERIFY(!rules.ended(12 * kS - 1));
    QVERIFY(rules.ended(12 * kS) == RunEnd::Complete);
}

void TestEndRules::aSilentCallerStartsAndEndsNothing()
{
    EndRules rules(options(2, 30, 0), true, 0);
    rules.callersAre(true);
    QVERIFY(!rules.ended(1'000 * kS));
    rules.callersAre(false);
    QVERIFY(!rules.ended(2'000 * kS));
    QCOMPARE(rules.nextNs(), kNever);
}

void TestEndRules::aSilentCallerHoldsTheLingerForTheIdleTimeout()
{
    EndRules rules(options(2, 30, 0), true, 0);
    rules.sourceOpened(0);
    rules.recordCame(1 * kS);
    rules.sourceClosed(5 * kS);
    rules.callersAre(true);
    QVERIFY(!rules.ended(35 * kS - 1));
    QVERIFY(rules.ended(35 * kS) == RunEnd::Complete);
    rules.callersAre(false); // it has left: nothing was prolonged
    QVERIFY(rules.ended(7 * kS) == RunEnd::Complete);
}

void TestEndRules::waitsForTheFirstRecordOnly()
{
    EndRules rules(options(2, 30, 10), true, 100 * kS);
    QCOMPARE(rules.nextNs(), 110 * kS);
    rules.sourceOpened(105 * kS); // a silent peer is no sender
    QVERIFY(!rules.ended(110 * kS - 1));
    QVERIFY(rules.ended(110 * kS) == RunEnd::TimedOut);
    rules.recordCame(110 * kS);
    QVERIFY(!rules.ended(120 * kS));
}

void TestEndRules::idleCountsFromTheFirstRecord()
{
    EndRules rules(options(2, 30, 0), false, 0);
    rules.sourceOpened(0);
    QVERIFY(!rules.ended(1'000 * kS));
    rules.recordCame(1'000 * kS);
    rules.recordCame(1'010 * kS);
    QCOMPARE(rules.nextNs(), 1'040 * kS);
    QVERIFY(!rules.ended(1'040 * kS - 1));
    QVERIFY(rules.ended(1'040 * kS) == RunEnd::TimedOut);
}

void TestEndRules::idleNeedsSomebodyThere()
{
    EndRules rules(options(60, 30, 0), true, 0); // lingers for longer than peers may be idle
    rules.sourceOpened(0);
    rules.recordCame(1 * kS);
    rules.sourceClosed(2 * kS);
    QVERIFY(!rules.ended(50 * kS));
    rules.sourceOpened(50 * kS);
    QVERIFY(!rules.ended(79 * kS));
    QVERIFY(rules.ended(80 * kS) == RunEnd::TimedOut);
}

void TestEndRules::withoutIdleTimeout()
{
    EndRules rules(options(2, 0, 0), false, 0);
    rules.sourceOpened(0);
    rules.recordCame(1 * kS);
    QVERIFY(!rules.ended(100'000 * kS));
}

QTEST_APPLESS_MAIN(TestEndRules)
#include "tst_end_rules.moc"
