// Every cell of the verdict's table and each of its boundaries, on literal figures.
#include "example_run.h"
#include "statistics/verdict.h"

#include <QtTest>

using namespace iotbench;
using test::exampleRun;

namespace {

std::string firstReason(const Verdict& verdict, Claim claim)
{
    return verdict[claim].reasons.empty() ? std::string() : verdict[claim].reasons.front().what.english();
}

std::string firstAdvice(const Verdict& verdict, Claim claim)
{
    return verdict[claim].reasons.empty() ? std::string() : verdict[claim].reasons.front().advice.english();
}

// Unknown images and `right` of `distinct` = all.
RunResult unknownImages(std::uint64_t images, std::uint64_t right)
{
    RunResult run = exampleRun();
    run.testImagesKnown = false;
    run.card.reset();
    run.counts.received = run.counts.classified = run.counts.distinct = images;
    run.counts.right = right;
    return run;
}

} // namespace

class TestVerdict : public QObject {
    Q_OBJECT

private slots:
    void headlineRunIsValid();
    // complete
    void lostIsInvalid();
    void duplicatedIsInvalid();
    void rejected_data();
    void rejected();
    void timeOutIsAFaultOnlyWhereAnEndMarkWasDue_data();
    void timeOutIsAFaultOnlyWhereAnEndMarkWasDue();
    void brokenOffIsInvalid();
    void sourcesThatEndedAlikeAreOneReason();
    void emptyStreamIsInvalid();
    // accuracy
    void cardComparison_data();
    void cardComparison();
    void chance_data();
    void chance();
    void partlyKnownImagesAreJudgedByBothRules();
    void fewDistinctImagesAreWeak();
    void wrongLookIsWeak();
    void nullEngineIsNotJudged();
    // throughput
    void shortRunIsWeak_data();
    void shortRunIsWeak();
    void debugBuildIsWeak();
    void disturbance_data();
    void disturbance();
    // latency
    void lateSends_data();
    void lateSends();
    void adviceOnLateSends();
    void saturation_data();
    void saturation();
    void withoutAPlanLatencyIsNotJudged();
    void fromArrivalIsSaid();
    // the whole
    void stopByTheUserSaysSo();
    void failureIsInvalid();
    void sendRoleJudgesItsOwn();
    void worstReasonComesFirst();
    void sourceRowsAreJudgedOnTheirOwn();
    void gates_data();
    void gates();
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
    QCOMPARE(firstReason(verdict, Claim::Accuracy),
        std::string("9999 of 10000 predictions are the card's own (9212 right, card 9212)"));
    QVERIFY(!verdict.outcome);
    QVERIFY(verdict.gates.empty());
    QCOMPARE(exitCode(run, verdict), 0);
}

void TestVerdict::lostIsInvalid()
{
    RunResult run = exampleRun();
    run.counts.lost = 1;
    const Verdict verdict = judge(run);
    QCOMPARE(int(verdict[Claim::Complete].judgement), int(Judgement::Invalid));
    QCOMPARE(firstReason(verdict, Claim::Complete), std::string("1 images were lost"));
    QCOMPARE(int(verdict[Claim::Accuracy].judgement), int(Judgement::Valid)); // each claim on its own
    QCOMPARE(int(verdict.overall), int(Judgement::Invalid));
    run.counts.lost.reset(); // cannot be known: no fault
    QCOMPARE(int(judge(run).overall), int(Judgement::Valid));
}

void TestVerdict::duplicatedIsInvalid()
{
    RunResult run = exampleRun();
    run.counts.duplicated = 2;
    QCOMPARE(int(judge(run)[Claim::Complete].judgement), int(Judgement::Invalid));
    QCOMPARE(firstReason(judge(run), Claim::Complete), std::string("2 images came twice"));
}

void TestVerdict::rejected_data()
{
    QTest::addColumn<int>("received");
    QTest::addColumn<int>("rejected");
    QTest::addColumn<int>("judgement");
    QTest::newRow("none") << 10'000 << 0 << int(Judgement::Valid);
    QTest::newRow("one of 10,000") << 10'000 << 1 << int(Judgement::Weak);
    QTest::newRow("0.1 % exactly") << 10'000 << 10 << int(Judgement::Weak);
    QTest::newRow("just over 0.1 %") << 10'000 << 11 << int(Judgement::Invalid);
    QTest::newRow("one of 1,000") << 1'000 << 1 << int(Judgement::Weak);
    QTest::newRow("one of 999") << 999 << 1 << int(Judgement::Invalid);
}

void TestVerdict::rejected()
{
    QFETCH(int, received);
    QFETCH(int, rejected);
    QFETCH(int, judgement);
    RunResult run = exampleRun();
    run.counts.received = static_cast<std::uint64_t>(received);
    run.counts.rejected = static_cast<std::uint64_t>(rejected);
    for (int i = 0; i < rejected; ++i)
        run.rejected[static_cast<std::size_t>(RejectReason::OutOfRange)].add(
            static_cast<std::uint64_t>(7 + i));
    const Verdict verdict = judge(run);
    QCOMPARE(int(verdict[Claim::Complete].judgement), judgement);
    if (rejected == 1 && received == 10'000)
        QCOMPARE(firstReason(verdict, Claim::Complete),
            std::string("1 of 10000 records were refused: 1 ")
                + std::string(toString(RejectReason::OutOfRange)) + " (line 7)");
    if (rejected == 11)
        QCOMPARE(firstReason(verdict, Claim::Complete),
            std::string("11 of 10000 records were refused, over 0.1 %: 11 ")
                + std::string(toString(RejectReason::OutOfRange)) + " (lines 7, 8, 9, 10, 11, …)");
}

void TestVerdict::timeOutIsAFaultOnlyWhereAnEndMarkWasDue_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("judgement");
    QTest::newRow("keras") << int(WireFormat::Keras) << int(Judgement::Invalid);
    QTest::newRow("spark") << int(WireFormat::Spark) << int(Judgement::Valid);
    QTest::newRow("scala") << int(WireFormat::Scala) << int(Judgement::Valid);
    QTest::newRow("cifar") << int(WireFormat::Cifar) << int(Judgement::Valid);
}

void TestVerdict::timeOutIsAFaultOnlyWhereAnEndMarkWasDue()
{
    QFETCH(int, format);
    QFETCH(int, judgement);
    RunResult run = exampleRun();
    run.end = RunEnd::TimedOut;
    run.sources[0].format = static_cast<WireFormat>(format);
    run.sources[0].end = SourceEnd::Idle;
    const Verdict verdict = judge(run);
    QCOMPARE(int(verdict[Claim::Complete].judgement), judgement);
    if (verdict.overall == Judgement::Invalid)
        QCOMPARE(firstReason(verdict, Claim::Complete),
            std::string("127.0.0.1:41234 fell silent for 30 s without the end mark that was due"));
}

void TestVerdict::brokenOffIsInvalid()
{
    RunResult run = exampleRun();
    run.sources[0].end = SourceEnd::BrokenOff;
    QCOMPARE(int(judge(run)[Claim::Complete].judgement), int(Judgement::Invalid));
    QCOMPARE(firstReason(judge(run), Claim::Complete),
        std::string("127.0.0.1:41234 broke off in the middle of an image"));
    run.sources[0].end = SourceEnd::Reset;
    QCOMPARE(int(judge(run)[Claim::Complete].judgement), int(Judgement::Invalid));
    QCOMPARE(
        firstReason(judge(run), Claim::Complete), std::string("the connection to 127.0.0.1:41234 failed"));
    run.sources[0].end = SourceEnd::EndOfFile;
    QCOMPARE(int(judge(run)[Claim::Complete].judgement), int(Judgement::Valid));
}

void TestVerdict::sourcesThatEndedAlikeAreOneReason()
{
    RunResult run = exampleRun();
    run.sources.resize(44, run.sources[0]);
    for (std::size_t i = 0; i < run.sources.size(); ++i) {
        run.sources[i].peer = "10.0.0.1:" + std::to_string(i + 1);
        run.sources[i].end = SourceEnd::BrokenOff;
    }
    const ClaimVerdict complete = judge(run)[Claim::Complete];
    QCOMPARE(complete.reasons.size(), 1U);
    QCOMPARE(complete.reasons[0].what.english(),
        std::string("10.0.0.1:1, 10.0.0.1:2, 10.0.0.1:3 and 41 more broke off in the middle of an image"));

    run.sources.resize(6);
    run.sources[0].end = SourceEnd::Reset;
    run.sources[1].end = SourceEnd::Idle;
    run.sources[5].end = SourceEnd::EndMark;
    const ClaimVerdict mixed = judge(run)[Claim::Complete];
    QCOMPARE(mixed.reasons.size(), 3U);
    QCOMPARE(mixed.reasons[0].what.english(),
        std::string("10.0.0.1:2 fell silent for 30 s without the end mark that was due"));
    QCOMPARE(mixed.reasons[1].what.english(),
        std::string("10.0.0.1:3, 10.0.0.1:4, 10.0.0.1:5 broke off in the middle of an image"));
    QCOMPARE(mixed.reasons[2].what.english(), std::string("the connection to 10.0.0.1:1 failed"));
}

void TestVerdict::emptyStreamIsInvalid()
{
    RunResult run;
    run.settings.role = Role::Receive;
    const Verdict verdict = judge(run);
    QCOMPARE(int(verdict[Claim::Complete].judgement), int(Judgement::Invalid));
    QCOMPARE(firstReason(verdict, Claim::Complete), std::string("no image came"));
    QCOMPARE(int(verdict[Claim::Accuracy].judgement), int(Judgement::NotJudged));
    QCOMPARE(int(verdict[Claim::Throughput].judgement), int(Judgement::NotJudged));
    QCOMPARE(int(verdict[Claim::Latency].judgement), int(Judgement::NotJudged));
    QCOMPARE(exitCode(run, verdict), 3);
}

void TestVerdict::cardComparison_data()
{
    QTest::addColumn<int>("precision");
    QTest::addColumn<quint64>("compared");
    QTest::addColumn<quint64>("right");
    QTest::addColumn<quint64>("cardRight");
    QTest::addColumn<int>("judgement");
    const int fp32 = int(PrecisionAsked::Fp32), bf16 = int(PrecisionAsked::Bf16),
              int8 = int(PrecisionAsked::Int8);
    const int valid = int(Judgement::Valid), invalid = int(Judgement::Invalid);
    QTest::newRow("fp32 equal") << fp32 << quint64(10'000) << quint64(9'212) << quint64(9'212) << valid;
    QTest::newRow("fp32 0.1 point less")
        << fp32 << quint64(10'000) << quint64(9'202) << quint64(9'212) << valid;
    QTest::newRow("fp32 0.11 less") << fp32 << quint64(10'000) << quint64(9'201) << quint64(9'212) << invalid;
    QTest::newRow("fp32 0.11 more") << fp32 << quint64(10'000) << quint64(9'223) << quint64(9'212) << invalid;
    QTest::newRow("fp32 one image of few") << fp32 << quint64(100) << quint64(91) << quint64(92) << valid;
    QTest::newRow("fp32 two images of few") << fp32 << quint64(100) << quint64(90) << quint64(92) << invalid;
    QTest::newRow("fp32 two images of 2,000")
        << fp32 << quint64(2'000) << quint64(1'840) << quint64(1'842) << valid;
    QTest::newRow("fp32 two images of 1,999")
        << fp32 << quint64(1'999) << quint64(1'840) << quint64(1'842) << invalid;
    QTest::newRow("int8 0.3 points") << int8 << quint64(10'000) << quint64(9'182) << quint64(9'212) << valid;
    QTest::newRow("int8 0.31 points")
        << int8 << quint64(10'000) << quint64(9'181) << quint64(9'212) << invalid;
    QTest::newRow("bf16 three images of few") << bf16 << quint64(100) << quint64(89) << quint64(92) << valid;
    QTest::newRow("bf16 four images of few") << bf16 << quint64(100) << quint64(88) << quint64(92) << invalid;
}

void TestVerdict::cardComparison()
{
    QFETCH(int, precision);
    QFETCH(quint64, compared);
    QFETCH(quint64, right);
    QFETCH(quint64, cardRight);
    QFETCH(int, judgement);
    RunResult run = exampleRun();
    run.engine.precision = static_cast<PrecisionAsked>(precision);
    run.counts.classified = compared;
    run.counts.distinct = 1'000; // not the point here
    run.counts.right = right;
    run.card = CardAgreement{compared, right, right, cardRight, {}};
    const Verdict verdict = judge(run);
    QCOMPARE(int(verdict[Claim::Accuracy].judgement), judgement);
    if (right == 9'201)
        QCOMPARE(firstReason(verdict, Claim::Accuracy),
            std::string(
                "9201 right of 10000 test images where the model's card has 9212: over 0.1 points apart"));
}

void TestVerdict::chance_data()
{
    QTest::addColumn<quint64>("images");
    QTest::addColumn<quint64>("right");
    QTest::addColumn<int>("judgement");
    const int valid = int(Judgement::Valid), weak = int(Judgement::Weak), invalid = int(Judgement::Invalid);
    QTest::newRow("91 %") << quint64(10'000) << quint64(9'147) << valid;
    QTest::newRow("10.7 %, as once published") << quint64(10'000) << quint64(1'070) << valid;
    QTest::newRow("10.5 %: low end 9.91 %") << quint64(10'000) << quint64(1'050) << invalid;
    QTest::newRow("10 %") << quint64(10'000) << quint64(1'000) << invalid;
    QTest::newRow("below chance") << quint64(10'000) << quint64(100) << invalid;
    QTest::newRow("3 of 10: low end 10.8 %") << quint64(10) << quint64(3) << weak;
    QTest::newRow("2 of 10: low end 5.7 %") << quint64(10) << quint64(2) << invalid;
}

void TestVerdict::chance()
{
    QFETCH(quint64, images);
    QFETCH(quint64, right);
    QFETCH(int, judgement);
    const Verdict verdict = judge(unknownImages(images, right));
    QCOMPARE(int(verdict[Claim::Accuracy].judgement), judgement);
    if (right == 1'000)
        QCOMPARE(firstReason(verdict, Claim::Accuracy),
            std::string("no better than chance: the 95 % interval is 9.4 to 10.6 %, guessing gives 10 %"));
}

void TestVerdict::partlyKnownImagesAreJudgedByBothRules()
{
    RunResult run = unknownImages(10'000, 1'000);
    run.card = CardAgreement{1'000, 1'000, 920, 920, {}};
    QCOMPARE(int(judge(run)[Claim::Accuracy].judgement), int(Judgement::Invalid));
    run.testImagesKnown = true; // then the card alone decides
    QCOMPARE(int(judge(run)[Claim::Accuracy].judgement), int(Judgement::Valid));
}

void TestVerdict::fewDistinctImagesAreWeak()
{
    RunResult run = exampleRun();
    run.counts.distinct = 1'000;
    QCOMPARE(int(judge(run)[Claim::Accuracy].judgement), int(Judgement::Valid));
    run.counts.distinct = 999;
    QCOMPARE(int(judge(run)[Claim::Accuracy].judgement), int(Judgement::Weak));
    QCOMPARE(
        firstReason(judge(run), Claim::Accuracy), std::string("only 999 different images, fewer than 1000"));
    QCOMPARE(
        firstAdvice(judge(run), Claim::Accuracy), std::string("send more: -t 10000 is the whole test set"));
}

void TestVerdict::wrongLookIsWeak()
{
    RunResult run = exampleRun();
    run.looksAsModelWants = false;
    QCOMPARE(int(judge(run)[Claim::Accuracy].judgement), int(Judgement::Weak));
    QCOMPARE(firstReason(judge(run), Claim::Accuracy),
        std::string("the stream does not look as the model wants it (mean-subtracted)"));
    QCOMPARE(firstAdvice(judge(run), Claim::Accuracy),
        std::string("give the sender -s, so that it subtracts the mean"));
}

void TestVerdict::nullEngineIsNotJudged()
{
    RunResult run = exampleRun();
    run.engine.name = "null";
    run.engine.infers = false;
    const Verdict verdict = judge(run);
    QCOMPARE(int(verdict[Claim::Accuracy].judgement), int(Judgement::NotJudged));
    QCOMPARE(firstReason(verdict, Claim::Accuracy), std::string("the engine null does not infer"));
    QCOMPARE(int(verdict.overall), int(Judgement::Valid));
    QVERIFY(!accuracy(run));
    QVERIFY(!accuracyInterval(run));
    QVERIFY(!recall(run, 3));
}

void TestVerdict::shortRunIsWeak_data()
{
    QTest::addColumn<double>("elapsedS");
    QTest::addColumn<int>("judgement");
    QTest::newRow("9.5 s") << 9.5 << int(Judgement::Valid);
    QTest::newRow("9.499 s") << 9.499 << int(Judgement::Weak);
    QTest::newRow("no time at all") << 0.0 << int(Judgement::NotJudged);
}

void TestVerdict::shortRunIsWeak()
{
    QFETCH(double, elapsedS);
    QFETCH(int, judgement);
    RunResult run = exampleRun();
    run.elapsedS = elapsedS;
    QCOMPARE(int(judge(run)[Claim::Throughput].judgement), judgement);
    run.elapsedS = 4;
    QCOMPARE(firstReason(judge(run), Claim::Throughput), std::string("measured for 4.0 s, under 9.5 s"));
    QCOMPARE(firstAdvice(judge(run), Claim::Throughput),
        std::string("run for 10 s or longer: at this rate that takes -t 25000"));
}

void TestVerdict::debugBuildIsWeak()
{
    RunResult run = exampleRun();
    run.build.optimised = false;
    QCOMPARE(int(judge(run)[Claim::Throughput].judgement), int(Judgement::Weak));
    QCOMPARE(firstReason(judge(run), Claim::Throughput), std::string("this is a debug build"));
}

void TestVerdict::disturbance_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<int>("judgement");
    QTest::newRow("1 %") << 0.01 << int(Judgement::Valid);
    QTest::newRow("1.2 %") << 0.012 << int(Judgement::Weak);
}

void TestVerdict::disturbance()
{
    QFETCH(double, share);
    QFETCH(int, judgement);
    const auto judged = [](const RunResult& run) { return int(judge(run)[Claim::Throughput].judgement); };
    RunResult run = exampleRun();
    run.disturbance = {};
    QCOMPARE(judged(run), int(Judgement::Valid));
    run.disturbance.steal = share;
    QCOMPARE(judged(run), judgement);
    if (judgement == int(Judgement::Weak))
        QCOMPARE(firstReason(judge(run), Claim::Throughput),
            std::string("1.2 % of the CPU time was taken by the hypervisor"));
    run.disturbance = {};
    run.disturbance.thermalThrottled = share;
    QCOMPARE(judged(run), judgement);
    run.disturbance = {};
    run.disturbance.underVoltage = share;
    QCOMPARE(judged(run), judgement);
    if (judgement == int(Judgement::Weak))
        QCOMPARE(firstReason(judge(run), Claim::Throughput),
            std::string("the board's supply voltage was too low for 1.2 % of the time"));
    run.disturbance = {};
    run.disturbance.clockLimited = share;
    QCOMPARE(judged(run), judgement);
    if (judgement == int(Judgement::Weak))
        QCOMPARE(firstReason(judge(run), Claim::Throughput),
            std::string("less clock was allowed than at the start for 1.2 % of the time"));
    run.disturbance = {};
    run.disturbance.quotaThrottled = share;
    QCOMPARE(judged(run), judgement);
    if (judgement == int(Judgement::Weak))
        QCOMPARE(firstAdvice(judge(run), Claim::Throughput),
            std::string("set --workers to no more than the quota of 2.5 CPUs, or lift the quota"));
}

void TestVerdict::lateSends_data()
{
    QTest::addColumn<quint64>("late");
    QTest::addColumn<int>("judgement");
    QTest::newRow("1 % exactly") << quint64(100) << int(Judgement::Valid);
    QTest::newRow("just over 1 %") << quint64(101) << int(Judgement::Weak);
}

void TestVerdict::lateSends()
{
    QFETCH(quint64, late);
    QFETCH(int, judgement);
    RunResult run = exampleRun();
    run.lateness->late = late;
    QCOMPARE(int(judge(run)[Claim::Latency].judgement), judgement);
    if (late == 101)
        QCOMPARE(
            firstReason(judge(run), Claim::Latency), std::string("101 of 10000 sends were late, over 1 %"));
}

void TestVerdict::adviceOnLateSends()
{
    RunResult run = exampleRun();
    run.lateness->late = 500;
    run.lateness->realTime = false;
    QVERIFY(
        firstAdvice(judge(run), Claim::Latency).starts_with("let the sender run in real time (ulimit -r 1"));
    run.lateness->realTime = true; // nothing more to be had there
    QVERIFY(firstAdvice(judge(run), Claim::Latency).starts_with("leave a CPU to the sender"));
}

void TestVerdict::saturation_data()
{
    QTest::addColumn<double>("scheduleS");
    QTest::addColumn<double>("lastResultS"); // after the last planned send
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
    run.lateness->late = 9'000; // back-pressure: the same cause
    run.backlog = Backlog{scheduleS, 0, lastResultS};
    QCOMPARE(saturated(run), expected);
    const Verdict verdict = judge(run);
    QCOMPARE(int(verdict[Claim::Latency].judgement), int(Judgement::Weak));
    if (!expected)
        return;
    QCOMPARE(verdict.outcome->english(), std::string("saturated: 640 of 1000 images/s"));
    QCOMPARE(verdict[Claim::Latency].reasons.size(), std::size_t(1));
    QCOMPARE(firstReason(verdict, Claim::Latency),
        std::string("saturated, so it grows with the length of the run"));
    QCOMPARE(firstAdvice(verdict, Claim::Latency), std::string("ask for less than 640 images/s with -i"));
    QCOMPARE(int(verdict[Claim::Throughput].judgement), int(Judgement::Valid));
    QCOMPARE(int(verdict[Claim::Accuracy].judgement), int(Judgement::Valid));
    QCOMPARE(exitCode(run, verdict), 0);
}

void TestVerdict::withoutAPlanLatencyIsNotJudged()
{
    RunResult run = exampleRun();
    run.settings.imagesPerSecond = 0;
    run.lateness.reset();
    run.backlog.reset();
    run.latencyOrigin = LatencyOrigin::Arrival;
    const Verdict verdict = judge(run);
    QCOMPARE(int(verdict[Claim::Latency].judgement), int(Judgement::NotJudged));
    QCOMPARE(int(verdict.overall), int(Judgement::Valid));
    QVERIFY(!saturated(run));
    QVERIFY(!offeredPerS(run));
}

void TestVerdict::fromArrivalIsSaid()
{
    RunResult run = exampleRun();
    run.settings.role = Role::Receive;
    run.lateness.reset();
    run.backlog.reset();
    run.latencyOrigin = LatencyOrigin::Arrival;
    const Verdict verdict = judge(run);
    QCOMPARE(int(verdict[Claim::Latency].judgement), int(Judgement::Valid));
    QCOMPARE(firstReason(verdict, Claim::Latency), std::string("from arrival: the way to here is not in it"));
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
    run.failure = "cannot listen on 127.0.0.1:10000: port in use";
    const Verdict verdict = judge(run);
    QCOMPARE(
        verdict.outcome->english(), std::string("failed: cannot listen on 127.0.0.1:10000: port in use"));
    QCOMPARE(firstReason(verdict, Claim::Complete), std::string("the run failed before its end"));
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
    run.lateness = Lateness{0, {}};
    run.lateness->all.samples = 10'000;
    run.backlog = Backlog{9.999, 9.999, 9.9995};
    Verdict verdict = judge(run);
    QCOMPARE(int(verdict[Claim::Complete].judgement), int(Judgement::Valid));
    QCOMPARE(int(verdict[Claim::Accuracy].judgement), int(Judgement::NotJudged));
    QCOMPARE(int(verdict[Claim::Throughput].judgement), int(Judgement::Valid));
    QCOMPARE(int(verdict[Claim::Latency].judgement), int(Judgement::Valid));
    QCOMPARE(int(verdict.overall), int(Judgement::Valid));

    run.counts.sent = 0;
    verdict = judge(run);
    QCOMPARE(firstReason(verdict, Claim::Complete), std::string("no image was sent"));
    QCOMPARE(int(verdict.overall), int(Judgement::Invalid));
}

void TestVerdict::worstReasonComesFirst()
{
    RunResult run = exampleRun();
    run.counts.rejected = 1;
    run.counts.lost = 4;
    const Verdict verdict = judge(run);
    QCOMPARE(verdict[Claim::Complete].reasons.size(), std::size_t(2));
    QCOMPARE(int(verdict[Claim::Complete].reasons[0].judgement), int(Judgement::Invalid));
    QCOMPARE(int(verdict[Claim::Complete].reasons[1].judgement), int(Judgement::Weak));
}

void TestVerdict::sourceRowsAreJudgedOnTheirOwn()
{
    SourceRow source = exampleRun().sources[0];
    QVERIFY(sourceComplete(source));
    source.end = SourceEnd::Idle;
    QVERIFY(!sourceComplete(source));
    source.format = WireFormat::Cifar;
    QVERIFY(sourceComplete(source));
    source.counts.rejected = 1;
    QVERIFY(!sourceComplete(source));
    source.counts.rejected = 0;
    source.end = SourceEnd::Open;
    QVERIFY(!sourceComplete(source));
}

void TestVerdict::gates_data()
{
    QTest::addColumn<QString>("gate");
    QTest::addColumn<double>("asked");
    QTest::addColumn<bool>("met");
    QTest::addColumn<QString>("line");
    QTest::newRow("accuracy reached") << "accuracy" << 92.12 << true << "--min-accuracy 92.12 met: 92.12 %";
    QTest::newRow("accuracy missed") << "accuracy" << 92.13 << false
                                     << "--min-accuracy 92.13 missed: 92.12 %";
    QTest::newRow("rate reached") << "rate" << 1000.0 << true << "--require-rate 1000 met: 1000.0 images/s";
    QTest::newRow("rate missed")
        << "rate" << 1000.5 << false
        << "--require-rate 1000.5 missed: 1000.0 images/s, but only 1000 were offered: ask for "
           "more with -i, or for -i max";
    QTest::newRow("p99 reached") << "p99" << 3.0 << true << "--max-p99 3 met: 3.000 ms";
    QTest::newRow("p99 missed") << "p99" << 2.5 << false << "--max-p99 2.5 missed: 3.000 ms";
}

void TestVerdict::gates()
{
    QFETCH(QString, gate);
    QFETCH(double, asked);
    QFETCH(bool, met);
    QFETCH(QString, line);
    RunResult run = exampleRun();
    if (gate == "accuracy")
        run.settings.minAccuracyPct = asked;
    else if (gate == "rate")
        run.settings.requireRatePerS = asked;
    else
        run.settings.maxP99Ms = asked;
    const Verdict verdict = judge(run);
    QCOMPARE(verdict.gates.size(), std::size_t(1));
    QCOMPARE(verdict.gates[0].met, met);
    QCOMPARE(QString::fromStdString(verdict.gates[0].line.english()), line);
    QCOMPARE(verdict.gateMissed(), !met);
    QCOMPARE(int(verdict.overall), int(Judgement::Valid)); // a gate leaves the verdict as it is
    QCOMPARE(exitCode(run, verdict), met ? 0 : 4);
}

void TestVerdict::exitCodes_data()
{
    QTest::addColumn<int>("end");
    QTest::addColumn<bool>("invalid");
    QTest::addColumn<bool>("weak");
    QTest::addColumn<bool>("strict");
    QTest::addColumn<bool>("gateMissed");
    QTest::addColumn<int>("code");
    const int complete = int(RunEnd::Complete), stopped = int(RunEnd::Stopped), failed = int(RunEnd::Failed);
    QTest::newRow("valid") << complete << false << false << false << false << 0;
    QTest::newRow("weak") << complete << false << true << false << false << 0;
    QTest::newRow("weak, strict") << complete << false << true << true << false << 3;
    QTest::newRow("valid, strict") << complete << false << false << true << false << 0;
    QTest::newRow("invalid") << complete << true << false << false << false << 3;
    QTest::newRow("invalid before gate") << complete << true << false << false << true << 3;
    QTest::newRow("gate") << complete << false << false << false << true << 4;
    QTest::newRow("weak and gate") << complete << false << true << false << true << 4;
    QTest::newRow("weak, strict, gate") << complete << false << true << true << true << 3;
    QTest::newRow("stopped before all") << stopped << true << true << true << true << 130;
    QTest::newRow("failed before invalid") << failed << true << false << false << true << 1;
}

void TestVerdict::exitCodes()
{
    QFETCH(int, end);
    QFETCH(bool, invalid);
    QFETCH(bool, weak);
    QFETCH(bool, strict);
    QFETCH(bool, gateMissed);
    QFETCH(int, code);
    RunResult run = exampleRun();
    run.end = static_cast<RunEnd>(end);
    run.settings.strict = strict;
    if (invalid)
        run.counts.lost = 5;
    if (weak)
        run.build.optimised = false;
    if (gateMissed)
        run.settings.maxP99Ms = 0.5;
    QCOMPARE(exitCode(run, judge(run)), code);
}

QTEST_GUILESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
