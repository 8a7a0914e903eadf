// Rows of a quarter second, merged when they get too many, on literal figures.
#include "statistics/interval_rows.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

using namespace iotbench;

namespace {

constexpr std::int64_t kMs = 1'000'000;
constexpr std::int64_t kOrigin = 5'000 * kMs; // any start of the steady clock

} // namespace

class TestIntervalRows : public QObject {
    Q_OBJECT

private slots:
    void countsIntoTheRowOfItsTime();
    void lateResultsAreCountedInTheirOwnRow();
    void everyRowIsExactInAnyOrder_data();
    void everyRowIsExactInAnyOrder();
    void lastRowHasALength_data();
    void lastRowHasALength();
    void rowsAfterTheEndAreDropped();
    void growthIsCountedAtItsTime();
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
    QVERIFY(rows.rowsBy(kOrigin + 249 * kMs).empty());
    QCOMPARE(rows.rowsBy(kOrigin + 250 * kMs).size(), std::size_t(1));
    rows.addClassified(kOrigin + 250 * kMs, true, -1);
    rows.setSent(kOrigin + 300 * kMs, 6);
    rows.setOffered(kOrigin + 300 * kMs, 5);
    rows.finish(kOrigin + 450 * kMs);

    const std::vector<IntervalRow> all = rows.rows();
    QCOMPARE(all.size(), std::size_t(2));
    const IntervalRow& first = all[0];
    QCOMPARE(first.startS, 0.0);
    QCOMPARE(first.lengthS, 0.25);
    QCOMPARE(*first.offered, std::uint64_t(5));
    QCOMPARE(*first.sent, std::uint64_t(4));
    QCOMPARE(first.classified, std::uint64_t(3));
    QCOMPARE(first.correct, std::uint64_t(2));
    QCOMPARE(first.rejected, std::uint64_t(1));
    QCOMPARE(first.imagesPerS(), 12.0);
    QVERIFY(*first.latencyP50Ms >= 2.0 && *first.latencyP50Ms < 2.032);
    QCOMPARE(*first.latencyMaxMs, 3.0);
    QCOMPARE(*first.rollingAccuracy, 2.0 / 3);
    QVERIFY(!first.rollingLatencyP99Ms);

    const IntervalRow& second = all[1];
    QCOMPARE(second.startS, 0.25);
    QCOMPARE(second.lengthS, 0.2);
    QCOMPARE(*second.offered, std::uint64_t(0));
    QCOMPARE(*second.sent, std::uint64_t(2));
    QCOMPARE(second.classified, std::uint64_t(1));
    QCOMPARE(second.imagesPerS(), 5.0);
    QVERIFY(!second.latencyP50Ms);
    QVERIFY(!second.latencyMaxMs);
}

void TestIntervalRows::lateResultsAreCountedInTheirOwnRow()
{
    IntervalRows rows(kOrigin, true);
    rows.addClassified(kOrigin + 260 * kMs, true, kMs);
    rows.addClassified(kOrigin + 240 * kMs, true, 3 * kMs); // done before, collected after
    QCOMPARE(rows.rowsBy(kOrigin + 300 * kMs).at(0).classified, std::uint64_t(1));
    rows.addRejected(kOrigin + 10 * kMs);
    rows.finish(kOrigin + 400 * kMs);
    const std::vector<IntervalRow> all = rows.rows();
    QCOMPARE(all.size(), std::size_t(2));
    QCOMPARE(all[0].classified, std::uint64_t(1));
    QCOMPARE(all[0].rejected, std::uint64_t(1));
    QCOMPARE(*all[0].latencyMaxMs, 3.0);
    QCOMPARE(all[1].classified, std::uint64_t(1));
}

void TestIntervalRows::everyRowIsExactInAnyOrder_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("lateBySeconds");
    QTest::newRow("a little late") << 20 << 1;
    QTest::newRow("later than places are kept for") << 20 << 10;
    QTest::newRow("merged twice") << 3'000 << 30;
}

// Against a plain recount of all images.
void TestIntervalRows::everyRowIsExactInAnyOrder()
{
    QFETCH(int, seconds);
    QFETCH(int, lateBySeconds);
    struct Image {
        std::int64_t doneNs, latencyNs;
        bool correct, rejected;
    };
    std::mt19937_64 random(7);
    std::vector<Image> images;
    for (std::int64_t i = 0; i < 40'000; ++i) {
        const std::int64_t late = static_cast<std::int64_t>(random() % 1'000) * lateBySeconds * kMs;
        const std::int64_t done = std::max<std::int64_t>(0, i * seconds * kMs / 40 - late);
        images.push_back({kOrigin + done, static_cast<std::int64_t>(random() % 9'000'000), random() % 3 != 0,
            random() % 50 == 0});
    }
    IntervalRows rows(kOrigin, true);
    std::int64_t last = 0;
    for (const Image& image : images) {
        if (image.rejected)
            rows.addRejected(image.doneNs);
        else
            rows.addClassified(image.doneNs, image.correct, image.latencyNs);
        last = std::max(last, image.doneNs);
    }
    rows.finish(last + kMs);

    std::uint64_t counted = 0;
    const std::vector<IntervalRow> all = rows.rows();
    for (const IntervalRow& row : all) {
        const auto start = kOrigin + static_cast<std::int64_t>(std::llround(row.startS * 1e9));
        const auto end = start + static_cast<std::int64_t>(std::llround(row.lengthS * 1e9));
        std::uint64_t correct = 0, rejected = 0;
        std::vector<std::int64_t> latencies;
        for (const Image& image : images) {
            if (image.doneNs < start || image.doneNs >= end)
                continue;
            rejected += image.rejected;
            correct += !image.rejected && image.correct;
            if (!image.rejected)
                latencies.push_back(image.latencyNs);
        }
        std::ranges::sort(latencies);
        QCOMPARE(row.classified, std::uint64_t(latencies.size()));
        QCOMPARE(row.correct, correct);
        QCOMPARE(row.rejected, rejected);
        QCOMPARE(row.latencyMaxMs.has_value(), !latencies.empty());
        if (latencies.empty())
            continue;
        QCOMPARE(*row.latencyMaxMs, static_cast<double>(latencies.back()) / 1e6);
        const double median = static_cast<double>(latencies[(latencies.size() + 1) / 2 - 1]) / 1e6;
        QVERIFY2(*row.latencyP50Ms >= median && *row.latencyP50Ms <= median * 1.016,
            qPrintable(QString("%1 for %2").arg(*row.latencyP50Ms).arg(median)));
        counted += latencies.size() + rejected;
    }
    QCOMPARE(counted, std::uint64_t(images.size()));
}

void TestIntervalRows::lastRowHasALength_data()
{
    QTest::addColumn<qint64>("endNs");
    QTest::addColumn<int>("rows");
    QTest::addColumn<double>("lengthS");
    QTest::newRow("at its start: no row") << qint64(500 * kMs) << 2 << 0.25;
    QTest::newRow("a microsecond later: joined") << qint64(500 * kMs + 1'000) << 2 << 0.250001;
    QTest::newRow("less than half a row later: joined") << qint64(620 * kMs) << 2 << 0.37;
    QTest::newRow("half a row later") << qint64(625 * kMs) << 3 << 0.125;
}

void TestIntervalRows::lastRowHasALength()
{
    QFETCH(qint64, endNs);
    QFETCH(int, rows);
    QFETCH(double, lengthS);
    IntervalRows counted(kOrigin, true);
    for (std::int64_t ns = 0; ns < endNs; ns += 100 * kMs)
        counted.addClassified(kOrigin + ns, true, kMs);
    counted.setOffered(kOrigin + 600 * kMs, 0); // the collector looks on a little longer
    if (endNs > 500 * kMs)
        counted.addClassified(kOrigin + endNs - 1, true, 2 * kMs);
    counted.finish(kOrigin + endNs);
    const std::vector<IntervalRow> all = counted.rows();
    QCOMPARE(all.size(), std::size_t(rows));
    QVERIFY(std::abs(all.back().lengthS - lengthS) < 1e-9);
    std::uint64_t images = 0;
    for (const IntervalRow& row : all)
        images += row.classified;
    const qint64 byTheClock = (endNs + 100 * kMs - 1) / (100 * kMs);
    QCOMPARE(images, std::uint64_t(byTheClock + (endNs > 500 * kMs ? 1 : 0)));
    QCOMPARE(*all.back().latencyMaxMs, endNs > 500 * kMs ? 2.0 : 1.0);
}

void TestIntervalRows::rowsAfterTheEndAreDropped()
{
    IntervalRows rows(kOrigin, true);
    rows.addClassified(kOrigin + 10 * kMs, true, kMs);
    rows.advanceTo(kOrigin + 5'000 * kMs); // waited for more
    rows.finish(kOrigin + 11 * kMs);
    QCOMPARE(rows.rows().size(), std::size_t(1));
    QCOMPARE(rows.rows().at(0).lengthS, 0.011);
    QCOMPARE(rows.rowsBy(kOrigin).size(), std::size_t(1)); // the run is over
}

void TestIntervalRows::growthIsCountedAtItsTime()
{
    IntervalRows rows(kOrigin, true);
    rows.addClassified(kOrigin + 255 * kMs, true, kMs); // its row has begun
    rows.setSent(kOrigin + 250 * kMs - 1, 125);
    rows.setSent(kOrigin + 260 * kMs, 130);
    rows.setSent(kOrigin + 261 * kMs, 129); // told of by another clock: nothing is sent back
    rows.setSent(kOrigin + 270 * kMs, 135);
    rows.finish(kOrigin + 400 * kMs);
    QCOMPARE(*rows.rows().at(0).sent, std::uint64_t(125));
    QCOMPARE(*rows.rows().at(1).sent, std::uint64_t(10));
}

void TestIntervalRows::stallShowsAsRowsOfZeros()
{
    IntervalRows rows(kOrigin, true);
    rows.addClassified(kOrigin + 10 * kMs, true, kMs);
    rows.advanceTo(kOrigin + 1'000 * kMs);
    const std::vector<IntervalRow> over = rows.rowsBy(kOrigin + 1'000 * kMs);
    QCOMPARE(over.size(), std::size_t(4));
    QCOMPARE(over[3].startS, 0.75);
    QCOMPARE(over[3].classified, std::uint64_t(0));
    QCOMPARE(*over[3].rollingAccuracy, 1.0);
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
    QCOMPARE(rows.rows().at(0).classified, std::uint64_t(1));
    QCOMPARE(rows.rows().at(0).correct, std::uint64_t(0));
    QVERIFY(!rows.rows().at(0).rollingAccuracy);
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
    QCOMPARE(*rows.rows().at(0).rollingLatencyP99Ms, 990.0);
    QCOMPARE(*rows.rows().at(0).rollingAccuracy, 0.9);
}

void TestIntervalRows::mergesInPairsBeyondTheLimit()
{
    IntervalRows rows(kOrigin, true);
    const std::int64_t quarter = IntervalRows::kFirstLengthNs;
    for (std::int64_t i = 0; i < 3'600; ++i) {
        rows.addClassified(kOrigin + i * quarter, i % 2 == 0, (i % 4 + 1) * kMs);
        rows.setSent(kOrigin + i * quarter, static_cast<std::uint64_t>(i + 1));
    }
    QCOMPARE(rows.rows().size(), std::size_t(3'600));

    rows.addClassified(kOrigin + 3'600 * quarter, true, 9 * kMs); // would be in the 3,601st
    std::vector<IntervalRow> all = rows.rowsBy(kOrigin + 3'601 * quarter);
    QCOMPARE(all.size(), std::size_t(1'800));
    QCOMPARE(all[0].startS, 0.0);
    QCOMPARE(all[0].lengthS, 0.5);
    QCOMPARE(all[0].classified, std::uint64_t(2));
    QCOMPARE(all[0].correct, std::uint64_t(1));
    QCOMPARE(*all[0].sent, std::uint64_t(2));
    QCOMPARE(*all[0].latencyMaxMs, 2.0);
    QCOMPARE(*all[1].latencyMaxMs, 4.0);
    QCOMPARE(all[1'799].startS, 899.5);

    rows.advanceTo(kOrigin + 3'602 * quarter); // the row that was open is as long as the others
    all = rows.rowsBy(kOrigin + 3'602 * quarter);
    QCOMPARE(all.size(), std::size_t(1'801));
    QCOMPARE(all[1'800].startS, 900.0);
    QCOMPARE(all[1'800].lengthS, 0.5);
    QCOMPARE(all[1'800].classified, std::uint64_t(1));
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
    rows.advanceTo(kOrigin + 3'600 * quarter);
    const std::vector<IntervalRow> all = rows.rowsBy(kOrigin + 3'600 * quarter);
    QCOMPARE(all.size(), std::size_t(1'800));
    const double median = *all[0].latencyP50Ms;
    QVERIFY2(median >= 200 && median <= 203.2, qPrintable(QString::number(median)));
    QCOMPARE(*all[0].latencyMaxMs, 400.0);
    QCOMPARE(*all[1].latencyP50Ms, 77.0);
    QVERIFY(!all[2].latencyP50Ms);
}

void TestIntervalRows::sumsAreKeptOverADay()
{
    IntervalRows rows(kOrigin, true);
    const std::int64_t second = 1'000 * kMs;
    for (std::int64_t i = 0; i < 86'400; ++i)
        rows.addClassified(kOrigin + i * second, true, 2 * kMs);
    rows.finish(kOrigin + 86'400 * second);
    const std::vector<IntervalRow> all = rows.rows();
    QVERIFY(all.size() <= IntervalRows::kMostRows);
    QVERIFY(all.size() > IntervalRows::kMostRows / 2 - 1);
    std::uint64_t images = 0;
    double end = 0;
    for (const IntervalRow& row : all) {
        QCOMPARE(row.startS, end); // no gap, no overlap
        end += row.lengthS;
        images += row.classified;
        QCOMPARE(*row.latencyP50Ms, 2.0); // at most the maximum
    }
    QCOMPARE(images, std::uint64_t(86'400));
    QCOMPARE(end, 86'400.0);
}

void TestIntervalRows::finishAtTheLimitMergesFirst()
{
    IntervalRows rows(kOrigin, true);
    const std::int64_t quarter = IntervalRows::kFirstLengthNs;
    rows.advanceTo(kOrigin + 3'600 * quarter - 1);
    rows.addClassified(kOrigin + 3'600 * quarter + kMs, true, kMs);
    rows.finish(kOrigin + 3'600 * quarter + 300 * kMs);
    const std::vector<IntervalRow> all = rows.rows();
    QCOMPARE(all.size(), std::size_t(1'801));
    QCOMPARE(all.back().lengthS, 0.3);
    QCOMPARE(all.back().classified, std::uint64_t(1));
}

void TestIntervalRows::nothingGivesNoRow()
{
    IntervalRows rows(kOrigin, true);
    rows.finish(kOrigin);
    QVERIFY(rows.rows().empty());
}

QTEST_GUILESS_MAIN(TestIntervalRows)
#include "tst_interval_rows.moc"
