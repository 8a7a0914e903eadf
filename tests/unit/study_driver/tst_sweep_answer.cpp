// The one line that a sweep ends in.
#include "study_driver/sweep_answer_text.h"

#include <QTest>

using namespace iotbench;

class TestSweepAnswer : public QObject {
    Q_OBJECT

private slots:
    void theFastest();
    void keptRates();
    void searches();
    void noneCanBeNamed();
};

namespace {

SweptPoint point(const char* label, double imagesPerS)
{
    SweptPoint made;
    made.label = label;
    made.runs = 3;
    made.imagesPerS = imagesPerS;
    made.lowPerS = imagesPerS - 10;
    made.highPerS = imagesPerS + 10;
    made.p99Ms = 3.21;
    made.accuracyPct = 91.24;
    made.verdict = "VALID";
    return made;
}

StudyFacts best(std::vector<SweptPoint> points)
{
    StudyFacts facts;
    facts.kind = "sweep";
    facts.answer = "best";
    facts.points = std::move(points);
    facts.points.front().best = facts.points.front().alikeBest = true;
    return facts;
}

} // namespace

void TestSweepAnswer::theFastest()
{
    StudyFacts facts = best({point("workers=2", 1000), point("workers=1", 995)});
    const std::string figures = "Best of 2 combinations: workers=2 with 1000 images/second ± 1.0 % (990 to "
                                "1010, 3 runs), p99 3.2 ms, "
                                "91.2 % correct";
    QCOMPARE(answerText(facts), figures);
    facts.points[1].alikeBest = true;
    QCOMPARE(answerText(facts), figures + "; no difference shown to workers=1");
    facts.points[1].runs = 1;
    QCOMPARE(
        answerText(facts), figures + "; of a single run it is not known how sure that is: --repeat 3 tells");
}

// The sender's plan fixes the figure.
void TestSweepAnswer::keptRates()
{
    StudyFacts facts = best({point("workers=2", 300.1), point("workers=1", 299.9), point("workers=3", 300)});
    for (SweptPoint& each : facts.points) {
        each.keptPerS = 300;
        each.alikeBest = true;
    }
    const std::string noLimit
        = "; a target rate that is kept does not say how much more is possible: -i max or --find rate does";
    QCOMPARE(answerText(facts),
        "Best of 3 combinations: workers=2 kept its 300 images/second in 3 runs, p99 3.2 ms, 91.2 % correct; "
        "kept by "
        "workers=1 and workers=3 too"
            + noLimit);
    facts.points.resize(1);
    facts.points.front().runs = 1;
    QCOMPARE(answerText(facts),
        "Best of 1 combination: workers=2 kept its 300 images/second in 1 run, p99 3.2 ms, 91.2 % correct"
            + noLimit);
    for (const studies::SweepCandidate& candidate : candidatesOf(facts))
        QCOMPARE(*candidate.throughput, 300.0);
}

void TestSweepAnswer::searches()
{
    StudyFacts facts = best({point("engine=openvino", 930), point("engine=opencv", 600)});
    facts.find = "cameras";
    for (SweptPoint& each : facts.points) {
        each.runs = 1;
        each.lowPerS.reset();
        each.highPerS.reset();
        each.holdsAt = *each.imagesPerS / 15;
    }
    facts.points[0].answer = "Serves 62 cameras of 15 images/second with p99 within 10.0 ms (63 do not)";
    const std::string answer = "Best of 2 combinations: engine=openvino serves 62 cameras of 15 "
                               "images/second with p99 within 10.0 ms (63 do "
                               "not), p99 3.2 ms, 91.2 % correct";
    QCOMPARE(answerText(facts), answer);
    facts.points[1].alikeBest = true;
    QCOMPARE(answerText(facts), answer + "; as much may hold with engine=opencv");
}

void TestSweepAnswer::noneCanBeNamed()
{
    StudyFacts facts = best({point("workers=2", 1000)});
    facts.points[0].best = false;
    facts.answer = "none";
    QCOMPARE(answerText(facts),
        std::string("No combination can be named: each failed, is INVALID, or misses a pass criterion"));
    facts.find = "rate";
    QCOMPARE(answerText(facts),
        std::string(
            "No combination can be named: each failed, is INVALID, or has no load that is known to hold"));
    facts.answer = "stopped";
    QCOMPARE(answerText(facts), std::string("Stopped"));
}

QTEST_GUILESS_MAIN(TestSweepAnswer)
#include "tst_sweep_answer.moc"
