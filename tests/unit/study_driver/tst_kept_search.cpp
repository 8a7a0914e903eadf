// A search that was stopped and kept goes on as if it had not stopped, and only where it was measured.
#include "example_search.h"

#include <QtTest>

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <utility>

using namespace iotbench;
using namespace iotbench::studies;
using namespace iotbench::test;

namespace {

const SearchGoal kCameras{.cameraRatePerS = 15, .limitMs = 100, .precision = 0.02, .mostProbeS = 60};
const SearchGoal kRate{.cameraRatePerS = 0, .limitMs = 100, .precision = 0.02, .mostProbeS = 60};

// The machine and the program of the example run, with the built-in engines and no model.
class Here {
public:
    Result<KeptSearch> toGoOn(SearchRecord record) const
    {
        if (record.report.result.engine.version == exampleRun().engine.version)
            record.report.result.engine.version = nullVersion();
        return searchToGoOn(record, m_environment, exampleRun().machine);
    }
    std::string nullVersion() const { return m_engines.entry("null")->version; }

private:
    const engines::EngineRegistry m_engines{std::span<const std::filesystem::path>()};
    const ModelCatalogue m_models{std::span<const std::filesystem::path>()};
    const RunEnvironment m_environment{m_engines, m_models, exampleRun().build};
};

} // namespace

class TestKeptSearch : public QObject {
    Q_OBJECT

private slots:
    void goesOnAsIfItHadNotStopped_data();
    void goesOnAsIfItHadNotStopped();
    void settingsAreAsTheyWere();
    void pacingOfAGuessIsTheUsual();
    void theLastRunComesAlong();
    void whatIsNotAsItWasIsTold();

private:
    Here m_here;
};

void TestKeptSearch::goesOnAsIfItHadNotStopped_data()
{
    QTest::addColumn<bool>("cameras");
    QTest::addColumn<double>("holdsUpTo");
    QTest::newRow("cameras") << true << 93.0;
    QTest::newRow("images a second") << false << 1'411.7;
    QTest::newRow("more than the guess") << false << 1'777.7;
    QTest::newRow("next to nothing") << true << 1.5;
}

void TestKeptSearch::goesOnAsIfItHadNotStopped()
{
    QFETCH(bool, cameras);
    QFETCH(double, holdsUpTo);
    const SearchGoal& goal = cameras ? kCameras : kRate;
    const PlayedSearch whole = played(goal, holdsUpTo);
    QVERIFY(whole.probes.size() > 4);
    for (std::size_t count = 1; count < whole.probes.size(); ++count) {
        const auto kept = m_here.toGoOn(recordOf(goal, whole.first(count)));
        QVERIFY2(bool(kept), kept.error().english().c_str());
        QCOMPARE(kept->soFar.probes.size(), count);
        for (std::size_t i = 0; i < count; ++i) {
            const Probe &read = kept->soFar.probes[i], &made = whole.probes[i];
            QVERIFY(read.request == made.request);
            QVERIFY(read.state.share == made.state.share);
            QVERIFY(i > 0 || read.imagesPerS == made.imagesPerS);
            QCOMPARE(read.fullLength, made.fullLength);
            QCOMPARE(read.measuredS, made.measuredS);
        }
        SearchPlanner planner = kept->soFar.planner;
        for (std::size_t i = count; i < whole.probes.size(); ++i) {
            QVERIFY(planner.next() == whole.probes[i].request);
            planner.told(outcomeOf(whole.probes[i]));
        }
        QVERIFY(!planner.next());
        QVERIFY(planner.answer() == whole.answer);
    }
}

void TestKeptSearch::settingsAreAsTheyWere()
{
    const PlayedSearch whole = played(kRate, 1'411.7);
    SearchRecord record = recordOf(kRate, whole.first(3));
    Settings& was = record.report.result.settings;
    was.pacing = Pacing::Constant;
    was.seed = 9; // of the last run
    was.workers = 3;
    was.batchSize = 8;
    was.report = was.csv = "/somewhere";
    was.force = true;
    was.label = "gate";
    const auto kept = m_here.toGoOn(record);
    QVERIFY2(bool(kept), kept.error().english().c_str());
    const Settings& is = *kept->settings;
    QVERIFY(is.pacing == Pacing::Constant);
    QCOMPARE(is.seed, whole.probes[0].request.seed);
    QCOMPARE(is.engine, std::string("null"));
    QCOMPARE(is.workers, 3U);
    QCOMPARE(is.batchSize, 8U);
    QCOMPARE(is.report + is.csv, std::string());
    QVERIFY(!is.force);
    QCOMPARE(is.label, std::string("gate"));
    QCOMPARE(is.maxP99Ms, std::optional(100.0));
    QCOMPARE(kept->settings.requested().workers, 0U); // it was open
    QVERIFY(!kept->goal.cameras());
    QCOMPARE(kept->goal.precision, 0.02);
}

void TestKeptSearch::pacingOfAGuessIsTheUsual()
{
    SearchRecord record = recordOf(kRate, played(kRate, 1'411.7).first(1));
    record.report.result.settings.imagesPerSecond = 0;
    record.report.result.settings.pacing = Pacing::Constant;
    const auto kept = m_here.toGoOn(record);
    QVERIFY2(bool(kept), kept.error().english().c_str());
    QVERIFY(kept->settings->pacing == Pacing::Poisson);
}

void TestKeptSearch::theLastRunComesAlong()
{
    const PlayedSearch whole = played(kCameras, 93.99); // 93 is not so near that its first probe confirms it
    const auto confirmed = std::ranges::find_if(whole.probes, [](const Probe& probe) {
        return probe.request.toFullLength() && probe.state.end == ProbeEnd::Holds;
    });
    QVERIFY(confirmed != whole.probes.end());
    const auto before = static_cast<std::size_t>(confirmed - whole.probes.begin());
    QVERIFY(!m_here.toGoOn(recordOf(kCameras, whole.first(2)))->soFar.lastConfirms);
    SearchRecord record = recordOf(kCameras, whole.first(before + 1));
    record.folder = "/kept/search";
    auto kept = m_here.toGoOn(record);
    QVERIFY2(bool(kept), kept.error().english().c_str());
    QVERIFY(kept->soFar.lastConfirms);
    QCOMPARE(kept->soFar.last->keptFolder, record.folder);
    QCOMPARE(kept->soFar.last->result.runId, record.report.result.runId);
    QCOMPARE(kept->soFar.tookS, 40.5);
    record.probes.back().request.purpose = ProbePurpose::Confirm; // it took the place of that before
    kept = m_here.toGoOn(record);
    QVERIFY(!kept->soFar.lastConfirms);
}

void TestKeptSearch::whatIsNotAsItWasIsTold()
{
    const PlayedSearch whole = played(kCameras, 93);
    const std::string rules = std::to_string(kVerdictRulesVersion);
    const std::vector<std::pair<std::function<void(SearchRecord&)>, std::string>> cases{
        {[](SearchRecord& record) { record.report.result.machine.hostName.clear(); },
            "the report does not name the machine that it was measured on"},
        {[](SearchRecord& record) { record.report.result.machine.hostName = "pi"; },
            "it was measured on a machine unlike this one (host: pi; here: gateway)"},
        {[](SearchRecord& record) { record.report.result.machine.coresAllowed = 4; },
            "it was measured on a machine unlike this one (CPUs allowed: 4; here: 2.5)"},
        {[](SearchRecord& record) { record.report.result.build.gitRevision = "feed"; },
            "it was measured by iotbench 0.1.0 (feed, Release), this is 0.1.0 (0123abc, Release)"},
        {[](SearchRecord& record) { record.report.verdict.rulesVersion = 1; },
            "its runs were judged by rules of version 1, this program has version " + rules},
        {[](SearchRecord& record) { record.report.result.engine.version = "0.0"; },
            "it was measured with null 0.0; the version here is " + m_here.nullVersion()},
        {[](SearchRecord& record) { record.report.result.settings.engine = "abacus"; },
            "there is no engine \"abacus\"; available: opencv, null"},
        {[](SearchRecord& record) { record.report.result.settings.model = "gone.onnx"; },
            "its model gone.onnx is no longer there"},
        {[](SearchRecord& record) { record.report.result.settings.images = "/no/such/images"; },
            "its images /no/such/images are no longer there"},
        {[](SearchRecord& record) { record.report.result.settings.minAccuracyPct = 90; },
            "its settings cannot be used again: --min-accuracy cannot be judged with --engine null, whose "
            "answers mean nothing"},
        {[](SearchRecord& record) { record.probes.clear(); }, "there is no probe of it that came to its end"},
        {[](SearchRecord& record) { record.probes.erase(record.probes.begin()); },
            "its probes are not whole: one does not follow from those before it"},
        {[](SearchRecord& record) { record.probes[2].request.load += 1; },
            "its probes are not whole: one does not follow from those before it"},
        {[](SearchRecord& record) { record.probes[0].state.images = ~std::uint64_t{0}; },
            "its probes are not whole: one does not follow from those before it"},
        {[](SearchRecord& record) { record.report.study->precisionPct = 0; },
            "its probes are not whole: one does not follow from those before it"},
        {[&whole](SearchRecord& record) { record.probes = whole.probes; },
            "its probes are not whole: one does not follow from those before it"},
    };
    for (const auto& [change, says] : cases) {
        SearchRecord record = recordOf(kCameras, whole.first(4));
        QVERIFY(m_here.toGoOn(record));
        change(record);
        const auto kept = m_here.toGoOn(record);
        QVERIFY2(!kept, says.c_str());
        QCOMPARE(kept.error().english(), says);
    }
}

QTEST_GUILESS_MAIN(TestKeptSearch)
#include "tst_kept_search.moc"
