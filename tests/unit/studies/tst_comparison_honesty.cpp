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

// Of one setting on one machine: how the logarithms of its runs' rates lie around their mean, in the order of
// the runs.
struct Noise {
    QByteArray name;
    std::vector<double> residuals;

    bool isOfIdleCores() const { return name.startsWith("two idle cores"); }

    double deviation() const
    {
        double squares = 0;
        for (const double residual : residuals)
            squares += residual * residual;
        return std::sqrt(squares / static_cast<double>(residuals.size()));
    }
};

// As far as one run differs from the next, by either sign: of runs in turn, whose pairs lose what is alike in
// both.
Noise betweenNeighbours(const Noise& noise)
{
    Noise result{noise.name, {}};
    for (std::size_t i = 1; i < noise.residuals.size(); ++i)
        for (const int sign : {-1, 1})
            result.residuals.push_back(
                sign * (noise.residuals[i] - noise.residuals[i - 1]) / std::numbers::sqrt2);
    return result;
}

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

// A measured residual, smeared, for few runs were measured, and no two runs are alike; as widely scattered as
// they are. B. W. Silverman, "Density Estimation for Statistics and Data Analysis" (1986), sections 3.4.2 and
// 6.4.1.
double drawn(const Noise& noise, std::mt19937_64& random)
{
    const double smear = std::pow(0.75 * static_cast<double>(noise.residuals.size()), -0.2);
    const double residual = noise.residuals[randomIndex(random, noise.residuals.size())];
    return (residual + smear * noise.deviation() * normal(random)) / std::hypot(1, smear);
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

// At the median noise of machines that were left alone.
void TestComparisonHonesty::fivePercentAreFound()
{
    std::vector<Noise> idle;
    for (const Noise& noise : measuredNoise())
        if (noise.isOfIdleCores())
            idle.push_back(betweenNeighbours(noise));
    QVERIFY(idle.size() >= 5);
    std::ranges::sort(idle, {}, &Noise::deviation);
    const Noise& middle = idle[idle.size() / 2];
    const int found = differing(middle, 1.05, Pairing::Interleaved);
    qInfo("%s, runs in turn deviate by %.2f %%: %d of %d found", middle.name.constData(),
        100 * middle.deviation(), found, kStudies);
    QVERIFY(found >= kStudies * 80 / 100);
}

QTEST_GUILESS_MAIN(TestComparisonHonesty)
#include "tst_comparison_honesty.moc"
