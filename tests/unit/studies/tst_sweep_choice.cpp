// Which point of a sweep is named under each rule.
#include "studies/sweep_choice.h"

#include <QtTest>

#include <vector>

using iotbench::Interval;
using namespace iotbench::studies;

namespace {

SweepCandidate candidate(
    double throughput, std::optional<double> p99Ms, std::optional<Interval> p99Interval = {})
{
    return {throughput, p99Ms, p99Interval, true};
}

} // namespace

class TestSweepChoice : public QObject {
    Q_OBJECT

private slots:
    void withinTheLimitIsTheWholeInterval()
    {
        QVERIFY(standingOf(candidate(1, 4.9, Interval{4.7, 5.1}), 5) == LimitStanding::MayBeOver);
        QVERIFY(standingOf(candidate(1, 4.9, Interval{4.8, 5.0}), 5) == LimitStanding::Within);
        QVERIFY(standingOf(candidate(1, 5.0), 5) == LimitStanding::Within); // of a single run
        QVERIFY(standingOf(candidate(1, 5.1, Interval{4.0, 6.2}), 5) == LimitStanding::Over);
        QVERIFY(standingOf(candidate(1, {}), 5) == LimitStanding::Unknown);
    }

    void eachRule()
    {
        std::vector<SweepCandidate> all{candidate(100, 1), candidate(200, 2),
            candidate(300, 9, Interval{8, 10}), candidate(400, {}), candidate(500, 0.5)};
        all.back().nameable = false;
        QCOMPARE(chosen(all, SweepRule::Fastest), std::optional<std::size_t>(3));
        QCOMPARE(chosen(all, SweepRule::ShortestP99), std::optional<std::size_t>(0));
        QCOMPARE(chosen(all, SweepRule::FastestWithin, 9.5), std::optional<std::size_t>(1));
        QCOMPARE(chosen(all, SweepRule::FastestWithin, 10), std::optional<std::size_t>(2));
        QVERIFY(!chosen(all, SweepRule::FastestWithin, 0.9));
        QVERIFY(!chosen({}, SweepRule::Fastest));
    }
};

QTEST_GUILESS_MAIN(TestSweepChoice)
#include "tst_sweep_choice.moc"
