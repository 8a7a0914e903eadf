// The rate after a burst with which a stream began, on streams made here.
#include "statistics/caught_up_rate.h"

#include <QtTest>

#include <random>

using namespace iotbench;

class TestCaughtUpRate : public QObject {
    Q_OBJECT

private slots:
    void afterABurst_data();
    void afterABurst();
    void withoutABurst_data();
    void withoutABurst();
    void chanceIsNoBurst();
};

namespace {

constexpr double kCellS = 0.04;

RunSeries evenly(std::size_t cells, std::uint64_t images)
{
    return {.cellS = kCellS, .cells = std::vector<TimeCell>(cells, TimeCell{.images = images})};
}

// The first so many cells have so many images each.
RunSeries begun(RunSeries series, std::size_t cells, std::uint64_t images)
{
    std::fill_n(series.cells.begin(), cells, TimeCell{.images = images});
    return series;
}

} // namespace

Q_DECLARE_METATYPE(iotbench::RunSeries)

void TestCaughtUpRate::afterABurst_data()
{
    QTest::addColumn<RunSeries>("series");
    QTest::newRow("in one cell") << begun(evenly(300, 8), 1, 500);
    QTest::newRow("for a third of the run") << begun(evenly(300, 8), 100, 20);
    QTest::newRow("for most of the run") << begun(evenly(300, 8), 260, 20);
    RunSeries few = evenly(400, 0);
    for (std::size_t i = 0; i < few.cells.size(); i += 5)
        few.cells[i].images = 40;
    QTest::newRow("between pieces without images") << begun(few, 1, 500);
    QTest::newRow("of a tenth of the images") << begun(evenly(300, 8), 3, 88);
}

void TestCaughtUpRate::afterABurst()
{
    QFETCH(const RunSeries, series);
    const auto rate = rateAfterBurst(series);
    QVERIFY(rate && *rate > 7.9 / kCellS && *rate < 8.3 / kCellS);
}

void TestCaughtUpRate::withoutABurst_data()
{
    QTest::addColumn<RunSeries>("series");
    QTest::newRow("nothing") << RunSeries{};
    QTest::newRow("even") << evenly(300, 8);
    QTest::newRow("slower at first") << begun(evenly(300, 8), 50, 2);
    QTest::newRow("too short") << begun(evenly(33, 8), 2, 100);
    QTest::newRow("hardly anything else") << begun(evenly(300, 8), 290, 20);
    QTest::newRow("of 1 % of the images") << begun(evenly(300, 8), 1, 32);
    RunSeries bursts = evenly(300, 2);
    for (std::size_t i = 0; i < bursts.cells.size(); i += 30)
        bursts.cells[i].images = 300;
    QTest::newRow("one of many") << bursts;
}

void TestCaughtUpRate::withoutABurst()
{
    QFETCH(const RunSeries, series);
    QVERIFY(!rateAfterBurst(series));
}

// Independent arrivals, few and many, and the same after a burst of a fifth of the images.
void TestCaughtUpRate::chanceIsNoBurst()
{
    std::mt19937_64 random(1); // NOLINT(cert-msc32-c,cert-msc51-cpp): the same streams each time
    int alarms = 0, runs = 0, found = 0;
    for (const double mean : {0.2, 1.0, 10.0, 100.0}) {
        for (int run = 0; run < 500; ++run, ++runs) {
            RunSeries series = evenly(400, 0);
            std::poisson_distribution<std::uint64_t> images(mean);
            for (TimeCell& cell : series.cells)
                cell.images = images(random);
            alarms += rateAfterBurst(series).has_value();
            series.cells[0].images += static_cast<std::uint64_t>(mean * 100) + 40;
            found += rateAfterBurst(series).has_value();
        }
    }
    QVERIFY2(alarms <= runs / 1000, qPrintable(QString::number(alarms)));
    QVERIFY2(found >= runs * 99 / 100, qPrintable(QString::number(found)));
}

QTEST_APPLESS_MAIN(TestCaughtUpRate)
#include "tst_caught_up_rate.moc"
