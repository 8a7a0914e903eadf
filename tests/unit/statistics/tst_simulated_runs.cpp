// How often what is said of a run is true: intervals of rates and percentiles on simulated queues whose truth
// is known, and changes of level on simulated machines.
#include "simulated_runs.h"

#include "statistics/level_changes.h"
#include "statistics/level_series.h"

#include <QtTest>

#include <cmath>

using namespace iotbench;

namespace {

bool isUnsteady(const RunSeries& series)
{
    return !levelChanges(iotbench::ratesOf(series).values, series.cellS).empty();
}

} // namespace

class TestSimulatedRuns : public QObject {
    Q_OBJECT

private slots:
    void intervalsHoldTheTruth_data();
    void intervalsHoldTheTruth();
    void steadyRunsAreSteady_data();
    void steadyRunsAreSteady();
    void changesAreFound_data();
    void changesAreFound();
};

void TestSimulatedRuns::intervalsHoldTheTruth_data()
{
    QTest::addColumn<bool>("evenArrivals");
    QTest::addColumn<bool>("evenServices");
    QTest::addColumn<double>("load");
    QTest::newRow("M/M/1 at 0.5") << false << false << 0.5;
    QTest::newRow("M/M/1 at 0.8") << false << false << 0.8;
    QTest::newRow("M/D/1 at 0.8") << false << true << 0.8;
    QTest::newRow("D/M/1 at 0.8") << true << false << 0.8;
    QTest::newRow("M/M/1 at 0.9") << false << false << 0.9;
    QTest::newRow("M/D/1 at 0.9") << false << true << 0.9;
    QTest::newRow("D/M/1 at 0.9") << true << false << 0.9;
}

// 200 runs of a minute: 95 of 100 ± 4.6 (three standard errors). All counts: bench_statistics.
void TestSimulatedRuns::intervalsHoldTheTruth()
{
    QFETCH(bool, evenArrivals);
    QFETCH(bool, evenServices);
    QFETCH(double, load);
    constexpr int kRuns = 200;
    const test::Queue queue{"", evenArrivals, evenServices, load};
    const double p99 = test::trueQuantileMs(queue, 0.99), perS = load / test::kServiceS;
    int rates = 0, percentiles = 0;
    for (int run = 0; run < kRuns; ++run) {
        const test::PlayedQueue played = test::playedQueue(queue, 60, static_cast<std::uint64_t>(run) + 1);
        const auto rate = played.rate();
        QVERIFY(rate.has_value());
        rates += rate->low <= perS && perS <= rate->high;
        const Bounds bounds = played.batches.latencyIntervals(played.latencies).p99;
        percentiles += bounds.low.value_or(0) <= p99 && p99 <= bounds.high.value_or(INFINITY);
    }
    QVERIFY2(percentiles >= kRuns * 90.4 / 100, qPrintable(QString::number(percentiles)));
    QVERIFY2(percentiles <= kRuns * 99.6 / 100, qPrintable(QString::number(percentiles)));
    if (evenArrivals)
        QCOMPARE(rates, kRuns); // the plan fixes the rate
    else
        QVERIFY2(
            rates >= kRuns * 90.4 / 100 && rates <= kRuns * 99.6 / 100, qPrintable(QString::number(rates)));
}

void TestSimulatedRuns::steadyRunsAreSteady_data()
{
    QTest::addColumn<std::size_t>("machine");
    for (std::size_t i = 0; i < std::size(test::kMachines); ++i)
        QTest::newRow(test::kMachines[i].name) << i;
}

// At most 1 of 100, and three standard errors of 100 runs; all counts: bench_statistics.
void TestSimulatedRuns::steadyRunsAreSteady()
{
    QFETCH(std::size_t, machine);
    int alarms = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed)
        alarms += isUnsteady(test::playedMachine(test::kMachines[machine], seed));
    QVERIFY2(alarms <= 4, qPrintable(QString::number(alarms)));
}

void TestSimulatedRuns::changesAreFound_data()
{
    QTest::addColumn<double>("change");
    QTest::addColumn<int>("least"); // of 100
    QTest::newRow("10 % slower") << -0.1 << 95;
    QTest::newRow("10 % faster") << 0.1 << 95;
    QTest::newRow("7 % slower") << -0.07 << 90;
}

void TestSimulatedRuns::changesAreFound()
{
    QFETCH(double, change);
    QFETCH(int, least);
    int found = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed)
        found += isUnsteady(test::playedMachine(test::kMachines[0], seed, change));
    QVERIFY2(found >= least, qPrintable(QString::number(found)));
}

QTEST_GUILESS_MAIN(TestSimulatedRuns)
#include "tst_simulated_runs.moc"
