// The sentence that a search ends in, for each kind of answer.
#include "study_driver/search_answer_text.h"

#include <QtTest>

#include <vector>

using namespace iotbench;
using namespace Qt::StringLiterals;

namespace {

StudyFacts cameras(const char* answer, double holdsAt, std::optional<double> failsAt)
{
    StudyFacts facts;
    facts.find = "cameras";
    facts.answer = answer;
    facts.holdsAt = holdsAt;
    facts.failsAt = failsAt;
    facts.cameraRatePerS = 15;
    facts.maxP99Ms = 10;
    return facts;
}

StudyFacts rate(const char* answer, double holdsAt, std::optional<double> failsAt)
{
    StudyFacts facts = cameras(answer, holdsAt, failsAt);
    facts.find = "rate";
    facts.cameraRatePerS.reset();
    return facts;
}

std::vector<Probe> oneProbe(double load, double p99Ms)
{
    std::vector<Probe> probes(1);
    probes[0].request.load = load;
    probes[0].p99Ms = p99Ms;
    probes[0].accuracy = 0.5;
    return probes;
}

} // namespace

Q_DECLARE_METATYPE(iotbench::StudyFacts)

class TestSearchAnswer : public QObject {
    Q_OBJECT

private slots:
    void sentences_data();
    void sentences();
    void noAnswerHasItsReason();
    void limitsHaveTheirDigits();
    void exitCodes();
    void headroom_data();
    void headroom();
};

void TestSearchAnswer::sentences_data()
{
    QTest::addColumn<StudyFacts>("facts");
    QTest::addColumn<QString>("sentence");
    const auto row
        = [](const StudyFacts& facts, const char* sentence) { QTest::newRow(sentence) << facts << sentence; };
    row(cameras("serves", 62, 63),
        "Serves 62 cameras of 15 images/second with p99 within 10.0 ms (63 do not)");
    row(cameras("serves", 1, 2), "Serves 1 camera of 15 images/second with p99 within 10.0 ms (2 do not)");
    row(rate("serves", 487.4, 497.1), "Holds 487 images/second with p99 within 10.0 ms (497 does not)");
    row(cameras("nothing", 0, 1),
        "Serves no camera of 15 images/second with p99 within 10.0 ms: 1 has a p99 of 41.0 ms");
    row(rate("nothing", 0, 1),
        "Holds not even 1 image/second with p99 within 10.0 ms: 1 has a p99 of 41.0 ms");
    row(cameras("at least", 140, {}),
        "Serves at least 140 cameras of 15 images/second with p99 within 10.0 ms; the sender could not offer "
        "more");
    row(cameras("between", 62, 65),
        "Serves at least 62 cameras of 15 images/second with p99 within 10.0 ms (65 do not), and what lies "
        "between is not known");
    row(cameras("stopped", 62, 65),
        "Stopped: serves so far 62 cameras of 15 images/second with p99 within 10.0 ms (65 do not)");
    row(rate("stopped", 62, {}), "Stopped: holds so far 62 images/second with p99 within 10.0 ms");
    row(cameras("stopped", 0, 65), "Stopped");
    row(cameras("not accurate", 0, {}),
        "No load holds: the model is not accurate enough, with 50.0 % correct");
}

void TestSearchAnswer::sentences()
{
    QFETCH(StudyFacts, facts);
    QFETCH(QString, sentence);
    QCOMPARE(QString::fromStdString(answerMessage(facts, oneProbe(1, 41)).english()), sentence);
}

void TestSearchAnswer::noAnswerHasItsReason()
{
    StudyFacts facts = rate("between", 0, 65);
    facts.probes = 24;
    std::vector<Probe> probes = oneProbe(64, 41);
    const auto sentence = [&] { return QString::fromStdString(answerMessage(facts, probes).english()); };
    probes[0].state.end = studies::ProbeEnd::Disturbed;
    QCOMPARE(sentence(), u"No answer with p99 within 10.0 ms: other programs interfered too much"_s);
    probes[0].state.end = studies::ProbeEnd::SenderLimited;
    QCOMPARE(sentence(), u"No answer with p99 within 10.0 ms: no load held twice in 24 probes"_s);
}

void TestSearchAnswer::limitsHaveTheirDigits()
{
    QCOMPARE(limitText(0.001), std::string("0.001"));
    QCOMPARE(limitText(12.25), std::string("12.25"));
    QCOMPARE(limitText(100), std::string("100.0"));
}

void TestSearchAnswer::exitCodes()
{
    const auto code = [](const char* answer, const char* verdict, bool strict = false) {
        StudyFacts facts = rate(answer, 0, {});
        facts.verdict = verdict;
        return searchExitCode(facts, strict);
    };
    QCOMPARE(code("not accurate", "WEAK"), 4);
    QCOMPARE(code("not accurate", "WEAK", true), 3);
    QCOMPARE(code("not accurate", "INVALID"), 3);
    QCOMPARE(code("nothing", "VALID"), 0);
    QCOMPARE(code("between", "WEAK"), 0);
    QCOMPARE(code("between", "WEAK", true), 3);
    QCOMPARE(code("serves", "INVALID"), 3);
    QCOMPARE(code("stopped", ""), 130);
    QCOMPARE(code("failed", ""), 1);
}

void TestSearchAnswer::headroom_data()
{
    QTest::addColumn<StudyFacts>("facts");
    QTest::addColumn<int>("wanted");
    QTest::addColumn<QString>("words");
    QTest::newRow("to spare") << cameras("serves", 62, 63) << 40 << "You asked for 40: 35 % to spare";
    QTest::newRow("just") << cameras("serves", 62, 63) << 62 << "You asked for 62: 0 % to spare";
    QTest::newRow("too many") << cameras("serves", 62, 63) << 63
                              << "You asked for 63: more than this machine serves";
    QTest::newRow("at least") << cameras("at least", 140, {}) << 70
                              << "You asked for 70: at least 50 % to spare";
    QTest::newRow("not seen") << cameras("between", 62, 65) << 64 << "";
    QTest::newRow("beyond the sender") << cameras("at least", 140, {}) << 200 << "";
    QTest::newRow("not said") << cameras("serves", 62, 63) << 0 << "";
    QTest::newRow("no cameras") << rate("serves", 62, 63) << 40 << "";
}

void TestSearchAnswer::headroom()
{
    QFETCH(StudyFacts, facts);
    QFETCH(int, wanted);
    QFETCH(QString, words);
    QCOMPARE(
        QString::fromStdString(headroomMessage(facts, static_cast<std::uint64_t>(wanted)).english()), words);
}

QTEST_GUILESS_MAIN(TestSearchAnswer)
#include "tst_search_answer.moc"
