// What becomes of a run's claims: the verdict on the whole, its outcome, criteria and exit code, on literal
// figures. The claims' own rules are tested by tst_claims.
#include "example_run.h"
#include "statistics/verdict.h"

#include <QtTest>

using namespace iotbench;
using test::exampleRun;

class TestVerdict : public QObject {
    Q_OBJECT

private slots:
    void headlineRunIsValid();
    void emptyStreamIsInvalid();
    void nullEngineIsNotJudged();
    void saturation_data();
    void saturation();
    void withoutAPlanLatencyIsNotJudged();
    void stopByTheUserSaysSo();
    void failureIsInvalid();
    void sendRoleJudgesItsOwn();
    void sourceRowsAreJudgedOnTheirOwn();
    void criteria_data();
    void criteria();
    void exitCodes_data();
    void exitCodes();
};

void TestVerdict::headlineRunIsValid()
{
    const RunResult run = exampleRun();
    const Verdict verdict = judge(run);
    QCOMPARE(int(verdict.overall), int(Judgement::Valid));
    for (std::size_t i = 0; i < kClaimCount; ++i) {
        QCOMPARE(std::size_t(verdict.claims[i].claim), i);
        QCOMPARE(int(verdict.claims[i].judgement), int(Judgement::Valid));
    }
    QVERIFY(!verdict.outcome);
    QVERIFY(verdict.criteria.empty());
    QCOMPARE(exitCode(run, verdict), 0);
}

void TestVerdict::emptyStreamIsInvalid()
{
    RunResult run;
    run.settings.role = Role::Receive;
    const Verdict verdict = judge(run);
    QCOMPARE(int(verdict[Claim::Complete].judgement), int(Judgement::Invalid));
    QCOMPARE(int(verdict[Claim::Accuracy].judgement), int(Judgement::NotJudged));
    QCOMPARE(int(verdict[Claim::Throughput].judgement), int(Judgement::NotJudged));
    QCOMPARE(int(verdict[Claim::Latency].judgement), int(Judgement::NotJudged));
    QCOMPARE(exitCode(run, verdict), 3);
}

void TestVerdict::nullEngineIsNotJudged()
{
    RunResult run = exampleRun();
    run.engine.name = "null";
    run.engine.infers = false;
    const Verdict verdict = judge(run);
    QCOMPARE(int(verdict[Claim::Accuracy].judgement), int(Judgement::NotJudged));
    QCOMPARE(int(verdict.overall), int(Judgement::Valid));
    QVERIFY(!accuracy(run));
    QVERIFY(!accuracyInterval(run));
    QVERIFY(!recall(run, 3));
}

void TestVerdict::saturation_data()
{
    QTest::addColumn<double>("scheduleS");
    QTest::addColumn<double>("lastResultS"); // after the last intended send time
    QTest::addColumn<bool>("expected");
    QTest::newRow("2 % of 10 s exactly") << 10.0 << 0.2 << false;
    QTest::newRow("over 2 % of 10 s") << 10.0 << 0.2001 << true;
    QTest::newRow("100 ms of a short one") << 1.0 << 0.1 << false;
    QTest::newRow("over 100 ms of a short one") << 1.0 << 0.1001 << true;
}

void TestVerdict::saturation()
{
    QFETCH(double, scheduleS);
    QFETCH(double, lastResultS);
    QFETCH(bool, expected);
    RunResult run = exampleRun();
    run.elapsedS = 15.625;
    run.sendDelay->late = 9'000; // back-pressure: the same cause
    run.backlog = Backlog{scheduleS, 0, lastResultS};
    QCOMPARE(saturated(run), expected);
    const Verdict verdict = judge(run);
    if (!expected) {
        QCOMPARE(int(verdict[Claim::Latency].judgement), int(Judgement::Weak));
        return;
    }
    QCOMPARE(int(verdict[Claim::Latency].judgement), int(Judgement::NotJudged));
    QCOMPARE(int(verdict.overall), int(Judgement::Valid));
    QCOMPARE(verdict.outcome->english(), std::string("saturated: 640 of 1000 images/s"));
    QCOMPARE(verdict[Claim::Latency].reasons.size(), std::size_t(1));
    QCOMPARE(int(verdict[Claim::Throughput].judgement), int(Judgement::Valid));
    QCOMPARE(int(verdict[Claim::Accuracy].judgement), int(Judgement::Valid));
    QCOMPARE(exitCode(run, verdict), 0);
}

void TestVerdict::withoutAPlanLatencyIsNotJudged()
{
    RunResult run = exampleRun();
    run.settings.imagesPerSecond = 0;
    run.sendDelay.reset();
    run.backlog.reset();
    run.latencyOrigin = LatencyOrigin::Arrival;
    const Verdict verdict = judge(run);
    QCOMPARE(int(verdict[Claim::Latency].judgement), int(Judgement::NotJudged));
    QCOMPARE(int(verdict.overall), int(Judgement::Valid));
    QVERIFY(!saturated(run));
    QVERIFY(!offeredPerS(run));
}

void TestVerdict::stopByTheUserSaysSo()
{
    RunResult run = exampleRun();
    run.end = RunEnd::Stopped;
    run.counts.classified = 5'000;
    run.counts.unclassified = 12;
    run.counts.lost = 88; // on their way at the stop
    const Verdict verdict = judge(run);
    QCOMPARE(
        verdict.outcome->english(), std::string("stopped by the user after 5000 images were classified"));
    QCOMPARE(int(verdict[Claim::Complete].judgement), int(Judgement::NotJudged));
    QCOMPARE(int(verdict[Claim::Accuracy].judgement), int(Judgement::Valid));
    QCOMPARE(exitCode(run, verdict), 130);

    run.counts.duplicated = 1; // a fault all the same
    QCOMPARE(int(judge(run)[Claim::Complete].judgement), int(Judgement::Invalid));
    QCOMPARE(exitCode(run, judge(run)), 130);
}

void TestVerdict::failureIsInvalid()
{
    RunResult run = exampleRun();
    run.end = RunEnd::Failed;
    run.failure = verbatim("cannot listen on 127.0.0.1:10000: port in use");
    const Verdict verdict = judge(run);
    QCOMPARE(
        verdict.outcome->english(), std::string("failed: cannot listen on 127.0.0.1:10000: port in use"));
    QCOMPARE(int(verdict.overall), int(Judgement::Invalid));
    QCOMPARE(exitCode(run, verdict), 1);
}

void TestVerdict::sendRoleJudgesItsOwn()
{
    RunResult run;
    run.settings.role = Role::Send;
    run.settings.imagesPerSecond = 1000;
    run.counts.sent = 10'000;
    run.elapsedS = 9.999;
    run.sendDelay = SendDelay{0, {}};
    run.sendDelay->all.samples = 10'000;
    run.backlog = Backlog{9.999, 9.999, 9.9995};
    Verdict verdict = judge(run);
    QCOMPARE(int(verdict[Claim::Complete].judgement), int(Judgement::Valid));
    QCOMPARE(int(verdict[Claim::Accuracy].judgement), int(Judgement::NotJudged));
    QCOMPARE(int(verdict[Claim::Throughput].judgement), int(Judgement::Valid));
    QCOMPARE(int(verdict[Claim::Latency].judgement), int(Judgement::Valid));
    QCOMPARE(int(verdict.overall), int(Judgement::Valid));

    run.counts.sent = 0;
    verdict = judge(run);
    QCOMPARE(int(verdict.overall), int(Judgement::Invalid));
}

void TestVerdict::sourceRowsAreJudgedOnTheirOwn()
{
    SourceRow source = exampleRun().sources[0];
    QVERIFY(sourceComplete(source));
    for (const SourceEnd end :
        {SourceEnd::Silent, SourceEnd::NoEndMark, SourceEnd::WentOn, SourceEnd::Reset}) {
        source.end = end;
        QVERIFY(!sourceComplete(source));
    }
    source.end = SourceEnd::Idle;
    QVERIFY(sourceComplete(source));
    source.counts.rejected = 1;
    QVERIFY(!sourceComplete(source));
    source.counts.rejected = 0;
    source.end = SourceEnd::Open;
    QVERIFY(!sourceComplete(source));
}

namespace {

struct CriterionRow {
    const char* name;
    double asked;
    bool met;
    const char* line;
    void (*change)(RunResult& run) = [](RunResult&) {};
    int exitCode = 4; // where missed
};

void distinctImages(RunResult& run, std::uint64_t images, std::uint64_t correct)
{
    run.content.distinct = {images, images, correct, {}};
    run.content.distinct.byLabel.assign(cifar10::kClassCount, images / cifar10::kClassCount);
    run.content.distinct.byLabel[0] += images % cifar10::kClassCount;
    run.card.reset();
}

void received(RunResult& run)
{
    run.settings.role = Role::Receive;
    run.sendDelay.reset();
    run.backlog.reset();
    run.latencyOrigin = LatencyOrigin::Arrival;
}

void busy(RunResult& run)
{
    run.interference.others = {30, 28};
    run.interference.idlePercent = 4;
}

void saturate(RunResult& run)
{
    run.elapsedS = 15.625;
    run.resultsPerS = 641;
    run.backlog->lastResultS = 15.6;
}

void overAtOnce(RunResult& run)
{
    run.settings.imagesPerSecond = 1e7;
    run.counts.sent = 40;
    run.backlog = Backlog{3.9e-6, 3.9e-6, 0.025};
    run.resultsPerS = 1616;
    run.elapsedS = 0.025;
}

void growBacklog(RunResult& run)
{
    run.backlog = Backlog{9.999, 9.999, 10.12};
    run.resultsPerS = 988;
    run.steadiness.backlogGrowthMs = Growth{118, 110, 126};
}

void atFullSpeed(RunResult& run)
{
    run.settings.imagesPerSecond = 0;
    run.sendDelay.reset();
    run.backlog.reset();
    run.latencyOrigin = LatencyOrigin::Arrival;
}

const std::vector<CriterionRow> kAccuracyCriteria = {
    {"reached", 92.12, true, "--min-accuracy 92.12 met: 92.12 %"},
    {"missed", 92.13, false, "--min-accuracy 92.13 missed: 92.12 %"},
    {"each distinct image once", 93, false, "--min-accuracy 93 missed: 92.12 %",
        [](RunResult& run) { run.counts.correct = run.counts.classified = 50'000; }},
    {"100 distinct images", 92, true, "--min-accuracy 92 met: 93.00 %",
        [](RunResult& run) { distinctImages(run, 100, 93); }},
    {"99 distinct images", 92, false, "--min-accuracy 92 missed: it takes 100 distinct images, there were 99",
        [](RunResult& run) { distinctImages(run, 99, 93); }},
    {"one image, wrong", 92, false, "--min-accuracy 92 missed: 0.00 %",
        [](RunResult& run) { distinctImages(run, 1, 0); }},
    {"one image a thousand times", 92, false,
        "--min-accuracy 92 missed: it takes 100 distinct images, there were 1",
        [](RunResult& run) {
            run.counts.classified = run.counts.correct = 1'000;
            distinctImages(run, 1, 1);
        }},
    {"stopped by the user", 92, false, "--min-accuracy 92 cannot be met: the user stopped the run",
        [](RunResult& run) { run.end = RunEnd::Stopped; }, 130},
    {"labels replaced by predictions", 92, false,
        "--min-accuracy 92 cannot be met, for accuracy is INVALID: the labels are not the set's: 788 of "
        "10000 test images came under another, over 0.1 %",
        [](RunResult& run) {
            run.card.reset();
            distinctImages(run, 10'000, 10'000);
            run.content.otherLabels = 788;
        },
        3},
    {"no answers", 1, false,
        "--min-accuracy 1 cannot be met, for accuracy is not judged: the engine null does not infer",
        [](RunResult& run) {
            run.engine.name = "null";
            run.engine.infers = false;
        }},
};

const std::vector<CriterionRow> kRateCriteria = {
    {"the target was kept", 1000, true, "--require-rate 1000 met: the target rate of 1000 images/s was kept",
        [](RunResult& run) { run.elapsedS = 10.02; }},
    {"over the target", 1000.5, false,
        "--require-rate 1000.5 missed: 999.9 images/s at a target rate of only 1000: raise it with -i, or "
        "use "
        "-i max"},
    {"saturated, reached", 640.5, true, "--require-rate 640.5 met: 641.0 images/s", saturate},
    {"saturated, missed", 900, false, "--require-rate 900 missed: 641.0 images/s", saturate},
    {"2 % under the plan", 1000, true, "--require-rate 1000 met: the target rate of 1000 images/s was kept",
        [](RunResult& run) { run.resultsPerS = 980.5; }},
    {"over 2 % under the plan, all within 0.1 s of it", 1000, false,
        "--require-rate 1000 missed: 960.0 images/s, and the run is too short to tell whether the target "
        "rate of 1000 images/s can be kept",
        [](RunResult& run) {
            run.counts.sent = 2'000;
            run.backlog = Backlog{1.999, 1.999, 2.09};
            run.resultsPerS = 960;
            run.elapsedS = 2.09;
        }},
    {"over long before it can fall behind", 1e7, false,
        "--require-rate 10000000 missed: 1616.0 images/s, and the run is too short to tell whether the "
        "target rate of 10000000 images/s can be kept",
        overAtOnce},
    {"over at once, reached", 1500, false,
        "--require-rate 1500 missed: 1616.0 images/s over 0.025 s, and it takes a second or longer to tell",
        overAtOnce},
    {"kept for half a second", 1000, false,
        "--require-rate 1000 missed: 999.9 images/s, and the run is too short to tell whether the target "
        "rate of 1000 images/s can be kept",
        [](RunResult& run) {
            run.counts.sent = 500;
            run.backlog = Backlog{0.499, 0.499, 0.501};
            run.elapsedS = 0.501;
        }},
    {"random gaps: by the plan", 1000, true,
        "--require-rate 1000 met: the target rate of 1000 images/s was kept",
        [](RunResult& run) {
            run.backlog = Backlog{9.9999, 9.9999, 10.001}; // one image short
            run.resultsPerS = 999.8;
        }},
    {"random gaps: less than the rate", 1000, false,
        "--require-rate 1000 missed: 934.5 images/s, for only 934.49 images/s were offered",
        [](RunResult& run) {
            run.backlog = Backlog{10.7, 10.7, 10.702};
            run.resultsPerS = 934.5;
        }},
    {"random gaps: less than the rate, but what is required", 930, true,
        "--require-rate 930 met: the target rate of 1000 images/s was kept",
        [](RunResult& run) {
            run.backlog = Backlog{10.7, 10.7, 10.702};
            run.resultsPerS = 934.5;
        }},
    {"cameras: one image of each short", 1000, true,
        "--require-rate 1000 met: the target rate of 1000 images/s was kept",
        [](RunResult& run) {
            run.settings.pacing = Pacing::Cameras;
            run.settings.cameraRatePerS = 10;
            run.backlog = Backlog{10.099, 10.099, 10.101};
            run.resultsPerS = 990;
        }},
    {"cameras: more than one image of each short", 1000, false,
        "--require-rate 1000 missed: 989.9 images/s, for only 989.9 images/s were offered",
        [](RunResult& run) {
            run.settings.pacing = Pacing::Cameras;
            run.settings.cameraRatePerS = 10;
            run.backlog = Backlog{10.101, 10.101, 10.103};
            run.resultsPerS = 989.9;
        }},
    {"stopped by the user", 1000, false, "--require-rate 1000 cannot be met: the user stopped the run",
        [](RunResult& run) { run.end = RunEnd::Stopped; }, 130},
    {"the backlog grew", 1000, false, "--require-rate 1000 missed: 988.0 images/s, and the backlog grew",
        growBacklog},
    {"the backlog grew, reached", 980, true, "--require-rate 980 met: 988.0 images/s", growBacklog},
    {"the backlog grew, over the target", 2000, false,
        "--require-rate 2000 missed: 988.0 images/s at a target rate of only 1000: raise it with -i, or use "
        "-i max",
        growBacklog},
    {"suspended", 100, false, "--require-rate 100 cannot be met: the program was suspended for 2.50 s",
        [](RunResult& run) { run.interference.suspendedS = 2.5; }},
    {"a short run, which a hypervisor stopped for longer than 1 % of it", 150, true,
        "--require-rate 150 met: 160.0 images/s",
        [](RunResult& run) {
            run.settings.imagesPerSecond = 0;
            run.elapsedS = 2;
            run.resultsPerS = 160;
            run.interference.suspendedS = 0.05;
        }},
    {"from result to result", 999.5, true, "--require-rate 999.5 met: 999.9 images/s",
        [](RunResult& run) {
            received(run);
            run.elapsedS = 11; // the first image took a second
        }},
    {"the receiver came late", 201, false,
        "--require-rate 201 missed: 200.0 images/s once the receiver had caught up",
        [](RunResult& run) {
            received(run);
            run.reading = ReadingFacts{.caughtUpPerS = 200};
        }},
    {"the receiver came late, and was fast enough later", 199, true, "--require-rate 199 met: 200.0 images/s",
        [](RunResult& run) {
            received(run);
            run.reading = ReadingFacts{.caughtUpPerS = 200};
        }},
    {"all at one time", 10, false, "--require-rate 10 missed: a rate takes results at two times",
        [](RunResult& run) {
            received(run);
            run.resultsPerS.reset();
        }},
    {"nothing measured", 10, false,
        "--require-rate 10 cannot be met, for throughput is not judged: nothing to measure it by",
        [](RunResult& run) { run.elapsedS = 0; }},
};

const std::vector<CriterionRow> kLatencyCriteria = {
    {"reached", 3, true, "--max-p99 3 met: 3.000 ms"},
    {"missed", 2.5, false, "--max-p99 2.5 missed: 3.000 ms"},
    {"too few", 1000, false, "--max-p99 1000 missed: a p99 takes 1000 images, there were 10000",
        [](RunResult& run) { run.latency.p99Ms.reset(); }},
    {"suspended", 1000, false, "--max-p99 1000 cannot be met: the program was suspended for 2.50 s",
        [](RunResult& run) { run.interference.suspendedS = 2.5; }},
    {"suspended while others sent", 1000, false,
        "--max-p99 1000 cannot be met, for latency is not judged: the program was suspended for 2.50 s",
        [](RunResult& run) {
            received(run);
            run.interference.suspendedS = 2.5;
        }},
    {"beside other programs", 3, true, "--max-p99 3 met: 3.000 ms", busy},
    {"received beside other programs", 3, false,
        "--max-p99 3 cannot be met, for images may have arrived unseen: other programs used 30.0 % of the "
        "CPU "
        "time, and 4.0 % was idle",
        [](RunResult& run) {
            received(run);
            busy(run);
        }},
    {"missed beside other programs", 2.5, false, "--max-p99 2.5 missed: 3.000 ms",
        [](RunResult& run) {
            received(run);
            busy(run);
        }},
    {"at full speed", 1000, false,
        "--max-p99 1000 cannot be met, for latency is not judged: there were no intended send times to "
        "measure it from",
        atFullSpeed},
    {"saturated", 1000, false,
        "--max-p99 1000 cannot be met, for latency is not judged: saturated, so it grows with the length of "
        "the run",
        saturate},
};

struct Criteria {
    const char* name;
    const std::vector<CriterionRow>& rows;
    std::optional<double> Settings::*setting;
};
const std::vector<Criteria> kCriteria = {{"accuracy", kAccuracyCriteria, &Settings::minAccuracyPct},
    {"rate", kRateCriteria, &Settings::requireRatePerS}, {"p99", kLatencyCriteria, &Settings::maxP99Ms}};

} // namespace

void TestVerdict::criteria_data()
{
    QTest::addColumn<std::size_t>("criterion");
    QTest::addColumn<std::size_t>("index");
    for (std::size_t criterion = 0; criterion < kCriteria.size(); ++criterion)
        for (std::size_t i = 0; i < kCriteria[criterion].rows.size(); ++i)
            QTest::addRow("%s: %s", kCriteria[criterion].name, kCriteria[criterion].rows[i].name)
                << criterion << i;
}

void TestVerdict::criteria()
{
    QFETCH(std::size_t, criterion);
    QFETCH(std::size_t, index);
    const CriterionRow& row = kCriteria[criterion].rows[index];
    RunResult run = exampleRun();
    row.change(run);
    const Judgement without = judge(run).overall;
    run.settings.*kCriteria[criterion].setting = row.asked;
    const Verdict verdict = judge(run);
    QCOMPARE(verdict.criteria.size(), std::size_t(1));
    QCOMPARE(QString::fromStdString(verdict.criteria[0].line.english()), QString(row.line));
    QCOMPARE(verdict.criteria[0].met, row.met);
    QCOMPARE(verdict.criterionMissed(), !row.met);
    QCOMPARE(int(verdict.overall), int(without)); // a criterion leaves the verdict as it is
    QCOMPARE(exitCode(run, verdict), row.met ? 0 : row.exitCode);
}

void TestVerdict::exitCodes_data()
{
    QTest::addColumn<int>("end");
    QTest::addColumn<bool>("invalid");
    QTest::addColumn<bool>("weak");
    QTest::addColumn<bool>("strict");
    QTest::addColumn<bool>("criterionMissed");
    QTest::addColumn<int>("code");
    const int complete = int(RunEnd::Complete), stopped = int(RunEnd::Stopped), failed = int(RunEnd::Failed);
    QTest::newRow("valid") << complete << false << false << false << false << 0;
    QTest::newRow("weak") << complete << false << true << false << false << 0;
    QTest::newRow("weak, strict") << complete << false << true << true << false << 3;
    QTest::newRow("valid, strict") << complete << false << false << true << false << 0;
    QTest::newRow("invalid") << complete << true << false << false << false << 3;
    QTest::newRow("invalid before criterion") << complete << true << false << false << true << 3;
    QTest::newRow("criterion") << complete << false << false << false << true << 4;
    QTest::newRow("weak and criterion") << complete << false << true << false << true << 4;
    QTest::newRow("weak, strict, criterion") << complete << false << true << true << true << 3;
    QTest::newRow("stopped before all") << stopped << true << true << true << true << 130;
    QTest::newRow("failed before invalid") << failed << true << false << false << true << 1;
}

void TestVerdict::exitCodes()
{
    QFETCH(int, end);
    QFETCH(bool, invalid);
    QFETCH(bool, weak);
    QFETCH(bool, strict);
    QFETCH(bool, criterionMissed);
    QFETCH(int, code);
    RunResult run = exampleRun();
    run.end = static_cast<RunEnd>(end);
    run.settings.strict = strict;
    if (invalid)
        run.counts.lost = 5;
    if (weak)
        run.build.optimised = false;
    if (criterionMissed)
        run.settings.maxP99Ms = 0.5;
    QCOMPARE(exitCode(run, judge(run)), code);
}

QTEST_GUILESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
