// The statistics of studies on literal figures. Those to compare with are SciPy 1.17's (scipy.stats.t, beta,
// binom, chi2, ttest_rel, ttest_ind) or worked out by hand from the formula in the header.
#include "statistics/distributions.h"
#include "studies/statistics/bootstrap.h"
#include "studies/statistics/holm.h"
#include "studies/statistics/paired_answers.h"
#include "studies/statistics/random_index.h"
#include "studies/statistics/ratio.h"
#include "studies/statistics/run_mean.h"
#include "studies/statistics/share.h"

#include <QtTest>

#include <array>
#include <cmath>
#include <numeric>
#include <vector>

using namespace iotbench;
using namespace iotbench::studies;

namespace {

// Images/s of 20 pieces of a run.
const std::vector<double> kRates
    = {612, 598, 605, 620, 611, 590, 603, 615, 608, 601, 597, 619, 606, 610, 594, 613, 602, 609, 600, 617};

bool near(double value, double expected)
{
    return std::abs(value - expected) <= 1e-9 * std::max(1.0, std::abs(expected));
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

class TestStudyStatistics : public QObject {
    Q_OBJECT

private slots:
    void shareWithItsInterval();
    void shareOfNoneOver();
    void pairedRuns();
    void pairsThatDifferByNothing();
    void pairedRunsTakeTheWiderInterval();
    void separateRuns();
    void singleRuns();
    void ratiosNeedPositiveValues();
    void mcNemar_data();
    void mcNemar();
    void holm();
    void bootstrapOfAMean();
    void bootstrapOfAPercentile();
    void bootstrapDrawsRunsToo();
    void bootstrapOfNothing();
    void meanOfRuns();
    void runsThatWouldDo();
    void runsBeyondTheirOwnErrors();
    void shufflesKeepEveryValue();
};

void TestStudyStatistics::shareWithItsInterval()
{
    const auto estimate
        = shareEstimate(batchesOf300({0, 2, 5, 1, 0, 3, 8, 2, 1, 0, 4, 2, 6, 1, 0, 2, 3, 1, 5, 2}), 4);
    QVERIFY(estimate.has_value());
    NEAR(estimate->share, 0.008);
    NEAR(estimate->effectiveImages, 2924.6896551724135);
    const Interval interval = estimate->interval(0.025);
    NEAR(interval.low, 0.004928207963437243);
    NEAR(interval.high, 0.012261231890543605);
}

void TestStudyStatistics::shareOfNoneOver()
{
    const auto none
        = shareEstimate(batchesOf300({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}), 4);
    QVERIFY(none.has_value());
    QCOMPARE(none->interval(0.025).low, 0.0);
    NEAR(none->interval(0.025).high, 0.006983919665610015);
    const auto all = shareEstimate(batchesOf300({300, 300, 300, 300}), 4);
    QVERIFY(all.has_value());
    QCOMPARE(all->interval(0.025).high, 1.0);
    QVERIFY(all->interval(0.025).low > 0.8);
    QVERIFY(!shareEstimate(batchesOf300({1, 2, 3}), 4));
    QVERIFY(!shareEstimate(std::vector<ShareCount>(5), 4)); // no image
}

void TestStudyStatistics::pairedRuns()
{
    const std::array first = {612.0, 598.0, 605.0, 620.0, 611.0},
                     second = {640.0, 631.0, 622.0, 655.0, 638.0};
    const auto ratio = pairedRatio(first, second, 1);
    QVERIFY(ratio.has_value());
    NEAR(ratio->ratio, 1.045885550995321);
    NEAR(ratio->interval.low, 1.031811167296505); // of t; the bootstrap's is narrower
    NEAR(ratio->interval.high, 1.0601519158267128);
    NEAR(ratio->pValue, 0.001); // the bootstrap's least: 2 ÷ 2,000; by t it would be 0.00078
}

void TestStudyStatistics::pairsThatDifferByNothing()
{
    const std::array runs = {612.0, 598.0, 605.0};
    const auto ratio = pairedRatio(runs, runs, 1);
    QVERIFY(ratio.has_value());
    QCOMPARE(ratio->ratio, 1.0);
    QCOMPARE(ratio->interval, (Interval{1, 1}));
    QCOMPARE(ratio->pValue, 1.0);
}

// Nine pairs alike and one far off: the bootstrap's upper end is beyond t's.
void TestStudyStatistics::pairedRunsTakeTheWiderInterval()
{
    std::vector<double> first(10, 600), second(10, 600);
    second.back() = 1'200;
    const auto ratio = pairedRatio(first, second, 1);
    QVERIFY(ratio.has_value());
    NEAR(ratio->ratio, std::exp(std::log(2.0) / 10));
    const double error = std::log(2.0) / 10; // of the mean of nine zeros and ln 2
    NEAR(ratio->interval.low, std::exp(error - studentQuantile(0.975, 9) * error));
    QVERIFY(ratio->interval.high >= std::exp(error + studentQuantile(0.975, 9) * error));
    QVERIFY(ratio->pValue > 0.34); // that of t = 1 with nine degrees is 0.343
}

void TestStudyStatistics::separateRuns()
{
    const std::array first = {612.0, 598.0, 605.0, 620.0, 611.0};
    const std::array second = {640.0, 700.0, 622.0, 655.0, 580.0, 661.0, 615.0};
    const auto ratio = welchRatio(first, second);
    QVERIFY(ratio.has_value());
    NEAR(ratio->ratio, 1.047375554948002);
    NEAR(ratio->interval.low, 0.990513760086259);
    NEAR(ratio->interval.high, 1.1075015787838254);
    NEAR(ratio->pValue, 0.09041208874356507);
}

void TestStudyStatistics::singleRuns()
{
    const auto ratio = ratioWithinRuns({600, 6, 19, 20, 0}, {630, 9, 31, 32, 0});
    QVERIFY(ratio.has_value());
    NEAR(ratio->ratio, 1.05);
    NEAR(ratio->interval.low, 1.0138504423871775);
    NEAR(ratio->interval.high, 1.0874384957648107);
    NEAR(ratio->pValue, 0.007310394784522585);
}

void TestStudyStatistics::ratiosNeedPositiveValues()
{
    const std::array good = {600.0, 610.0}, withZero = {600.0, 0.0};
    const std::array single = {600.0};
    QVERIFY(!pairedRatio(good, withZero, 1));
    QVERIFY(!pairedRatio(single, single, 1));
    QVERIFY(!pairedRatio(good, single, 1));
    QVERIFY(!welchRatio(withZero, good));
    QVERIFY(!welchRatio(good, single));
    QVERIFY(!ratioWithinRuns({600, 6, 19, 20, 0}, {0, 0, 19, 20, 0}));
}

void TestStudyStatistics::mcNemar_data()
{
    QTest::addColumn<quint64>("onlyFirst");
    QTest::addColumn<quint64>("onlySecond");
    QTest::addColumn<double>("pValue");
    QTest::addColumn<double>("low"); // percentage points, of 10,000 images
    QTest::addColumn<double>("high");
    QTest::newRow("3 against 12, exact")
        << quint64(3) << quint64(12) << 0.03515625 << 0.00920602405592634 << 0.17075798314263393;
    QTest::newRow("5 against 19, exact")
        << quint64(5) << quint64(19) << 0.006610751152038574 << 0.040090704689713944 << 0.23985330650804648;
    QTest::newRow("10 against 15, chi-squared")
        << quint64(10) << quint64(15) << 0.4237107971667936 << -0.05182763643270627 << 0.1518076404319064;
    QTest::newRow("40 against 60, chi-squared")
        << quint64(40) << quint64(60) << 0.05743311963200335 << 0.0020917313588249623 << 0.39782828463797576;
    QTest::newRow("equal") << quint64(2) << quint64(2) << 1.0 << -0.047999516860181064
                           << 0.047999516860181064;
    QTest::newRow("none") << quint64(0) << quint64(0) << 1.0 << -0.027712533980197514 << 0.027712533980197514;
}

void TestStudyStatistics::mcNemar()
{
    QFETCH(quint64, onlyFirst);
    QFETCH(quint64, onlySecond);
    QFETCH(double, pValue);
    QFETCH(double, low);
    QFETCH(double, high);
    const AccuracyDifference found = accuracyDifference({10'000, onlyFirst, onlySecond});
    NEAR(found.points, (static_cast<double>(onlySecond) - static_cast<double>(onlyFirst)) / 100);
    NEAR(found.pValue, pValue);
    NEAR(found.interval.low, low);
    NEAR(found.interval.high, high);
    NEAR(accuracyDifference({10'000, onlySecond, onlyFirst}).pValue, pValue);
}

// R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")
void TestStudyStatistics::holm()
{
    const std::array pValues = {0.01, 0.04, 0.03, 0.005};
    const std::vector<double> adjusted = holmAdjusted(pValues);
    QCOMPARE(adjusted.size(), std::size_t(4));
    NEAR(adjusted[0], 0.03);
    NEAR(adjusted[1], 0.06);
    NEAR(adjusted[2], 0.06);
    NEAR(adjusted[3], 0.02);
    QVERIFY(holmAdjusted({}).empty());
}

// The bootstrap distribution of a mean of n is about normal with the error √((n − 1) ÷ n) s ÷ √n.
void TestStudyStatistics::bootstrapOfAMean()
{
    const Resampled resampled = bootstrapMean(kRates, 7);
    NEAR(resampled.estimate, 606.5);
    const double half = 1.959964 * 1.8729374620745094 * std::sqrt(19.0 / 20);
    QVERIFY(std::abs(resampled.interval.low - (606.5 - half)) < 0.4);
    QVERIFY(std::abs(resampled.interval.high - (606.5 + half)) < 0.4);
    NEAR(resampled.pValue, 0.001);
    const std::array around = {-1.0, 1.0, -2.0, 2.0};
    QVERIFY(bootstrapMean(around, 7).pValue > 0.9);
    QCOMPARE(bootstrapMean(kRates, 7).interval, resampled.interval);
}

void TestStudyStatistics::bootstrapOfAPercentile()
{
    // 200 blocks of ten: latencies 1 … 2,000 in an order that mixes them (701 is prime to 2,000).
    LatencyBlocks base, twice;
    for (int block = 0; block < 200; ++block) {
        base.blocks.emplace_back();
        twice.blocks.emplace_back();
        for (int i = 0; i < 10; ++i) {
            const auto latency = static_cast<float>((block * 10 + i) * 701 % 2'000 + 1);
            base.blocks.back().push_back(latency);
            twice.blocks.back().push_back(2 * latency);
        }
    }
    const auto ratio = bootstrapPercentileLogRatio(std::span(&base, 1), std::span(&twice, 1), 0.99, 3);
    QVERIFY(ratio.has_value());
    NEAR(ratio->estimate, std::log(2.0));
    QVERIFY(ratio->interval.contains(std::log(2.0)));
    QVERIFY(ratio->interval.low > 0.6 && ratio->interval.high < 0.8);
    NEAR(ratio->pValue, 0.001);
    const auto same = bootstrapPercentileLogRatio(std::span(&base, 1), std::span(&base, 1), 0.99, 3);
    QVERIFY(same.has_value());
    QCOMPARE(same->estimate, 0.0);
    QVERIFY(same->interval.contains(0));
    QVERIFY(same->pValue > 0.5);
}

// Two runs that differ by half: whatever is drawn within them, the interval spans that.
void TestStudyStatistics::bootstrapDrawsRunsToo()
{
    LatencyBlocks fast, slow;
    fast.blocks.assign(50, std::vector<float>(10, 10.0F));
    slow.blocks.assign(50, std::vector<float>(10, 15.0F));
    const std::array runs = {fast, slow};
    const auto ratio = bootstrapPercentileLogRatio(runs, runs, 0.5, 3);
    QVERIFY(ratio.has_value());
    NEAR(ratio->interval.low, std::log(10.0 / 15.0));
    NEAR(ratio->interval.high, std::log(15.0 / 10.0));
}

void TestStudyStatistics::bootstrapOfNothing()
{
    const LatencyBlocks none, some{{{1.0F}}}, zero{{{0.0F}}};
    QVERIFY(!bootstrapPercentileLogRatio(std::span(&none, 1), std::span(&some, 1), 0.99, 3));
    QVERIFY(!bootstrapPercentileLogRatio(std::span(&some, 1), std::span(&zero, 1), 0.99, 3));
    QVERIFY(!bootstrapPercentileLogRatio({}, std::span(&some, 1), 0.99, 3));
}

void TestStudyStatistics::meanOfRuns()
{
    const std::array values = {612.0, 598.0, 605.0};
    const RunMean mean = runMean(values);
    NEAR(mean.mean, 605);
    QCOMPARE(mean.runs, std::size_t(3));
    NEAR(*mean.standardDeviation, 7);
    NEAR(mean.interval->low, 587.6110360177477);
    NEAR(mean.interval->high, 622.3889639822523);
    const RunMean single = runMean(std::span(values).first(1));
    QCOMPARE(single.mean, 612.0);
    QVERIFY(!single.standardDeviation && !single.interval);
}

void TestStudyStatistics::runsThatWouldDo()
{
    const std::array scattered = {600.0, 660.0, 560.0}, alike = {600.0, 600.0, 600.0},
                     wild = {1.0, 100.0, 1'000.0};
    QCOMPARE(runsNeeded(runMean(scattered), 0.02), std::optional<std::size_t>(69));
    QCOMPARE(runsNeeded(runMean(alike), 0.02), std::optional<std::size_t>(3));
    QVERIFY(!runsNeeded(runMean(wild), 0.02));
    QVERIFY(!runsNeeded(runMean(std::span(scattered).first(1)), 0.02));
}

void TestStudyStatistics::runsBeyondTheirOwnErrors()
{
    const std::array values = {612.0, 598.0, 605.0};
    NEAR(sameWithinErrors(values, std::array{5.0, 6.0, 7.0}), 0.19808605107279456);
    NEAR(sameWithinErrors(values, std::array{2.0, 2.0, 2.0}), 4.78511739212901e-06); // chi-squared 24.5
}

void TestStudyStatistics::shufflesKeepEveryValue()
{
    std::vector<int> values(100);
    std::iota(values.begin(), values.end(), 0);
    std::vector<int> shuffled = values;
    std::mt19937_64 random(5);
    shuffle(std::span(shuffled), random);
    QVERIFY(shuffled != values);
    QVERIFY(std::is_permutation(values.begin(), values.end(), shuffled.begin()));
    // Every index about as often: 10,000 draws of 8, each 1,250 ± 4 × √(10,000 × 7 ÷ 64).
    std::array<int, 8> drawn{};
    for (int i = 0; i < 10'000; ++i)
        ++drawn[randomIndex(random, drawn.size())];
    for (const int times : drawn)
        QVERIFY2(std::abs(times - 1'250) < 133, qPrintable(QString::number(times)));
}

QTEST_GUILESS_MAIN(TestStudyStatistics)
#include "tst_study_statistics.moc"
