// Wilson's interval, rolling accuracy, the histogram and the numbers as text, on literal figures.
#include "statistics/figure_text.h"
#include "statistics/latency_histogram.h"
#include "statistics/rolling_accuracy.h"
#include "statistics/wilson.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace iotbench;

class TestStatistics : public QObject {
    Q_OBJECT

private slots:
    void wilsonIsThatOfTheTextbook_data();
    void wilsonIsThatOfTheTextbook();
    void wilsonOfNothingIsEmpty();
    void rollingAccuracyForgetsAfterAThousand();
    void histogramIsExactBelowTwoMicroseconds();
    void histogramKeepsThreeDigits_data();
    void histogramKeepsThreeDigits();
    void percentilesOfOneToTenThousand();
    void percentileNeedsTenSamplesBeyond_data();
    void percentileNeedsTenSamplesBeyond();
    void histogramMergesAndClears();
    void timesOverAnHourAreCountedAsThat();
    void emptyHistogramSaysNothing();
    void numbersAsText();
};

void TestStatistics::wilsonIsThatOfTheTextbook_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<quint64>("trials");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    // 81 of 263 is the worked example of R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872: 0.2553 to
    // 0.3662. 0 of n is 0 to z²/(n + z²).
    QTest::newRow("half of two") << 0.5 << quint64(2) << 0.0945312 << 0.9054688;
    QTest::newRow("none of ten") << 0.0 << quint64(10) << 0.0 << 0.2775328;
    QTest::newRow("all of ten") << 1.0 << quint64(10) << 0.7224672 << 1.0;
    QTest::newRow("81 of 263") << 81.0 / 263 << quint64(263) << 0.2552885 << 0.3662096;
    QTest::newRow("9147 of 10000") << 0.9147 << quint64(10'000) << 0.9090648 << 0.9200167;
}

void TestStatistics::wilsonIsThatOfTheTextbook()
{
    QFETCH(double, share);
    QFETCH(quint64, trials);
    QFETCH(double, low);
    QFETCH(double, high);
    const auto interval = wilson95(share, trials);
    QVERIFY(interval.has_value());
    QVERIFY2(std::abs(interval->low - low) < 1e-6, qPrintable(QString::number(interval->low, 'g', 10)));
    QVERIFY2(std::abs(interval->high - high) < 1e-6, qPrintable(QString::number(interval->high, 'g', 10)));
}

void TestStatistics::wilsonOfNothingIsEmpty()
{
    QVERIFY(!wilson95(0.5, 0));
}

void TestStatistics::rollingAccuracyForgetsAfterAThousand()
{
    RollingAccuracy accuracy;
    QVERIFY(!accuracy.rolling());
    for (int i = 0; i < 4; ++i)
        accuracy.add(i == 0);
    QCOMPARE(*accuracy.rolling(), 0.25);
    for (int i = 4; i < 1'000; ++i)
        accuracy.add(true);
    QCOMPARE(*accuracy.rolling(), 0.997);
    for (int i = 0; i < 500; ++i)
        accuracy.add(false); // pushes out the first 500: one right, three wrong, 496 right
    QCOMPARE(*accuracy.rolling(), 0.5);
    QCOMPARE(accuracy.images(), std::uint64_t(1'500));
}

void TestStatistics::histogramIsExactBelowTwoMicroseconds()
{
    LatencyHistogram histogram;
    for (const std::int64_t ns : {0, 1, 1'000, 1'023, 1'024, 2'047})
        histogram.record(ns);
    std::vector<std::int64_t> seen;
    histogram.forEachBucket([&](std::int64_t upperNs, std::uint64_t count) {
        QCOMPARE(count, std::uint64_t(1));
        seen.push_back(upperNs);
    });
    QCOMPARE(seen, (std::vector<std::int64_t>{0, 1, 1'000, 1'023, 1'024, 2'047}));
}

void TestStatistics::histogramKeepsThreeDigits_data()
{
    QTest::addColumn<qint64>("ns");
    QTest::addColumn<qint64>("reported");
    QTest::newRow("2048 ns: pairs from here") << qint64(2'048) << qint64(2'049);
    QTest::newRow("10 us") << qint64(10'000) << qint64(10'007);
    QTest::newRow("1.234567 ms") << qint64(1'234'567) << qint64(1'234'943);
    QTest::newRow("1 s") << qint64(1'000'000'000) << qint64(1'000'341'503);
    QTest::newRow("59 min") << qint64(3'540'000'000'000) << qint64(3'541'200'535'551);
}

void TestStatistics::histogramKeepsThreeDigits()
{
    QFETCH(qint64, ns);
    QFETCH(qint64, reported);
    LatencyHistogram histogram;
    histogram.record(ns);
    histogram.record(LatencyHistogram::kHighestNs); // so that the maximum does not hide the bucket's bound
    QCOMPARE(qint64(histogram.quantileNs(500)), reported);
    QVERIFY(static_cast<double>(reported - ns) < 0.001 * static_cast<double>(ns));
    QCOMPARE(qint64(histogram.minNs()), ns);
}

void TestStatistics::percentilesOfOneToTenThousand()
{
    LatencyHistogram histogram;
    for (std::int64_t us = 10'000; us >= 1; --us)
        histogram.record(us * 1'000);
    const LatencySummary summary = histogram.summary();
    QCOMPARE(summary.samples, std::uint64_t(10'000));
    QCOMPARE(*summary.meanMs, 5.0005);
    QCOMPARE(*summary.maxMs, 10.0);
    const auto within = [](double value, double exact) { return value >= exact && value < exact * 1.001; };
    QVERIFY(within(*summary.p50Ms, 5.0));
    QVERIFY(within(*summary.p90Ms, 9.0));
    QVERIFY(within(*summary.p95Ms, 9.5));
    QVERIFY(within(*summary.p99Ms, 9.9));
    QVERIFY(within(*summary.p999Ms, 9.99));
}

void TestStatistics::percentileNeedsTenSamplesBeyond_data()
{
    QTest::addColumn<unsigned>("perMille");
    QTest::addColumn<int>("needed");
    QTest::newRow("p50") << 500u << 20;
    QTest::newRow("p90") << 900u << 100;
    QTest::newRow("p95") << 950u << 200;
    QTest::newRow("p99") << 990u << 1'000;
    QTest::newRow("p99.9") << 999u << 10'000;
}

void TestStatistics::percentileNeedsTenSamplesBeyond()
{
    QFETCH(unsigned, perMille);
    QFETCH(int, needed);
    LatencyHistogram histogram;
    for (int i = 0; i < needed - 1; ++i)
        histogram.record(1'000'000);
    QVERIFY(!histogram.percentileMs(perMille));
    histogram.record(1'000'000);
    QCOMPARE(*histogram.percentileMs(perMille), 1.0);
}

void TestStatistics::histogramMergesAndClears()
{
    LatencyHistogram a;
    a.record(-5);
    a.record(LatencyHistogram::kHighestNs);
    QCOMPARE(a.minNs(), std::int64_t(0));
    QCOMPARE(a.maxNs(), std::int64_t(3'600'000'000'000));

    LatencyHistogram b;
    for (int i = 0; i < 98; ++i)
        b.record(1'500);
    a.merge(b);
    QCOMPARE(a.samples(), std::uint64_t(100));
    QCOMPARE(a.quantileNs(500), std::int64_t(1'500));
    QCOMPARE(a.quantileNs(10), std::int64_t(0));
    QCOMPARE(a.quantileNs(1'000), std::int64_t(3'600'000'000'000));
    a.merge(LatencyHistogram());
    QCOMPARE(a.samples(), std::uint64_t(100));

    a.clear();
    a.record(7'000);
    QCOMPARE(a.samples(), std::uint64_t(1));
    QCOMPARE(a.quantileNs(500), std::int64_t(7'000));
    QCOMPARE(a.maxNs(), std::int64_t(7'000));
}

void TestStatistics::timesOverAnHourAreCountedAsThat()
{
    constexpr std::int64_t kHourMs = 3'600'000, kNsPerWholeMs = 1'000'000;
    LatencyHistogram histogram;
    for (int i = 0; i < 980; ++i)
        histogram.record(2 * kNsPerWholeMs);
    for (int i = 0; i < 20; ++i)
        histogram.record((kHourMs + i) * kNsPerWholeMs + 1);
    QCOMPARE(histogram.overHighest(), std::uint64_t(20));
    const LatencySummary summary = histogram.summary();
    QCOMPARE(summary.samples, std::uint64_t(1'000));
    QCOMPARE(summary.over1h, std::uint64_t(20));
    QCOMPARE(*summary.maxMs, static_cast<double>(kHourMs + 19) + 1e-6);
    QVERIFY(*summary.p95Ms >= 2 && *summary.p95Ms < 2.002);
    QVERIFY(!summary.p99Ms); // it lies among them
    QVERIFY(!histogram.msAtRank(981));
    QVERIFY(histogram.msAtRank(980));
    std::uint64_t inBuckets = 0;
    histogram.forEachBucket([&](std::int64_t, std::uint64_t count) { inBuckets += count; });
    QCOMPARE(inBuckets, std::uint64_t(980));

    LatencyHistogram other;
    other.record(2 * kHourMs * kNsPerWholeMs);
    histogram.merge(other);
    QCOMPARE(histogram.overHighest(), std::uint64_t(21));
    QCOMPARE(histogram.maxNs(), 2 * kHourMs * kNsPerWholeMs);
    histogram.clear();
    QCOMPARE(histogram.overHighest(), std::uint64_t(0));
}

void TestStatistics::emptyHistogramSaysNothing()
{
    const LatencyHistogram histogram;
    QCOMPARE(histogram.summary(), LatencySummary());
    QCOMPARE(histogram.quantileNs(990), std::int64_t(0));
    QCOMPARE(histogram.meanNs(), 0.0);
}

void TestStatistics::numbersAsText()
{
    QCOMPARE(fixedText(91.47, 1), std::string("91.5"));
    QCOMPARE(fixedText(0.25, 1), std::string("0.2")); // a tie goes to even, as printf has it
    QCOMPARE(fixedText(-0.04, 1), std::string("0.0"));
    QCOMPARE(fixedText(std::nan(""), 1), std::string());
    QCOMPARE(fixedText(std::numeric_limits<double>::infinity(), 1), std::string());
    QCOMPARE(shortText(2.5, 3), std::string("2.5"));
    QCOMPARE(shortText(10, 3), std::string("10"));
    QCOMPARE(shortText(100, 0), std::string("100"));
    QCOMPARE(rateText(640.4), std::string("640"));
    QCOMPARE(rateText(6.43), std::string("6.4"));
    QCOMPARE(rateText(10), std::string("10"));
    QCOMPARE(rateText(0.25), std::string("0.25"));
    QCOMPARE(rateText(0.001), std::string("0.001")); // the least that can be asked for
    QCOMPARE(percentText(0.9147), std::string("91.5"));
    QCOMPARE(
        percentText(1'753.0 / 2'000), fixedText(100.0 * 1'753 / 2'000, 1)); // 100 × 0.8765 is under 87.65
}

QTEST_GUILESS_MAIN(TestStatistics)
#include "tst_statistics.moc"
