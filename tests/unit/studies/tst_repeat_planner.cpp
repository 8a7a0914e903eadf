// Repeated runs: which come, and what they say together.
#include "studies/repeat_planner.h"

#include <QtTest>

using namespace iotbench::studies;

class TestRepeatPlanner : public QObject {
    Q_OBJECT

private slots:
    void asksForEachRunOnce();
    void closeRunsAreRepeatable();
    void scatteredRunsAreWeak();
    void twoRunsAreNotEnough();
    void oneRunHasNoInterval();
    void worstRunIsTheStudys();
    void errorsAreJudged();
    void keptRatesAreNoFinding();
    void shortRunsTellNoRate();

private:
    static RepeatAnswer answerOf(std::initializer_list<RepeatOutcome> outcomes)
    {
        RepeatPlanner planner({outcomes.size(), 1});
        for (const RepeatOutcome& outcome : outcomes)
            planner.told(outcome);
        return planner.answer();
    }
};

void TestRepeatPlanner::asksForEachRunOnce()
{
    RepeatPlanner planner({3, 40});
    for (const std::uint64_t seed : {40, 41, 42}) {
        QCOMPARE(planner.next(), std::optional(seed));
        QCOMPARE(planner.next(), std::optional(seed)); // until it is told
        planner.told({600, std::nullopt, RunVerdict::Valid});
    }
    QVERIFY(!planner.next());
}

void TestRepeatPlanner::closeRunsAreRepeatable()
{
    const RepeatAnswer answer = answerOf({{602}, {600}, {598}}); // ± 5.0
    QVERIFY(answer.repeatable);
    QCOMPARE(answer.verdict, RunVerdict::Valid);
    QCOMPARE(answer.figure.mean, 600.0);
    QVERIFY(std::abs(answer.figure.interval->halfWidth() - 4.968) < 0.001); // 4.3027 × 2 ÷ √3
    QVERIFY(!answer.runsNeeded);
}

void TestRepeatPlanner::scatteredRunsAreWeak()
{
    const RepeatAnswer answer = answerOf({{600}, {660}, {560}});
    QVERIFY(!answer.repeatable);
    QCOMPARE(answer.verdict, RunVerdict::Weak);
    QCOMPARE(answer.runsNeeded, std::optional<std::size_t>(69));
}

void TestRepeatPlanner::twoRunsAreNotEnough()
{
    const RepeatAnswer answer = answerOf({{600}, {600}});
    QVERIFY(!answer.repeatable);
    QCOMPARE(answer.runsNeeded, std::optional<std::size_t>(3));
}

void TestRepeatPlanner::oneRunHasNoInterval()
{
    const RepeatAnswer answer = answerOf({{600, 5}});
    QVERIFY(!answer.repeatable && !answer.runsNeeded && !answer.errorsHonest && !answer.figure.interval);
}

void TestRepeatPlanner::worstRunIsTheStudys()
{
    const auto verdict = [](RunVerdict third) {
        return answerOf({{600}, {600, std::nullopt, RunVerdict::Weak}, {600, std::nullopt, third}}).verdict;
    };
    QCOMPARE(verdict(RunVerdict::Valid), RunVerdict::Weak);
    QCOMPARE(verdict(RunVerdict::Invalid), RunVerdict::Invalid);
}

void TestRepeatPlanner::errorsAreJudged()
{
    QCOMPARE(answerOf({{612, 5}, {598, 6}, {605, 7}}).errorsHonest, std::optional(true)); // p = 0.20
    QCOMPARE(answerOf({{612, 2}, {598, 2}, {605, 2}}).errorsHonest, std::optional(false)); // p = 0.000005
    QVERIFY(!answerOf({{612, 5}, {598}, {605, 7}}).errorsHonest);
}

void TestRepeatPlanner::keptRatesAreNoFinding()
{
    const RepeatOutcome kept{600, 5, RunVerdict::Valid, RateFound::Kept}, measured{600, 5};
    const RepeatAnswer all = answerOf({kept, kept, kept});
    QVERIFY(all.keptByAll() && !all.measured() && !all.repeatable && !all.runsNeeded && !all.errorsHonest);
    QCOMPARE(all.verdict, RunVerdict::Valid);
    const RepeatAnswer some = answerOf({kept, measured, kept});
    QVERIFY(!some.keptByAll() && !some.measured() && !some.repeatable);
    QCOMPARE(some.kept, std::size_t(2));
    QCOMPARE(some.verdict, RunVerdict::Weak);
}

void TestRepeatPlanner::shortRunsTellNoRate()
{
    const RepeatOutcome shortRun{600, {}, RunVerdict::Valid, RateFound::TooShort};
    const RepeatAnswer answer = answerOf({{600}, shortRun, {600}});
    QVERIFY(!answer.measured() && !answer.repeatable && !answer.runsNeeded);
    QCOMPARE(answer.tooShort, std::size_t(1));
    QCOMPARE(answer.verdict, RunVerdict::Weak);
}

QTEST_GUILESS_MAIN(TestRepeatPlanner)
#include "tst_repeat_planner.moc"
