// Comparisons of kept reports: which runs a path names, what is compared with what, and what is said about
// the rest.
#include "kept_reports.h"

#include "compare/comparison_report.h"

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

QByteArray images(std::initializer_list<std::pair<int, int>> labelAndPredicted)
{
    QByteArray text = "label,predicted,latency_ms,content\n";
    int content = 0x100;
    for (const auto& [label, predicted] : labelAndPredicted)
        text += QByteArray::number(label) + "," + QByteArray::number(predicted) + ",2.5,"
            + QByteArray::number(content++, 16) + "\n";
    return text;
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
    void setup();
    void modelsAndImages();
    void accuracyOfEachImageOnce();
    void latencyThatWasNotJudged();
    void invalidRuns();
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
}

void TestComparisonReport::modelsAndImages()
{
    const KeptReports kept;
    kept.report("base", {});
    kept.report("other model", {{"model_name", "resnet20"}, {"model_sha256", QByteArray(64, 'b')}});
    kept.report("other file", {{"model_sha256", QByteArray(64, 'b')}});
    kept.report("other precision", {{"model_sha256", QByteArray(64, 'b')}, {"engine_precision", "int8"}});
    kept.report("other images", {});
    for (const char* name : {"base", "other model", "other file", "other precision"})
        kept.file(name + QString("/images.csv"), images({{1, 1}, {2, 3}}));
    kept.file("other images/images.csv", "label,predicted,content\n1,1,abc\n");
    QVERIFY(notes(compared(kept, "base", "other model").pairs.at(0), "The models differ"));
    QVERIFY(notes(compared(kept, "base", "other file").pairs.at(0), "The models differ"));
    QVERIFY(rowOf(compared(kept, "base", "other precision").pairs.at(0), Metric::Accuracy).has_value());
    QVERIFY(notes(compared(kept, "base", "other images").pairs.at(0), "The images differ"));
}

void TestComparisonReport::accuracyOfEachImageOnce()
{
    const KeptReports kept;
    kept.report("base/1", at("01", "600"));
    kept.report("base/2", at("02", "600"));
    kept.report("new", {});
    // Five images, one of which the new one gets wrong, and one of which it gets right instead.
    kept.file("base/1/images.csv", images({{1, 1}, {2, 2}, {3, 3}, {4, 9}}));
    kept.file("base/2/images.csv", images({{1, 9}, {2, 2}, {3, 3}, {4, 4}, {5, 5}})); // repeats count no more
    kept.file("new/images.csv", images({{1, 1}, {2, 9}, {3, 3}, {4, 4}, {5, 5}}));
    const auto row = rowOf(compared(kept, "base", "new").pairs.at(0), Metric::Accuracy);
    QVERIFY(row.has_value());
    QCOMPARE(row->base, 80.0);
    QCOMPARE(row->next, 80.0);
    QCOMPARE(row->pValue, 1.0);
    QCOMPARE(row->word, DifferenceWord::NoneShown);
}

void TestComparisonReport::latencyThatWasNotJudged()
{
    const KeptReports kept;
    kept.report("base", {{"latency_p99_ms", "20"}});
    kept.report("new", {{"latency_p99_ms", "2000"}, {"verdict_latency", "not_judged"}});
    const ComparedPair pair = compared(kept, "base", "new", {.p99Pct = 5}).pairs.at(0);
    QVERIFY(!rowOf(pair, Metric::LatencyP99));
    QVERIFY(notes(pair, "Latency is not compared"));
    QVERIFY(pair.criteria.at(0).outcome == CriterionOutcome::NotChecked);
}

void TestComparisonReport::invalidRuns()
{
    const KeptReports kept;
    kept.report("base", {});
    kept.report("new", {{"verdict_overall", "INVALID"}});
    const ComparisonReport report = compared(kept, "base", "new");
    QVERIFY(notes(report.pairs.at(0), "1 of 1 runs are INVALID"));
    QCOMPARE(report.exitCode(), 3);
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
    kept.report("base", {{"images_per_s", "nan"}, {"latency_p50_ms", "1e999"}, {"cpu_us_per_image", "-5"}});
    kept.report("new",
        {{"images_per_s", "1e16"}, {"images_per_s_low", "9"}, {"images_per_s_high", "1"},
            {"verdict_overall", "???"}, {"machine_host_name", QByteArray(100'000, 'x')}});
    kept.file("base/images.csv", QByteArray(1'000, '\0'));
    kept.file("new/images.csv", "latency_ms,content,label,predicted\n-1,0,0,0\n0,,,\n1e300,1,1,1\n");
    const ComparisonReport report = compared(kept, "base", "new");
    QCOMPARE(report.pairs.size(), std::size_t(1));
    QVERIFY(report.pairs[0].metrics.empty());
    kept.report("most", {{"images_per_s", "1e15"}, {"images_per_s_low", "1"}, {"images_per_s_high", "1e15"}});
    kept.report(
        "least", {{"images_per_s", "1e-9"}, {"images_per_s_low", "0"}, {"images_per_s_high", "1e15"}});
    const auto rate = rowOf(compared(kept, "most", "least").pairs.at(0), Metric::Rate);
    QVERIFY(rate.has_value() && !rate->interval);
    QCOMPARE(rate->word, DifferenceWord::NotKnown);
}

QTEST_GUILESS_MAIN(TestComparisonReport)
#include "tst_comparison_report.moc"
