// Which load is probed next, and what the answer is, with boxes that answer by rule.
#include "studies/search_planner.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>
#include <vector>

using namespace iotbench::studies;

namespace {

using Box = std::function<ProbeOutcome(const ProbeRequest&)>;

struct PlayedSearch {
    std::vector<ProbeRequest> requests;
    SearchAnswer answer;
};

ProbeOutcome outcome(ProbeEnd end)
{
    ProbeOutcome result;
    result.end = end;
    return result;
}

// Guesses `guessPerS` and leaves the rest to `box`.
PlayedSearch played(const SearchPlan& plan, double guessPerS, const Box& box)
{
    SearchPlanner planner(plan);
    PlayedSearch search;
    while (const auto request = planner.next()) {
        search.requests.push_back(*request);
        ProbeOutcome told;
        told.imagesPerS = guessPerS;
        planner.told(request->purpose == ProbePurpose::UpperGuess ? told : box(*request));
    }
    search.answer = planner.answer();
    return search;
}

// Holds up to a load, fails above. Of 10,000 images 1 of 100 are over the limit there; more the higher the
// load.
Box steeply(double limit)
{
    return [=](const ProbeRequest& request) {
        ProbeOutcome result = outcome(request.load <= limit ? ProbeEnd::Holds : ProbeEnd::Fails);
        result.images = 10'000;
        result.share = std::min(1.0, 0.01 * std::exp(20 * (request.load / limit - 1)));
        return result;
    };
}

// The same, of which nothing else is told.
Box upTo(double load)
{
    return [=](const ProbeRequest& request) {
        return outcome(request.load <= load ? ProbeEnd::Holds : ProbeEnd::Fails);
    };
}

std::vector<long> loads(const PlayedSearch& search)
{
    std::vector<long> result;
    for (const ProbeRequest& request : search.requests)
        result.push_back(std::lround(request.load));
    return result;
}

std::vector<ProbePurpose> lastPurposes(const PlayedSearch& search, std::size_t count)
{
    std::vector<ProbePurpose> result;
    for (std::size_t i = search.requests.size() - count; i < search.requests.size(); ++i)
        result.push_back(search.requests[i].purpose);
    return result;
}

constexpr SearchPlan kRate{};
constexpr SearchPlan kCameras{15};

} // namespace

class TestSearchPlanner : public QObject {
    Q_OBJECT

private slots:
    void guessComesFirst();
    void rateIsBisectedToItsPrecision();
    void everyRateIsFound_data();
    void everyRateIsFound();
    void everyNumberOfCamerasIsFound();
    void precisionIsTheUsers();
    void guessThatWasTooLow();
    void nothingHolds();
    void oneImagePerSecondHolds();
    void confirmingRunsFrameAProbeOfFailsAt();
    void everyProbeHasItsOwnSeed();
    void failedConfirmationGoesOneStepDown();
    void secondConfirmationMayFailToo();
    void failsAtThatHoldsGoesUp();
    void failsAtGoesUpOnceOnly();
    void disturbedProbeIsRepeated();
    void threeDisturbedProbesLeaveAGap();
    void disturbedConfirmationLeavesAGap();
    void disturbedSecondLookLeavesAGap();
    void senderAsTheLimit();
    void senderTooSlowForAnything();
    void inaccurateModel();
    void modelThatProvesInaccurateAtLast();
    void verdictIsThatOfTheConfirmingRuns();
    void endsWhateverComes();
    void tellsHowFarItIs();
    void foreseesTheProbesToCome();
};

void TestSearchPlanner::guessComesFirst()
{
    SearchPlanner planner(kRate);
    const ProbeRequest guess{ProbePurpose::UpperGuess, 0, 1};
    QCOMPARE(planner.next(), std::optional(guess));
    QCOMPARE(planner.next(), std::optional(guess)); // until it is told
}

// 1,000 ÷ 1.02^k. Nothing is known of the shares over the limit, so steps are 2, 4, … of them, and never past
// the middle.
void TestSearchPlanner::rateIsBisectedToItsPrecision()
{
    const PlayedSearch search = played(kRate, 1'000, upTo(930));
    QCOMPARE(loads(search), (std::vector<long>{0, 853, 888, 942, 906, 924, 942, 924}));
    QCOMPARE(search.answer.kind, AnswerKind::Serves);
    QCOMPARE(std::lround(search.answer.holdsAt), 924L);
    QCOMPARE(std::lround(*search.answer.failsAt), 942L);
    QCOMPARE(search.answer.verdict, RunVerdict::Valid);
    QCOMPARE(search.answer.probes, 7U);
}

void TestSearchPlanner::everyRateIsFound_data()
{
    QTest::addColumn<double>("guess");
    QTest::newRow("1,000 images/s") << 1'000.0;
    QTest::newRow("15,700 images/s") << 15'700.0;
    QTest::newRow("7 images/s") << 7.0;
}

void TestSearchPlanner::everyRateIsFound()
{
    QFETCH(double, guess);
    for (double truth = 1.001; truth < 3 * guess; truth *= 1.013) {
        const SearchAnswer answer = played(kRate, guess, steeply(truth)).answer;
        QCOMPARE(answer.kind, AnswerKind::Serves);
        QVERIFY(answer.holdsAt <= truth && truth < *answer.failsAt);
        QVERIFY(*answer.failsAt / answer.holdsAt <= 1.02 + 1e-9);
        QVERIFY2(answer.probes <= (truth > guess / 2 && truth < guess ? 12U : 22U),
            qPrintable(QString::number(truth)));
    }
}

void TestSearchPlanner::everyNumberOfCamerasIsFound()
{
    for (const double guess : {33.0, 1'000.0, 6'000.0})
        for (int truth = 1; truth * 15 < 1.25 * guess; ++truth) {
            const SearchAnswer answer = played(kCameras, guess, steeply(truth)).answer;
            QCOMPARE(answer.kind, AnswerKind::Serves);
            QVERIFY(answer.holdsAt <= truth && truth < *answer.failsAt);
            const double apart = *answer.failsAt - answer.holdsAt; // neighbours, where 2 % are less than one
            QVERIFY(apart == 1 || apart <= 0.02 * answer.holdsAt);
        }
}

void TestSearchPlanner::precisionIsTheUsers()
{
    SearchPlan plan;
    plan.precision = 0.1;
    const SearchAnswer answer = played(plan, 1'000, upTo(610)).answer;
    QVERIFY(answer.holdsAt <= 610 && *answer.failsAt > 610);
    QVERIFY(std::abs(*answer.failsAt / answer.holdsAt - 1.1) < 1e-9);
}

void TestSearchPlanner::guessThatWasTooLow()
{
    const SearchAnswer answer = played(kRate, 1'000, upTo(1'700)).answer;
    QCOMPARE(answer.kind, AnswerKind::Serves);
    QVERIFY(answer.holdsAt <= 1'700 && *answer.failsAt > 1'700);
}

void TestSearchPlanner::nothingHolds()
{
    for (const SearchPlan& plan : {kRate, kCameras}) {
        const PlayedSearch search = played(plan, 640, steeply(0.5));
        QCOMPARE(search.answer.kind, AnswerKind::Nothing);
        QCOMPARE(search.answer.holdsAt, 0.0);
        QCOMPARE(*search.answer.failsAt, 1.0);
        QCOMPARE(search.answer.verdict, RunVerdict::Valid);
        QVERIFY(search.answer.probes <= 8);
    }
    QCOMPARE(played(kCameras, 3, upTo(0.5)).answer.kind, AnswerKind::Nothing); // a fifth of one camera
    QCOMPARE(played(kRate, 0, upTo(0.5)).answer.kind, AnswerKind::Nothing);
}

void TestSearchPlanner::oneImagePerSecondHolds()
{
    const SearchAnswer answer = played(kRate, 640, upTo(1.0)).answer;
    QCOMPARE(answer.kind, AnswerKind::Serves);
    QCOMPARE(answer.holdsAt, 1.0);
}

void TestSearchPlanner::confirmingRunsFrameAProbeOfFailsAt()
{
    const PlayedSearch search = played(kCameras, 1'000, upTo(40));
    QCOMPARE(lastPurposes(search, 3),
        (std::vector{ProbePurpose::Confirm, ProbePurpose::FailsAgain, ProbePurpose::Confirm}));
    const std::vector<long> all = loads(search);
    QCOMPARE(std::vector<long>(all.end() - 3, all.end()), (std::vector<long>{40, 41, 40}));
    QVERIFY(search.requests.back().toFullLength());
    QVERIFY(!(search.requests.end() - 2)->toFullLength());
}

void TestSearchPlanner::everyProbeHasItsOwnSeed()
{
    SearchPlan plan;
    plan.seed = 500;
    std::uint64_t seed = 499;
    for (const ProbeRequest& request : played(plan, 1'000, upTo(700)).requests)
        QCOMPARE(request.seed, ++seed);
}

void TestSearchPlanner::failedConfirmationGoesOneStepDown()
{
    // Short probes hold 942, full-length ones do not.
    const PlayedSearch search = played(kRate, 1'000, [](const ProbeRequest& request) {
        return outcome(
            request.load <= (request.toFullLength() ? 930 : 950) ? ProbeEnd::Holds : ProbeEnd::Fails);
    });
    const std::vector<long> all = loads(search);
    QCOMPARE(all, (std::vector<long>{0, 853, 888, 942, 961, 942, 924, 942, 942, 924}));
}

void TestSearchPlanner::secondConfirmationMayFailToo()
{
    int fullLength = 0;
    const PlayedSearch search = played(kRate, 1'000, [&](const ProbeRequest& request) {
        fullLength += request.toFullLength();
        return outcome(request.load > (fullLength >= 2 ? 910 : 930) ? ProbeEnd::Fails : ProbeEnd::Holds);
    });
    // 924 held once and failed once; two runs of 906 hold, and 924 is probed between them.
    const std::vector<long> all = loads(search);
    QCOMPARE(std::vector<long>(all.end() - 6, all.end()), (std::vector<long>{924, 942, 924, 906, 924, 906}));
}

// 942 fails when it is first probed and holds from then on: something was in its way.
void TestSearchPlanner::failsAtThatHoldsGoesUp()
{
    int probesOf942 = 0;
    const PlayedSearch search = played(kRate, 1'000, [&](const ProbeRequest& request) {
        const bool spoilt = std::lround(request.load) == 942 && probesOf942++ == 0;
        return outcome(request.load <= 950 && !spoilt ? ProbeEnd::Holds : ProbeEnd::Fails);
    });
    QCOMPARE(loads(search), (std::vector<long>{0, 853, 888, 942, 906, 924, 942, 961, 942, 961, 942}));
    QCOMPARE(search.answer.kind, AnswerKind::Serves);
    QCOMPARE(std::lround(search.answer.holdsAt), 942L);
    QCOMPARE(std::lround(*search.answer.failsAt), 961L);
}

// A load on the edge: it fails and holds in turn.
void TestSearchPlanner::failsAtGoesUpOnceOnly()
{
    int probesOf942 = 0;
    const PlayedSearch search = played(kRate, 1'000, [&](const ProbeRequest& request) {
        const bool edge = std::lround(request.load) == 942;
        return outcome(edge ? (probesOf942++ % 2 ? ProbeEnd::Holds : ProbeEnd::Fails)
                            : (request.load < 942 ? ProbeEnd::Holds : ProbeEnd::Fails));
    });
    // Found failing, then holding, then failing as it is to be confirmed; 924 was confirmed once already.
    QCOMPARE(loads(search), (std::vector<long>{0, 853, 888, 942, 906, 924, 942, 961, 942, 924}));
    QCOMPARE(search.answer.kind, AnswerKind::Serves);
    QCOMPARE(std::lround(search.answer.holdsAt), 924L);
    QCOMPARE(std::lround(*search.answer.failsAt), 942L);
}

void TestSearchPlanner::disturbedProbeIsRepeated()
{
    int probes = 0;
    const PlayedSearch search = played(kRate, 1'000, [&](const ProbeRequest& request) {
        if (++probes % 2)
            return outcome(ProbeEnd::Disturbed);
        return upTo(930)(request);
    });
    QCOMPARE(loads(search),
        (std::vector<long>{0, 853, 853, 888, 888, 942, 942, 906, 906, 924, 924, 942, 942, 924, 924}));
    QCOMPARE(search.answer.kind, AnswerKind::Serves);
    QCOMPARE(search.answer.probes, 14U);
}

// Whatever is over 900 is disturbed, but what is over 1,000 fails: the search goes on under the gap.
void TestSearchPlanner::threeDisturbedProbesLeaveAGap()
{
    const PlayedSearch search = played(kRate, 800, [](const ProbeRequest& request) {
        return outcome(request.load > 1'000 ? ProbeEnd::Fails
                : request.load > 900        ? ProbeEnd::Disturbed
                                            : ProbeEnd::Holds);
    });
    QCOMPARE(search.answer.kind, AnswerKind::Between);
    QCOMPARE(search.answer.verdict, RunVerdict::Weak);
    QVERIFY(search.answer.holdsAt <= 900 && search.answer.holdsAt * 1.021 > 900);
    const std::vector<long> all = loads(search);
    for (std::size_t i = 1; i + 2 < all.size(); ++i)
        if (all[i] > 900 && all[i] < 1'000)
            QCOMPARE(std::count(all.begin(), all.end(), all[i]) % 3, 0);
}

void TestSearchPlanner::disturbedConfirmationLeavesAGap()
{
    const PlayedSearch search = played(kRate, 1'000, [](const ProbeRequest& request) {
        return request.toFullLength() ? outcome(ProbeEnd::Disturbed) : upTo(930)(request);
    });
    QCOMPARE(search.answer.kind, AnswerKind::Between);
    QCOMPARE(std::lround(search.answer.holdsAt), 906L);
    QCOMPARE(std::lround(*search.answer.failsAt), 942L);
    QCOMPARE(search.answer.verdict, RunVerdict::Weak);
    QCOMPARE(loads(search), (std::vector<long>{0, 853, 888, 942, 906, 924, 924, 924}));
}

// What failed once cannot be told any more: between is a gap, and the answer no confirmed one.
void TestSearchPlanner::disturbedSecondLookLeavesAGap()
{
    const PlayedSearch search = played(kRate, 1'000, [](const ProbeRequest& request) {
        return request.purpose == ProbePurpose::FailsAgain ? outcome(ProbeEnd::Disturbed)
                                                           : upTo(930)(request);
    });
    QCOMPARE(search.answer.kind, AnswerKind::Between);
    QCOMPARE(search.answer.verdict, RunVerdict::Weak);
    QCOMPARE(std::lround(search.answer.holdsAt), 924L);
    QVERIFY(!search.answer.failsAt);
}

void TestSearchPlanner::senderAsTheLimit()
{
    const PlayedSearch search = played(kRate, 1'000, [](const ProbeRequest& request) {
        return outcome(request.load <= 930 ? ProbeEnd::Holds : ProbeEnd::SenderLimited);
    });
    QCOMPARE(search.answer.kind, AnswerKind::AtLeast);
    QCOMPARE(std::lround(search.answer.holdsAt), 924L);
    QVERIFY(!search.answer.failsAt);
    QCOMPARE(search.answer.verdict, RunVerdict::Weak);
}

void TestSearchPlanner::senderTooSlowForAnything()
{
    const PlayedSearch search
        = played(kCameras, 300, [](const ProbeRequest&) { return outcome(ProbeEnd::SenderLimited); });
    QCOMPARE(search.answer.kind, AnswerKind::AtLeast);
    QCOMPARE(search.answer.holdsAt, 0.0);
    QCOMPARE(search.answer.verdict, RunVerdict::Weak);
}

void TestSearchPlanner::inaccurateModel()
{
    const PlayedSearch search = played(kRate, 1'000, [](const ProbeRequest&) {
        ProbeOutcome told = outcome(ProbeEnd::Holds);
        told.accurate = false;
        told.verdict = RunVerdict::Invalid;
        return told;
    });
    QCOMPARE(search.answer.kind, AnswerKind::NotAccurate);
    QCOMPARE(search.answer.verdict, RunVerdict::Invalid);
    QCOMPARE(search.requests.size(), std::size_t(2));
}

// Only runs of full length have images enough to tell: whatever held before them does not count.
void TestSearchPlanner::modelThatProvesInaccurateAtLast()
{
    const PlayedSearch search = played(kRate, 1'000, [](const ProbeRequest& request) {
        ProbeOutcome told = upTo(930)(request);
        told.accurate = !request.toFullLength();
        return told;
    });
    QCOMPARE(search.answer.kind, AnswerKind::NotAccurate);
    QVERIFY(search.answer.probes > 3);
    QCOMPARE(search.answer.holdsAt, 0.0);
    QVERIFY(!search.answer.failsAt);
}

void TestSearchPlanner::verdictIsThatOfTheConfirmingRuns()
{
    const auto verdict = [](RunVerdict confirming, RunVerdict others) {
        return played(kRate, 1'000, [=](const ProbeRequest& request) {
            ProbeOutcome told = upTo(930)(request);
            told.verdict = request.toFullLength() ? confirming : others;
            return told;
        }).answer.verdict;
    };
    QCOMPARE(verdict(RunVerdict::Valid, RunVerdict::Weak), RunVerdict::Valid);
    QCOMPARE(verdict(RunVerdict::Weak, RunVerdict::Valid), RunVerdict::Weak);
}

// Boxes that answer by chance: every search ends, with what held under what failed.
void TestSearchPlanner::endsWhateverComes()
{
    std::mt19937_64 random(3);
    for (int i = 0; i < 3'000; ++i) {
        const SearchPlan plan = i % 2 ? kRate : kCameras;
        const PlayedSearch search = played(plan, 1'000, [&](const ProbeRequest&) {
            constexpr ProbeEnd kEnds[] = {ProbeEnd::Holds, ProbeEnd::Fails, ProbeEnd::Holds, ProbeEnd::Fails,
                ProbeEnd::Disturbed, ProbeEnd::SenderLimited};
            ProbeOutcome told = outcome(kEnds[random() % (i % 3 ? 4 : 6)]);
            told.fullLength = random() % 2 == 0;
            told.nearLimit = random() % 2 == 0;
            return told;
        });
        QVERIFY(search.answer.probes <= SearchPlanner::kMostProbes);
        QVERIFY(!search.answer.failsAt || search.answer.holdsAt < *search.answer.failsAt);
        if (search.answer.kind == AnswerKind::Serves)
            QVERIFY(search.answer.holdsAt >= 1 && search.answer.failsAt.has_value());
    }
}

void TestSearchPlanner::tellsHowFarItIs()
{
    SearchPlanner planner(kRate);
    QVERIFY(!planner.holdsAt() && !planner.failsAt());
    ProbeOutcome guess;
    guess.imagesPerS = 1'000;
    planner.told(guess);
    planner.told(outcome(ProbeEnd::Holds));
    QCOMPARE(std::lround(*planner.holdsAt()), 853L);
    QVERIFY(!planner.failsAt()); // the guess is none
    planner.told(outcome(ProbeEnd::Fails));
    QCOMPARE(std::lround(*planner.failsAt()), 888L);
}

// A box that behaves as expected is asked for just what was foreseen.
void TestSearchPlanner::foreseesTheProbesToCome()
{
    SearchPlanner planner({15, 0.02, 7});
    QVERIFY(planner.foreseen().empty());
    ProbeOutcome guess;
    guess.imagesPerS = 1'050;
    planner.told(guess);
    const std::vector<ProbeRequest> first = planner.foreseen();
    QVERIFY(first.size() >= 3 && first.size() <= SearchPlanner::kMostProbes);
    QVERIFY(first.front() == *planner.next());
    QVERIFY(std::ranges::count(first, ProbePurpose::Confirm, &ProbeRequest::purpose) >= 2);
    for (int i = 0; i < 3 && planner.next(); ++i)
        planner.told(steeply(62)(*planner.next()));
    std::vector<ProbeRequest> made;
    const std::vector<ProbeRequest> foreseen = planner.foreseen();
    const double expected = std::sqrt(*planner.holdsAt() * planner.failsAt().value_or(70));
    while (const auto request = planner.next()) {
        made.push_back(*request);
        ProbeOutcome result = outcome(request->load <= expected ? ProbeEnd::Holds : ProbeEnd::Fails);
        result.fullLength = request->toFullLength();
        result.share = request->load <= expected ? 0.005 : 0.02;
        result.images = 1'000;
        planner.told(result);
    }
    QVERIFY(made == foreseen);
}

QTEST_GUILESS_MAIN(TestSearchPlanner)
#include "tst_search_planner.moc"
