// Comparisons: which statistic is taken for what, the words, and the limits of --fail-….
#include "studies/comparison.h"

#include <QtTest>

#include <algorithm>

using namespace iotbench;
using namespace iotbench::studies;

namespace {

std::vector<ComparedRun> runsWithRates(std::initializer_list<double> rates)
{
    std::vector<ComparedRun> runs;
    for (const double rate : rates) {
        runs.emplace_back();
        runs.back().imagesPerS = rate;
    }
    return runs;
}

std::optional<MetricDifference> rowOf(const std::vector<MetricDifference>& rows, Metric metric)
{
    const auto row
        = std::find_if(rows.begin(), rows.end(), [=](const auto& each) { return each.metric == metric; });
    return row == rows.end() ? std::nullopt : std::optional(*row);
}

LatencyBlocks latencies(float scale)
{
    LatencyBlocks result;
    for (int block = 0; block < 100; ++block) {
        result.blocks.emplace_back();
        for (int i = 0; i < 20; ++i)
            result.blocks.back().push_back(scale * static_cast<float>((block * 20 + i) * 701 % 2'000 + 1));
    }
    return result;
}

} // namespace

class TestComparison : public QObject {
    Q_OBJECT

private slots:
    void interleavedRunsAreComparedInPairs();
    void separateRunsAreNot();
    void unequalNumbersAreNotPaired();
    void singleRunsByTheirBatches();
    void singleRunsByTheirImages();
    void p99OverRepeatsWithoutImages();
    void accuracy();
    void whatOneSideLacksIsLeftOut();
    void fewRunsSayNothing();
    void wordsAreCorrectedForTheirNumber();
    void whatReadsAsZeroIsNoDifference_data();
    void whatReadsAsZeroIsNoDifference();
    void surelyWorse_data();
    void surelyWorse();
};

// Every pair is 3 % apart, while both sides drift by 20 %.
void TestComparison::interleavedRunsAreComparedInPairs()
{
    ComparedSides sides{
        runsWithRates({600, 560, 530, 500}), runsWithRates({618, 577, 546, 515}), Pairing::Interleaved};
    const auto row = rowOf(compare(sides), Metric::Rate);
    QVERIFY(row.has_value());
    QVERIFY(std::abs(row->difference - 3.0) < 0.05);
    QVERIFY(row->interval->low > 2.9 && row->interval->high < 3.15);
    QCOMPARE(row->word, DifferenceWord::Higher);
    QVERIFY(!row->withinRuns);
}

void TestComparison::separateRunsAreNot()
{
    ComparedSides sides{
        runsWithRates({600, 560, 530, 500}), runsWithRates({618, 577, 546, 515}), Pairing::Separate};
    const auto row = rowOf(compare(sides), Metric::Rate);
    QVERIFY(row.has_value());
    QCOMPARE(row->word, DifferenceWord::NoneShown);
    QVERIFY(row->interval->low < -8 && row->interval->high > 15);
    const ComparedSides lower{
        runsWithRates({600, 604, 596}), runsWithRates({500, 503, 497}), Pairing::Separate};
    QCOMPARE(rowOf(compare(lower), Metric::Rate)->word, DifferenceWord::Lower);
}

void TestComparison::unequalNumbersAreNotPaired()
{
    ComparedSides sides{
        runsWithRates({600, 560, 530, 500}), runsWithRates({618, 577, 546}), Pairing::Interleaved};
    QVERIFY(rowOf(compare(sides), Metric::Rate)->interval->low < -5);
}

void TestComparison::singleRunsByTheirBatches()
{
    ComparedSides sides{runsWithRates({606.5}), runsWithRates({667.15})};
    const double error = 1.8729; // of the first
    const double half = 1.99834 * error; // t with 63 degrees of freedom
    sides.base.front().rateInterval = Interval{606.5 - half, 606.5 + half};
    sides.next.front().rateInterval = Interval{667.15 - 1.1 * half, 667.15 + 1.1 * half};
    const auto row = rowOf(compare(sides), Metric::Rate);
    QVERIFY(row.has_value());
    QVERIFY(row->withinRuns);
    QVERIFY(std::abs(row->difference - 10) < 1e-9);
    // Two relative errors of 1.8729 ÷ 606.5, t with 38 degrees of freedom: ± 0.88 %
    QVERIFY(std::abs(row->interval->low - 9.032) < 0.01);
    QVERIFY(std::abs(row->interval->high - 10.976) < 0.01);
    QCOMPARE(row->word, DifferenceWord::Higher);
    sides.next.front().rateInterval.reset();
    QCOMPARE(rowOf(compare(sides), Metric::Rate)->word, DifferenceWord::NotKnown);
}

void TestComparison::singleRunsByTheirImages()
{
    ComparedSides sides{runsWithRates({600}), runsWithRates({600})};
    sides.base.front().p50Ms = 1'000, sides.next.front().p50Ms = 1'500;
    sides.base.front().p99Ms = 1'980, sides.next.front().p99Ms = 2'970;
    sides.base.front().latencies = latencies(1), sides.next.front().latencies = latencies(1.5F);
    const auto rows = compare(sides);
    for (const Metric metric : {Metric::LatencyP50, Metric::LatencyP99}) {
        const auto row = rowOf(rows, metric);
        QVERIFY(row.has_value() && row->interval.has_value());
        QVERIFY(std::abs(row->difference - 50) < 0.01);
        QVERIFY(row->interval->low > 35 && row->interval->low < 50);
        QVERIFY(row->interval->high > 50 && row->interval->high < 65);
        QCOMPARE(row->word, DifferenceWord::Higher);
    }
}

void TestComparison::p99OverRepeatsWithoutImages()
{
    ComparedSides sides{runsWithRates({600, 600, 600}), runsWithRates({600, 600, 600}), Pairing::Interleaved};
    const double base[] = {10, 11, 12}, next[] = {20, 22.1, 23.9};
    for (std::size_t i = 0; i < 3; ++i) {
        sides.base[i].p99Ms = base[i];
        sides.next[i].p99Ms = next[i];
    }
    const auto row = rowOf(compare(sides), Metric::LatencyP99);
    QVERIFY(row.has_value() && row->interval.has_value());
    QVERIFY(row->interval->contains(100));
    QVERIFY(row->interval->halfWidth() < 3);
    QCOMPARE(row->word, DifferenceWord::Higher);
}

void TestComparison::accuracy()
{
    ComparedSides sides{runsWithRates({600}), runsWithRates({600})};
    sides.answers = PairedAnswers{10'000, 40, 90};
    sides.baseAccuracyPct = 91;
    const auto row = rowOf(compare(sides), Metric::Accuracy);
    QVERIFY(row.has_value());
    QCOMPARE(row->base, 91.0);
    QCOMPARE(row->next, 91.5);
    QCOMPARE(row->difference, 0.5); // points
    QCOMPARE(row->word, DifferenceWord::Higher);
    sides.answers.reset();
    QVERIFY(!rowOf(compare(sides), Metric::Accuracy));
}

void TestComparison::whatOneSideLacksIsLeftOut()
{
    ComparedSides sides{runsWithRates({600, 610}), runsWithRates({600, 610})};
    sides.base[0].cpuUsPerImage = 100;
    sides.base[1].cpuUsPerImage = 101;
    sides.next[0].cpuUsPerImage = 100;
    QVERIFY(!rowOf(compare(sides), Metric::CpuPerImage));
    sides.next[1].cpuUsPerImage = 102;
    QVERIFY(rowOf(compare(sides), Metric::CpuPerImage).has_value());
    QVERIFY(compare({}).empty());
}

void TestComparison::fewRunsSayNothing()
{
    const auto row = rowOf(compare({runsWithRates({600}), runsWithRates({660, 661})}), Metric::Rate);
    QVERIFY(row.has_value());
    QVERIFY(std::abs(row->difference - 10.083) < 0.001);
    QVERIFY(!row->interval.has_value());
    QCOMPARE(row->word, DifferenceWord::NotKnown);
    QVERIFY(!row->surelyWorseBy(0));
}

// A p-value of 0.03 is a difference alone, and none beside four that say nothing.
void TestComparison::wordsAreCorrectedForTheirNumber()
{
    ComparedSides sides{runsWithRates({600, 606, 612, 603}), runsWithRates({615, 616, 625, 609})};
    const auto alone = rowOf(compare(sides), Metric::Rate);
    QVERIFY2(alone->pValue > 0.0125 && alone->pValue < 0.05, qPrintable(QString::number(alone->pValue)));
    QCOMPARE(alone->word, DifferenceWord::Higher);
    const double noise[] = {1, 1.1, 0.9, 1.05};
    for (std::size_t i = 0; i < 4; ++i)
        for (auto* runs : {&sides.base, &sides.next})
            (*runs)[i].p50Ms = (*runs)[i].p99Ms = (*runs)[i].cpuUsPerImage = noise[i];
    const auto beside = rowOf(compare(sides), Metric::Rate);
    QCOMPARE(beside->interval, alone->interval);
    QCOMPARE(beside->adjustedPValue, 4 * beside->pValue);
    QCOMPARE(beside->word, DifferenceWord::NoneShown);
}

// Runs that do not scatter have a p-value of 0 all the same.
void TestComparison::whatReadsAsZeroIsNoDifference_data()
{
    QTest::addColumn<int>("metric");
    QTest::addColumn<double>("base");
    QTest::addColumn<double>("next");
    QTest::addColumn<int>("word");
    QTest::newRow("-0.03 % of the rate")
        << int(Metric::Rate) << 600.0 << 599.82 << int(DifferenceWord::NoneShown);
    QTest::newRow("-0.1 % of the rate") << int(Metric::Rate) << 600.0 << 599.4 << int(DifferenceWord::Lower);
    QTest::newRow("a bucket of the histogram")
        << int(Metric::LatencyP99) << 10.24 << 10.25 << int(DifferenceWord::NoneShown);
    QTest::newRow("two buckets") << int(Metric::LatencyP99) << 10.24 << 10.26 << int(DifferenceWord::Higher);
}

void TestComparison::whatReadsAsZeroIsNoDifference()
{
    QFETCH(int, metric);
    QFETCH(double, base);
    QFETCH(double, next);
    QFETCH(int, word);
    ComparedSides sides;
    for (int i = 0; i < 3; ++i)
        for (const auto& [side, value] : {std::pair(&sides.base, base), std::pair(&sides.next, next)}) {
            side->emplace_back();
            (metric == int(Metric::Rate) ? side->back().imagesPerS : side->back().p99Ms) = value;
        }
    const auto row = rowOf(compare(sides), static_cast<Metric>(metric));
    QVERIFY(row.has_value());
    QVERIFY(row->pValue < 1e-6);
    QCOMPARE(int(row->word), word);
    QCOMPARE(row->surelyWorseBy(0), word != int(DifferenceWord::NoneShown));
}

void TestComparison::surelyWorse_data()
{
    QTest::addColumn<int>("metric");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<bool>("worse"); // by more than 5
    QTest::newRow("rate surely lower") << int(Metric::Rate) << -9.0 << -5.1 << true;
    QTest::newRow("rate perhaps not that much lower") << int(Metric::Rate) << -20.0 << -4.9 << false;
    QTest::newRow("rate higher") << int(Metric::Rate) << 6.0 << 9.0 << false;
    QTest::newRow("p99 surely higher") << int(Metric::LatencyP99) << 5.1 << 40.0 << true;
    QTest::newRow("p99 perhaps not that much higher") << int(Metric::LatencyP99) << 4.9 << 40.0 << false;
    QTest::newRow("p99 lower") << int(Metric::LatencyP99) << -9.0 << -6.0 << false;
    QTest::newRow("accuracy surely lower") << int(Metric::Accuracy) << -9.0 << -5.1 << true;
}

void TestComparison::surelyWorse()
{
    QFETCH(int, metric);
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(bool, worse);
    MetricDifference row;
    row.metric = static_cast<Metric>(metric);
    row.interval = Interval{low, high};
    QCOMPARE(row.surelyWorseBy(5), worse);
}

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
