// How often comparisons see a difference where there is none, and where there is one: simulated studies whose
// runs scatter as those of real machines did.
#include "statistics/distributions.h"
#include "studies/comparison.h"
#include "studies/statistics/random_index.h"

#include "test_paths.h"

#include <QFile>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <numeric>

using namespace iotbench;
using namespace iotbench::studies;

namespace {

constexpr int kStudies = 2'000;
constexpr std::size_t kPairs = 5;

// Of one setting on one machine: how the logarithms of its runs' rates lie around their mean.
struct Noise {
    QByteArray name;
    std::vector<double> residuals;

    double deviation() const
    {
        double squares = 0;
        for (const double residual : residuals)
            squares += residual * residual;
        return std::sqrt(squares / static_cast<double>(residuals.size()));
    }
};

std::vector<Noise> measuredNoise()
{
    QFile file(test::dataPath(QStringLiteral("studies/repeated_rates.csv")));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.readLine(); // setting,images_per_s
    std::map<QByteArray, std::vector<double>> logs;
    for (const QByteArray& line : file.readAll().split('\n'))
        if (const qsizetype comma = line.lastIndexOf(','); comma > 0)
            logs[line.left(comma)].push_back(std::log(line.mid(comma + 1).toDouble()));
    std::vector<Noise> levels;
    for (const auto& [name, values] : logs) {
        const auto count = static_cast<double>(values.size());
        const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
        levels.push_back({name, {}});
        for (const double value : values) // as wide as the runs' deviation, not as the sample's
            levels.back().residuals.push_back((value - mean) * std::sqrt(count / (count - 1)));
    }
    std::ranges::sort(levels, {}, &Noise::deviation);
    return levels;
}

double uniform(std::mt19937_64& random)
{
    return (static_cast<double>(random() >> 11U) + 0.5) / 9007199254740992.0;
}

// G. E. P. Box, M. E. Muller, Annals of Mathematical Statistics 29 (1958), 610-611.
double normal(std::mt19937_64& random)
{
    const double radius = std::sqrt(-2 * std::log(uniform(random)));
    return radius * std::cos(2 * std::numbers::pi * uniform(random));
}

// A measured residual, smeared by a quarter of the deviation: few runs were measured, and no two runs are
// alike.
double drawn(const Noise& noise, std::mt19937_64& random)
{
    const double smear = noise.deviation() / 4;
    return noise.residuals[randomIndex(random, noise.residuals.size())] + smear * normal(random);
}

// Of kStudies, how many find that `factor` times the rate is higher or lower.
int differing(const Noise& noise, double factor, Pairing pairing)
{
    std::mt19937_64 random(1);
    int found = 0;
    for (int study = 0; study < kStudies; ++study) {
        ComparedSides sides;
        sides.pairing = pairing;
        sides.seed = random();
        for (std::size_t run = 0; run < kPairs; ++run)
            for (auto* side : {&sides.base, &sides.next}) {
                side->emplace_back();
                side->back().imagesPerS
                    = 600 * (side == &sides.next ? factor : 1) * std::exp(drawn(noise, random));
            }
        const MetricDifference rate = compare(sides).front();
        found += rate.word == DifferenceWord::Higher || rate.word == DifferenceWord::Lower ? 1 : 0;
    }
    return found;
}

} // namespace

class TestComparisonHonesty : public QObject {
    Q_OBJECT

private slots:
    void sameSettingsSeldomDiffer_data();
    void sameSettingsSeldomDiffer();
    void fivePercentAreFound();
};

void TestComparisonHonesty::sameSettingsSeldomDiffer_data()
{
    QTest::addColumn<std::size_t>("level");
    QTest::addColumn<bool>("pairs");
    const std::vector<Noise> levels = measuredNoise();
    QVERIFY(levels.size() >= 3);
    for (std::size_t i = 0; i < levels.size(); ++i)
        for (const bool pairs : {true, false})
            QTest::addRow("%s, runs deviate by %.2f %%, %s", levels[i].name.constData(),
                100 * levels[i].deviation(), pairs ? "in pairs" : "apart")
                << i << pairs;
}

void TestComparisonHonesty::sameSettingsSeldomDiffer()
{
    QFETCH(std::size_t, level);
    QFETCH(bool, pairs);
    const int found
        = differing(measuredNoise().at(level), 1, pairs ? Pairing::Interleaved : Pairing::Separate);
    const double atMost = probabilityAtMost(found, kStudies, 0.975);
    qInfo("%d of %d differ: at most %.1f %%", found, kStudies, 100 * atMost);
    QVERIFY(atMost <= 0.065);
}

// On a machine that was left alone, where ten seconds of the same seldom differ by more than a few percent.
void TestComparisonHonesty::fivePercentAreFound()
{
    const Noise quiet{"quiet", {-0.027, -0.018, -0.012, -0.006, -0.002, 0.002, 0.006, 0.012, 0.018, 0.027}};
    const int found = differing(quiet, 1.05, Pairing::Interleaved);
    qInfo("runs deviate by %.2f %%: %d of %d found", 100 * quiet.deviation(), found, kStudies);
    QVERIFY(found >= kStudies * 80 / 100);
}

QTEST_GUILESS_MAIN(TestComparisonHonesty)
#include "tst_comparison_honesty.moc"
