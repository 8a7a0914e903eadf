// Comparisons of kept reports: which runs a path names, what is compared with what, and what is said about
// the rest.
#include "kept_reports.h"

#include "compare/comparison_report.h"
#include "compare/difference_text.h"
#include "reports/report_json.h"
#include "reports/summary_row.h"
#include "unit/statistics/example_run.h"

#include <QtTest>

#include <algorithm>

using namespace iotbench;
using namespace iotbench::test;
using studies::DifferenceWord;
using studies::Metric;
using studies::MetricDifference;

namespace {

std::optional<MetricDifference> rowOf(const ComparedPair& pair, Metric metric)
{
    const auto row = std::ranges::find(pair.metrics, metric, &MetricDifference::metric);
    return row == pair.metrics.end() ? std::nullopt : std::optional(*row);
}

bool notes(const ComparedPair& pair, std::string_view words)
{
    return std::ranges::any_of(
        pair.notes, [&](const Message& note) { return note.english().find(words) != std::string::npos; });
}

Columns at(const char* minute, const char* rate, const char* label = "")
{
    return {{"start_time", QByteArray("2026-05-01T10:") + minute + ":00.000Z"}, {"images_per_s", rate},
        {"label", label}};
}

ComparisonReport compared(
    const KeptReports& kept, const char* base, const char* next, const ComparisonLimits& limits = {})
{
    const std::vector<std::string> others{kept.path(next)};
    auto report = compareReports(kept.path(base), others, limits);
    return report ? std::move(*report) : ComparisonReport{};
}

StudyFacts searchFor(const char* find, double holdsAt, double failsAt)
{
    StudyFacts search;
    search.find = find;
    search.answer = "serves";
    search.words = "Serves so many";
    search.holdsAt = holdsAt;
    search.failsAt = failsAt;
    if (search.find == "cameras")
        search.cameraRatePerS = 15;
    search.maxP99Ms = 50;
    search.precisionPct = 2;
    search.probeSeconds = 60;
    search.verdict = "VALID";
    return search;
}

QByteArray summaryOf(const QJsonObject& report)
{
    return QByteArray::fromStdString(summaryHeader() + summaryRow(report));
}

// A folder as a run leaves it, with the verdict of the example.
QJsonObject keepRun(const KeptReports& kept, const QString& name, RunResult result,
    const std::optional<StudyFacts>& study = std::nullopt)
{
    static int runs = 0;
    result.runId = "kept-" + std::to_string(++runs);
    const QJsonObject report = reportJson({result, judge(exampleRun()), 0, study});
    kept.file(name + "/summary.csv", summaryOf(report));
    kept.file(name + "/report.json", jsonBytes(report));
    return report;
}

// As a search leaves it, with its last confirming run at what holds.
void keepSearch(
    const KeptReports& kept, const QString& name, const StudyFacts& search, RunResult result = exampleRun())
{
    if (search.holdsAt > 0)
        result.settings.imagesPerSecond = search.holdsAt * 15;
    kept.file(name + "/probes.csv", "probe\n");
    keepRun(kept, name, result, search);
}

// Of `count` images, the first as given, the others correct.
QByteArray images(std::vector<std::pair<int, int>> labelAndPredicted, std::size_t count = 100)
{
    QByteArray text = "label,predicted,latency_ms,content\n";
    labelAndPredicted.resize(count, {7, 7});
    int content = 0x100;
    for (const auto& each : labelAndPredicted)
        text += QByteArray::number(each.first) + "," + QByteArray::number(each.second) + ",2.5,"
            + QByteArray::number(content++, 16) + "\n";
    return text;
}

// Why a metric is not compared; "" where it is.
std::string whyNot(const ComparedPair& pair, Metric metric)
{
    const auto found = std::ranges::find(pair.notCompared, metric, &NotCompared::metric);
    return found == pair.notCompared.end() ? "" : found->why.english();
}

bool isCompared(const ComparedPair& pair, Metric metric)
{
    return rowOf(pair, metric).has_value() && whyNot(pair, metric).empty();
}

} // namespace

class TestComparisonReport : public QObject {
    Q_OBJECT

private slots:
    void foldersOfRuns();
    void rowsByLabel();
    void whatNamesNoRun_data();
    void whatNamesNoRun();
    void interleavedRuns_data();
    void interleavedRuns();
    void singleRunsByTheirOwnIntervals();
    void singleRunsFailNothing();
    void whatFewRunsShow();
    void setup();
    void machinesVersionsAndBuilds();
    void modelsAndImages();
    void accuracyOfEachImageOnce();
    void accuracyOfFewImages();
    void imagesThatDoNotFit();
    void copiesOfARun();
    void runsOfBothSides();
    void runsOfSchemaOne();
    void targetRates_data();
    void targetRates();
    void keptRatesFailNothing();
    void ratesOfSenders_data();
    void ratesOfSenders();
    void latenciesOfOtherRates();
    void latenciesOfOtherCameras();
    void settingsOfTheReport();
    void seedsOfStudies();
    void figuresThatCannotBe_data();
    void figuresThatCannotBe();
    void filesThatContradict_data();
    void filesThatContradict();
    void reportsThatCannotBeRead_data();
    void reportsThatCannotBeRead();
    void rowsThatAreNotWhole();
    void runsInTheFolderOfAStudy();
    void correctImagesThatDoNotFit();
    void unfinishedRuns();
    void originsOfLatency();
    void searches();
    void searchesOfOneSide();
    void searchesOfOtherGoals_data();
    void searchesOfOtherGoals();
    void searchesThatFoundNothing_data();
    void searchesThatFoundNothing();
    void searchAgainstRun();
    void foldersOfSweeps();
    void latencyThatWasNotJudged();
    void invalidRuns();
    void disturbedRunsCount();
    void scalesOfRates();
    void criteria();
    void whatIsHostile();
};

void TestComparisonReport::foldersOfRuns()
{
    const KeptReports kept;
    kept.report("study/run-2", at("02", "610"));
    kept.report("study/run-1", at("01", "600"));
    kept.file("study/notes/other.txt", "no run");
    kept.report("single", at("03", "605"));
    const auto study = readSide(kept.path("study"));
    QVERIFY(bool(study));
    QCOMPARE(study->runs.size(), std::size_t(2));
    QCOMPARE(study->runs[0].text("images_per_s"), std::string_view("600")); // by start, not by folder
    QVERIFY(study->runs[0].images.empty());
    kept.file("single/images.csv", images({}));
    const auto single = readSide(kept.path("single"));
    QVERIFY(bool(single));
    QCOMPARE(single->runs.size(), std::size_t(1));
    QVERIFY(!single->runs[0].images.empty());
}

void TestComparisonReport::rowsByLabel()
{
    const KeptReports kept;
    kept.csv(
        "runs.csv", {run(at("01", "600", "old")), run(at("02", "660", "new")), run(at("03", "602", "old"))});
    QCOMPARE(readSide(kept.path("runs.csv"))->runs.size(), std::size_t(3));
    QCOMPARE(readSide(kept.path("runs.csv#old"))->runs.size(), std::size_t(2));
    QCOMPARE(readSide(kept.path("runs.csv#new"))->runs.size(), std::size_t(1));
    kept.csv("a#b.csv", {run({})});
    QCOMPARE(readSide(kept.path("a#b.csv"))->runs.size(), std::size_t(1));
    kept.csv("hash.csv", {run(at("01", "600", "a#b")), run(at("02", "660", "b"))});
    QCOMPARE(readSide(kept.path("hash.csv#a#b"))->runs.size(), std::size_t(1));
    QCOMPARE(readSide(kept.path("a#b.csv#"))->runs.size(), std::size_t(1));
}

void TestComparisonReport::whatNamesNoRun_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing there") << "nowhere"
                                   << "does not exist";
    QTest::newRow("empty folder") << "empty"
                                  << "has no run that is over";
    QTest::newRow("another table") << "other.csv"
                                   << "has no run that is over";
    QTest::newRow("no such label") << "runs.csv#newer"
                                   << "has no run labelled \"newer\"";
    QTest::newRow("killed run") << "killed"
                                << "has no run that is over";
}

void TestComparisonReport::whatNamesNoRun()
{
    QFETCH(QString, name);
    QFETCH(QString, words);
    const KeptReports kept;
    kept.file("empty/notes.txt", "no run");
    kept.file("other.csv", "time,price\n1,2\n");
    kept.csv("runs.csv", {run(at("01", "600", "new"))});
    kept.file("killed/summary.csv", "");
    const auto side = readSide(kept.path(name));
    QVERIFY(!side);
    QVERIFY2(side.error().english().find(words.toStdString()) != std::string::npos,
        side.error().english().c_str());
}

void TestComparisonReport::interleavedRuns_data()
{
    QTest::addColumn<QString>("order"); // of starts: b base, n new
    QTest::addColumn<bool>("expected");
    QTest::newRow("in turn") << "bnbnbn" << true;
    QTest::newRow("shuffled within pairs") << "bnnbbn" << true;
    QTest::newRow("one side after the other") << "bbbnnn" << false;
    QTest::newRow("not in pairs") << "bbnnbn" << false;
    QTest::newRow("more of one") << "bnbnb" << false;
    QTest::newRow("one pair") << "bn" << false;
}

void TestComparisonReport::interleavedRuns()
{
    QFETCH(QString, order);
    QFETCH(bool, expected);
    ComparedSide base, next;
    for (qsizetype i = 0; i < order.size(); ++i)
        (order[i] == u'b' ? base : next)
            .runs.push_back({{{"start_time", "2026-05-01T10:0" + std::to_string(i) + ":00.000Z"}}, {}});
    QCOMPARE(interleaved(base, next), expected);
}

void TestComparisonReport::singleRunsByTheirOwnIntervals()
{
    const KeptReports kept;
    kept.report(
        "before", {{"images_per_s", "600"}, {"images_per_s_low", "594"}, {"images_per_s_high", "606"}});
    kept.report(
        "after", {{"images_per_s", "660"}, {"images_per_s_low", "653"}, {"images_per_s_high", "667"}});
    const ComparisonReport report = compared(kept, "before", "after");
    QCOMPARE(report.pairs.size(), std::size_t(1));
    const auto rate = rowOf(report.pairs[0], Metric::Rate);
    QVERIFY(rate.has_value());
    QVERIFY(std::abs(rate->difference - 10) < 1e-9);
    QCOMPARE(rate->word, DifferenceWord::Higher);
    QVERIFY(rate->withinRuns);
    QVERIFY(notes(report.pairs[0], "Each side is a single run"));
    QVERIFY(report.pairs[0].setup.empty());
    QCOMPARE(report.exitCode(), 0);
}

void TestComparisonReport::whatFewRunsShow()
{
    const KeptReports kept;
    ComparedPair pair;
    QVERIFY(!leastShownPct(pair, 3));
    MetricDifference rate;
    rate.interval = Interval{700, 900}; // 8 to 10 times
    pair.metrics = {rate};
    QVERIFY(std::abs(*leastShownPct(pair, 3) - 11.803) < 0.001); // √(10 ÷ 8)
    QVERIFY(!leastShownPct(pair, 5) && !leastShownPct(pair, 1));
    const auto runs = [&](const char* name, std::initializer_list<const char*> minutes) {
        std::vector<Columns> rows;
        for (const char* minute : minutes)
            rows.push_back(run(at(minute, rows.size() % 2 == 0 ? "600" : "606")));
        kept.csv(name, rows);
    };
    runs("two.csv", {"01", "02"});
    runs("five.csv", {"11", "12", "13", "14", "15"});
    runs("six.csv", {"21", "22", "23", "24", "25", "26"});
    QVERIFY(notes(compared(kept, "two.csv", "five.csv").pairs.at(0), "2 runs of each side show differences"));
    QVERIFY(!notes(compared(kept, "five.csv", "six.csv").pairs.at(0), "show differences"));
}

// Two runs of one setting differ by more than the spread within each.
void TestComparisonReport::singleRunsFailNothing()
{
    const KeptReports kept;
    const auto rate = [](const char* low, const char* of, const char* high) {
        return Columns{{"images_per_s", of}, {"images_per_s_low", low}, {"images_per_s_high", high},
            {"latency_p99_ms", "20"}};
    };
    kept.report("before", rate("594", "600", "606"));
    kept.report("after", rate("494", "500", "506"));
    kept.report("several/1", rate("494", "500", "506"));
    kept.report("several/2", rate("494", "501", "506"));
    for (const char* next : {"after", "several"}) {
        const ComparisonReport report = compared(kept, "before", next, {.slowerPct = 5, .p99Pct = 5});
        for (const ComparisonCriterion& criterion : report.pairs.at(0).criteria)
            QVERIFY(criterion.outcome == CriterionOutcome::NotChecked);
        QCOMPARE(report.exitCode(), 0);
    }
}

void TestComparisonReport::setup()
{
    const KeptReports kept;
    kept.csv("one.csv", {run({{"engine_workers", "1"}}), run({{"engine_workers", "2"}})});
    kept.csv("two.csv", {run({{"engine_workers", "2"}, {"model_sha256", QByteArray(64, 'b')}})});
    const ComparedPair pair = compared(kept, "one.csv", "two.csv").pairs.at(0);
    QCOMPARE(pair.setup.size(), std::size_t(2));
    QCOMPARE(pair.setup[0].what.english(), std::string("workers"));
    QCOMPARE(pair.setup[0].base, std::string("1, 2"));
    QCOMPARE(pair.setup[0].next, std::string("2"));
    QCOMPARE(pair.setup[1].next, std::string("bbbbbbbbbbbb"));
    QCOMPARE(pair.equalSetup.at(0).what.english(), std::string("host"));
    QCOMPARE(pair.equalSetup.at(0).next, std::string("gateway"));
    QCOMPARE(pair.equalSetup.size(), std::size_t(4)); // what no run tells is not counted
    QCOMPARE(equalSettingsText(pair), std::string("Equal: 4 settings\n"));
    // What differs is to be seen: one that a run does not tell, and the end of a checksum.
    kept.csv("unknown.csv",
        {run({{"engine_workers", "1"}, {"model_sha256", QByteArray(63, 'a') + "b"}}),
            run({{"engine_workers", ""}, {"model_sha256", QByteArray(63, 'a') + "b"}})});
    kept.csv("known.csv", {run({{"engine_workers", "1"}})});
    const ComparedPair alike = compared(kept, "unknown.csv", "known.csv").pairs.at(0);
    QCOMPARE(alike.setup.at(0).base, std::string("–, 1"));
    QCOMPARE(alike.setup.at(0).next, std::string("1"));
    QCOMPARE(alike.setup.at(1).base, std::string(63, 'a') + "b");
    QCOMPARE(alike.setup.at(1).next, std::string(64, 'a'));
}

void TestComparisonReport::machinesVersionsAndBuilds()
{
    const KeptReports kept;
    const auto report = [&](const char* name, const char* host, const char* version, const char* build) {
        kept.report(name,
            {{"images_per_s_low", "594"}, {"images_per_s_high", "606"}, {"machine_host_name", host},
                {"build_version", version}, {"build_type", build}});
    };
    report("base", "gw-1", "1.0", "Release");
    report("same", "gw-1", "1.0", "Release");
    report("new", "gw-2", "1.1", "Debug");
    const ComparedPair same = compared(kept, "base", "same").pairs.at(0);
    QVERIFY(same.cautions.empty());
    const ComparedPair pair = compared(kept, "base", "new").pairs.at(0);
    QCOMPARE(pair.cautions.size(), std::size_t(3));
    QCOMPARE(pair.cautions[0].english(), std::string("Measured on different machines: gw-1 and gw-2."));
    QCOMPARE(pair.cautions[1].english(),
        std::string("Measured by different versions of this program: 1.0 and 1.1."));
    QVERIFY(pair.cautions[2].english().ends_with(
        "new was measured by a debug build, whose speed means nothing."));
    const std::string words = pair.sentence.english();
    QVERIFY2(words.find("new on gw-2 against ") == words.find("new on gw-2")
            && words.find("base on gw-1: images/s: no difference shown (") != std::string::npos,
        words.c_str());
    kept.report("one/1", at("01", "600"));
    kept.report("one/2", at("02", "601"));
    kept.csv("two.csv", {run(at("03", "600")), run(at("04", "601"))});
    QVERIFY(compared(kept, "one", "two.csv").judgement() == Judgement::Valid);
    kept.csv("debug.csv",
        {run({{"build_type", "Debug"}}), run({{"build_type", "Debug"}, {"images_per_s", "601"}})});
    QVERIFY(compared(kept, "one", "debug.csv").judgement() == Judgement::Weak);
}

void TestComparisonReport::modelsAndImages()
{
    const KeptReports kept;
    kept.report("base", {});
    kept.report("other model", {{"model_name", "resnet20"}, {"model_sha256", QByteArray(64, 'b')}});
    kept.report("other file", {{"model_sha256", QByteArray(64, 'b')}});
    kept.report("other precision", {{"model_sha256", QByteArray(64, 'b')}, {"engine_precision", "int8"}});
    kept.report("other images", {});
    kept.report("no images", {});
    for (const char* name : {"base", "other model", "other file", "other precision"})
        kept.file(name + QString("/images.csv"), images({{1, 1}, {2, 3}}));
    kept.file("other images/images.csv", "label,predicted,content\n1,1,abc\n");
    const auto against = [&](const char* next) { return compared(kept, "base", next).pairs.at(0); };
    QCOMPARE(whyNot(against("other model"), Metric::Accuracy), std::string("the models differ"));
    QCOMPARE(whyNot(against("other file"), Metric::Accuracy), std::string("the models differ"));
    QVERIFY(isCompared(against("other precision"), Metric::Accuracy));
    QCOMPARE(whyNot(against("other images"), Metric::Accuracy),
        std::string("the images differ: 0 distinct images are in both sides, of 100 and 1"));
    QVERIFY(!rowOf(against("other images"), Metric::Accuracy));
    for (const char* name : {"other model", "other images"}) {
        const ComparedPair pair = against(name);
        QVERIFY(pair.sentence.english().ends_with("; accuracy: not comparable."));
        QCOMPARE(differenceTable(pair).at(2).front(), std::string("accuracy %"));
        QCOMPARE(differenceTable(pair).at(2).back(), std::string("not comparable"));
    }
    QVERIFY(!against("no images").sentence.english().ends_with("not comparable."));
}

void TestComparisonReport::accuracyOfEachImageOnce()
{
    const KeptReports kept;
    kept.report("base/1", at("01", "600"));
    kept.report("base/2", at("02", "600"));
    kept.report("new", {});
    // Images, one of which the new one gets wrong, and one of which it gets right instead.
    kept.file("base/1/images.csv", images({{1, 1}, {2, 2}, {3, 3}, {4, 9}}, 4));
    kept.file("base/2/images.csv", images({{1, 9}, {2, 2}, {3, 3}, {4, 4}, {5, 5}})); // repeats count no more
    kept.file("new/images.csv", images({{1, 1}, {2, 9}, {3, 3}, {4, 4}, {5, 5}}));
    const auto row = rowOf(compared(kept, "base", "new").pairs.at(0), Metric::Accuracy);
    QVERIFY(row.has_value());
    QCOMPARE(row->base, 99.0);
    QCOMPARE(row->next, 99.0);
    QVERIFY(row->images == std::uint64_t(100));
    QCOMPARE(row->pValue, 1.0);
    QCOMPARE(row->word, DifferenceWord::NoneShown);
}

void TestComparisonReport::accuracyOfFewImages()
{
    const KeptReports kept;
    kept.report("base", {});
    kept.report("few", {});
    kept.report("enough", {});
    kept.file("base/images.csv", images({{1, 9}}, 1'000));
    kept.file("few/images.csv", images({{1, 1}}, 99));
    kept.file("enough/images.csv", images({{1, 1}}, 100));
    const ComparisonReport few = compared(kept, "base", "few", {.accuracyPoints = 1});
    QVERIFY(!rowOf(few.pairs.at(0), Metric::Accuracy));
    QCOMPARE(whyNot(few.pairs.at(0), Metric::Accuracy),
        std::string("it needs 100 distinct images that both sides classified, and has 99"));
    QVERIFY(few.pairs.at(0).criteria.at(0).outcome == CriterionOutcome::NotChecked);
    const ComparedPair enough = compared(kept, "base", "enough").pairs.at(0);
    QVERIFY(isCompared(enough, Metric::Accuracy));
    QVERIFY(notes(
        enough, "Accuracy is that of the 100 distinct images that both sides classified, of 1000 and 100"));
}

void TestComparisonReport::imagesThatDoNotFit()
{
    const KeptReports kept;
    kept.report("base", {{"images_classified", "100"}, {"latency_p99_ms", "2.5"}});
    kept.report("fits", {{"images_classified", "100"}, {"latency_p99_ms", "2.5"}});
    kept.report("another's", {{"images_classified", "5000"}, {"latency_p99_ms", "2.5"}});
    for (const char* name : {"base", "another's"})
        kept.file(name + QString("/images.csv"), images({}));
    // A rejected image has no label.
    kept.file("fits/images.csv", images({}) + ",,,\n");
    const ComparedPair fits = compared(kept, "base", "fits").pairs.at(0);
    QVERIFY(isCompared(fits, Metric::Accuracy));
    QVERIFY(!notes(fits, "images.csv is not used"));
    const ComparedPair unfit = compared(kept, "base", "another's").pairs.at(0);
    QVERIFY(notes(unfit, "another's: images.csv is not used for 1 of 1 runs"));
    QVERIFY(!rowOf(unfit, Metric::Accuracy));
    QVERIFY(!rowOf(unfit, Metric::LatencyP99)->interval);
}

void TestComparisonReport::copiesOfARun()
{
    const KeptReports kept;
    const Columns one = run(at("01", "600")), other = run(at("02", "475"));
    kept.csv("one.csv", {one, one, one, one, one});
    kept.csv("other/copy/summary.csv", {other});
    kept.csv("other/original/summary.csv", {other});
    kept.file("other/original/images.csv", images({}));
    const ComparedPair pair = compared(kept, "one.csv", "other", {.slowerPct = 5}).pairs.at(0);
    QCOMPARE(pair.runs, std::uint64_t(1));
    QVERIFY(!rowOf(pair, Metric::Rate)->interval); // of single runs without intervals of their own
    QVERIFY(pair.criteria.at(0).outcome == CriterionOutcome::NotChecked);
    QVERIFY(notes(pair, "one.csv: each run counts once; copies of a run left out: 4."));
    QVERIFY(notes(pair, "other: each run counts once; copies of a run left out: 1."));
    QVERIFY(!readSide(kept.path("other"))->runs.at(0).images.empty());
}

void TestComparisonReport::runsOfBothSides()
{
    const KeptReports kept;
    kept.csv("all.csv", {run(at("01", "600", "x")), run(at("02", "610", "x")), run(at("03", "620", "y"))});
    const auto error = [&](const char* base, const char* next) {
        const auto report = compareReports(kept.path(base), std::vector{kept.path(next)}, {});
        return report ? std::string() : report.error().english();
    };
    QVERIFY(
        error("all.csv", "all.csv").ends_with("have runs in common (3): a run is not compared with itself"));
    QVERIFY(error("all.csv#x", "all.csv").ends_with("in common (2): a run is not compared with itself"));
    QCOMPARE(error("all.csv#x", "all.csv#y"), std::string());
}

// They have no run_id, other names, and the same row only where they are copies.
void TestComparisonReport::runsOfSchemaOne()
{
    const KeptReports kept;
    const auto old = [](const char* rate) {
        Columns columns = run({{"images_per_s", rate}, {"verdict", "INVALID"}});
        columns.erase("run_id");
        columns.erase("verdict_overall");
        return columns;
    };
    kept.csv("old.csv", {old("600"), old("601"), old("600")});
    const auto side = readSide(kept.path("old.csv"));
    QVERIFY(bool(side));
    QCOMPARE(side->runs.size(), std::size_t(2));
    QCOMPARE(side->copies, std::uint64_t(1));
    QVERIFY(side->verdict() == Judgement::Invalid);
}

void TestComparisonReport::targetRates_data()
{
    QTest::addColumn<QByteArrayList>("base"); // target rate, outcome, rate
    QTest::addColumn<QByteArrayList>("next");
    QTest::addColumn<QString>("why"); // "": compared
    const QByteArrayList kept{"500", "completed", "500"}, keptMore{"1000", "completed", "1000"},
        saturated{"1000", "saturated", "450"}, saturatedMore{"1000", "saturated", "700"},
        slept{"1000", "completed", "800"}, most{"", "completed", "450"}, stopped{"100", "stopped", "100"},
        unknown{"", "", "100"};
    const QString none, same = "both sides kept the same target rate", differ = "the target rates differ";
    QTest::newRow("the same") << kept << kept << same;
    QTest::newRow("the same, interrupted") << stopped << stopped << same;
    QTest::newRow("the same, kept and at its limit") << keptMore << saturated << none;
    QTest::newRow("the same, both at their limit") << saturated << saturatedMore << none;
    QTest::newRow("the same, that the pauses of --pacing original miss") << slept << slept << none;
    QTest::newRow("both kept") << kept << keptMore << differ;
    QTest::newRow("interrupted") << kept << stopped << differ;
    QTest::newRow("slower at its limit") << kept << saturated << none;
    QTest::newRow("faster at its limit") << kept << saturatedMore << differ;
    QTest::newRow("as fast as possible, slower") << kept << most << none;
    QTest::newRow("asked for less than the base could") << most << stopped << differ;
    QTest::newRow("both at their limit") << saturated << most << none;
    QTest::newRow("no target") << unknown << most << none;
}

void TestComparisonReport::targetRates()
{
    QFETCH(QByteArrayList, base);
    QFETCH(QByteArrayList, next);
    QFETCH(QString, why);
    const KeptReports kept;
    const auto columns = [](const QByteArrayList& of) {
        return Columns{{"target_images_per_s", of[0]}, {"verdict_outcome", of[1]}, {"images_per_s", of[2]}};
    };
    kept.report("base", columns(base));
    kept.report("next", columns(next));
    const ComparedPair pair = compared(kept, "base", "next", {.slowerPct = 5}).pairs.at(0);
    QCOMPARE(isCompared(pair, Metric::Rate), why.isEmpty());
    QCOMPARE(rowOf(pair, Metric::Rate).has_value(), why.isEmpty());
    QVERIFY2(whyNot(pair, Metric::Rate).starts_with(why.toStdString()), whyNot(pair, Metric::Rate).c_str());
}

// The plan of the sender repeats to the last digit, and no difference is too small for it.
void TestComparisonReport::keptRatesFailNothing()
{
    const KeptReports kept;
    const auto at = [](const char* rate) {
        return run(
            {{"target_images_per_s", "500"}, {"verdict_outcome", "completed"}, {"images_per_s", rate}});
    };
    kept.csv("base.csv", {at("500.2"), at("500.2"), at("500.2")});
    kept.csv("next.csv", {at("499.9"), at("499.9"), at("499.9")});
    const ComparisonReport report = compared(kept, "base.csv", "next.csv", {.slowerPct = 0});
    QVERIFY(report.pairs.at(0).criteria.at(0).outcome == CriterionOutcome::NotChecked);
    QCOMPARE(report.exitCode(), 0);
}

void TestComparisonReport::ratesOfSenders_data()
{
    QTest::addColumn<QByteArrayList>("base"); // role, rate, seconds of 10 that the queue was full
    QTest::addColumn<QByteArrayList>("next");
    QTest::addColumn<bool>("compares");
    const QByteArrayList idle{"receive", "100", "0"}, idleSlower{"receive", "50", "0.2"},
        limited{"receive", "200", "9"}, limitedSlower{"receive", "80", "9.5"}, worker{"worker", "50", "0"},
        loopback{"loopback", "50", "0"};
    QTest::newRow("both idle") << idle << idleSlower << false;
    QTest::newRow("an idle worker") << limited << worker << false;
    QTest::newRow("asked for less than the base could") << limited << idle << false;
    QTest::newRow("slower at its limit") << idle << limitedSlower << true;
    QTest::newRow("faster at its limit") << idle << limited << false;
    QTest::newRow("both at their limit") << limited << limitedSlower << true;
    QTest::newRow("loopback is its own limit") << loopback << loopback << true;
}

void TestComparisonReport::ratesOfSenders()
{
    QFETCH(QByteArrayList, base);
    QFETCH(QByteArrayList, next);
    QFETCH(bool, compares);
    const KeptReports kept;
    const auto columns = [](const QByteArrayList& of) {
        return Columns{{"role", of[0]}, {"images_per_s", of[1]}, {"images_per_s_low", of[1]},
            {"images_per_s_high", of[1] + ".1"}, {"elapsed_s", "10"}, {"reading_held_up_s", of[2]}};
    };
    kept.csv("base.csv", {run(columns(base)), run(columns(base))});
    kept.csv("next.csv", {run(columns(next)), run(columns(next))});
    const ComparedPair pair = compared(kept, "base.csv", "next.csv", {.slowerPct = 5}).pairs.at(0);
    QCOMPARE(isCompared(pair, Metric::Rate), compares);
    QCOMPARE(whyNot(pair, Metric::Rate).find("the sender set the rate") == 0, !compares);
    QCOMPARE(pair.criteria.at(0).outcome == CriterionOutcome::NotChecked, !compares);
}

void TestComparisonReport::latenciesOfOtherRates()
{
    const KeptReports kept;
    const auto at = [](const char* target, const char* role, const char* rate) {
        return Columns{{"target_images_per_s", target}, {"role", role}, {"images_per_s", rate},
            {"elapsed_s", "10"}, {"reading_held_up_s", "0"}, {"latency_p50_ms", "2"},
            {"latency_p99_ms", "3"}};
    };
    kept.report("100", at("100", "loopback", "100"));
    kept.report("also 100", at("100", "loopback", "99"));
    kept.report("300", at("300", "loopback", "300"));
    kept.report("sent 100", at("", "receive", "100"));
    kept.report("also sent 100", at("", "receive", "101"));
    kept.report("sent 300", at("", "receive", "300"));
    const auto why = [&](const char* base, const char* next) {
        const ComparedPair pair = compared(kept, base, next).pairs.at(0);
        for (const Metric metric : {Metric::LatencyP50, Metric::LatencyP99})
            if (isCompared(pair, metric) != whyNot(pair, metric).empty())
                return std::string("neither a row nor a reason");
        return whyNot(pair, Metric::LatencyP50);
    };
    QCOMPARE(why("100", "also 100"), std::string());
    QVERIFY(why("100", "300").starts_with("the target rates differ"));
    QCOMPARE(why("sent 100", "also sent 100"), std::string());
    QVERIFY(why("sent 100", "sent 300").starts_with("the senders' rates differ"));
}

void TestComparisonReport::latenciesOfOtherCameras()
{
    const KeptReports kept;
    for (const int rate : {15, 30}) {
        RunResult result = exampleRun();
        result.settings.pacing = Pacing::Cameras;
        result.settings.cameraRatePerS = rate;
        keepRun(kept, QString::number(rate), result);
    }
    const ComparedPair pair = compared(kept, "15", "30").pairs.at(0);
    for (const Metric metric : {Metric::LatencyP50, Metric::LatencyP99})
        QVERIFY(whyNot(pair, metric).starts_with("the rates of a camera differ"));
}

// All settings are those of the table, so that a new one is shown as well.
void TestComparisonReport::settingsOfTheReport()
{
    const KeptReports kept;
    RunResult result = exampleRun();
    result.settings.report = "base";
    result.settings.maxP99Ms = 5;
    keepRun(kept, "base", result);
    result.settings.report = "next";
    result.settings.label = "b";
    result.settings.maxP99Ms = 9;
    result.settings.images = "other.bin";
    result.settings.cameraRatePerS = 30;
    result.settings.queue = 1;
    result.settings.warmup = 0;
    result.settings.workers = 7;
    keepRun(kept, "next", result);
    kept.file("no settings/summary.csv", summaryOf(keepRun(kept, "other", exampleRun())));
    QByteArray shown;
    const ComparedPair pair = compared(kept, "base", "next").pairs.at(0);
    for (const SetupDifference& each : pair.setup)
        shown += QByteArray::fromStdString(each.what.english() + ": " + each.base + ", " + each.next + "\n");
    QCOMPARE(shown,
        QByteArray("--images: the bundled CIFAR-10 test set, other.bin\n--camera-rate: 15, 30\n"
                   "--queue: 256, 1\n--warmup: 20, 0\n"));
    QVERIFY(compared(kept, "base", "no settings").pairs.at(0).setup.empty());
}

void TestComparisonReport::seedsOfStudies()
{
    const KeptReports kept;
    const auto seeds = [&](const char* name, std::initializer_list<const char*> values) {
        std::vector<Columns> rows;
        for (const char* seed : values) {
            Columns columns = run(at(("0" + std::to_string(rows.size())).c_str(), "600"));
            columns["seed"] = seed;
            rows.push_back(columns);
        }
        kept.csv(name, rows);
    };
    seeds("three.csv", {"1", "2", "3"});
    seeds("two.csv", {"1", "2"});
    seeds("from four.csv", {"4", "5", "6"});
    seeds("one by one.csv", {"1", "1", "7"});
    const auto setup = [&](const char* next) { return compared(kept, "three.csv", next).pairs.at(0).setup; };
    QVERIFY(setup("two.csv").empty());
    QCOMPARE(setup("from four.csv").at(0).what.english(), std::string("seed"));
    QCOMPARE(setup("from four.csv").at(0).next, std::string("4"));
    QCOMPARE(setup("one by one.csv").at(0).next, std::string("1, 7"));
}

void TestComparisonReport::figuresThatCannotBe_data()
{
    QTest::addColumn<QByteArray>("column");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("words");
    QTest::newRow("negative") << QByteArray("images_per_s") << QByteArray("-5")
                              << "summary.csv: images_per_s is -5, which no run can have";
    QTest::newRow("infinite") << QByteArray("images_per_s") << QByteArray("inf")
                              << "summary.csv: images_per_s is inf, which no run can have";
    QTest::newRow("no number") << QByteArray("latency_p99_ms") << QByteArray("nan")
                               << "summary.csv: latency_p99_ms is nan, which no run can have";
    QTest::newRow("outside its interval")
        << QByteArray("images_per_s") << QByteArray("8924.5")
        << "summary.csv: images_per_s is 8924.5, outside its own interval, 590 to 610";
    QTest::newRow("no verdict") << QByteArray("verdict_overall") << QByteArray("GREAT")
                                << "summary.csv: verdict_overall is GREAT, which no run can have";
    QTest::newRow("another time")
        << QByteArray("elapsed_s") << QByteArray("0.001")
        << "summary.csv: images_per_s is 600, but images_classified is 6000 and elapsed_s is 0.001";
    QTest::newRow("more images")
        << QByteArray("images_classified") << QByteArray("6100")
        << "summary.csv: images_per_s is 600, but images_classified is 6100 and elapsed_s is 10";
}

void TestComparisonReport::figuresThatCannotBe()
{
    QFETCH(QByteArray, column);
    QFETCH(QByteArray, value);
    QFETCH(QString, words);
    const KeptReports kept;
    kept.report("base", {});
    Columns edited{{"images_per_s_low", "590"}, {"images_per_s_high", "610"}, {"images_classified", "6000"},
        {"elapsed_s", "10"}};
    kept.report("whole", edited);
    edited[column] = value;
    kept.report("edited", edited);
    QVERIFY(bool(readSide(kept.path("whole"))));
    const auto report = compareReports(kept.path("base"), std::vector{kept.path("edited")}, {});
    QVERIFY(!report);
    QVERIFY2(
        QString::fromStdString(report.error().english()).endsWith(words), report.error().english().c_str());
}

void TestComparisonReport::filesThatContradict_data()
{
    QTest::addColumn<QString>("object"); // of report.json; "": itself
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("rate") << ""
                          << "images_per_s" << QJsonValue(1001);
    QTest::newRow("its interval") << ""
                                  << "images_per_s_low" << QJsonValue(995);
    QTest::newRow("verdict") << "verdict"
                             << "overall" << QJsonValue("WEAK");
    QTest::newRow("correct images") << "images"
                                    << "correct" << QJsonValue(9'300);
    QTest::newRow("p99") << "latency"
                         << "p99_ms" << QJsonValue(2.9);
    QTest::newRow("none") << "latency"
                          << "p50_ms" << QJsonValue();
    QTest::newRow("version") << "build"
                             << "version" << QJsonValue("9.9");
}

void TestComparisonReport::filesThatContradict()
{
    QFETCH(QString, object);
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    const KeptReports kept;
    const QJsonObject report = keepRun(kept, "run", exampleRun());
    QVERIFY(bool(readSide(kept.path("run"))));
    QJsonObject edited = report, inner = report[object].toObject();
    inner[key] = value;
    edited[object.isEmpty() ? key : object] = object.isEmpty() ? value : QJsonValue(inner);
    kept.file("run/summary.csv", summaryOf(edited));
    auto side = readSide(kept.path("run"));
    QVERIFY(!side);
    const QString words = QString::fromStdString(side.error().english());
    const QString column = object.isEmpty() ? key : object + '_' + key;
    QVERIFY2(words.contains("run/summary.csv: " + column + " is \""), qPrintable(words));
    QVERIFY2(words.endsWith("run/report.json"), qPrintable(words));
    kept.file("run/summary.csv", summaryOf(report));
    QVERIFY(bool(readSide(kept.path("run"))));
    kept.file("run/report.json", jsonBytes(edited));
    side = readSide(kept.path("run"));
    QVERIFY(!side);
    QVERIFY2(side.error().english().find("run/report.json") != std::string::npos,
        side.error().english().c_str()); // some of it contradicts itself
}

void TestComparisonReport::reportsThatCannotBeRead_data()
{
    QTest::addColumn<QByteArray>("report"); // "": the first half of one
    QTest::addColumn<QString>("words");
    QTest::newRow("half") << QByteArray() << "run/report.json: not JSON: ";
    QTest::newRow("brackets") << QByteArray(1'000, '[') << "run/report.json: not JSON: ";
    QTest::newRow("settings") << QByteArray(R"({"settings":{"schema_version":1}})")
                              << "run/report.json: not the report of a run";
    QTest::newRow("of the future") << QByteArray(R"({"schema_version":99,"end":{"kind":"complete"}})")
                                   << "run/report.json: this program reads reports of schema versions 1 to ";
    QTest::newRow("unfinished") << jsonBytes(unfinishedReportJson(0))
                                << "run/report.json: the program ended before the run did";
}

void TestComparisonReport::reportsThatCannotBeRead()
{
    QFETCH(QByteArray, report);
    QFETCH(QString, words);
    const KeptReports kept;
    const QByteArray whole = jsonBytes(keepRun(kept, "run", exampleRun()));
    kept.file("run/report.json", report.isEmpty() ? whole.first(whole.size() / 2) : report);
    const auto side = readSide(kept.path("run"));
    QVERIFY(!side);
    QVERIFY2(QString::fromStdString(side.error().english()).contains(words), side.error().english().c_str());
}

void TestComparisonReport::rowsThatAreNotWhole()
{
    const KeptReports kept;
    const QByteArray rows = "run_id,images_per_s,machine_cpu_model\n1,600,AMD EPYC\n";
    kept.file("whole.csv", rows + "2,610,AMD EPYC\n\n"); // nothing is cut off where a line is empty
    QCOMPARE(readSide(kept.path("whole.csv"))->runs.size(), std::size_t(2));
    kept.file("cut.csv", rows + "2,61");
    const auto cut = readSide(kept.path("cut.csv"));
    QVERIFY(!cut);
    QVERIFY2(cut.error().english().ends_with("cut.csv: line 3 has 2 values for 3 columns"),
        cut.error().english().c_str());
}

// As --force allowed it once.
void TestComparisonReport::runsInTheFolderOfAStudy()
{
    const KeptReports kept;
    StudyFacts study;
    study.kind = "repeat";
    keepRun(kept, "study/run-1", exampleRun());
    keepRun(kept, "study", exampleRun(), study);
    kept.csv("study/runs.csv", {run({}), run({})});
    QCOMPARE(readSide(kept.path("study"))->runs.size(), std::size_t(1));
    keepRun(kept, "study", exampleRun());
    const auto side = readSide(kept.path("study"));
    QVERIFY(!side);
    QVERIFY2(side.error().english().find("the report.json of a single run and the runs.csv of a study")
            != std::string::npos,
        side.error().english().c_str());
}

void TestComparisonReport::correctImagesThatDoNotFit()
{
    const KeptReports kept;
    kept.report("base", {{"images_classified", "100"}, {"images_correct", "99"}});
    kept.report("edited", {{"images_classified", "100"}, {"images_correct", "99"}});
    kept.file("base/images.csv", images({{1, 2}}));
    kept.file("edited/images.csv", images({{1, 2}, {1, 2}}));
    const auto report = compareReports(kept.path("base"), std::vector{kept.path("edited")}, {});
    QVERIFY(!report);
    const QString words = QString::fromStdString(report.error().english());
    QVERIFY2(words.contains("edited/images.csv: 98 images are correct, but 99 in "), qPrintable(words));
    QVERIFY(words.endsWith("edited/summary.csv"));
}

void TestComparisonReport::unfinishedRuns()
{
    const KeptReports kept;
    kept.csv("base.csv", {run({{"verdict_outcome", "completed"}}), run({{"verdict_outcome", "stopped"}})});
    kept.csv("next.csv", {run({{"verdict_outcome", "failed"}}), run({{"verdict_outcome", "timed_out"}})});
    const ComparedPair pair = compared(kept, "base.csv", "next.csv").pairs.at(0);
    QVERIFY(notes(pair, "base.csv: 1 of 2 runs were stopped before their end."));
    QVERIFY(notes(pair, "next.csv: 1 of 2 runs failed."));
    QVERIFY(notes(pair, "next.csv: 1 of 2 runs timed out."));
    QVERIFY(!notes(pair, "base.csv: 1 of 2 runs failed."));
}

void TestComparisonReport::originsOfLatency()
{
    const KeptReports kept;
    const auto from = [](const char* origin) {
        return run({{"latency_origin", origin}, {"latency_p50_ms", "2"}, {"latency_p99_ms", "20"}});
    };
    kept.csv("intended.csv", {from("intended"), from("intended")});
    kept.csv("also intended.csv", {from("intended"), from("intended")});
    kept.csv("arrival.csv", {from("arrival"), from("arrival")});
    kept.csv("mixed.csv", {from("intended"), from("arrival")});
    for (const char* next : {"arrival.csv", "mixed.csv"}) {
        const ComparedPair pair = compared(kept, "intended.csv", next, {.p99Pct = 5}).pairs.at(0);
        for (const Metric metric : {Metric::LatencyP50, Metric::LatencyP99}) {
            QVERIFY(!rowOf(pair, metric));
            QVERIFY(whyNot(pair, metric).starts_with("latency does not start at the same moment"));
        }
        QVERIFY(pair.criteria.at(0).outcome == CriterionOutcome::NotChecked);
        QCOMPARE(pair.setup.at(0).what.english(), std::string("origin of latency"));
    }
    const ComparedPair alike = compared(kept, "intended.csv", "also intended.csv").pairs.at(0);
    QVERIFY(isCompared(alike, Metric::LatencyP50) && isCompared(alike, Metric::LatencyP99));
}

void TestComparisonReport::searches()
{
    const KeptReports kept;
    keepSearch(kept, "before", searchFor("cameras", 62, 63));
    StudyFacts after = searchFor("cameras", 70, 71);
    after.probeSeconds = 30;
    RunResult last = exampleRun();
    last.settings.seed = 9;
    keepSearch(kept, "after", after, last);
    const ComparisonReport report = compared(kept, "before", "after", {.slowerPct = 5});
    const ComparedPair& pair = report.pairs.at(0);
    const MetricDifference& held = pair.metrics.at(0);
    QVERIFY(held.metric == Metric::HeldCameras);
    QCOMPARE(held.base, 62.0);
    QCOMPARE(held.next, 70.0);
    QVERIFY(held.baseFailsAt == 63.0 && held.nextFailsAt == 71.0);
    QCOMPARE(held.word, DifferenceWord::Higher);
    QVERIFY(notes(pair, "A search is up to 5 % off"));
    // Each at a load of its own, which says nothing beside the other.
    QCOMPARE(whyNot(pair, Metric::Rate),
        std::string("each search chose the load of its last confirming run itself"));
    QVERIFY(pair.criteria.at(0).outcome == CriterionOutcome::NotChecked);
    QCOMPARE(pair.setup.size(), std::size_t(1));
    QCOMPARE(pair.setup[0].what.english(), std::string("--probe-seconds"));
    QCOMPARE(pair.setup[0].base + ", " + pair.setup[0].next, std::string("60, 30"));
    StudyFacts weak = searchFor("cameras", 69, 70);
    weak.verdict = "WEAK";
    keepSearch(kept, "weak", weak);
    const ComparedPair unsure = compared(kept, "before", "weak").pairs.at(0);
    QCOMPARE(unsure.metrics.at(0).word, DifferenceWord::NoneShown);
    QVERIFY(notes(unsure, "A search is up to 10 % off"));
    QVERIFY(unsure.verdict == Judgement::Weak);
}

void TestComparisonReport::searchesOfOneSide()
{
    const KeptReports kept;
    keepSearch(kept, "before/1", searchFor("rate", 410, 420));
    keepSearch(kept, "before/2", searchFor("rate", 400, 408));
    keepSearch(kept, "after", searchFor("rate", 300, 306));
    const MetricDifference held = compared(kept, "before", "after").pairs.at(0).metrics.at(0);
    QVERIFY(held.metric == Metric::HeldRate);
    QCOMPARE(held.base, 400.0);
    QVERIFY(held.baseFailsAt == 420.0);
    QCOMPARE(held.word, DifferenceWord::Lower);
    StudyFacts more = searchFor("rate", 400, 408);
    more.answer = "at least";
    more.failsAt.reset();
    keepSearch(kept, "before/3", more);
    QVERIFY(!compared(kept, "before", "after").pairs.at(0).metrics.at(0).baseFailsAt);
}

void TestComparisonReport::searchesOfOtherGoals_data()
{
    QTest::addColumn<QString>("find");
    QTest::addColumn<double>("cameraRate");
    QTest::addColumn<double>("maxP99Ms");
    QTest::addColumn<QString>("goal");
    QTest::newRow("images/s") << "rate" << 0.0 << 50.0 << "images/s with p99 within 50 ms";
    QTest::newRow("other cameras") << "cameras" << 30.0 << 50.0
                                   << "cameras of 30 images/s with p99 within 50 ms";
    QTest::newRow("another limit") << "cameras" << 15.0 << 20.0
                                   << "cameras of 15 images/s with p99 within 20 ms";
}

void TestComparisonReport::searchesOfOtherGoals()
{
    QFETCH(QString, find);
    QFETCH(double, cameraRate);
    QFETCH(double, maxP99Ms);
    QFETCH(QString, goal);
    const KeptReports kept;
    keepSearch(kept, "base", searchFor("cameras", 62, 63));
    StudyFacts other = searchFor(find.toLatin1().constData(), 80, 81);
    if (cameraRate > 0)
        other.cameraRatePerS = cameraRate;
    other.maxP99Ms = maxP99Ms;
    keepSearch(kept, "other", other);
    const ComparedPair pair = compared(kept, "base", "other").pairs.at(0);
    QCOMPARE(QString::fromStdString(whyNot(pair, Metric::HeldCameras)),
        "the goals of the searches differ: cameras of 15 images/s with p99 within 50 ms; " + goal);
    QVERIFY(!rowOf(pair, Metric::HeldCameras));
}

void TestComparisonReport::searchesThatFoundNothing_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<double>("holdsAt");
    QTest::newRow("nothing holds") << "nothing" << 0.0;
    QTest::newRow("stopped") << "stopped" << 50.0;
    QTest::newRow("disturbed from the start") << "between" << 0.0;
}

void TestComparisonReport::searchesThatFoundNothing()
{
    QFETCH(QString, answer);
    QFETCH(double, holdsAt);
    const KeptReports kept;
    keepSearch(kept, "base", searchFor("cameras", 62, 63));
    StudyFacts without = searchFor("cameras", holdsAt, 63);
    without.answer = answer.toStdString();
    without.words = "No answer";
    keepSearch(kept, "without", without);
    const ComparedPair pair = compared(kept, "base", "without").pairs.at(0);
    QCOMPARE(whyNot(pair, Metric::HeldCameras),
        std::string("not every search found a load that holds: Serves so many; No answer"));
    QVERIFY(!rowOf(pair, Metric::HeldCameras));
}

void TestComparisonReport::searchAgainstRun()
{
    const KeptReports kept;
    keepSearch(kept, "search", searchFor("cameras", 62, 63));
    kept.report("run", {});
    const ComparedPair pair = compared(kept, "search", "run").pairs.at(0);
    QVERIFY(!rowOf(pair, Metric::HeldCameras) && whyNot(pair, Metric::HeldCameras).empty());
}

// Combinations are no repeats of each other.
void TestComparisonReport::foldersOfSweeps()
{
    const KeptReports kept;
    const std::vector<Columns> rows{run(at("01", "600", "workers=1")), run(at("02", "300", "workers=2"))};
    kept.csv("sweep/runs.csv", rows);
    kept.csv("searches/runs.csv", rows);
    for (const Columns& row : rows) {
        RunResult last = exampleRun();
        last.settings.label = row.at("label").toStdString();
        keepSearch(kept, "searches/search-" + row.at("label"), searchFor("cameras", 62, 63), last);
    }
    for (const char* name : {"sweep", "searches"}) {
        const auto whole = readSide(kept.path(name));
        QVERIFY(!whole);
        const QString words = QString::fromStdString(whole.error().english());
        QVERIFY2(words.contains("runs of several combinations or labels"), qPrintable(words));
        QVERIFY2(words.endsWith(QString(name) + "#workers=1"), qPrintable(words));
        const auto one = readSide(kept.path(name + QString("#workers=2")));
        QVERIFY(bool(one));
        QCOMPARE(one->runs.size(), std::size_t(1));
        QCOMPARE(one->searches(), name == QString("searches"));
    }
    kept.csv("repeats/runs.csv", {run(at("01", "600")), run(at("02", "610"))});
    QCOMPARE(readSide(kept.path("repeats"))->runs.size(), std::size_t(2));
}

void TestComparisonReport::latencyThatWasNotJudged()
{
    const KeptReports kept;
    kept.report("base", {{"latency_p99_ms", "20"}});
    kept.report("new", {{"latency_p99_ms", "2000"}, {"verdict_latency", "not_judged"}});
    const ComparedPair pair = compared(kept, "base", "new", {.p99Pct = 5}).pairs.at(0);
    QVERIFY(!rowOf(pair, Metric::LatencyP99));
    QCOMPARE(whyNot(pair, Metric::LatencyP99), std::string("latency was not judged in every run"));
    QVERIFY(pair.criteria.at(0).outcome == CriterionOutcome::NotChecked);
}

void TestComparisonReport::invalidRuns()
{
    const KeptReports kept;
    kept.report("base", {});
    kept.report("new", {{"verdict_overall", "INVALID"}});
    const ComparisonReport report = compared(kept, "base", "new");
    QVERIFY(notes(report.pairs.at(0), ": the run is INVALID."));
    QCOMPARE(report.exitCode(), 3);
}

void TestComparisonReport::disturbedRunsCount()
{
    const KeptReports kept;
    const auto whole = [](const char* minute, const char* rate) {
        Columns row = run(at(minute, rate));
        row.insert({{"role", "loopback"}, {"elapsed_s", "10"},
            {"images_classified", QByteArray::number(QByteArray(rate).toInt() * 10)},
            {"interference_other_programs_cpu_pct", "0.1"},
            {"interference_other_programs_cpu_low_pct", "0.1"},
            {"interference_other_programs_cpu_high_pct", "0.2"}, {"interference_idle_cpu_pct", "1.0"}});
        return row;
    };
    const auto disturbed = [&](const char* minute, const char* rate) {
        Columns row = whole(minute, rate);
        row["interference_other_programs_cpu_pct"] = row["interference_other_programs_cpu_low_pct"] = "7.5";
        row["verdict_overall"] = row["verdict_throughput"] = "WEAK";
        return row;
    };
    kept.csv("calm.csv", {whole("01", "600"), whole("02", "603"), whole("03", "601"), whole("04", "602")});
    kept.csv(
        "slow.csv", {whole("11", "500"), whole("12", "503"), whole("13", "501"), disturbed("14", "470")});
    const ComparedPair same = compared(kept, "calm.csv", "slow.csv").pairs.at(0);
    QCOMPARE(same.cautions.size(), std::size_t(2));
    QVERIFY2(
        same.cautions[0].english().ends_with("slow.csv: run 4: other programs used 7.5 % of the CPU time, "
                                             "and 1.0 % was idle."),
        same.cautions[0].english().c_str());
    QVERIFY(same.cautions[0].english().starts_with("Interference in 1 of 4 runs of "));
    QVERIFY(
        same.cautions[1].english().starts_with("These runs count; without them the verdict is the same: "));
    QVERIFY(same.verdict == Judgement::Weak); // of the run itself
    QVERIFY(same.judgement == Judgement::Valid); // of the comparison
    // One that differs by its disturbed runs alone; and one that nothing is left of.
    kept.csv("alike.csv",
        {whole("21", "600"), whole("22", "603"), disturbed("23", "500"), disturbed("24", "501"),
            disturbed("25", "502"), disturbed("26", "503"), disturbed("27", "504"), whole("28", "601")});
    const ComparedPair other = compared(kept, "calm.csv", "alike.csv").pairs.at(0);
    QCOMPARE(rowOf(other, Metric::Rate)->word, DifferenceWord::Lower);
    QVERIFY2(other.cautions.at(1).english().find("the verdict is another: ") != std::string::npos
            && other.cautions.at(1).english().find("images/s: no difference shown") != std::string::npos,
        other.cautions.at(1).english().c_str());
    QVERIFY(other.cautions[0].english().ends_with("; …"));
    QVERIFY(other.judgement == Judgement::Weak);
    kept.csv("all.csv", {disturbed("31", "500"), disturbed("32", "501")});
    const ComparedPair none = compared(kept, "calm.csv", "all.csv").pairs.at(0);
    QVERIFY(none.cautions.at(1).english().ends_with("without them nothing is left to compare."));
    QVERIFY(none.judgement == Judgement::Weak);
    // A run that is too short is WEAK by itself.
    Columns brief = disturbed("41", "500");
    brief["elapsed_s"] = "5";
    brief["images_classified"] = "2500";
    kept.csv("brief.csv", {brief, whole("42", "501"), whole("43", "502"), whole("44", "503")});
    QVERIFY(compared(kept, "calm.csv", "brief.csv").pairs.at(0).judgement == Judgement::Weak);
}

void TestComparisonReport::scalesOfRates()
{
    ComparisonReport report;
    QCOMPARE(scaleOfRates(report), (Interval{0, 1}));
    report.pairs.resize(1);
    report.baseRates = {{600}, {620}};
    report.pairs[0].rates = {{640}, {660}};
    QCOMPARE(scaleOfRates(report), (Interval{594, 666})); // closer than 10 %
    report.pairs[0].rates = {{900}, {910}};
    QCOMPARE(scaleOfRates(report), (Interval{0, 910}));
    report.baseRates = report.pairs[0].rates = {{600}};
    QCOMPARE(scaleOfRates(report), (Interval{0, 600}));
    QVERIFY(!meanOf({}));
}

void TestComparisonReport::criteria()
{
    const KeptReports kept;
    kept.csv("runs.csv",
        {run(at("01", "600", "old")), run(at("02", "540", "new")), run(at("03", "606", "old")),
            run(at("04", "543", "new")), run(at("05", "597", "old")), run(at("06", "539", "new"))});
    const auto outcome = [&](double limit) {
        const ComparisonReport report = compared(kept, "runs.csv#old", "runs.csv#new", {.slowerPct = limit});
        return std::pair(report.pairs.at(0).criteria.at(0).outcome, report.exitCode());
    };
    QVERIFY(outcome(5) == (std::pair(CriterionOutcome::Failed, 4)));
    QVERIFY(outcome(9.9) == (std::pair(CriterionOutcome::Passed, 0))); // it may be less
    QVERIFY(notes(compared(kept, "runs.csv#old", "runs.csv#new").pairs.at(0), "compared in pairs"));
    const ComparisonReport unchecked = compared(kept, "runs.csv#old", "runs.csv#new", {.accuracyPoints = 1});
    QVERIFY(unchecked.pairs.at(0).criteria.at(0).outcome == CriterionOutcome::NotChecked);
    QCOMPARE(unchecked.exitCode(), 0);
}

void TestComparisonReport::whatIsHostile()
{
    const KeptReports kept;
    kept.report("base", {{"images_per_s", ""}, {"reading_held_up_s", "nan"}});
    kept.report("new", {{"images_per_s_low", "9"}, {"machine_host_name", QByteArray(100'000, 'x')}});
    kept.file("base/images.csv", QByteArray(1'000, '\0'));
    kept.file("new/images.csv", "latency_ms,content,label,predicted\n-1,0,0,0\n0,,,\n1e300,1,1,1\n");
    const ComparisonReport report = compared(kept, "base", "new");
    QCOMPARE(report.pairs.size(), std::size_t(1));
    QVERIFY(report.pairs[0].metrics.empty());
    QCOMPARE(report.pairs[0].notCompared.size(), std::size_t(5)); // no row is missing without a word
    kept.report("most", {{"images_per_s", "1e15"}, {"images_per_s_low", "1"}, {"images_per_s_high", "1e15"}});
    kept.report(
        "least", {{"images_per_s", "1e-9"}, {"images_per_s_low", "0"}, {"images_per_s_high", "1e15"}});
    const auto rate = rowOf(compared(kept, "most", "least").pairs.at(0), Metric::Rate);
    QVERIFY(rate.has_value() && !rate->interval);
    QCOMPARE(rate->word, DifferenceWord::NotKnown);
}

QTEST_GUILESS_MAIN(TestComparisonReport)
#include "tst_comparison_report.moc"
