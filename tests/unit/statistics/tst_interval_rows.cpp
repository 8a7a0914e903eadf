// Rows of a quarter second, merged when they get too many, on literal figures.
#include "statistics/interval_rows.h"

#include <QtTest>

using namespace iotbench;

namespace {

constexpr std::int64_t kMs = 1'000'000;
constexpr std::int64_t kOrigin = 5'000 * kMs; // any start of the steady clock

} // namespace

class TestIntervalRows : public QObject {
    Q_OBJECT

private slots:
    void countsIntoTheRowOfItsTime();
    void lateResultsAreCountedInTheOpenRow();
    void stallShowsAsRowsOfZeros();
    void whatIsNotSentStaysEmpty();
    void nullEngineHasNoRightAnswers();
    void rollingFiguresAreOfTheLastThousand();
    void mergesInPairsBeyondTheLimit();
    void mergedMedianComesFromBoth();
    void sumsAreKeptOverADay();
    void finishAtTheLimitMergesFirst();
    void nothingGivesNoRow();
};

void TestIntervalRows::countsIntoTheRowOfItsTime()
{
    IntervalRows rows(kOrigin, true);
    rows.addClassified(kOrigin + 10 * kMs, true, 1 * kMs);
    rows.addClassified(kOrigin + 20 * kMs, false, 3 * kMs);
    rows.addClassified(kOrigin + 249 * kMs, true, 2 * kMs);
    rows.addRejected(kOrigin + 249 * kMs);
    rows.setOffered(kOrigin + 249 * kMs, 5);
    rows.setSent(kOrigin + 249 * kMs, 4);
    QVERIFY(rows.rows().empty());
    rows.addClassified(kOrigin + 250 * kMs, true, -1);
    rows.setSent(kOrigin + 300 * kMs, 6);
    rows.finish(kOrigin + 350 * kMs);

    QCOMPARE(rows.rows().size(), std::size_t(2));
    const IntervalRow& first = rows.rows()[0];
    QCOMPARE(first.startS, 0.0);
    QCOMPARE(first.lengthS, 0.25);
    QCOMPARE(*first.offered, std::uint64_t(5));
    QCOMPARE(*first.sent, std::uint64_t(4));
    QCOMPARE(first.classified, std::uint64_t(3));
    QCOMPARE(first.correct, std::uint64_t(2));
    QCOMPARE(first.rejected, std::uint64_t(1));
    QCOMPARE(first.imagesPerS(), 12.0);
    QVERIFY(*first.latencyP50Ms >= 2.0 && *first.latencyP50Ms < 2.002);
    QCOMPARE(*first.latencyMaxMs, 3.0);
    QCOMPARE(*first.rollingAccuracy, 2.0 / 3);
    QVERIFY(!first.rollingLatencyP99Ms);

    const IntervalRow& second = rows.rows()[1];
    QCOMPARE(second.startS, 0.25);
    QCOMPARE(second.lengthS, 0.1);
    QCOMPARE(*second.offered, std::uint64_t(0));
    QCOMPARE(*second.sent, std::uint64_t(2));
    QCOMPARE(second.classified, std::uint64_t(1));
    QCOMPARE(second.imagesPerS(), 10.0);
    QVERIFY(!second.latencyP50Ms);
    QVERIFY(!second.latencyMaxMs);
}

void TestIntervalRows::lateResultsAreCountedInTheOpenRow()
{
    IntervalRows rows(kOrigin, true);
    rows.addClassified(kOrigin + 260 * kMs, true, kMs);
    rows.addClassified(kOrigin + 240 * kMs, true, kMs); // done before, collected after
    rows.finish(kOrigin + 400 * kMs);
    QCOMPARE(rows.rows().size(), std::size_t(2));
    QCOMPARE(rows.rows()[0].classified, std::uint64_t(0));
    QCOMPARE(rows.rows()[1].classified, std::uint64_t(2));
}

void TestIntervalRows::stallShowsAsRowsOfZeros()
{
    IntervalRows rows(kOrigin, true);
    rows.addClassified(kOrigin + 10 * kMs, true, kMs);
    rows.advanceTo(kOrigin + 1'000 * kMs);
    QCOMPARE(rows.rows().size(), std::size_t(4));
    QCOMPARE(rows.rows()[3].startS, 0.75);
    QCOMPARE(rows.rows()[3].classified, std::uint64_t(0));
    QCOMPARE(*rows.rows()[3].rollingAccuracy, 1.0);
}

void TestIntervalRows::whatIsNotSentStaysEmpty()
{
    IntervalRows rows(kOrigin, true);
    rows.addClassified(kOrigin, true, kMs);
    rows.finish(kOrigin + 600 * kMs);
    for (const IntervalRow& row : rows.rows()) {
        QVERIFY(!row.offered);
        QVERIFY(!row.sent);
    }
}

void TestIntervalRows::nullEngineHasNoRightAnswers()
{
    IntervalRows rows(kOrigin, false);
    rows.addClassified(kOrigin, true, kMs);
    rows.finish(kOrigin + 100 * kMs);
    QCOMPARE(rows.rows()[0].classified, std::uint64_t(1));
    QCOMPARE(rows.rows()[0].correct, std::uint64_t(0));
    QVERIFY(!rows.rows()[0].rollingAccuracy);
}

void TestIntervalRows::rollingFiguresAreOfTheLastThousand()
{
    IntervalRows rows(kOrigin, true);
    for (int i = 0; i < 500; ++i)
        rows.addClassified(kOrigin, false, 900 * kMs); // forgotten below
    for (std::int64_t i = 1; i <= 999; ++i)
        rows.addClassified(kOrigin, i <= 900, i * kMs);
    QVERIFY(rows.rollingLatencyP99Ms());
    rows.addClassified(kOrigin, false, 1'000 * kMs);
    QCOMPARE(rows.rollingLatencyP50Ms(), std::optional(500.0));
    rows.finish(kOrigin + 100 * kMs);
    QCOMPARE(*rows.rows()[0].rollingLatencyP99Ms, 990.0);
    QCOMPARE(*rows.rows()[0].rollingAccuracy, 0.9);
}

void TestIntervalRows::mergesInPairsBeyondTheLimit()
{
    IntervalRows rows(kOrigin, true);
    const std::int64_t quarter = IntervalRows::kFirstLengthNs;
    for (std::int64_t i = 0; i < 3'600; ++i) {
        rows.addClassified(kOrigin + i * quarter, i % 2 == 0, (i % 4 + 1) * kMs);
        rows.setSent(kOrigin + i * quarter, static_cast<std::uint64_t>(i + 1));
    }
    rows.advanceTo(kOrigin + 3'600 * quarter);
    QCOMPARE(rows.rows().size(), std::size_t(3'600));

    rows.addClassified(kOrigin + 3'600 * quarter, true, 9 * kMs);
    rows.advanceTo(kOrigin + 3'601 * quarter); // would be the 3,601st
    QCOMPARE(rows.rows().size(), std::size_t(1'800));
    QCOMPARE(rows.rows()[0].startS, 0.0);
    QCOMPARE(rows.rows()[0].lengthS, 0.5);
    QCOMPARE(rows.rows()[0].classified, std::uint64_t(2));
    QCOMPARE(rows.rows()[0].correct, std::uint64_t(1));
    QCOMPARE(*rows.rows()[0].sent, std::uint64_t(2));
    QCOMPARE(*rows.rows()[0].latencyMaxMs, 2.0);
    QCOMPARE(*rows.rows()[1].latencyMaxMs, 4.0);
    QCOMPARE(rows.rows()[1'799].startS, 899.5);

    rows.advanceTo(kOrigin + 3'602 * quarter); // the row that was open is now as long as the others
    QCOMPARE(rows.rows().size(), std::size_t(1'801));
    QCOMPARE(rows.rows()[1'800].startS, 900.0);
    QCOMPARE(rows.rows()[1'800].lengthS, 0.5);
    QCOMPARE(rows.rows()[1'800].classified, std::uint64_t(1));
}

void TestIntervalRows::mergedMedianComesFromBoth()
{
    IntervalRows rows(kOrigin, true);
    const std::int64_t quarter = IntervalRows::kFirstLengthNs;
    // Row 0: 1 … 100 ms, row 1: 101 … 400 ms; together 1 … 400, whose median is 200.
    for (std::int64_t i = 1; i <= 100; ++i)
        rows.addClassified(kOrigin, true, i * kMs);
    for (std::int64_t i = 101; i <= 400; ++i)
        rows.addClassified(kOrigin + quarter, true, i * kMs);
    // Row 2 empty, row 3 one image: the median is that image's.
    rows.addClassified(kOrigin + 3 * quarter, true, 77 * kMs);
    rows.advanceTo(kOrigin + 3'601 * quarter);
    QCOMPARE(rows.rows().size(), std::size_t(1'800));
    const double median = *rows.rows()[0].latencyP50Ms;
    QVERIFY2(median >= 188 && median <= 212, qPrintable(QString::number(median))); // 3 % of rank
    QCOMPARE(*rows.rows()[0].latencyMaxMs, 400.0);
    QCOMPARE(*rows.rows()[1].latencyP50Ms, 77.0);
    QVERIFY(!rows.rows()[2].latencyP50Ms);
}

void TestIntervalRows::sumsAreKeptOverADay()
{
    IntervalRows rows(kOrigin, true);
    const std::int64_t second = 1'000 * kMs;
    for (std::int64_t i = 0; i < 86'400; ++i)
        rows.addClassified(kOrigin + i * second, true, 2 * kMs);
    rows.finish(kOrigin + 86'400 * second);
    QVERIFY(rows.rows().size() <= IntervalRows::kMostRows);
    QVERIFY(rows.rows().size() > IntervalRows::kMostRows / 2 - 1);
    std::uint64_t images = 0;
    double end = 0;
    for (const IntervalRow& row : rows.rows()) {
        QCOMPARE(row.startS, end); // no gap, no overlap
        end += row.lengthS;
        images += row.classified;
        QVERIFY(*row.latencyP50Ms >= 2.0 && *row.latencyP50Ms < 2.002);
    }
    QCOMPARE(images, std::uint64_t(86'400));
    QCOMPARE(end, 86'400.0);
}

void TestIntervalRows::finishAtTheLimitMergesFirst()
{
    IntervalRows rows(kOrigin, true);
    const std::int64_t quarter = IntervalRows::kFirstLengthNs;
    rows.advanceTo(kOrigin + 3'600 * quarter);
    rows.addClassified(kOrigin + 3'600 * quarter + kMs, true, kMs);
    rows.finish(kOrigin + 3'600 * quarter + 50 * kMs);
    QCOMPARE(rows.rows().size(), std::size_t(1'801));
    QCOMPARE(rows.rows().back().lengthS, 0.05);
    QCOMPARE(rows.rows().back().classified, std::uint64_t(1));
}

void TestIntervalRows::nothingGivesNoRow()
{
    IntervalRows rows(kOrigin, true);
    rows.finish(kOrigin);
    QVERIFY(rows.rows().empty());
}

QTEST_GUILESS_MAIN(TestIntervalRows)
#include "tst_interval_rows.moc"
