// Intervals of rates and percentiles: on literal figures, which are SciPy 1.17's (scipy.stats.t, binom,
// special.betainc) or worked out by hand from the formula in the header. On simulated queues whose truth is
// known: tst_simulated_runs.
#include "statistics/batch_means.h"
#include "statistics/distributions.h"
#include "statistics/percentile_intervals.h"
#include "statistics/run_batches.h"
#include "stream/random_numbers.h"

#include <QtTest>

#include <numeric>
#include <vector>

using namespace iotbench;

namespace {

// Images/s of 20 pieces of a run.
const std::vector<double> kRates
    = {612, 598, 605, 620, 611, 590, 603, 615, 608, 601, 597, 619, 606, 610, 594, 613, 602, 609, 600, 617};

bool near(double value, double expected, double error = 1e-9)
{
    return std::abs(value - expected) <= error * std::max(1.0, std::abs(expected));
}

std::vector<ShareCount> batchesOf300(std::initializer_list<std::uint64_t> over)
{
    std::vector<ShareCount> batches;
    for (const std::uint64_t images : over)
        batches.push_back({300, images});
    return batches;
}

} // namespace

#define NEAR(value, expected)                                                                                \
    QVERIFY2(near(value, expected), qPrintable(QString::number(value, 'g', 15) + " is not " #expected))

class TestUncertainty : public QObject {
    Q_OBJECT

private slots:
    void distributions();
    void confidenceLimitsOfAProbability();
    void manyTrials();
    void batchesAreLeftAsTheyAreWhereIndependent();
    void correlatedBatchesAreJoined();
    void whatStaysCorrelatedIsWidened();
    void manyValuesMakeAtMost64Batches();
    void fewValuesSayNothing();
    void percentileRanks_data();
    void percentileRanks();
    void imagesThatWaitTogetherCountLess();
    void cellsDoubleTheirLength();
    void cellsTakeTimesInAnyOrder();
    void rateOfARun();
    void percentilesOfARun();
    void shortRunsSayNothing();
    void timesThatAreAllAlike();
};

void TestUncertainty::distributions()
{
    NEAR(studentQuantile(0.975, 4), 2.7764451051977934);
    NEAR(studentQuantile(0.975, 2.5), 3.5746548420036817);
    NEAR(studentQuantile(0.025, 4), -2.7764451051977934);
    NEAR(studentQuantile(0.975, 1e7), 1.9599642216);
    NEAR(binomialUpTo(3, 12, 0.5), 0.072998046875);
    QCOMPARE(binomialUpTo(13, 12, 0.5), 1.0);
    NEAR(normalQuantile(0.975), 1.959963984540054);
    NEAR(studentTwoSided(-2.5, 7), 0.04099221858575289);
    NEAR(chiSquaredBeyond(3.841458820694124, 1), 0.05);
    QCOMPARE(binomialQuantile(0.025, 1'000, 0.99), std::uint64_t(983));
    QCOMPARE(binomialQuantile(0.975, 1'000, 0.99), std::uint64_t(996));
    QCOMPARE(binomialQuantile(0.025, 100, 0.5), std::uint64_t(40));
    QCOMPARE(binomialQuantile(0.975, 100, 0.5), std::uint64_t(60));
    QCOMPARE(binomialQuantile(0.975, 1, 0.5), std::uint64_t(1));
}

void TestUncertainty::confidenceLimitsOfAProbability()
{
    NEAR(probabilityAtMost(3, 100, 0.95), 0.07571079374983004);
    NEAR(probabilityAtLeast(3, 100, 0.95), 0.008225829107652688);
    NEAR(probabilityAtMost(0, 300, 0.99), 0.015233347889841823); // 1 − 0.01^(1/300)
    QCOMPARE(probabilityAtLeast(0, 300, 0.99), 0.0);
    QCOMPARE(probabilityAtMost(300, 300, 0.99), 1.0);
}

// About normal: 10^9 × 0.99 ± 1.959964 × √(10^9 × 0.99 × 0.01).
void TestUncertainty::manyTrials()
{
    const auto low = static_cast<double>(binomialQuantile(0.025, 1'000'000'000, 0.99));
    QVERIFY2(std::abs(low - (990'000'000 - 6'166.8)) < 2, qPrintable(QString::number(low, 'f', 0)));
}

void TestUncertainty::batchesAreLeftAsTheyAreWhereIndependent()
{
    const auto mean = batchMean(kRates);
    QVERIFY(mean.has_value());
    QCOMPARE(mean->batches, std::size_t(20));
    NEAR(mean->mean, 606.5);
    NEAR(mean->lagOneCorrelation, -0.26987996999249814);
    NEAR(mean->standardError, 1.8729374620745094); // what is below 0 narrows nothing
    NEAR(mean->interval().low, 602.5798968394756);
    NEAR(mean->interval().high, 610.4201031605244);
}

void TestUncertainty::correlatedBatchesAreJoined()
{
    // Each value twice: correlated by 0.365 as 40 batches, as above when joined.
    std::vector<double> twice;
    for (const double rate : kRates)
        twice.insert(twice.end(), {rate, rate});
    NEAR(lagOneCorrelation(twice), 0.36506001500375096);
    const auto mean = batchMean(twice);
    QVERIFY(mean.has_value());
    QCOMPARE(mean->batches, std::size_t(20));
    NEAR(mean->standardError, 1.8729374620745094);
}

void TestUncertainty::whatStaysCorrelatedIsWidened()
{
    std::vector<double> rising(20);
    std::iota(rising.begin(), rising.end(), 101);
    const auto mean = batchMean(rising);
    QVERIFY(mean.has_value());
    NEAR(mean->lagOneCorrelation, 0.85);
    NEAR(mean->standardError, 4.645786621588784); // 1.3228756555322954 × √(1.85 ÷ 0.15)
}

void TestUncertainty::manyValuesMakeAtMost64Batches()
{
    std::vector<double> values;
    for (int i = 0; i < 130; ++i)
        values.push_back(kRates[static_cast<std::size_t>(i * 7 % 20)]);
    const auto mean = batchMean(values);
    QVERIFY(mean.has_value());
    QCOMPARE(mean->batches, std::size_t(43)); // of three each; one value is in the mean alone
    NEAR(mean->mean, std::accumulate(values.begin(), values.end(), 0.0) / 130);
}

void TestUncertainty::fewValuesSayNothing()
{
    QVERIFY(!batchMean(std::span(kRates).first(19)));
    QVERIFY(!batchMean({}));
}

void TestUncertainty::percentileRanks_data()
{
    QTest::addColumn<quint64>("samples");
    QTest::addColumn<double>("effective");
    QTest::addColumn<double>("share");
    QTest::addColumn<int>("low"); // 0: none
    QTest::addColumn<int>("high");
    // 40 and 61 of 100 for the median stand in Conover's and in most textbooks' tables.
    QTest::newRow("median of 100") << quint64(100) << 100.0 << 0.5 << 40 << 61;
    QTest::newRow("p99 of 1000") << quint64(1'000) << 1'000.0 << 0.99 << 983 << 997;
    QTest::newRow("p99 of 10000 that say as much as 1000")
        << quint64(10'000) << 1'000.0 << 0.99 << 9'830 << 9'970;
    QTest::newRow("p99 of 100: nothing above bounds it") << quint64(100) << 100.0 << 0.99 << 97 << 0;
    QTest::newRow("median of 3: nothing bounds it") << quint64(3) << 3.0 << 0.5 << 0 << 0;
}

void TestUncertainty::percentileRanks()
{
    QFETCH(quint64, samples);
    QFETCH(double, effective);
    QFETCH(double, share);
    QFETCH(int, low);
    QFETCH(int, high);
    const RankInterval ranks = iotbench::percentileRanks(samples, effective, share);
    QCOMPARE(static_cast<int>(ranks.low.value_or(0)), low);
    QCOMPARE(static_cast<int>(ranks.high.value_or(0)), high);
}

void TestUncertainty::imagesThatWaitTogetherCountLess()
{
    // 19 degrees of freedom in place of 5,999: t is 2.093 in place of 1.960.
    const double fewer = std::pow(1.96036 / 2.09302, 2);
    const auto scattered
        = effectiveImages(batchesOf300({3, 2, 4, 3, 3, 2, 4, 3, 2, 4, 3, 3, 4, 2, 3, 3, 4, 2, 3, 3}));
    QVERIFY(scattered.has_value());
    // Varies less than independent images would: counted as all, not more.
    QVERIFY(near(*scattered, 6'000 * fewer, 1e-4));
    const auto together
        = effectiveImages(batchesOf300({0, 0, 20, 0, 0, 0, 0, 25, 0, 0, 0, 0, 0, 0, 15, 0, 0, 0, 0, 0}));
    QVERIFY(together.has_value());
    QVERIFY(*together > 300 * fewer && *together < 400 * fewer); // 0.01 × 0.99 ÷ 0.00525²
    QVERIFY(!effectiveImages(batchesOf300({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0})));
    QVERIFY(!effectiveImages(std::vector<ShareCount>(20, {5, 5})));
    QVERIFY(!effectiveImages(batchesOf300({3, 2, 4})));
}

void TestUncertainty::cellsDoubleTheirLength()
{
    DoublingCells<TimeCell, 4> cells;
    const std::int64_t length = cells.lengthNs();
    for (std::int64_t i = 0; i < 4; ++i)
        cells.at(i * length).images += static_cast<std::uint64_t>(i + 1);
    QCOMPARE(cells.used().size(), std::size_t(4));
    cells.at(4 * length).images += 5;
    QCOMPARE(cells.lengthNs(), 2 * length);
    QCOMPARE(cells.used().size(), std::size_t(3));
    QCOMPARE(cells.used()[0].images, std::uint64_t(3));
    QCOMPARE(cells.used()[1].images, std::uint64_t(7));
    QCOMPARE(cells.used()[2].images, std::uint64_t(5));
    QCOMPARE(cells.complete(5 * length).size(), std::size_t(2));
    cells.at(63 * length).images += 6; // doubles three times
    QCOMPARE(cells.lengthNs(), 16 * length);
    QCOMPARE(cells.used()[0].images, std::uint64_t(15));
    QCOMPARE(cells.used()[1].images, std::uint64_t(0));
    QCOMPARE(cells.used()[3].images, std::uint64_t(6));
}

void TestUncertainty::cellsTakeTimesInAnyOrder()
{
    DoublingCells<TimeCell, 4> cells;
    cells.at(100 * cells.lengthNs()).images += 1;
    cells.at(0).images += 1;
    cells.at(-5).images += 1;
    QCOMPARE(cells.used()[0].images, std::uint64_t(2));
}

// 16 images in every 16 cells but one of 17: as the batches were, so is the interval.
void TestUncertainty::rateOfARun()
{
    RunBatches batches;
    constexpr std::int64_t kCell = std::int64_t{1} << 20;
    double images = 0;
    for (std::int64_t batch = 0; batch < 20; ++batch)
        for (std::int64_t i = 0; i < static_cast<std::int64_t>(kRates[static_cast<std::size_t>(batch)]);
             ++i, ++images)
            batches.add(batch * kCell + i, 1'000, 1'000);
    const RunSeries series = batches.series(3, 20 * kCell + 5);
    QCOMPARE(series.startS, 3.0);
    QCOMPARE(series.cells.size(), std::size_t(20));
    QCOMPARE(series.lengthS(), 20 * 0x1p20 / 1e9);
    const double perS = images / series.lengthS();
    const auto interval = rateIntervalOf(series, perS);
    QVERIFY(interval.has_value());
    NEAR(interval->low * series.cellS, 602.5798968394756);
    NEAR(interval->high * series.cellS, 610.4201031605244);
}

// Independent times: the interval of the median is that of the textbook, and p99's is around p99.
void TestUncertainty::percentilesOfARun()
{
    RunBatches batches;
    LatencyHistogram all;
    RandomNumbers random(5);
    for (std::int64_t i = 0; i < 10'000; ++i) {
        const auto ns = static_cast<std::int64_t>(random.uniform() * 10e6); // even up to 10 ms
        batches.add(i * 1'000'000, ns, 2 * ns);
        all.record(ns);
    }
    const PercentileIntervals intervals = batches.latencyIntervals(all);
    // ± 1.96 × √(0.25 ÷ 10,000) of 10 ms, widened for the batches' own error.
    const double half = (*intervals.p50.high - *intervals.p50.low) / 2;
    QVERIFY2(half > 0.09 && half < 0.2, qPrintable(QString::number(half)));
    QVERIFY(*intervals.p50.low < 5.1 && *intervals.p50.high > 4.9);
    QVERIFY(*intervals.p99.low > 9.8 && *intervals.p99.low < 9.9);
    QVERIFY(*intervals.p99.high > 9.9 && *intervals.p99.high < 10);
    QVERIFY(*intervals.p90.low < *intervals.p90.high && *intervals.p90.high < *intervals.p95.high);
    QVERIFY(intervals.p999.low);
    // Without a latency there is no interval of it; service times have theirs.
    RunBatches unknown;
    for (std::int64_t i = 0; i < 10'000; ++i)
        unknown.add(i * 1'000'000, -1, 1'000'000 + i);
    QCOMPARE(unknown.latencyIntervals(LatencyHistogram()), PercentileIntervals());
}

void TestUncertainty::shortRunsSayNothing()
{
    RunBatches batches;
    LatencyHistogram all;
    for (std::int64_t i = 0; i < 10'000; ++i) {
        batches.add(i * 1'000, 1'000'000 + i, 1'000);
        all.record(1'000'000 + i);
    }
    QCOMPARE(batches.latencyIntervals(all), PercentileIntervals()); // 10 ms: 10 cells
    QVERIFY(!rateIntervalOf(batches.series(0, 10'000'000), 1e6));
    QVERIFY(!rateIntervalOf({}, 5));
}

void TestUncertainty::timesThatAreAllAlike()
{
    RunBatches batches;
    LatencyHistogram all;
    for (std::int64_t i = 0; i < 10'000; ++i) {
        batches.add(i * 1'000'000, 2'000'000, 2'000'000);
        all.record(2'000'000);
    }
    const PercentileIntervals intervals = batches.latencyIntervals(all);
    QCOMPARE(intervals.p99, (Bounds{2.0, 2.0}));
    QCOMPARE(intervals.p999.low, std::optional(2.0));
    QVERIFY(!intervals.p999.high); // 1,000 of them at most say nothing beyond it
}

QTEST_GUILESS_MAIN(TestUncertainty)
#include "tst_uncertainty.moc"
