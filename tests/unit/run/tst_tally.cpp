#include "run/tally.h"

#include <QtTest>

using namespace iotbench;

class TallyTest : public QObject {
    Q_OBJECT
private slots:
    void countsByWhatBecameOfARecord();
    void latencyStartsAtThePlannedTime();
    void latencyStartsAtArrivalWithoutAPlan();
    void withoutJudgedAnswersNothingIsRight();
    void saysWhenTheMeanIsStillThere();
    void saysWhenTheMeanIsGoneAndShouldNotBe();
    void saysWhatLinesOutOfRangeLookLike();
    void distinctImagesAreCountedOnceAcrossSources();
    void rowsOfPeersThatHaveGoneAreBounded();
};

namespace {

constexpr std::int64_t kMs = 1'000'000;

Sample classified(std::uint64_t sequence, std::uint8_t label, std::uint8_t predicted)
{
    Sample sample;
    sample.ordinal = sample.sequence = sequence;
    sample.label = label;
    sample.predicted = predicted;
    sample.classified = true;
    sample.arrivalNs = static_cast<std::int64_t>(sequence + 1) * 10 * kMs;
    sample.startNs = sample.arrivalNs + 1 * kMs;
    sample.doneNs = sample.arrivalNs + 3 * kMs;
    sample.decodeNs = 200'000;
    sample.normaliseNs = 100'000;
    sample.inferNs = 1'700'000;
    sample.batch = 1;
    return sample;
}

Sample refused(std::uint64_t sequence, RejectReason reason)
{
    Sample sample = classified(sequence, 0, 0);
    sample.classified = false;
    sample.reason = reason;
    return sample;
}

RunResult resultOf(Tally& tally)
{
    tally.finish();
    RunResult result;
    tally.fill(result);
    return result;
}

} // namespace

void TallyTest::countsByWhatBecameOfARecord()
{
    Tally tally({}, 0);
    tally.openSource(0, "peer", std::nullopt);
    tally.add(classified(0, 3, 3));
    tally.add(classified(1, 3, 5));
    tally.add(refused(2, RejectReason::TooFewValues));
    tally.add(refused(3, RejectReason::TooFewValues));
    Sample left = refused(4, RejectReason::None);
    tally.add(left);
    const RunResult result = resultOf(tally);
    QCOMPARE(result.counts.received, std::uint64_t(5));
    QCOMPARE(result.counts.classified, std::uint64_t(2));
    QCOMPARE(result.counts.right, std::uint64_t(1));
    QCOMPARE(result.counts.rejected, std::uint64_t(2));
    QCOMPARE(result.counts.unclassified, std::uint64_t(1));
    const auto& tooFew = result.rejected[std::size_t(RejectReason::TooFewValues)];
    QCOMPARE(tooFew.count, std::uint64_t(2));
    QCOMPARE(tooFew.firstLines, (std::vector<std::uint64_t>{3, 4}));
    QCOMPARE(result.confusion[3][3], std::uint64_t(1));
    QCOMPARE(result.confusion[3][5], std::uint64_t(1));
    QCOMPARE(result.elapsedS, 0.013); // first arrival 10 ms, last result 23 ms
    QCOMPARE(*result.stages.queueUs, 1'000.0);
    QCOMPARE(*result.stages.decodeUs, 200.0);
    QCOMPARE(*result.stages.normaliseUs, 100.0);
    QCOMPARE(*result.stages.inferUs, 1'700.0);
    QCOMPARE(result.sources.size(), std::size_t(1));
    QCOMPARE(result.sources[0].counts.received, std::uint64_t(5));
    QCOMPARE(result.sources[0].peer, std::string("peer"));
}

void TallyTest::latencyStartsAtThePlannedTime()
{
    StreamPlan plan;
    plan.ratePerS = 100; // due at 0, 10, 20 ms …
    plan.images = 3;
    TallyOptions options;
    options.latencyOrigin = LatencyOrigin::Planned;
    Tally tally(options, 0);
    tally.openSource(0, "stream 1", SourceTally::Planned{Schedule(plan), 5 * kMs});
    QCOMPARE(tally.add(classified(0, 1, 1)), 8 * kMs); // due 5, done 13
    QCOMPARE(tally.add(refused(1, RejectReason::BadLabel)), std::int64_t(-1));
    QCOMPARE(tally.add(classified(2, 1, 1)), 8 * kMs); // due 25, done 33: the refused one had its place
    const RunResult result = resultOf(tally);
    QVERIFY(result.latencyOrigin == LatencyOrigin::Planned);
    QCOMPARE(*result.latency.maxMs, 8.0);
    QCOMPARE(*result.service.maxMs, 2.0); // from 1 ms after arrival to 3 ms after
}

void TallyTest::latencyStartsAtArrivalWithoutAPlan()
{
    Tally tally({}, 0);
    tally.openSource(0, "peer", std::nullopt);
    QCOMPARE(tally.add(classified(0, 1, 1)), 3 * kMs);
}

void TallyTest::withoutJudgedAnswersNothingIsRight()
{
    TallyOptions options;
    options.judged = false;
    Tally tally(options, 0);
    tally.openSource(0, "peer", std::nullopt);
    tally.add(classified(0, 0, 0));
    const RunResult result = resultOf(tally);
    QCOMPARE(result.counts.classified, std::uint64_t(1));
    QCOMPARE(result.counts.right, std::uint64_t(0));
    QCOMPARE(result.confusion[0][0], std::uint64_t(0));
    QVERIFY(!result.rollingAccuracy);
}

void TallyTest::saysWhenTheMeanIsStillThere()
{
    TallyOptions options;
    options.floatsShouldBe = Normalisation::MeanSubtracted;
    Tally tally(options, 0);
    tally.openSource(0, "gateway", std::nullopt);
    tally.setFormat(0, WireFormat::Keras);
    for (std::uint64_t i = 0; i < 100; ++i)
        tally.add(classified(i, 1, 1));
    const auto warnings = tally.takeWarnings();
    QCOMPARE(warnings.size(), std::size_t(1));
    QCOMPARE(warnings[0].english(),
        std::string("gateway: the values look as if the pixel mean had not been subtracted, which the model "
                    "wants: send with -s"));
    QVERIFY(!resultOf(tally).looksAsModelWants);
}

void TallyTest::saysWhenTheMeanIsGoneAndShouldNotBe()
{
    TallyOptions options;
    options.floatsShouldBe = Normalisation::Unit;
    Tally tally(options, 0);
    tally.openSource(0, "gateway", std::nullopt);
    tally.setFormat(0, WireFormat::Keras);
    Sample sample = classified(0, 1, 1);
    sample.negativeSeen = true;
    tally.add(sample);
    tally.finish(); // short streams are looked at too
    const auto warnings = tally.takeWarnings();
    QCOMPARE(warnings.size(), std::size_t(1));
    QVERIFY(warnings[0].english().find("send without -s") != std::string::npos);
}

void TallyTest::saysWhatLinesOutOfRangeLookLike()
{
    Tally tally({}, 0);
    tally.openSource(0, "gateway", std::nullopt);
    tally.setFormat(0, WireFormat::Keras);
    for (std::uint64_t i = 0; i < 20; ++i) {
        Sample sample = refused(i, RejectReason::OutOfRange);
        sample.hint = "values look like 0..255: is this format spark?";
        tally.add(sample);
    }
    const auto warnings = tally.takeWarnings();
    QCOMPARE(warnings.size(), std::size_t(1));
    QCOMPARE(warnings[0].english(), std::string("gateway: values look like 0..255: is this format spark?"));
}

void TallyTest::distinctImagesAreCountedOnceAcrossSources()
{
    TallyOptions options;
    options.reference.knownByConstruction = true;
    Tally tally(options, 0);
    for (std::uint32_t source = 0; source < 2; ++source) {
        tally.openSource(source, "stream", std::nullopt);
        for (std::uint64_t i = 0; i < 5 + source; ++i) {
            Sample sample = classified(i, 1, 1);
            sample.source = source;
            tally.add(sample);
        }
    }
    const RunResult result = resultOf(tally);
    QCOMPARE(result.counts.classified, std::uint64_t(11));
    QCOMPARE(result.counts.distinct, std::uint64_t(6));
    QVERIFY(result.testImagesKnown);
}

void TallyTest::rowsOfPeersThatHaveGoneAreBounded()
{
    Tally tally({}, 0);
    tally.openSource(0, "good", std::nullopt);
    tally.add(classified(0, 1, 1));
    tally.closeSource(0, SourceEnd::EndMark, 100);
    for (std::uint32_t source = 1; source <= 2'000; ++source) {
        tally.openSource(source, "hostile", std::nullopt);
        Sample sample = refused(0, RejectReason::NotANumber);
        sample.source = source;
        tally.add(sample);
        tally.closeSource(source, SourceEnd::BrokenOff, 7);
    }
    const RunResult result = resultOf(tally);
    QVERIFY(result.sources.size() <= Tally::kMostSources + 1);
    QCOMPARE(result.counts.rejected, std::uint64_t(2'000));
    std::uint64_t rejected = 0;
    bool goodKept = false;
    for (const SourceRow& row : result.sources) {
        rejected += row.counts.rejected;
        goodKept = goodKept || (row.peer == "good" && row.counts.classified == 1);
    }
    QCOMPARE(rejected, std::uint64_t(2'000));
    QVERIFY(goodKept);
}

QTEST_GUILESS_MAIN(TallyTest)
#include "tst_tally.moc"
