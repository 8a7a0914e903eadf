// Sweeps: the order of runs, reruns of near-best points, and the Pareto front.
#include "studies/sweep_planner.h"

#include <QtTest>

#include <functional>
#include <map>
#include <set>

using iotbench::Interval;
using namespace iotbench::studies;

namespace {

using Box = std::function<SweepOutcome(const SweepRun&)>;

struct PlayedSweep {
    std::vector<SweepRun> runs;
    std::vector<SweepPoint> points;
};

PlayedSweep played(const SweepPlan& plan, const Box& box)
{
    SweepPlanner planner(plan);
    PlayedSweep sweep;
    while (const auto run = planner.next()) {
        sweep.runs.push_back(*run);
        planner.told(box(*run));
    }
    sweep.points = planner.points();
    return sweep;
}

SweepOutcome outcome(double throughput, std::optional<double> p99Ms, double accuracyPct,
    RunVerdict verdict = RunVerdict::Valid, bool meetsCriteria = true)
{
    return {throughput, p99Ms, accuracyPct, std::nullopt, verdict, meetsCriteria};
}

// Throughputs that stay what they are.
Box steady(std::vector<double> throughputs)
{
    return [=](const SweepRun& run) { return outcome(throughputs[run.point], 10.0, 91.0); };
}

} // namespace

class TestSweepPlanner : public QObject {
    Q_OBJECT

private slots:
    void everyPointOnceARound();
    void seedsAreThoseOfTheRepeat();
    void orderFollowsTheSeed();
    void nearBestAreRunAgain();
    void clearBestIsNotRunAgain();
    void driftFavoursNoPoint();
    void invalidPointIsNotNamed();
    void pointThatMissesACriterionIsNotNamed();
    void pointThatFailedIsOut();
    void paretoFront();
    void accuraciesThatOverlapAreAlike();
    void alikeTheBest();
    void ofOneRunNothingIsAlike();
    void accuracyOfOtherImagesIsNotRanked();
    void keptRatesAreThoseOfTheirPlan();
    void aRateThatOneRunLostIsNotKept();
    void searchesAreComparedByTheirBrackets();
    void stoppedSweepHasPoints();
    void nothingToSweep();
};

void TestSweepPlanner::everyPointOnceARound()
{
    const PlayedSweep sweep = played({.points = 5}, steady({100, 200, 300, 400, 500}));
    QCOMPARE(sweep.runs.size(), std::size_t(15));
    for (std::size_t round = 0; round < 3; ++round) {
        std::set<std::size_t> points;
        for (std::size_t i = 0; i < 5; ++i) {
            points.insert(sweep.runs[5 * round + i].point);
            QCOMPARE(sweep.runs[5 * round + i].repeat, static_cast<unsigned>(round));
        }
        QCOMPARE(points.size(), std::size_t(5));
    }
}

void TestSweepPlanner::seedsAreThoseOfTheRepeat()
{
    for (const SweepRun& run : played({.points = 3, .repeats = 2, .seed = 70}, steady({100, 200, 300})).runs)
        QCOMPARE(run.seed, std::uint64_t{70} + run.repeat);
}

void TestSweepPlanner::orderFollowsTheSeed()
{
    const SweepPlan plan{.points = 8}, other{.points = 8, .seed = 2};
    const Box box = steady({1, 2, 3, 4, 5, 6, 7, 8});
    QCOMPARE(played(plan, box).runs, played(plan, box).runs);
    QVERIFY(played(plan, box).runs != played(other, box).runs);
}

void TestSweepPlanner::nearBestAreRunAgain()
{
    const PlayedSweep sweep = played({.points = 4, .repeats = 2, .seed = 1}, steady({100, 97, 96.9, 98.5}));
    std::map<std::size_t, int> times;
    for (const SweepRun& run : sweep.runs)
        ++times[run.point];
    QCOMPARE(times, (std::map<std::size_t, int>{{0, 4}, {1, 4}, {2, 2}, {3, 4}}));
    QCOMPARE(sweep.runs.back().repeat, 3U);
    QVERIFY(sweep.points[0].best);
    QCOMPARE(sweep.points[1].throughput->runs, std::size_t(4));
}

void TestSweepPlanner::clearBestIsNotRunAgain()
{
    QCOMPARE(played({.points = 2, .repeats = 3, .seed = 1}, steady({100, 90})).runs.size(), std::size_t(6));
}

// A box that loses 2 % from run to run: without rounds and shuffles the points run first would be best by
// far.
void TestSweepPlanner::driftFavoursNoPoint()
{
    std::map<std::size_t, int> named;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        double speed = 100;
        const PlayedSweep sweep = played({.points = 4, .repeats = 3, .seed = seed},
            [&](const SweepRun&) { return outcome(speed *= 0.98, 10.0, 91.0); });
        for (std::size_t point = 0; point < 4; ++point)
            named[point] += sweep.points[point].best;
    }
    for (const auto& [point, times] : named) // 100 ± 4 × √75
        QVERIFY2(std::abs(times - 100) < 35, qPrintable(QString("point %1: %2 times").arg(point).arg(times)));
}

void TestSweepPlanner::invalidPointIsNotNamed()
{
    const PlayedSweep sweep = played({.points = 3, .repeats = 2, .seed = 1}, [](const SweepRun& run) {
        if (run.point == 0)
            return outcome(500, 1.0, 99.0, run.repeat == 1 ? RunVerdict::Invalid : RunVerdict::Valid);
        if (run.point == 1)
            return outcome(400, 10.0, 91.0, RunVerdict::Weak);
        return SweepOutcome{};
    });
    QVERIFY(!sweep.points[0].best && !sweep.points[0].paretoOptimal);
    QCOMPARE(sweep.points[0].verdict, RunVerdict::Invalid);
    QVERIFY(sweep.points[1].best && sweep.points[1].paretoOptimal);
    QCOMPARE(sweep.points[1].verdict, RunVerdict::Weak);
    QVERIFY(!sweep.points[2].throughput && !sweep.points[2].best && !sweep.points[2].paretoOptimal);
    QCOMPARE(sweep.runs.size(), std::size_t(5)); // one that may be named: nothing to run again
}

// The first is fastest by far and too slow for single images.
void TestSweepPlanner::pointThatMissesACriterionIsNotNamed()
{
    const PlayedSweep sweep = played({.points = 2, .repeats = 3, .seed = 1}, [](const SweepRun& run) {
        return run.point == 0 ? outcome(500, 30.0, 91.0, RunVerdict::Valid, run.repeat != 2)
                              : outcome(400, 10.0, 91.0);
    });
    QVERIFY(!sweep.points[0].meetsCriteria && !sweep.points[0].best && !sweep.points[0].paretoOptimal);
    QVERIFY(sweep.points[1].meetsCriteria && sweep.points[1].best);
}

// It is not tried a second time, in whichever round it failed.
void TestSweepPlanner::pointThatFailedIsOut()
{
    for (const unsigned failing : {0U, 1U}) {
        SweepPlanner planner({.points = 3, .repeats = 3, .seed = 1});
        unsigned runs = 0;
        while (const auto run = planner.next()) {
            runs += run->point == 1;
            const bool fails = run->point == 1 && run->repeat == failing;
            planner.told(fails ? SweepOutcome{} : outcome(run->point == 0 ? 100.0 : 50.0, 10.0, 91.0));
        }
        QCOMPARE(runs, failing + 1);
        QCOMPARE(planner.planned(), std::size_t(6 + failing + 1));
        QVERIFY(planner.points()[0].best && !planner.points()[1].best);
    }
}

void TestSweepPlanner::paretoFront()
{
    const std::vector<SweepOutcome> outcomes = {
        outcome(1'000, 20.0, 90.0), // most throughput
        outcome(800, 5.0, 90.0), // least latency
        outcome(700, 20.0, 92.0), // most accuracy
        outcome(700, 6.0, 90.0), // worse than the second in everything but accuracy
        outcome(900, std::nullopt, 90.0), // latency not judged: the first has all and more
        outcome(700, 20.0, 92.0), // as good as the third
    };
    const PlayedSweep sweep = played(
        {.points = 6, .repeats = 1, .seed = 1}, [&](const SweepRun& run) { return outcomes[run.point]; });
    const std::vector<bool> expected = {true, true, true, false, false, true};
    for (std::size_t i = 0; i < expected.size(); ++i)
        QVERIFY2(sweep.points[i].paretoOptimal == expected[i], qPrintable(QString::number(i)));
    QCOMPARE(sweep.points[1].p99Ms, std::optional(5.0));
    QVERIFY(!sweep.points[4].p99Ms);
}

// The slow one classified fewer images, and by luck more of them correctly; the last really is more accurate.
void TestSweepPlanner::accuraciesThatOverlapAreAlike()
{
    const std::vector<Interval> accuracies = {{87, 89}, {86, 92}, {89.5, 91.5}};
    const PlayedSweep sweep = played({.points = 3, .repeats = 2, .seed = 1}, [&](const SweepRun& run) {
        SweepOutcome told = outcome(run.point == 0 ? 900 : 300, std::nullopt, 89);
        told.accuracyInterval = accuracies[run.point];
        return told;
    });
    QVERIFY(sweep.points[0].paretoOptimal && !sweep.points[1].paretoOptimal && sweep.points[2].paretoOptimal);
    QCOMPARE(sweep.points[1].accuracyInterval->low, 86.0);
    QCOMPARE(sweep.points[1].accuracyInterval->high, 92.0);
}

void TestSweepPlanner::alikeTheBest()
{
    const PlayedSweep sweep = played({.points = 3, .repeats = 3, .seed = 1}, [](const SweepRun& run) {
        const double noise = run.repeat % 3 == 0 ? -2 : run.repeat % 3 == 1 ? 0 : 2;
        return outcome((run.point == 0 ? 100 : run.point == 1 ? 99.5 : 80) + noise, 10.0, 91.0);
    });
    QVERIFY(sweep.points[0].best && sweep.points[0].alikeBest);
    QVERIFY(!sweep.points[1].best && sweep.points[1].alikeBest);
    QVERIFY(!sweep.points[2].alikeBest);
}

void TestSweepPlanner::ofOneRunNothingIsAlike()
{
    const PlayedSweep sweep = played({.points = 2, .repeats = 1, .seed = 1}, steady({100, 50}));
    QVERIFY(sweep.points[0].best);
    QVERIFY(!sweep.points[1].alikeBest);
    QVERIFY(!sweep.points[0].throughput->interval);
}

void TestSweepPlanner::accuracyOfOtherImagesIsNotRanked()
{
    const Box box = [](const SweepRun& run) {
        return run.point == 0 ? outcome(100, 10.0, 80.0) : outcome(50, 10.0, 99.0);
    };
    SweepPlan plan{.points = 2, .repeats = 2};
    QVERIFY(played(plan, box).points[1].paretoOptimal);
    plan.ranksAccuracy = false;
    QVERIFY(!played(plan, box).points[1].paretoOptimal);
}

// By chance results of the first came a little faster, each time: what is kept says nothing of that.
void TestSweepPlanner::keptRatesAreThoseOfTheirPlan()
{
    const PlayedSweep sweep = played({.points = 4, .repeats = 3, .seed = 1}, [](const SweepRun& run) {
        const double target = run.point == 3 ? 200 : 300;
        SweepOutcome told = outcome(
            target + (run.point == 0 ? 0.2 : 0.1) + 0.01 * run.repeat, run.point == 1 ? 4.0 : 9.0, 91.0);
        told.keptPerS = target;
        return told;
    });
    QCOMPARE(sweep.points[0].keptPerS, std::optional(300.0));
    QVERIFY(sweep.points[1].best && !sweep.points[0].best); // the shortest p99 of those that kept the most
    QVERIFY(sweep.points[0].alikeBest && sweep.points[2].alikeBest && !sweep.points[3].alikeBest);
    QVERIFY(sweep.points[1].paretoOptimal && !sweep.points[0].paretoOptimal);
}

void TestSweepPlanner::aRateThatOneRunLostIsNotKept()
{
    const PlayedSweep sweep = played({.points = 2, .repeats = 2, .seed = 1}, [](const SweepRun& run) {
        SweepOutcome told = outcome(run.point == 0 && run.repeat == 1 ? 280 : 300, 9.0, 91.0);
        if (*told.throughput == 300)
            told.keptPerS = 300;
        return told;
    });
    QVERIFY(!sweep.points[0].keptPerS && sweep.points[1].keptPerS);
    QVERIFY(sweep.points[1].best && !sweep.points[0].best);
}

void TestSweepPlanner::searchesAreComparedByTheirBrackets()
{
    const std::vector<Interval> brackets
        = {{600, 612}, {604, 616}, {500, 510}, {590, std::numeric_limits<double>::infinity()}, {580, 591}};
    const SweepPlan plan{.points = 5, .repeats = 1, .rerunsNearBest = false};
    const PlayedSweep sweep = played(plan, [&](const SweepRun& run) {
        SweepOutcome told = outcome(brackets[run.point].low, 19.0, 91.0);
        told.bracket = brackets[run.point];
        return told;
    });
    QCOMPARE(sweep.runs.size(), std::size_t(5)); // a search confirms itself
    QVERIFY(sweep.points[1].best);
    QVERIFY(sweep.points[0].alikeBest && !sweep.points[2].alikeBest && sweep.points[3].alikeBest);
    QVERIFY(sweep.points[4].alikeBest); // two searches of the same may differ by as much
    QCOMPARE(sweep.points[0].bracket->high, 612.0);
}

void TestSweepPlanner::stoppedSweepHasPoints()
{
    SweepPlanner planner({.points = 3, .repeats = 3, .seed = 1});
    const std::size_t first = planner.next()->point;
    planner.told(outcome(100, 10.0, 91.0));
    const std::vector<SweepPoint> points = planner.points();
    for (std::size_t i = 0; i < points.size(); ++i) {
        QCOMPARE(points[i].throughput.has_value(), i == first);
        QCOMPARE(points[i].best, i == first);
    }
}

void TestSweepPlanner::nothingToSweep()
{
    SweepPlanner planner({.points = 0, .repeats = 3, .seed = 1});
    QVERIFY(!planner.next());
    QVERIFY(planner.points().empty());
}

QTEST_GUILESS_MAIN(TestSweepPlanner)
#include "tst_sweep_planner.moc"
