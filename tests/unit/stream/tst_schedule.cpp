// Deadlines, on literal figures. Those of the random pacings were computed by another program from the
// formulas in schedule.h and random_numbers.h.
#include "stream/original_wait.h"
#include "stream/schedule.h"

#include <QtTest>

#include <cmath>
#include <cstdlib>
#include <vector>

using namespace iotbench;

namespace {

StreamPlan plan(Pacing pacing, double ratePerS, std::optional<std::uint64_t> images, std::uint64_t seed = 1)
{
    return {pacing, ratePerS, images, seed, 0};
}

std::vector<std::int64_t> deadlines(Schedule& schedule, std::size_t count)
{
    std::vector<std::int64_t> result;
    for (std::size_t i = 0; i < count; ++i)
        result.push_back(schedule.next());
    return result;
}

std::vector<std::int64_t> deadlines(const StreamPlan& of, std::size_t count)
{
    Schedule schedule(of);
    return deadlines(schedule, count);
}

} // namespace

class TestSchedule : public QObject {
    Q_OBJECT

private slots:
    void firstDeadlines_data();
    void firstDeadlines();
    void spanIsExact_data();
    void spanIsExact();
    void deadlinesNeverGoBack();
    void spreadOfTheGaps();
    void blocksOfAnEndlessStream();
    void timeIsFittedAsImagesAre();
    void equalPlansGiveEqualTimes();
    void constantOverMonths();
    void shares();
    void sharedConstantStreamsInterleave();
    void originalWaits();
    void camerasKeepTheirPhasesForTwoSeconds();
    void camerasOfSlowRates();
};

void TestSchedule::firstDeadlines_data()
{
    using Deadlines = std::vector<std::int64_t>;
    QTest::addColumn<Pacing>("pacing");
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<Deadlines>("expected");
    QTest::newRow("constant") << Pacing::Constant << quint64{1}
                              << Deadlines{0, 1'000'000, 2'000'000, 3'000'000, 4'000'000, 5'000'000};
    QTest::newRow("poisson") << Pacing::Poisson << quint64{1}
                             << Deadlines{0, 1'035'649, 2'061'654, 2'471'524, 4'460'626, 5'000'000};
    QTest::newRow("poisson, other seed") << Pacing::Poisson << quint64{42}
                                         << Deadlines{0, 451'746, 1'172'080, 1'630'251, 4'836'349, 5'000'000};
    QTest::newRow("lognormal") << Pacing::Lognormal << quint64{1}
                               << Deadlines{0, 1'083'556, 2'276'215, 3'328'373, 3'958'760, 5'000'000};
    QTest::newRow("lognormal, other seed")
        << Pacing::Lognormal << quint64{42}
        << Deadlines{0, 748'076, 1'463'892, 2'650'026, 3'879'248, 5'000'000};
}

void TestSchedule::firstDeadlines()
{
    QFETCH(Pacing, pacing);
    QFETCH(quint64, seed);
    QFETCH(std::vector<std::int64_t>, expected);
    const auto found = deadlines(plan(pacing, 1'000, 6, seed), 6);
    for (std::size_t i = 0; i < 6; ++i) // the last bit of log() and exp() may differ between machines
        QVERIFY2(std::llabs(found[i] - expected[i]) <= 1, qPrintable(QString::number(found[i])));
}

void TestSchedule::spanIsExact_data()
{
    QTest::addColumn<Pacing>("pacing");
    QTest::addColumn<double>("rate");
    QTest::addColumn<int>("images");
    QTest::addColumn<qint64>("span");
    for (const auto& [name, pacing] : {std::pair("constant", Pacing::Constant), {"poisson", Pacing::Poisson},
             {"lognormal", Pacing::Lognormal}}) {
        QTest::addRow("%s, 10 images", name) << pacing << 10.0 << 10 << qint64{900'000'000};
        QTest::addRow("%s, 10,000 images", name) << pacing << 1'000.0 << 10'000 << qint64{9'999'000'000};
        QTest::addRow("%s, one block", name) << pacing << 1'000.0 << 4'097 << qint64{4'096'000'000};
        QTest::addRow("%s, one more", name) << pacing << 1'000.0 << 4'098 << qint64{4'097'000'000};
        QTest::addRow("%s, odd rate", name) << pacing << 3.0 << 8 << qint64{2'333'333'333};
    }
}

void TestSchedule::spanIsExact()
{
    QFETCH(Pacing, pacing);
    QFETCH(double, rate);
    QFETCH(int, images);
    QFETCH(qint64, span);
    const auto found = deadlines(plan(pacing, rate, images), static_cast<std::size_t>(images));
    QCOMPARE(found.front(), 0);
    QVERIFY(std::llabs(found.back() - span) <= 1);
}

void TestSchedule::deadlinesNeverGoBack()
{
    for (const Pacing pacing : {Pacing::Constant, Pacing::Poisson, Pacing::Lognormal}) {
        const auto found = deadlines(plan(pacing, 777, 20'000), 20'000);
        QVERIFY(std::is_sorted(found.begin(), found.end()));
    }
}

void TestSchedule::spreadOfTheGaps()
{
    const auto spread = [](const std::vector<std::int64_t>& found) {
        const double mean = static_cast<double>(found.back()) / static_cast<double>(found.size() - 1);
        double squares = 0;
        for (std::size_t i = 1; i < found.size(); ++i)
            squares += std::pow(static_cast<double>(found[i] - found[i - 1]) - mean, 2);
        return std::sqrt(squares / static_cast<double>(found.size() - 1)) / mean;
    };
    for (const double rate : {1.0, 1'000.0, 20'000.0}) { // the same at every rate
        QVERIFY(spread(deadlines(plan(Pacing::Constant, rate, {}), 40'961)) < 1e-4);
        QVERIFY(std::abs(spread(deadlines(plan(Pacing::Poisson, rate, {}), 40'961)) - 1.0) < 0.03);
        QVERIFY(std::abs(spread(deadlines(plan(Pacing::Lognormal, rate, {}), 40'961)) - 0.5) < 0.02);
    }
}

void TestSchedule::blocksOfAnEndlessStream()
{
    const auto found = deadlines(plan(Pacing::Poisson, 1'000, {}), 3 * 4'096 + 1);
    for (std::size_t block = 0; block <= 3; ++block) {
        const auto expected = static_cast<std::int64_t>(block) * 4'096'000'000;
        QVERIFY(std::llabs(found[block * 4'096] - expected) <= 1);
    }
}

// 130 images that 1.3 s make due come when those of a stream of 130 do, and more follow at the rate.
void TestSchedule::timeIsFittedAsImagesAre()
{
    for (const Pacing pacing : {Pacing::Poisson, Pacing::Lognormal}) {
        StreamPlan timed = plan(pacing, 100, {});
        timed.imagesInTime = 130;
        auto found = deadlines(timed, 1'000);
        QVERIFY(found[130] > 1'290'000'000 && found[999] < 12'000'000'000);
        found.resize(130);
        QVERIFY(found == deadlines(plan(pacing, 100, 130), 130));
        timed.images = 100; // the fewer count
        QVERIFY(deadlines(timed, 100) == deadlines(plan(pacing, 100, 100), 100));
    }
}

void TestSchedule::equalPlansGiveEqualTimes()
{
    const StreamPlan lognormal = plan(Pacing::Lognormal, 100, 5'000);
    QVERIFY(deadlines(lognormal, 5'000) == deadlines(lognormal, 5'000));
    StreamPlan other = lognormal;
    other.seed += 1;
    QVERIFY(deadlines(other, 5'000) != deadlines(lognormal, 5'000));
}

void TestSchedule::constantOverMonths()
{
    Schedule schedule(plan(Pacing::Constant, 3, {}));
    for (int i = 0; i < 3'000'000; ++i)
        schedule.next();
    QCOMPARE(
        schedule.next(), 1'000'000'000'000'000); // image 3,000,000 after a million seconds, to the nanosecond
}

void TestSchedule::shares()
{
    const StreamPlan total{Pacing::Poisson, 900, 10, 1, 0};
    const StreamPlan only = shareOf(total, 0, 1);
    QVERIFY(only == total);

    QCOMPARE(shareOf(total, 0, 3).images, std::optional<std::uint64_t>(4));
    QCOMPARE(shareOf(total, 1, 3).images, std::optional<std::uint64_t>(3));
    QCOMPARE(shareOf(total, 2, 3).images, std::optional<std::uint64_t>(3));
    StreamPlan timed = total;
    timed.images.reset();
    timed.imagesInTime = 10;
    QCOMPARE(shareOf(timed, 0, 3).imagesInTime, std::optional<std::uint64_t>(4));
    QCOMPARE(shareOf(timed, 2, 3).imagesInTime, std::optional<std::uint64_t>(3));
    QCOMPARE(shareOf(total, 2, 3).ratePerS, 300.0);
    QCOMPARE(shareOf(total, 0, 3).seed, 1U);
    QCOMPARE(shareOf(total, 1, 3).seed, 10'905'525'725'756'348'110U);
    QCOMPARE(shareOf(total, 2, 3).seed, 2'092'789'425'003'139'053U);
    QCOMPARE(shareOf(total, 2, 3).startOffsetNs, 2'222'222);

    StreamPlan fastest;
    fastest.ratePerS = 0;
    QCOMPARE(shareOf(fastest, 1, 2).startOffsetNs, 0);
    QVERIFY(!shareOf(fastest, 1, 2).images);
}

void TestSchedule::sharedConstantStreamsInterleave()
{
    const StreamPlan total{Pacing::Constant, 1'000, 10, 1, 0};
    std::vector<std::int64_t> all;
    for (unsigned stream = 0; stream < 4; ++stream) {
        const StreamPlan share = shareOf(total, stream, 4);
        for (const std::int64_t deadline : deadlines(share, *share.images))
            all.push_back(deadline);
    }
    std::sort(all.begin(), all.end());
    QVERIFY(all == deadlines(total, 10));
}

void TestSchedule::originalWaits()
{
    // At 1 image/s one standard deviation is a factor of 1.65, at 1,000/s one of 1.0005.
    QCOMPARE(originalWaitNs(1, 0), 617'747'832);
    QCOMPARE(originalWaitNs(1, 1), 1'018'493'990);
    QCOMPARE(originalWaitNs(1'000, 0), 700'000);
    QCOMPARE(originalWaitNs(1'000, 1), 700'350);
    QCOMPARE(originalWaitNs(1'000, -1), 699'650);
}

// 5 cameras of 10 images/s: 100 images to a set of phases, in which each image comes a tenth of a second
// after the one 5 before it.
void TestSchedule::camerasKeepTheirPhasesForTwoSeconds()
{
    StreamPlan of = plan(Pacing::Cameras, 50, {}, 7);
    of.cameraRatePerS = 10;
    const std::vector<std::int64_t> due = deadlines(of, 400);
    for (std::size_t set = 0; set < 4; ++set)
        for (std::size_t i = 0; i < 100; ++i) {
            const std::int64_t inSet = due[100 * set + i] - static_cast<std::int64_t>(set) * 2'000'000'000;
            QVERIFY(inSet >= 0 && inSet < 2'000'000'000);
            QVERIFY(
                i == 0 || inSet >= due[100 * set + i - 1] - static_cast<std::int64_t>(set) * 2'000'000'000);
            if (i >= 5)
                QVERIFY(std::abs(due[100 * set + i] - due[100 * set + i - 5] - 100'000'000) <= 1);
        }
    QVERIFY(std::abs(due[100] - due[0] - 2'000'000'000) > 1); // other phases
    QCOMPARE(deadlines(of, 400), due);
}

// Of 0.3 images/s one image is a set; two cameras send two of them in each 3.3 s.
void TestSchedule::camerasOfSlowRates()
{
    StreamPlan of = plan(Pacing::Cameras, 0.6, {}, 1);
    of.cameraRatePerS = 0.3;
    const std::vector<std::int64_t> due = deadlines(of, 20);
    for (std::size_t i = 0; i < due.size(); ++i)
        QCOMPARE(static_cast<std::int64_t>(static_cast<double>(due[i]) * 0.3e-9),
            static_cast<std::int64_t>(i / 2));
}

QTEST_APPLESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
