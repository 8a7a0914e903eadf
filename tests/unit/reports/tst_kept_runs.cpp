// Reports read back, and the bounded store of kept runs.
#include "images/cifar10.h"
#include "reports/csv_reader.h"
#include "reports/kept_runs.h"
#include "reports/report_folder.h"
#include "reports/report_json.h"
#include "reports/report_reader.h"
#include "reports/summary_row.h"
#include "settings/settings_json.h"
#include "test_paths.h"
#include "unit/statistics/example_run.h"

#include <QDir>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

using namespace iotbench;
using test::exampleRun;

namespace {

constexpr std::int64_t kStartMs = 1'548'902'685'123; // 2019-01-31T02:44:45.123Z

RunResult histogramRun()
{
    RunResult run = exampleRun();
    run.latencyBuckets = {{1.0, 4'000}, {1.5, 5'990}, {9.0, 10}};
    run.rejected[1].count = 3;
    run.rejected[1].firstLines = {17, 18, 400};
    run.warnings = {verbatim("two words")};
    run.interference.thermalEvents = 2;
    return run;
}

std::filesystem::path keep(KeptRunStore& store, const RunResult& run, std::uint64_t imageRows = 0)
{
    ReportFolderOptions options;
    const std::filesystem::path folder = store.folderFor(run.startUnixMs);
    options.path = folder;
    auto report = ReportFolder::open(options);
    if (!report)
        return {};
    for (std::uint64_t i = 0; i < imageRows; ++i)
        (*report)->addImage({});
    if ((*report)->finish(run, judge(run)))
        return {};
    return folder;
}

// What --repeat leaves in the folder of --report, its runs' own folders aside.
void reportRepeats(const std::filesystem::path& folder, int runs)
{
    const RunResult run = exampleRun();
    const Verdict verdict = judge(run);
    StudyFacts facts;
    facts.kind = "repeat";
    facts.runs = static_cast<std::uint64_t>(runs);
    std::filesystem::create_directories(folder);
    for (int i = 0; i < runs; ++i)
        QVERIFY(!appendSummary(folder / "runs.csv", reportJson({run, verdict})));
    QFile json(QString::fromStdString(folder / "report.json"));
    QVERIFY(json.open(QIODevice::WriteOnly));
    json.write(jsonBytes(reportJson({run, verdict, 0, facts})));
}

QStringList names(const KeptRunStore& store)
{
    return QDir(QString::fromStdString(store.root()))
        .entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
}

} // namespace

class TestKeptRuns : public QObject {
    Q_OBJECT
private slots:
    void csvIsReadBack();
    void aReportComesBackWhole();
    void aReportOfOtherImagesComesBack();
    void aReportOfSchema1IsRead();
    void aReportOfSchema2IsRead();
    void whatAnybodyMayHaveEditedIsRefused_data();
    void whatAnybodyMayHaveEditedIsRefused();
    void whatIsNoReportIsRefused_data();
    void whatIsNoReportIsRefused();
    void runsAreListedNewestFirst();
    void aLabelIsChangedInBothFiles();
    void theOldestAreDroppedByNumber();
    void theOldestAreDroppedBySize();
    void onlyOurOwnFilesAreDeleted();
    void aReportFromElsewhereIsCopied();
    void aStudyFromElsewhereIsCopied();
    void anUnreadableSummaryIsMadeAgain();
    void aStudyIsImportedWhole_data();
    void aStudyIsImportedWhole();
    void whatIsImportedIsARun_data();
    void whatIsImportedIsARun();
};

void TestKeptRuns::csvIsReadBack()
{
    const std::vector<CsvLine> lines = readCsv("a,b,c\n1,\"x \"\"y\"\", z\n2\",\n\n,,4");
    QCOMPARE(lines.size(), std::size_t(4));
    QCOMPARE(lines[0], (CsvLine{"a", "b", "c"}));
    QCOMPARE(lines[1], (CsvLine{"1", "x \"y\", z\n2", ""}));
    QCOMPARE(lines[2], (CsvLine{""}));
    QCOMPARE(lines[3], (CsvLine{"", "", "4"}));
    QCOMPARE(csvField(lines[0], lines[3], "c"), std::string("4"));
    QCOMPARE(csvField(lines[0], lines[2], "c"), std::string());
    QCOMPARE(csvField(lines[0], lines[3], "d"), std::string());
    QVERIFY(readCsv("").empty());
}

void TestKeptRuns::aReportComesBackWhole()
{
    RunResult run = histogramRun();
    std::ranges::sort(run.build.libraries); // an object of JSON has no order
    const QJsonObject json = reportJson({run, judge(run)});
    const auto read = readReport(jsonBytes(json), "report.json");
    QVERIFY2(bool(read), read.error().english().c_str());
    const RunResult& back = read->result;
    QVERIFY(read->verdict.overall == judge(run).overall);
    QVERIFY(back.settings == run.settings);
    QCOMPARE(back.startUnixMs, kStartMs);
    QVERIFY(back.counts == run.counts);
    QVERIFY(back.sources == run.sources);
    QCOMPARE(back.intervals.size(), std::size_t(2));
    QCOMPARE(back.intervals[0].classified, std::uint64_t(248));
    QCOMPARE(*back.intervals[0].rollingAccuracy, 0.91935);
    QVERIFY(back.confusion == run.confusion);
    QVERIFY(back.card == run.card);
    QVERIFY(back.latency == run.latency);
    QVERIFY(back.latencyBuckets == run.latencyBuckets);
    QVERIFY(back.service == run.service);
    QVERIFY(back.stages == run.stages);
    QVERIFY(back.sendDelay == run.sendDelay);
    QVERIFY(back.backlog == run.backlog);
    QVERIFY(back.warmUp == run.warmUp);
    QVERIFY(back.cpu == run.cpu);
    QVERIFY(back.cpuStages == run.cpuStages);
    QVERIFY(back.engine == run.engine);
    QVERIFY(back.model == run.model);
    QVERIFY(back.transport == run.transport);
    QVERIFY(back.machine == run.machine);
    QVERIFY(back.interference == run.interference);
    QVERIFY(back.intervals == run.intervals);
    QVERIFY(back.build == run.build);
    QCOMPARE(back.rejected[1].firstLines, (std::vector<std::uint64_t>{17, 18, 400}));
    QCOMPARE(back.warnings.at(0).english(), std::string("two words"));
    // Written again it is the same report, verdict and all.
    QCOMPARE(jsonBytes(reportJson(*read)), jsonBytes(json));
}

void TestKeptRuns::aReportOfOtherImagesComesBack()
{
    RunResult run = exampleRun();
    run.imageFacts = {{.width = 8, .height = 6, .channels = 1}, {"cat", "dog", "fox"}};
    run.content.distinct = {3'000, 3'000, 2'700, {1'000, 500, 1'500}};
    run.confusion = Confusion(3);
    run.confusion.add(2, 1, 300);
    run.confusion.add(2, 2, 1'200);
    run.card.reset();
    const QJsonObject json = reportJson({run, judge(run)});
    QCOMPARE(json["accuracy"]["classes"].toArray(), (QJsonArray{"cat", "dog", "fox"}));
    QCOMPARE(json["accuracy"]["recall_pct"].toArray(), (QJsonArray{QJsonValue(), QJsonValue(), 80}));
    const auto read = readReport(jsonBytes(json), "report.json");
    QVERIFY2(bool(read), read.error().english().c_str());
    QVERIFY(read->result.imageFacts == run.imageFacts);
    QVERIFY(read->result.confusion == run.confusion);
    QVERIFY(read->result.content == run.content);
    QCOMPARE(jsonBytes(reportJson(*read)), jsonBytes(json));
}

// tests/data/reports/schema-1.json is what this program wrote of the example before schema version 2.
void TestKeptRuns::aReportOfSchema1IsRead()
{
    const RunResult run = exampleRun();
    const auto read = readReportFile(test::dataPath("reports/schema-1.json").toStdString());
    QVERIFY2(bool(read), read.error().english().c_str());
    const RunResult& back = read->result;
    QVERIFY(back.counts == run.counts);
    QVERIFY(back.sources == run.sources);
    QVERIFY(back.confusion == run.confusion);
    QVERIFY(back.imageFacts == cifar10::facts());
    QVERIFY(back.latency == run.latency);
    QVERIFY(back.sendDelay == run.sendDelay);
    QVERIFY(back.backlog == run.backlog);
    QVERIFY(back.stages == run.stages);
    QVERIFY(back.cpu == run.cpu);
    QVERIFY(back.cpuStages == run.cpuStages);
    QVERIFY(back.machine == run.machine);
    ModelFacts model = run.model;
    model.cardInstructionSets.clear(); // which it did not have yet
    QVERIFY(back.model == model);
    QCOMPARE(back.build.buildType, run.build.buildType);
    QCOMPARE(back.intervals.size(), run.intervals.size());
    QCOMPARE(back.intervals[0].correct, run.intervals[0].correct);
    QCOMPARE(back.rejected[1].firstLines, run.rejected[1].firstLines);
    QVERIFY(back.latencyOrigin == LatencyOrigin::Intended);
    QVERIFY(back.runId.empty()); // it had none
    QVERIFY(back.transport.medium == TransportMedium::None);
    QVERIFY(read->verdict.overall == judge(back).overall);
}

// tests/data/reports/schema-2.json is what the first program of schema version 2 wrote of the example,
// without what programs of that version learned to write later.
void TestKeptRuns::aReportOfSchema2IsRead()
{
    const RunResult run = exampleRun();
    const auto read = readReportFile(test::dataPath("reports/schema-2.json").toStdString());
    QVERIFY2(bool(read), read.error().english().c_str());
    const RunResult& back = read->result;
    QCOMPARE(back.runId, run.runId);
    QVERIFY(back.counts == run.counts);
    QVERIFY(back.confusion == run.confusion);
    QVERIFY(back.imageFacts == cifar10::facts());
    QVERIFY(back.latency == run.latency);
    QVERIFY(back.cpu == run.cpu);
    QVERIFY(back.machine == run.machine);
    QVERIFY(back.transport == run.transport);
    QCOMPARE(back.intervals.size(), run.intervals.size());
    QCOMPARE(read->verdict.rulesVersion, 2U); // not judged anew
    QVERIFY(read->verdict[Claim::Latency].judgement == Judgement::Valid);
    QCOMPARE(read->verdict.criteria.size(), 1U);
}

// Each row edits a good report in one place.
void TestKeptRuns::whatAnybodyMayHaveEditedIsRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char* path, const QJsonValue& value, const char* fault) {
        QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(path, fault))) << path << value << fault;
    };
    row("elapsed_s", -1, "elapsed_s is out of its range");
    row("elapsed_s", "long", "elapsed_s is not a number");
    row("images.classified", 1.5, "images.classified is not a whole number");
    row("images.classified", 1e300, "images.classified is out of its range");
    row("images.lost", QJsonArray(), "images.lost is not a number");
    row("end.kind", "exploded", "end.kind is \"exploded\"");
    row("latency_origin", "", "latency_origin is \"\"");
    row("latency_histogram", QJsonArray{QJsonObject{{"upper_ms", 0}, {"images", 1}}}, "do not ascend");
    row("accuracy.confusion_label_by_predicted", QJsonArray{QJsonArray{1, 2}, QJsonArray{3}},
        "has other lists than one for each class");
    row("accuracy.classes", QJsonArray{"cat", "dog"}, "has other lists than one for each class");
    row("accuracy.classes", QJsonArray(), "has other lists than one for each class");
    row("image_shape.width", 0, "image_shape.width is out of its range");
    row("content.kept_by_label", QJsonArray{1, 2},
        "accuracy.classes: there are more or fewer classes elsewhere");
    row("intervals", QJsonObject(), "intervals is not a list");
    row("intervals", QJsonArray{1}, "intervals[0] is not an object");
    row("verdict.overall", "FINE", "verdict.overall is \"FINE\"");
    row("verdict.complete", QJsonValue::Undefined, "verdict.complete is missing");
    row("machine", QJsonValue::Undefined, "machine is missing");
    row("machine.highest_c", -1000, "machine.highest_c is out of its range");
    row("start_time", "yesterday", "start_time is not a time");
    row("start_time", "0382-01-31T02:44:45.123Z", "start_time is not a time"); // written with three digits
    row("label", QString(200'000, 'x'), "label is longer than");
    row("settings", QJsonObject{{"schema_version", 1}, {"workers", "x"}}, "workers");
}

void TestKeptRuns::whatAnybodyMayHaveEditedIsRefused()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    QFETCH(QString, fault);
    const RunResult run = exampleRun();
    QJsonObject json = reportJson({run, judge(run)});
    const QString inside = path.section('.', 0, 0);
    if (inside == path && value.isUndefined())
        json.remove(path);
    else if (inside == path)
        json[path] = value;
    else {
        QJsonObject object = json[inside].toObject();
        if (value.isUndefined())
            object.remove(path.section('.', 1));
        else
            object[path.section('.', 1)] = value;
        json[inside] = object;
    }
    const auto read = readReport(jsonBytes(json), "r.json");
    QVERIFY(!read);
    QVERIFY2(QString::fromStdString(read.error().english()).contains(fault), read.error().english().c_str());
}

void TestKeptRuns::whatIsNoReportIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("reason");
    QTest::newRow("not JSON") << QByteArray("{") << "not JSON";
    QTest::newRow("a list") << QByteArray("[]") << "not the report of a run";
    QTest::newRow("settings") << QByteArray(R"({"schema_version": 1, "role": "send"})")
                              << "not the report of a run";
    QTest::newRow("newer") << QByteArray(R"({"schema_version": 4, "end": {"kind": "complete"}})")
                           << "schema versions 1 to 3";
    QTest::newRow("unfinished") << jsonBytes(unfinishedReportJson(kStartMs)) << "ended before the run did";
    QTest::newRow("bad setting") << QByteArray(
        R"({"schema_version": 1, "end": {"kind": "complete"}, "settings": {"schema_version": 1, "workers": "x"}})")
                                 << "workers";
}

void TestKeptRuns::whatIsNoReportIsRefused()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, reason);
    const auto read = readReport(json, "r.json");
    QVERIFY(!read);
    QVERIFY2(QString::fromStdString(read.error().english()).contains(reason), read.error().english().c_str());
    QVERIFY(QString::fromStdString(read.error().english()).startsWith("r.json"));
}

void TestKeptRuns::runsAreListedNewestFirst()
{
    const QTemporaryDir root;
    KeptRunStore store((root.path() + "/runs").toStdString());
    QVERIFY(store.list().empty()); // not there yet
    RunResult run = exampleRun();
    QVERIFY(!keep(store, run).empty());
    run.startUnixMs += 60'000;
    run.engine.name = "null";
    run.engine.infers = false;
    run.settings.label.clear();
    QVERIFY(!keep(store, run).empty());
    QVERIFY(!keep(store, run).empty()); // in the same millisecond
    QVERIFY(QDir(root.path()).mkpath("runs/2030-01-01T00-00-00.000Z")); // no run in it
    const auto runs = store.list();
    QCOMPARE(runs.size(), std::size_t(3));
    QCOMPARE(runs[0].startUnixMs, kStartMs + 60'000);
    QVERIFY(!runs[0].accuracy);
    QCOMPARE(runs[2].startUnixMs, kStartMs);
    QCOMPARE(runs[2].label, std::string("gateway \"A\", lab 2"));
    QCOMPARE(runs[2].model, std::string("resnet20"));
    QCOMPARE(runs[2].engine, std::string("opencv"));
    QCOMPARE(*runs[2].imagesPerS, 1000.0);
    QCOMPARE(*runs[2].accuracy, 0.9212);
    QCOMPARE(*runs[2].latencyP99Ms, 3.0);
    QVERIFY(runs[2].verdict == Judgement::Valid);
    QCOMPARE(names(store).first(), "2019-01-31T02-44-45.123Z");
}

void TestKeptRuns::aLabelIsChangedInBothFiles()
{
    const QTemporaryDir root;
    KeptRunStore store(root.path().toStdString());
    const auto folder = keep(store, exampleRun());
    QVERIFY(!store.relabel(folder, "before, \"after\""));
    QCOMPARE(store.list().at(0).label, std::string("before, \"after\""));
    QCOMPARE(*store.list().at(0).imagesPerS, 1000.0);
    const auto read = readReportFile(folder / "report.json");
    QVERIFY(bool(read));
    QCOMPARE(read->result.settings.label, std::string("before, \"after\""));
    QVERIFY(bool(store.relabel(root.path().toStdString() + "/none", "x")));
}

void TestKeptRuns::theOldestAreDroppedByNumber()
{
    const QTemporaryDir root;
    KeptRunStore store(root.path().toStdString(), {3, 1'000'000'000});
    RunResult run = exampleRun();
    for (int i = 0; i < 5; ++i, run.startUnixMs += 1'000)
        keep(store, run);
    QCOMPARE(store.dropOldest(), std::size_t(2));
    QCOMPARE(names(store),
        (QStringList{"2019-01-31T02-44-47.123Z", "2019-01-31T02-44-48.123Z", "2019-01-31T02-44-49.123Z"}));
    QCOMPARE(store.dropOldest(), std::size_t(0));
}

void TestKeptRuns::theOldestAreDroppedBySize()
{
    const QTemporaryDir root;
    KeptRunStore store(root.path().toStdString(), {100, 200'000});
    RunResult run = exampleRun();
    for (int i = 0; i < 3; ++i, run.startUnixMs += 1'000)
        keep(store, run, 5'000); // more than 100 kB each
    QCOMPARE(store.dropOldest(), std::size_t(2));
    QCOMPARE(names(store), QStringList{"2019-01-31T02-44-47.123Z"});
    KeptRunStore tiny(root.path().toStdString(), {100, 1});
    QCOMPARE(tiny.dropOldest(), std::size_t(0)); // the newest stays
}

void TestKeptRuns::onlyOurOwnFilesAreDeleted()
{
    const QTemporaryDir root;
    KeptRunStore store((root.path() + "/runs").toStdString());
    const auto folder = keep(store, exampleRun());
    QFile note(QString::fromStdString(folder / "note.txt"));
    QVERIFY(note.open(QIODevice::WriteOnly));
    note.close();
    QVERIFY(!store.remove(folder));
    QCOMPARE(QDir(QString::fromStdString(folder)).entryList(QDir::Files), QStringList{"note.txt"});
    QVERIFY(store.list().empty());
    const auto elsewhere = root.path().toStdString();
    QVERIFY(bool(store.remove(elsewhere)));
}

void TestKeptRuns::aReportFromElsewhereIsCopied()
{
    const QTemporaryDir here, there;
    KeptRunStore store(here.path().toStdString()), other(there.path().toStdString());
    const auto folder = keep(other, histogramRun(), 3);
    const QString secret = there.filePath("secret");
    QVERIFY(QFile(secret).open(QIODevice::WriteOnly));
    QVERIFY(QFile::link(secret, QString::fromStdString(folder / "gallery.png")));
    QVERIFY(QFile(QString::fromStdString(folder / "notes.txt")).open(QIODevice::WriteOnly));
    QVERIFY(!store.import(folder));
    QCOMPARE(names(store), names(other));
    const std::filesystem::path copy = store.list().at(0).folder;
    for (const char* file : {"summary.csv", "intervals.csv", "images.csv", "report.json"})
        QVERIFY2(std::filesystem::is_regular_file(copy / file), file);
    QVERIFY(!std::filesystem::exists(copy / "gallery.png")); // neither what a link leads to
    QVERIFY(!std::filesystem::exists(copy / "notes.txt")); // nor what no run leaves
    const auto again = store.import(folder);
    QVERIFY(again && again->message.english().ends_with("is kept already"));
    QCOMPARE(names(store).size(), 1);
}

void TestKeptRuns::aStudyFromElsewhereIsCopied()
{
    const QTemporaryDir here, there;
    KeptRunStore store(here.path().toStdString());
    const std::filesystem::path folder = there.filePath("repeats").toStdString();
    reportRepeats(folder, 3);
    const auto fault = store.import(folder);
    QVERIFY2(!fault, fault ? fault->message.english().c_str() : "");
    QCOMPARE(store.list().size(), std::size_t(1));
    const KeptRunFacts facts = store.list().at(0);
    QCOMPARE(facts.startUnixMs, kStartMs);
    QCOMPARE(*facts.imagesPerS, 1000.0);
    QCOMPARE(facts.study, std::string("repeat"));
    QVERIFY(!facts.holdsAt);
    QCOMPARE(readCsvFile(facts.folder / "runs.csv").size(), std::size_t(4));
    const auto report = readReportFile(facts.folder / "report.json");
    QVERIFY(report && report->study && report->study->runs == 3);
    const auto again = store.import(folder);
    QVERIFY(again && again->message.english().ends_with("is kept already"));
}

void TestKeptRuns::anUnreadableSummaryIsMadeAgain()
{
    const QTemporaryDir here, there;
    KeptRunStore store(here.path().toStdString()), other(there.path().toStdString());
    const auto folder = keep(other, exampleRun());
    std::filesystem::resize_file(folder / "summary.csv", 40);
    QVERIFY(other.list().empty());
    QVERIFY(!store.import(folder));
    QCOMPARE(*store.list().at(0).imagesPerS, 1000.0);
}

void TestKeptRuns::aStudyIsImportedWhole_data()
{
    QTest::addColumn<QString>("cut");
    QTest::addColumn<int>("bytesAway"); // -1: all
    QTest::addColumn<QString>("reason");
    QTest::newRow("not finished") << "report.json" << -1 << "or its study was not finished";
    QTest::newRow("half a report") << "report.json" << 100 << "report.json: not JSON: ";
    QTest::newRow("no rows") << "runs.csv" << -1
                             << "runs.csv is not whole: it has 0 of the 3 rows that report.json tells of";
    QTest::newRow("half a row") << "runs.csv" << 100
                                << "runs.csv is not whole: it has 2 of the 3 rows that report.json tells of";
}

void TestKeptRuns::aStudyIsImportedWhole()
{
    QFETCH(QString, cut);
    QFETCH(int, bytesAway);
    QFETCH(QString, reason);
    const QTemporaryDir here, there;
    KeptRunStore store(here.path().toStdString());
    const std::filesystem::path folder = there.filePath("repeats").toStdString();
    reportRepeats(folder, 3);
    const std::filesystem::path file = folder / cut.toStdString();
    if (bytesAway < 0)
        std::filesystem::remove(file);
    else
        std::filesystem::resize_file(
            file, std::filesystem::file_size(file) - static_cast<unsigned>(bytesAway));
    const auto fault = store.import(folder);
    QVERIFY(bool(fault));
    QVERIFY2(
        QString::fromStdString(fault->message.english()).contains(reason), fault->message.english().c_str());
    QVERIFY(names(store).isEmpty());
}

void TestKeptRuns::whatIsImportedIsARun_data()
{
    QTest::addColumn<QString>("spoilt");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no report") << "report.json"
                               << "there is no report.json in";
    QTest::newRow("too large") << ""
                               << "takes more than the 0 MB of all kept runs";
}

void TestKeptRuns::whatIsImportedIsARun()
{
    QFETCH(QString, spoilt);
    QFETCH(QString, reason);
    const QTemporaryDir here, there;
    KeptRunStore store(here.path().toStdString(), {3, 1'000});
    KeptRunStore other(there.path().toStdString());
    const auto folder = keep(other, exampleRun());
    if (!spoilt.isEmpty())
        std::filesystem::remove(folder / spoilt.toStdString());
    const auto fault = store.import(folder);
    QVERIFY(bool(fault));
    QVERIFY2(
        QString::fromStdString(fault->message.english()).contains(reason), fault->message.english().c_str());
    QVERIFY(names(store).isEmpty());
}

QTEST_GUILESS_MAIN(TestKeptRuns)
#include "tst_kept_runs.moc"
