#include "run/run_counts.h"

#include "sets_of_images.h"

#include <QtTest>

using namespace iotbench;

class RunCountsTest : public QObject {
    Q_OBJECT
private slots:
    void countsByWhatBecameOfARecord();
    void rateFromResultToResult();
    void confusionHasAsManyRowsAsThereAreClasses();
    void latencyStartsAtTheIntendedTime();
    void aSourceGoesByThePlanOfItsStream();
    void latencyStartsAtArrivalWithoutAPlan();
    void withoutJudgedAnswersNothingIsRight();
    void saysWhenTheMeanIsStillThere();
    void saysWhenTheMeanIsGoneAndShouldNotBe();
    void saysWhatLinesOutOfRangeLookLike();
    void distinctImagesAreCountedOnceAcrossSources();
    void streamsAreComparedWithWhatWasSent();
    void rowsOfSourcesThatHaveGoneAreBounded();
    void endsSurviveFolding();
    void timeBeginsWithTheFirstImage();
    void whatHadToWaitHasNoLatency();
};

namespace {

constexpr std::int64_t kMs = 1'000'000;

Sample classified(std::uint64_t sequence, std::uint8_t label, std::uint8_t predicted)
{
    Sample sample;
    sample.ordinal = sample.sequence = sequence;
    sample.key = sequence + 1;
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
    sample.key = 0;
    sample.classified = false;
    sample.reason = reason;
    return sample;
}

CountingOptions ofClasses(std::size_t classes)
{
    CountingOptions options;
    options.classes = classes;
    return options;
}

CountedImages resultOf(RunCounts& counts)
{
    counts.finish();
    return counts.images();
}

} // namespace

void RunCountsTest::countsByWhatBecameOfARecord()
{
    RunCounts counts(ofClasses(10), 0);
    counts.openSource(0, "peer");
    counts.add(classified(0, 3, 3));
    counts.add(classified(1, 3, 5));
    counts.add(refused(2, RejectReason::TooFewValues));
    counts.add(refused(3, RejectReason::TooFewValues));
    Sample left = refused(4, RejectReason::None);
    counts.add(left);
    const CountedImages result = resultOf(counts);
    QCOMPARE(result.counts.received, std::uint64_t(5));
    QCOMPARE(result.counts.classified, std::uint64_t(2));
    QCOMPARE(result.counts.correct, std::uint64_t(1));
    QCOMPARE(result.counts.rejected, std::uint64_t(2));
    QCOMPARE(result.counts.unclassified, std::uint64_t(1));
    const auto& tooFew = result.rejected[std::size_t(RejectReason::TooFewValues)];
    QCOMPARE(tooFew.count, std::uint64_t(2));
    QCOMPARE(tooFew.firstLines, (std::vector<std::uint64_t>{3, 4}));
    QCOMPARE(result.confusion.at(3, 3), std::uint64_t(1));
    QCOMPARE(result.confusion.at(3, 5), std::uint64_t(1));
    QCOMPARE(result.elapsedS, 0.013); // first arrival 10 ms, last result 23 ms
    QCOMPARE(*result.stages.queueUs, 1'000.0);
    QCOMPARE(*result.stages.decodeUs, 200.0);
    QCOMPARE(*result.stages.normaliseUs, 100.0);
    QCOMPARE(*result.stages.inferUs, 1'700.0);
    QCOMPARE(result.sources.size(), std::size_t(1));
    QCOMPARE(result.sources[0].counts.received, std::uint64_t(5));
    QCOMPARE(result.sources[0].name, std::string("peer"));
}

// Those that came with the first, in one batch, say nothing of how long they took.
void RunCountsTest::rateFromResultToResult()
{
    RunCounts counts(ofClasses(10), 0);
    counts.openSource(0, "peer");
    std::uint64_t ordinal = 0;
    const auto add = [&](std::int64_t doneNs) {
        Sample sample = classified(ordinal++, 3, 3);
        sample.doneNs = doneNs;
        counts.add(sample);
    };
    add(30 * kMs);
    add(30 * kMs);
    QVERIFY(!counts.images().resultsPerS); // all at once
    add(20 * kMs); // by another worker
    add(20 * kMs);
    add(40 * kMs);
    add(60 * kMs);
    QCOMPARE(*resultOf(counts).resultsPerS, 100.0); // 4 in 40 ms
}

void RunCountsTest::confusionHasAsManyRowsAsThereAreClasses()
{
    RunCounts counts(ofClasses(3), 0);
    counts.openSource(0, "peer");
    counts.add(classified(0, 2, 2));
    counts.add(classified(1, 2, 0));
    counts.add(classified(2, 1, 1));
    const CountedImages result = resultOf(counts);
    QCOMPARE(result.confusion.classes(), std::size_t(3));
    QCOMPARE(result.confusion.at(2, 2), std::uint64_t(1));
    QCOMPARE(result.confusion.at(2, 0), std::uint64_t(1));
    QCOMPARE(result.confusion.shown(2), std::uint64_t(2));
    QCOMPARE(result.confusion.shown(0), std::uint64_t(0));
    QCOMPARE(result.content.distinct.byLabel, (std::vector<std::uint64_t>{0, 1, 2}));
}

void RunCountsTest::latencyStartsAtTheIntendedTime()
{
    StreamPlan plan;
    plan.ratePerS = 100; // due at 0, 10, 20 ms …
    plan.images = 3;
    CountingOptions options = ofClasses(10);
    options.plans = {plan};
    RunCounts counts(options, 5 * kMs);
    counts.openSource(0, "stream 1");
    QCOMPARE(counts.add(classified(0, 1, 1)), 8 * kMs); // due 5, done 13
    QCOMPARE(counts.add(refused(1, RejectReason::BadLabel)), std::int64_t(-1));
    QCOMPARE(counts.add(classified(2, 1, 1)), 8 * kMs); // due 25, done 33: the refused one had its place
    const CountedImages result = resultOf(counts);
    QVERIFY(result.latencyOrigin == LatencyOrigin::Intended);
    QCOMPARE(*result.latency.maxMs, 8.0);
    QCOMPARE(*result.service.maxMs, 2.0); // from 1 ms after arrival to 3 ms after
}

void RunCountsTest::aSourceGoesByThePlanOfItsStream()
{
    StreamPlan plan;
    plan.ratePerS = 100;
    CountingOptions options = ofClasses(10);
    options.plans = {plan, plan};
    options.plans[1].startOffsetNs = 4 * kMs;
    RunCounts counts(options, 0);
    counts.openSource(1, "stream 1"); // whatever it is called
    counts.openSource(0, "stream 1");
    counts.openSource(2, "stream 3"); // has none
    Sample sample = classified(0, 1, 1); // came at 10 ms, done at 13 ms
    sample.source = 1;
    QCOMPARE(counts.add(sample), 9 * kMs);
    sample.source = 0;
    QCOMPARE(counts.add(sample), 13 * kMs);
    sample.source = 2;
    QCOMPARE(counts.add(sample), 3 * kMs);
    const CountedImages result = resultOf(counts);
    QCOMPARE(result.sources[1].id, std::optional<std::uint32_t>(1));
    QCOMPARE(result.sources[1].latency.maxMs, std::optional(9.0));
}

void RunCountsTest::latencyStartsAtArrivalWithoutAPlan()
{
    RunCounts counts(ofClasses(10), 0);
    counts.openSource(0, "peer");
    QCOMPARE(counts.add(classified(0, 1, 1)), 3 * kMs);
}

void RunCountsTest::withoutJudgedAnswersNothingIsRight()
{
    CountingOptions options = ofClasses(10);
    options.judged = false;
    RunCounts counts(options, 0);
    counts.openSource(0, "peer");
    counts.add(classified(0, 0, 0));
    const CountedImages result = resultOf(counts);
    QCOMPARE(result.counts.classified, std::uint64_t(1));
    QCOMPARE(result.counts.correct, std::uint64_t(0));
    QCOMPARE(result.confusion.classes(), std::size_t(0));
    QVERIFY(!result.rollingAccuracy);
}

void RunCountsTest::saysWhenTheMeanIsStillThere()
{
    CountingOptions options = ofClasses(10);
    options.floatsShouldBe = Normalisation::MeanSubtracted;
    RunCounts counts(options, 0);
    counts.openSource(0, "gateway");
    counts.setFormat(0, WireFormat::Keras);
    for (std::uint64_t i = 0; i < 100; ++i)
        counts.add(classified(i, 1, 1));
    const auto warnings = counts.takeWarnings();
    QCOMPARE(warnings.size(), std::size_t(1));
    QCOMPARE(warnings[0].english(),
        std::string("gateway: the values look as if the pixel mean had not been subtracted, which the model "
                    "wants: send with -s"));
    QVERIFY(!resultOf(counts).looksAsModelWants);
}

void RunCountsTest::saysWhenTheMeanIsGoneAndShouldNotBe()
{
    CountingOptions options = ofClasses(10);
    options.floatsShouldBe = Normalisation::Unit;
    RunCounts counts(options, 0);
    counts.openSource(0, "gateway");
    counts.setFormat(0, WireFormat::Keras);
    Sample sample = classified(0, 1, 1);
    sample.meanSubtracted = true;
    counts.add(sample);
    counts.finish(); // short streams are looked at too
    const auto warnings = counts.takeWarnings();
    QCOMPARE(warnings.size(), std::size_t(1));
    QVERIFY(warnings[0].english().find("send without -s") != std::string::npos);
}

void RunCountsTest::saysWhatLinesOutOfRangeLookLike()
{
    RunCounts counts(ofClasses(10), 0);
    counts.openSource(0, "gateway");
    counts.setFormat(0, WireFormat::Keras);
    for (std::uint64_t i = 0; i < 20; ++i) {
        Sample sample = refused(i, RejectReason::OutOfRange);
        sample.hint = TR("values look like 0..255: is this format spark?");
        counts.add(sample);
    }
    const auto warnings = counts.takeWarnings();
    QCOMPARE(warnings.size(), std::size_t(1));
    QCOMPARE(warnings[0].english(), std::string("gateway: values look like 0..255: is this format spark?"));
}

void RunCountsTest::distinctImagesAreCountedOnceAcrossSources()
{
    RunCounts counts(ofClasses(10), 0);
    for (std::uint32_t source = 0; source < 2; ++source) {
        counts.openSource(source, "stream");
        for (std::uint64_t i = 0; i < 5 + source; ++i) {
            Sample sample = classified(i, 1, 1);
            sample.source = source;
            counts.add(sample);
        }
    }
    const CountedImages result = resultOf(counts);
    QCOMPARE(result.counts.classified, std::uint64_t(11));
    QCOMPARE(result.content.distinct.images, std::uint64_t(6));
    QCOMPARE(result.content.distinct.correct, std::uint64_t(6));
    QCOMPARE(result.content.inNoSet, std::uint64_t(11)); // there was none to find them in
    QVERIFY(!result.card);
}

void RunCountsTest::streamsAreComparedWithWhatWasSent()
{
    const KnownImages sent(test::imagesOfOneByte(0, 10));
    CountingOptions options = ofClasses(10);
    options.plans.resize(2);
    options.plans[1].firstImage = 5;
    options.sent = &sent;
    RunCounts counts(options, 0);
    for (const std::uint32_t source : {0U, 1U}) {
        counts.openSource(source, "stream");
        for (std::uint64_t i = 0; i < 8; ++i) {
            if (source == 1 && i == 2)
                continue; // on its way
            const std::uint64_t image = (options.plans[source].firstImage + i) % 10;
            Sample sample = i == 4 ? refused(i, RejectReason::BadLabel) : classified(i, 1, 1);
            sample.source = source;
            sample.label = sent.label(image);
            if (i != 4)
                sample.key = sent.hash(image);
            counts.add(sample);
        }
    }
    QCOMPARE(counts.deliveries(), (std::vector<Delivery>{{8, 0, 0}, {8, 1, 0}}));
}

void RunCountsTest::rowsOfSourcesThatHaveGoneAreBounded()
{
    RunCounts counts(ofClasses(10), 0);
    counts.openSource(0, "good");
    counts.add(classified(0, 1, 1));
    counts.closeSource(0, SourceEnd::EndMark, 100);
    for (std::uint32_t source = 1; source <= 2'000; ++source) {
        counts.openSource(source, "hostile");
        Sample sample = refused(0, RejectReason::NotANumber);
        sample.source = source;
        counts.add(sample);
        counts.closeSource(source, SourceEnd::Truncated, 7);
    }
    const CountedImages result = resultOf(counts);
    QVERIFY(result.sources.size() <= RunCounts::kMostSources + 1);
    QCOMPARE(result.counts.rejected, std::uint64_t(2'000));
    std::uint64_t rejected = 0;
    bool goodKept = false;
    for (const SourceRow& row : result.sources) {
        rejected += row.counts.rejected;
        goodKept = goodKept || (row.name == "good" && row.counts.classified == 1);
    }
    QCOMPARE(rejected, std::uint64_t(2'000));
    QVERIFY(goodKept);
}

// One connection is reset, one goes on after its end mark, and hundreds of good ones follow.
void RunCountsTest::endsSurviveFolding()
{
    RunCounts counts(ofClasses(10), 0);
    counts.openSource(0, "reset");
    counts.closeSource(0, SourceEnd::Reset, 7);
    counts.openSource(1, "went on");
    counts.closeSource(1, SourceEnd::WentOn, 7, {90, 3});
    for (std::uint32_t source = 2; source < 602; ++source) {
        counts.openSource(source, "good");
        Sample sample = classified(0, 1, 1);
        sample.source = source;
        counts.add(sample);
        counts.closeSource(source, SourceEnd::EndMark, 7);
    }
    const CountedImages result = resultOf(counts);
    const auto ended = [&result](SourceEnd end) { return result.sourceEnds[std::size_t(end)]; };
    QVERIFY(
        ended(SourceEnd::Reset) == (EndedSources{.count = 1, .firstNames = {"reset"}, .afterEndMark = {}}));
    QVERIFY(ended(SourceEnd::WentOn)
        == (EndedSources{.count = 1, .firstNames = {"went on"}, .afterEndMark = {90, 3}}));
    QVERIFY(ended(SourceEnd::EndMark)
        == (EndedSources{.count = 600, .firstNames = {"good", "good", "good"}, .afterEndMark = {}}));
    QVERIFY(result.sources[0].end == SourceEnd::Reset); // of the row of those that have no row
}

void RunCountsTest::timeBeginsWithTheFirstImage()
{
    RunCounts counts(ofClasses(10), 0);
    counts.openSource(0, "peer");
    counts.add(refused(0, RejectReason::NotANumber)); // came at 10 ms
    QCOMPARE(counts.firstArrivalNs(), std::int64_t(0));
    counts.add(classified(200, 1, 1)); // at 2,010 ms
    counts.add(classified(201, 1, 1)); // done at 2,023 ms
    const CountedImages result = resultOf(counts);
    QCOMPARE(result.elapsedS, 0.013);
    QCOMPARE(*result.sources[0].elapsedS, 0.013);
}

void RunCountsTest::whatHadToWaitHasNoLatency()
{
    RunCounts counts(ofClasses(10), 0);
    counts.openSource(0, "peer");
    Sample waited = classified(0, 1, 1);
    waited.waited = true;
    QCOMPARE(counts.add(waited), std::int64_t(-1));
    QCOMPARE(counts.add(classified(1, 1, 1)), 3 * kMs);
    QCOMPARE(counts.waited(), std::uint64_t(1));
    const CountedImages result = resultOf(counts);
    QCOMPARE(result.counts.classified, std::uint64_t(2));
    QCOMPARE(result.latency.samples, std::uint64_t(1));
    QCOMPARE(result.sources[0].latency.samples, std::uint64_t(1));
    QCOMPARE(result.service.samples, std::uint64_t(2));
}

QTEST_GUILESS_MAIN(RunCountsTest)
#include "tst_run_counts.moc"
