// probes.csv, written and read back.
#include "study_driver/probe_rows.h"
#include "study_driver/probe_table_reader.h"

#include <QtTest>

#include <vector>

using namespace iotbench;
using namespace iotbench::studies;

namespace {

const SearchGoal kGoal{.cameraRatePerS = 15, .limitMs = 10, .precision = 0.02, .mostProbeS = 10};

Probe probe(ProbePurpose purpose, double load, ProbeEnd end)
{
    Probe made;
    made.request = {purpose, load, 7};
    made.state.end = end;
    made.state.images = 3'000;
    made.state.share = 0.0125;
    made.state.interval = {0.0075, 0.0175};
    made.state.settlingS = 0.5;
    made.state.countedS = 4.25;
    made.state.leftOutS = 1.5;
    made.measuredS = 5.75;
    made.imagesPerS = 720.5;
    made.p99Ms = 8.875;
    made.p99Interval = {8.5, 9.25};
    made.accuracy = 0.925;
    made.verdict = Judgement::Weak;
    made.startS = 1.5;
    made.tookS = 6.25;
    return made;
}

std::vector<Probe> readBack(const std::vector<Probe>& probes)
{
    return probesOf(readCsv(probeTable(probes, kGoal)), kGoal);
}

} // namespace

class TestProbeTable : public QObject {
    Q_OBJECT

private slots:
    void everyValueComesBack();
    void everyEndComesBack();
    void whatIsNotKnownIsEmpty();
    void theGuessHasNoLoad();
    void damagedLines();
    void aGoalIsThatOfItsReport();
};

void TestProbeTable::everyValueComesBack()
{
    Probe full = probe(ProbePurpose::Confirm, 62, ProbeEnd::Holds);
    full.state.countedS = 65; // 60,000 images at 930/s, but at most 10 s
    full.fullLength = true;
    const std::vector<Probe> made{probe(ProbePurpose::Search, 48, ProbeEnd::Holds), full};
    const std::vector<Probe> read = readBack(made);
    QCOMPARE(read.size(), made.size());
    for (std::size_t i = 0; i < made.size(); ++i) {
        QVERIFY(read[i].request == made[i].request);
        QVERIFY(read[i].state == made[i].state);
        QCOMPARE(read[i].imagesPerS, made[i].imagesPerS);
        QCOMPARE(read[i].p99Ms, made[i].p99Ms);
        QVERIFY(read[i].p99Interval == made[i].p99Interval);
        QCOMPARE(read[i].accuracy, made[i].accuracy);
        QVERIFY(read[i].verdict == made[i].verdict);
        QCOMPARE(read[i].fullLength, made[i].fullLength);
        QCOMPARE(read[i].measuredS, made[i].measuredS);
        QCOMPARE(read[i].startS, made[i].startS);
        QCOMPARE(read[i].tookS, made[i].tookS);
    }
}

void TestProbeTable::everyEndComesBack()
{
    std::vector<Probe> made{probe(ProbePurpose::Search, 48, ProbeEnd::SenderLimited),
        probe(ProbePurpose::FailsAgain, 48, ProbeEnd::Disturbed)};
    for (const FailReason reason : {FailReason::OverLimit, FailReason::BacklogGrew, FailReason::ImagesLost}) {
        made.push_back(probe(ProbePurpose::Search, 48, ProbeEnd::Fails));
        made.back().state.reason = reason;
    }
    for (const ProbeEnd end : {ProbeEnd::Holds, ProbeEnd::Fails}) {
        made.push_back(probe(ProbePurpose::Search, 48, end));
        made.back().state.nearLimit = true;
        made.back().state.reason = end == ProbeEnd::Fails ? FailReason::OverLimit : FailReason::None;
    }
    made.push_back(probe(ProbePurpose::Search, 48, ProbeEnd::None));
    made.back().stopped = true;
    const std::vector<Probe> read = readBack(made);
    QCOMPARE(read.size(), made.size());
    for (std::size_t i = 0; i < made.size(); ++i) {
        QVERIFY(read[i].request.purpose == made[i].request.purpose);
        QVERIFY(read[i].state == made[i].state);
        QCOMPARE(read[i].stopped, made[i].stopped);
    }
}

void TestProbeTable::whatIsNotKnownIsEmpty()
{
    Probe stopped;
    stopped.request = {ProbePurpose::Search, 48, 7};
    stopped.stopped = true;
    const std::string table = probeTable(std::vector{stopped}, kGoal);
    QVERIFY2(table.find("\n0,search,48,720,,7,,,,,,,,,,,,,0,0,stopped,") != std::string::npos, table.c_str());
    Probe disturbed = probe(ProbePurpose::Search, 48, ProbeEnd::Disturbed);
    disturbed.state.images = 0;
    disturbed.state.share = 0;
    disturbed.state.interval = {};
    disturbed.state.countedS = 0;
    const std::string row = probeTable(std::vector{disturbed}, kGoal);
    QVERIFY2(row.find(",720.5,7,,,,,8.875,8.5,9.25,92.5,0.5,0,1.5,") != std::string::npos, row.c_str());
}

void TestProbeTable::theGuessHasNoLoad()
{
    const std::vector<Probe> read = readBack({probe(ProbePurpose::UpperGuess, 0, ProbeEnd::None)});
    QCOMPARE(read.size(), std::size_t{1});
    QVERIFY(read[0].request.purpose == ProbePurpose::UpperGuess);
    QCOMPARE(read[0].request.load, 0.0);
    QVERIFY(!read[0].fullLength);
    QVERIFY(read[0].verdict == Judgement::NotJudged);
}

void TestProbeTable::damagedLines()
{
    QVERIFY(probesOf({}, kGoal).empty());
    QVERIFY(probesOf(readCsv("no,such,columns\n"), kGoal).empty());
    const std::vector<Probe> read
        = probesOf(readCsv("purpose,load,result,p99_ms,accuracy_pct,counted_s,seed,verdict\n"
                           "sideways,-3,perhaps,nan,101,1e999,-1,GOOD\n"
                           "confirm,12x,holds,inf\n"),
            kGoal);
    QCOMPARE(read.size(), std::size_t{2});
    for (const Probe& probe : read) {
        QCOMPARE(probe.request.load, 0.0);
        QVERIFY(!probe.p99Ms);
        QVERIFY(!probe.accuracy);
        QCOMPARE(probe.state.countedS, 0.0);
        QVERIFY(!probe.fullLength);
    }
    QVERIFY(read[0].state.end == ProbeEnd::None);
    QVERIFY(read[1].state.end == ProbeEnd::Holds);
    std::string manyRows = "purpose\n";
    for (std::size_t i = 0; i < 2 * kMostReadProbes; ++i)
        manyRows += "search\n";
    QCOMPARE(probesOf(readCsv(manyRows), kGoal).size(), kMostReadProbes);
}

void TestProbeTable::aGoalIsThatOfItsReport()
{
    StudyFacts facts;
    facts.find = "cameras";
    facts.cameraRatePerS = 25;
    facts.maxP99Ms = 20;
    facts.precisionPct = 5;
    facts.probeSeconds = 30;
    QCOMPARE(goalOf(facts).cameraRatePerS, 25.0);
    QCOMPARE(goalOf(facts).limitMs, 20.0);
    QCOMPARE(goalOf(facts).precision, 0.05);
    QCOMPARE(goalOf(facts).mostProbeS, 30.0);
    facts.find = "rate";
    QVERIFY(!goalOf(facts).cameras());
}

QTEST_GUILESS_MAIN(TestProbeTable)
#include "tst_probe_table.moc"
