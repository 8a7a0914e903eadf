// Where a level changed, whether something grows, and whether a run was steady: on literal series. How often
// on simulated runs: tst_simulated_runs.
#include "example_run.h"
#include "simulated_runs.h"

#include "statistics/level_changes.h"
#include "statistics/level_series.h"
#include "statistics/steadiness.h"
#include "statistics/trend.h"

#include <QtTest>

#include <vector>

using namespace iotbench;

namespace {

// `seconds` of 500 images/s and 1.5 ms of service from second 2 of the run on; from `atS` after that on both
// are `factor` times as high.
RunSeries series(double seconds, double atS, double factor)
{
    RunSeries series{2, 0.02, {}};
    RandomNumbers random(3);
    for (int i = 0; i < static_cast<int>(seconds / 0.02); ++i) {
        const double level = i * 0.02 >= atS ? factor : 1;
        TimeCell& cell = series.cells.emplace_back();
        cell.images = static_cast<std::uint64_t>(std::lround(10 * level + 0.3 * random.normal()));
        cell.serviceNs = 1.5e6 * level * (1 + 0.02 * random.normal()) * static_cast<double>(cell.images);
        cell.latencyNs = cell.serviceNs * 2;
    }
    return series;
}

RunResult limitedRun()
{
    RunResult run = test::exampleRun();
    run.settings.imagesPerSecond = 0;
    run.backlog.reset();
    return run;
}

} // namespace

class TestSteadiness : public QObject {
    Q_OBJECT

private slots:
    void oneStep();
    void slowEverywhereButAtFirst();
    void twoSteps();
    void oneChangeTakesTheOtherBack();
    void smallStepIsNotTold();
    void longSeriesIsPlacedExactly();
    void oneOutlierIsNoLevel();
    void burstIsNoLevel();
    void fewValuesSayNothing();
    void growth();
    void noGrowth();
    void limitedHere();
    void changeOfTheRateIsNamed();
    void changeOfServiceTimeIsNamed();
    void pacedRateIsThePlans();
    void warmingUp_data();
    void warmingUp();
    void shortRunsSayNothing();
};

void TestSteadiness::oneStep()
{
    std::vector<double> values(40, 100);
    for (std::size_t i = 0; i < 40; ++i)
        values[i] = (i < 25 ? 100 : 80) + (i % 2 ? 1 : -1);
    const auto changes = levelChanges(values, 1);
    QCOMPARE(changes.size(), std::size_t(1));
    QCOMPARE(changes[0].at, std::size_t(25));
    QVERIFY(std::abs(changes[0].before - 100) < 0.1);
    QVERIFY(std::abs(changes[0].after - 80) < 0.1);
    QVERIFY(std::abs(changes[0].change() + 0.2) < 0.002);
    QCOMPARE(levelChanges(values, 1), changes); // the same again
}

void TestSteadiness::slowEverywhereButAtFirst()
{
    std::vector<double> values;
    for (int i = 0; i < 60; ++i)
        values.push_back((i < 8 ? 130 : 100) + (i * 7) % 5);
    const auto changes = levelChanges(values, 1);
    QCOMPARE(changes.size(), std::size_t(1));
    QCOMPARE(changes[0].at, std::size_t(8));
}

void TestSteadiness::twoSteps()
{
    std::vector<double> values;
    for (int i = 0; i < 90; ++i)
        values.push_back((i < 30 ? 100 : i < 60 ? 80 : 120) + (i * 7) % 5);
    const auto changes = levelChanges(values, 1);
    QCOMPARE(changes.size(), std::size_t(2));
    QCOMPARE(changes[0].at, std::size_t(30));
    QCOMPARE(changes[1].at, std::size_t(60));
    QVERIFY(std::abs(changes[1].before - changes[0].after) < 1e-12);
}

void TestSteadiness::oneChangeTakesTheOtherBack()
{
    std::vector<double> values;
    for (int i = 0; i < 64; ++i)
        values.push_back((i >= 28 && i < 40 ? 80 : 100) + (i * 7) % 5);
    const auto changes = levelChanges(values, 1);
    QCOMPARE(changes.size(), std::size_t(2));
    QCOMPARE(changes[0].at, std::size_t(28));
    QCOMPARE(changes[1].at, std::size_t(40));
}

void TestSteadiness::smallStepIsNotTold()
{
    std::vector<double> values;
    for (int i = 0; i < 60; ++i)
        values.push_back((i < 30 ? 100 : 96) + 0.1 * ((i * 7) % 5));
    QVERIFY(levelChanges(values, 1).empty());
    QCOMPARE(levelChanges(values, 1, 0.03).size(), std::size_t(1));
}

// A day in pieces of 24 s, slower from the 1,337th on: batches hold 57 pieces.
void TestSteadiness::longSeriesIsPlacedExactly()
{
    RandomNumbers random(1);
    std::vector<double> values;
    for (std::size_t i = 0; i < 3'600; ++i)
        values.push_back((i < 1'337 ? 1 : 0.9) + 0.01 * random.normal());
    const auto changes = levelChanges(values, 1);
    QCOMPARE(changes.size(), std::size_t(1));
    QCOMPARE(changes[0].at, std::size_t(1'337));
}

void TestSteadiness::oneOutlierIsNoLevel()
{
    std::vector<double> values;
    for (int i = 0; i < 64; ++i)
        values.push_back(i == 20 ? 20 : 100 + (i * 7) % 5);
    QVERIFY(levelChanges(values, 1).empty());
}

// Half as fast for 1.4 s of 10: something else ran. Half as fast for 3 s: so was the machine.
void TestSteadiness::burstIsNoLevel()
{
    const auto slowFor = [](int pieces) {
        std::vector<double> values;
        for (int i = 0; i < 60; ++i)
            values.push_back((i >= 25 && i < 25 + pieces ? 50 : 100) + (i * 7) % 5);
        return levelChanges(values, 10.0 / 60).size();
    };
    QCOMPARE(slowFor(8), std::size_t(0));
    QCOMPARE(slowFor(18), std::size_t(2));
}

void TestSteadiness::fewValuesSayNothing()
{
    QVERIFY(levelChanges({}, 1).empty());
    QVERIFY(levelChanges(std::vector<double>(64, 100), 1).empty()); // no spread at all
    std::vector<double> few(19, 100);
    std::fill(few.begin() + 9, few.end(), 50);
    QVERIFY(levelChanges(few, 1).empty());
}

// 1 … 20 with a fixed error of ±1 in turn: SciPy's linregress gives the slope 0.9849624… and its error
// 0.0400…
void TestSteadiness::growth()
{
    std::vector<double> values;
    for (int i = 1; i <= 20; ++i)
        values.push_back(i + (i % 2 ? 1 : -1));
    const auto growth = growthOf(values);
    QVERIFY(growth.has_value());
    // Σ(tᵢ − t̄)(±1) is −10, of Σ(tᵢ − t̄)² = 665.
    QVERIFY(std::abs(growth->growth - 19 * (1 - 10.0 / 665)) < 1e-9);
    const double left = 20 - 100.0 / 665; // of the squares
    const double half
        = 19 * 2.10092204024096 * std::sqrt(left / 18 / 665); // neighbours differ: nothing is widened
    QVERIFY(std::abs(growth->low - (growth->growth - half)) < 1e-6);
    QVERIFY(std::abs(growth->high - (growth->growth + half)) < 1e-6);
    QVERIFY(!growthOf(std::span(values).first(19)));
}

// Queues in steady state, as long as they may take to forget: seldom over 100 ms and sure of it.
void TestSteadiness::noGrowth()
{
    int grew = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        const test::PlayedQueue played = test::playedQueue({"", false, false, 0.9}, 10, seed);
        std::vector<double> means;
        for (const TimeCell& cell :
            played.batches.series(0, static_cast<std::int64_t>(played.seconds * 1e9)).cells)
            means.push_back(cell.latencyNs / static_cast<double>(std::max<std::uint64_t>(1, cell.images)));
        const auto growth = growthOf(means);
        QVERIFY(growth.has_value());
        grew += growth->low > 0;
    }
    QVERIFY2(grew <= 15, qPrintable(QString::number(grew)));
}

void TestSteadiness::limitedHere()
{
    RunResult run = test::exampleRun();
    QVERIFY(!iotbench::limitedHere(run));
    run.settings.imagesPerSecond = 0; // as fast as possible
    QVERIFY(iotbench::limitedHere(run));
    run = test::exampleRun();
    run.backlog->lastResultS = 20; // saturated
    QVERIFY(iotbench::limitedHere(run));
    run = test::exampleRun();
    run.settings.role = Role::Receive;
    run.settings.imagesPerSecond = 0;
    run.backlog.reset();
    QVERIFY(!iotbench::limitedHere(run));
    run.reading = ReadingFacts{4.9, 0, 0}; // of 10 s
    QVERIFY(!iotbench::limitedHere(run));
    run.reading->heldUpS = 5;
    QVERIFY(iotbench::limitedHere(run));
}

void TestSteadiness::changeOfTheRateIsNamed()
{
    RunResult run = limitedRun();
    run.intervals.clear();
    for (int i = 0; i < 60; ++i) {
        IntervalRow row;
        row.startS = 0.25 * i;
        row.lengthS = 0.25;
        row.interference.clockMHz = row.startS < 9 ? 2'400 : 2'000;
        run.intervals.push_back(row);
    }
    const Steadiness steadiness = steadinessOf(run, series(10, 7, 0.8));
    QVERIFY(steadiness.basis == SteadyBasis::Rate);
    QCOMPARE(steadiness.changes.size(), std::size_t(1));
    const SteadyChange& change = steadiness.changes.front();
    QVERIFY2(std::abs(change.atS - 9) < 0.05, qPrintable(QString::number(change.atS)));
    QVERIFY(std::abs(change.before - 500) < 5);
    QVERIFY(std::abs(change.after - 400) < 5);
    QVERIFY(std::abs(*change.seenBefore.clockMHz - 2'400) < 5);
    QVERIFY(std::abs(*change.seenAfter.clockMHz - 2'000) < 5);
    QVERIFY(!change.seenBefore.temperatureC);
    QVERIFY(!steadiness.settledS); // too late
    QVERIFY(steadinessOf(run, series(10, 7, 1)).changes.empty());
}

void TestSteadiness::changeOfServiceTimeIsNamed()
{
    const Steadiness steadiness = steadinessOf(test::exampleRun(), series(10, 5, 1.2));
    QVERIFY(steadiness.basis == SteadyBasis::ServiceTime);
    QCOMPARE(steadiness.changes.size(), std::size_t(1));
    QVERIFY(std::abs(steadiness.changes[0].before - 1.5) < 0.02);
    QVERIFY(std::abs(steadiness.changes[0].after - 1.8) < 0.02);
    QVERIFY(steadiness.backlogGrowthMs && steadiness.backlogGrowthMs->low > 0); // latencies are twice that
}

// Where the sender's plan fixes the rate, its changes are the plan's.
void TestSteadiness::pacedRateIsThePlans()
{
    RunSeries pieces = series(10, 5, 1);
    for (std::size_t i = 0; i < pieces.cells.size() / 2; ++i) {
        TimeCell& cell = pieces.cells[i];
        cell.serviceNs /= static_cast<double>(cell.images);
        cell.images = 1;
    }
    const Steadiness steadiness = steadinessOf(test::exampleRun(), pieces);
    QVERIFY(steadiness.basis == SteadyBasis::ServiceTime);
    QVERIFY(steadiness.changes.empty());
}

void TestSteadiness::warmingUp_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<double>("atS");
    QTest::addColumn<bool>("settles");
    QTest::newRow("at 4 of 15 s") << 15.0 << 4.0 << true;
    QTest::newRow("9 s are left") << 12.0 << 3.0 << false;
    QTest::newRow("in the second third") << 30.0 << 12.0 << false;
    QTest::newRow("at 50 s of ten minutes") << 600.0 << 50.0 << true;
}

void TestSteadiness::warmingUp()
{
    QFETCH(double, seconds);
    QFETCH(double, atS);
    QFETCH(bool, settles);
    const Steadiness steadiness = steadinessOf(limitedRun(), series(seconds, atS, 0.85));
    QCOMPARE(steadiness.changes.size(), std::size_t(1));
    QCOMPARE(steadiness.settledS.has_value(), settles);
    if (settles)
        QVERIFY(std::abs(*steadiness.settledS - (atS + 2)) < 0.1);
}

void TestSteadiness::shortRunsSayNothing()
{
    const Steadiness steadiness = steadinessOf(limitedRun(), series(0.38, 0.2, 0.5)); // 19 pieces
    QCOMPARE(steadiness, Steadiness());
    QCOMPARE(steadinessOf(limitedRun(), {}), Steadiness());
}

QTEST_GUILESS_MAIN(TestSteadiness)
#include "tst_steadiness.moc"
