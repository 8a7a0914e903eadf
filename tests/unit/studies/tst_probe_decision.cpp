// When a probe ends, and how, on slices made by hand.
#include "studies/probe_decision.h"

#include <QtTest>

#include <functional>

using namespace iotbench::studies;

namespace {

// 1,000 images/s are 250 a slice; its full length is 60 s.
ProbePlan planFor(double ratePerS)
{
    ProbePlan plan;
    plan.ratePerS = ratePerS;
    return plan;
}

// Feeds slices until the probe ends, or for a quarter of an hour.
ProbeState played(const ProbePlan& plan, const std::function<ProbeSlice(int)>& slice)
{
    ProbeDecision decision(plan);
    for (int i = 0; i < 3'600 && decision.state().end == ProbeEnd::None; ++i)
        decision.add(slice(i));
    return decision.state();
}

// Every slice alike but for its images over the limit: `many` in every `every`th, none elsewhere.
std::function<ProbeSlice(int)> overInEvery(int every, std::uint64_t many)
{
    return [=](int i) { return ProbeSlice{250, i % every == every - 1 ? many : 0, 5}; };
}

} // namespace

class TestProbeDecision : public QObject {
    Q_OBJECT

private slots:
    void fullLength_data();
    void fullLength();
    void holdsEarly();
    void failsEarly();
    void needsAThousandImagesToHold();
    void confirmingRunGoesToFullLength();
    void onePerCentDecidesAtTheEnd_data();
    void onePerCentDecidesAtTheEnd();
    void settlingIsNotCounted();
    void settlingEndsAfterThreeSeconds();
    void growingBacklogFails();
    void swellingBacklogDoesNot();
    void lostImageFailsAtOnce();
    void lateSenderIsTheLimit();
    void interferenceIsLeftOut();
    void leftOutUntilTheBacklogIsDrained();
    void slowSliceAloneIsNotLeftOut();
    void singleQuarterAtTheEdgeIsNotLeftOut();
    void tooMuchInterferenceDisturbs();
    void decisionWaitsUntilEnoughIsCounted();
    void phaseSetsAreBatches();
    void nothingChangesOnceEnded();
};

void TestProbeDecision::fullLength_data()
{
    QTest::addColumn<double>("ratePerS");
    QTest::addColumn<double>("mostS");
    QTest::addColumn<double>("lengthS");
    QTest::newRow("60,000 images") << 4'000.0 << 60.0 << 15.0;
    QTest::newRow("at least 10 s") << 20'000.0 << 60.0 << 10.0;
    QTest::newRow("at most 60 s") << 500.0 << 60.0 << 60.0;
    QTest::newRow("at most --probe-seconds") << 500.0 << 20.0 << 20.0;
    QTest::newRow("1,000 images of a slow load") << 8.0 << 60.0 << 125.0;
}

void TestProbeDecision::fullLength()
{
    QFETCH(double, ratePerS);
    QFETCH(double, mostS);
    QFETCH(double, lengthS);
    ProbePlan plan = planFor(ratePerS);
    plan.mostS = mostS;
    QCOMPARE(plan.fullLengthS(), lengthS);
}

void TestProbeDecision::holdsEarly()
{
    const ProbeState state = played(planFor(10'000), [](int) { return ProbeSlice{2'500, 0, 5}; });
    QCOMPARE(state.end, ProbeEnd::Holds);
    QVERIFY(!state.nearLimit);
    QCOMPARE(state.settlingS, 1.0);
    QVERIFY(state.countedS >= 3 && state.countedS < 4);
    QVERIFY(state.interval.high < 0.008);
}

void TestProbeDecision::failsEarly()
{
    const ProbeState state = played(planFor(1'000), [](int) { return ProbeSlice{250, 100, 5}; });
    QCOMPARE(state.end, ProbeEnd::Fails);
    QCOMPARE(state.reason, FailReason::OverLimit);
    QCOMPARE(state.share, 0.4);
    QVERIFY(state.countedS < 2.1);
}

// 20 images/s: at 40 s there are 800, and none over.
void TestProbeDecision::needsAThousandImagesToHold()
{
    const ProbeState state = played(planFor(20), [](int) { return ProbeSlice{5, 0, 1}; });
    QCOMPARE(state.end, ProbeEnd::Holds);
    QVERIFY(state.images >= 1'000);
    QCOMPARE(state.countedS, 50.25); // its full length, at the next look
}

void TestProbeDecision::confirmingRunGoesToFullLength()
{
    ProbePlan plan = planFor(1'000);
    plan.toFullLength = true;
    const ProbeState holds = played(plan, overInEvery(4, 0));
    QCOMPARE(holds.end, ProbeEnd::Holds);
    QVERIFY(holds.countedS >= 60);
    const ProbeState fails = played(plan, overInEvery(4, 100));
    QCOMPARE(fails.end, ProbeEnd::Fails);
    QVERIFY(fails.countedS >= 60);
}

void TestProbeDecision::onePerCentDecidesAtTheEnd_data()
{
    QTest::addColumn<int>("over"); // in every fourth slice: of 1,000 images
    QTest::addColumn<bool>("holds");
    QTest::newRow("0.9 %") << 9 << true;
    QTest::newRow("1.0 %") << 10 << true;
    QTest::newRow("1.1 %") << 11 << false;
}

void TestProbeDecision::onePerCentDecidesAtTheEnd()
{
    QFETCH(int, over);
    QFETCH(bool, holds);
    // The slices over the limit end each settling of a second and each second after it alike.
    const ProbeState state = played(planFor(1'000), overInEvery(4, static_cast<std::uint64_t>(over)));
    QCOMPARE(state.end, holds ? ProbeEnd::Holds : ProbeEnd::Fails);
    QVERIFY(state.nearLimit);
    QVERIFY(state.countedS >= 60);
}

// Half of the first second's images are late; the backlog falls only after it.
void TestProbeDecision::settlingIsNotCounted()
{
    const ProbeState state = played(planFor(10'000), [](int i) {
        return i < 4 ? ProbeSlice{2'500, 1'250, static_cast<std::uint64_t>(100 + 10 * i)}
                     : ProbeSlice{2'500, 0, 5};
    });
    QCOMPARE(state.end, ProbeEnd::Holds);
    QCOMPARE(state.settlingS, 1.5);
    QCOMPARE(state.share, 0.0);
}

void TestProbeDecision::settlingEndsAfterThreeSeconds()
{
    const ProbeState state = played(planFor(1'000), [](int i) {
        return ProbeSlice{250, 100, static_cast<std::uint64_t>(i)};
    });
    QCOMPARE(state.settlingS, 3.0);
    QCOMPARE(state.end, ProbeEnd::Fails);
}

// 5 % more than it can do, under a limit of several seconds: no image is over it yet.
void TestProbeDecision::growingBacklogFails()
{
    const ProbeState state = played(planFor(10'000), [](int i) {
        return ProbeSlice{2'375, 0, static_cast<std::uint64_t>(125 * (i + 1) + (i % 3) * 20)};
    });
    QCOMPARE(state.end, ProbeEnd::Fails);
    QCOMPARE(state.reason, FailReason::BacklogGrew);
    QVERIFY(state.countedS < 8);
}

void TestProbeDecision::swellingBacklogDoesNot()
{
    const ProbeState state = played(planFor(10'000), [](int i) {
        return ProbeSlice{2'500, 0, static_cast<std::uint64_t>(200 + 100 * (i % 16))};
    });
    QCOMPARE(state.end, ProbeEnd::Holds);
}

void TestProbeDecision::lostImageFailsAtOnce()
{
    ProbeDecision decision(planFor(1'000));
    QCOMPARE(decision.add({250, 0, 5}).end, ProbeEnd::None);
    QCOMPARE(decision.add({249, 0, 5, 1}).end, ProbeEnd::Fails);
    QCOMPARE(decision.state().reason, FailReason::ImagesLost);
}

void TestProbeDecision::lateSenderIsTheLimit()
{
    const auto end = [](std::uint64_t over, std::uint64_t late, std::uint64_t overSinceSent) {
        return played(planFor(10'000), [=](int) {
            return ProbeSlice{2'500, over, 5, 0, late, 0, overSinceSent};
        }).end;
    };
    QCOMPARE(end(40, 40, 0), ProbeEnd::SenderLimited);
    QCOMPARE(end(40, 40, 40), ProbeEnd::Fails); // over the limit from when they were sent, too
    QCOMPARE(end(40, 20, 0), ProbeEnd::Fails);
    QCOMPARE(end(0, 40, 0), ProbeEnd::Holds); // in spite of it
}

// Every 5 s half a second of others, with every image in it late.
void TestProbeDecision::interferenceIsLeftOut()
{
    const ProbeState state = played(planFor(1'000), [](int i) {
        const bool others = i % 20 == 10 || i % 20 == 11;
        return ProbeSlice{250, others ? 250ULL : 0ULL, 5, 0, 0, others ? 4.0 : 0.0};
    });
    QCOMPARE(state.end, ProbeEnd::Holds);
    QCOMPARE(state.share, 0.0);
    QVERIFY(state.leftOutS > 0);
    QVERIFY(state.leftOutS < (state.leftOutS + state.countedS) / 3);
}

void TestProbeDecision::leftOutUntilTheBacklogIsDrained()
{
    const ProbeState state = played(planFor(1'000), [](int i) {
        const int inCycle = i % 20;
        const bool others = inCycle == 10, late = inCycle >= 10 && inCycle < 14;
        const int backlog = late ? 5 + 40 * (14 - inCycle) : 5;
        return ProbeSlice{
            250, late ? 250ULL : 0ULL, static_cast<std::uint64_t>(backlog), 0, 0, others ? 5.0 : 0.0};
    });
    QCOMPARE(state.end, ProbeEnd::Holds);
    QCOMPARE(state.share, 0.0);
}

void TestProbeDecision::slowSliceAloneIsNotLeftOut()
{
    const ProbeState state = played(planFor(1'000), overInEvery(20, 250));
    QCOMPARE(state.end, ProbeEnd::Fails);
    QCOMPARE(state.leftOutS, 0.0);
}

// A second's mean is over the limit by one quarter in it; the quarters beside it are in as many good seconds
// as bad ones.
void TestProbeDecision::singleQuarterAtTheEdgeIsNotLeftOut()
{
    ProbeDecision decision(planFor(10'000));
    for (int i = 0; i < 40 && decision.state().end == ProbeEnd::None; ++i)
        decision.add({2'500, 0, 5, 0, 0, i == 6 ? 5.0 : 0.0});
    QCOMPARE(decision.state().leftOutS, 0.75); // that quarter and one on each side
}

void TestProbeDecision::tooMuchInterferenceDisturbs()
{
    const ProbeState state = played(planFor(1'000), [](int i) {
        return ProbeSlice{250, 0, 5, 0, 0, i % 8 < 4 ? 3.0 : 0.0};
    });
    QCOMPARE(state.end, ProbeEnd::Disturbed);
    QVERIFY(state.leftOutS > 30 && state.leftOutS < 32); // half of the full length
}

// Others in the first seconds, then quiet: by what is counted it would hold long before they are a third.
void TestProbeDecision::decisionWaitsUntilEnoughIsCounted()
{
    const ProbeState state = played(planFor(10'000), [](int i) {
        return ProbeSlice{2'500, 0, 5, 0, 0, i >= 4 && i < 16 ? 3.0 : 0.0};
    });
    QCOMPARE(state.end, ProbeEnd::Holds);
    QVERIFY(state.countedS >= 2 * state.leftOutS);
    QVERIFY(state.countedS > 5);
}

// One set of phases in four is bad throughout: seen slice by slice that looks sure after a few seconds, set
// by set it does not.
void TestProbeDecision::phaseSetsAreBatches()
{
    const auto slices = [](int i) { return ProbeSlice{250, (i / 8) % 4 == 1 ? 10ULL : 0ULL, 5}; };
    ProbePlan plan = planFor(1'000);
    QCOMPARE(played(plan, slices).end, ProbeEnd::Fails);
    plan.batchS = 2;
    const ProbeState sets = played(plan, slices);
    QVERIFY(sets.countedS >= 60);
    QCOMPARE(sets.settlingS, 2.0);
}

void TestProbeDecision::nothingChangesOnceEnded()
{
    ProbeDecision decision(planFor(1'000));
    decision.add({0, 0, 0, 1});
    const ProbeState ended = decision.state();
    for (int i = 0; i < 8; ++i)
        QCOMPARE(decision.add({250, 0, 5}), ended);
}

QTEST_GUILESS_MAIN(TestProbeDecision)
#include "tst_probe_decision.moc"
