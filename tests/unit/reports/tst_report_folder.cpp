// The four files of --report: what stands in them before, during and after a run, and what is refused.
#include "golden_file.h"
#include "reports/report_folder.h"
#include "reports/report_json.h"
#include "reports/report_reader.h"
#include "unit/statistics/example_run.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

#include <cerrno>
#include <csignal>
#include <sys/resource.h>
#include <system_error>
#include <unistd.h>

using namespace iotbench;
using test::exampleRun;
using test::golden;

namespace {

constexpr std::int64_t kMs = 1'000'000;
constexpr std::int64_t kOrigin = 1'000'000 * kMs;

QByteArray readAll(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

ReportFolderOptions optionsFor(const QString& path)
{
    ReportFolderOptions options;
    options.path = path.toStdString();
    options.startUnixMs = 1'548'902'685'123;
    return options;
}

// Calls of write() and its like that this process has made so far (proc(5)); -1: the kernel does not count
// them.
qint64 writesSoFar()
{
    for (const QByteArray& line : readAll(QStringLiteral("/proc/self/io")).split('\n'))
        if (line.startsWith("syscw: "))
            return line.mid(7).toLongLong();
    return -1;
}

Sample classifiedSample()
{
    Sample sample;
    sample.source = 2;
    sample.sequence = 41;
    sample.arrivalNs = kOrigin + 1'234'567'890;
    sample.intendedNs = kOrigin + 1'200'000'000;
    sample.sentNs = kOrigin + 1'233'001'000;
    sample.startNs = sample.arrivalNs + 12'500;
    sample.doneNs = sample.arrivalNs + 1'750'400;
    sample.decodeNs = 5'250;
    sample.normaliseNs = 3'001;
    sample.inferNs = 1'700'000;
    sample.batch = 8;
    sample.label = 3;
    sample.hash = 0xcafe0042;
    sample.predicted = 5;
    sample.probability = 0.75f;
    sample.classified = true;
    sample.latencyNs = 2'000'600;
    return sample;
}

Sample rejectedSample(RejectReason reason)
{
    Sample sample;
    sample.sequence = 7;
    sample.arrivalNs = kOrigin;
    sample.doneNs = sample.arrivalNs + 1'999; // in the first microsecond
    sample.reason = reason;
    return sample;
}

QStringList lines(const QByteArray& text)
{
    return QString::fromUtf8(text).split('\n');
}

} // namespace

// As the system says it in the user's language.
static QString systemText(int error)
{
    return QString::fromStdString(std::generic_category().message(error));
}

class TestReportFolder : public QObject {
    Q_OBJECT

private slots:
    void writesFourFiles();
    void killedRunIsMarked();
    void stoppedAndFailedRunsAreMarked();
    void imageRows();
    void imageRowsOfTheNullEngine();
    void imageRowsBeyondTheMostAreLeftOut();
    void memoryStaysConstant();
    void rowsAreWrittenByTheBlockNotByTheImage();
    void makesFoldersOnTheWay();
    void refusesAFolderThatIsNotEmpty();
    void forceLeavesAStudyAlone();
    void forceReplacesOurFilesOnly();
    void refusesAFile();
    void refusesAFolderThatMayNotBeWritten();
    void fullDiskIsSaidBeforeTheRun();
    void linksAreReplacedNotFollowed();
    void removedFilesAreTold();
    void anotherRunsFolderIsRefused();
    void aClaimWithoutAReportLeavesNoFolder();
    void reportGolden();
    void reportOfAStudyComesBack();
    void reportOfNothingHoldsNoNumberThatIsNone();
    void reportCarriesStrangeNames();
};

void TestReportFolder::reportOfAStudyComesBack()
{
    const RunResult run = exampleRun();
    StudyFacts study;
    study.find = "cameras";
    study.answer = "serves";
    study.words = "Serves 62 cameras";
    study.holdsAt = 62;
    study.failsAt = 63;
    study.cameraRatePerS = 15;
    study.maxP99Ms = 10;
    study.precisionPct = 2;
    study.probeSeconds = 60;
    study.verdict = "VALID";
    study.probes = 7;
    study.tookS = 95.5;
    study.measuredS = 90.25;
    StudyFacts repeat;
    repeat.kind = "repeat";
    repeat.answer = "not repeatable";
    repeat.words = "612 images/second: not repeatable";
    repeat.imagesPerS = 612;
    repeat.lowPerS = -20.5;
    repeat.highPerS = 1'244.5;
    repeat.spreadPct = 12.5;
    repeat.runsNeeded = 40;
    repeat.runs = 3;
    repeat.verdict = "WEAK";
    StudyFacts sweep;
    sweep.kind = "sweep";
    sweep.answer = "best";
    sweep.words = "Best of 2 combinations: workers=2";
    sweep.skipped = {{"workers=500", verbatim("--workers takes a whole number")}};
    sweep.swept = {{"workers", "2,3,500"}};
    sweep.repeats = 3;
    sweep.cooldownS = 0.5;
    sweep.seed = 7;
    sweep.serviceTime = true;
    sweep.runs = 7;
    SweptPoint best;
    best.label = "workers=2";
    best.runs = 6;
    best.imagesPerS = 612;
    best.lowPerS = 600;
    best.highPerS = 624;
    best.keptPerS = 600;
    best.p99Ms = 12.5;
    best.p99LowMs = 11.5;
    best.p99HighMs = 13.5;
    best.accuracyPct = 91.25;
    best.verdict = "VALID";
    best.pareto = best.best = best.alikeBest = true;
    SweptPoint failed;
    failed.label = "workers=3";
    failed.meetsCriteria = false;
    failed.failure = verbatim("no memory");
    sweep.points = {best, failed};
    for (const StudyFacts& facts : {study, repeat, sweep}) {
        const auto read = readReport(jsonBytes(reportJson({run, judge(run), 0, facts})), "report.json");
        QVERIFY2(read, read.error().english().c_str());
        QVERIFY2(read->study == facts, facts.kind.c_str());
    }
}

void TestReportFolder::writesFourFiles()
{
    const QTemporaryDir folder;
    auto report = ReportFolder::open(optionsFor(folder.filePath("report")));
    QVERIFY2(bool(report), report.error().english().c_str());
    (*report)->setOrigin(kOrigin);
    (*report)->addImage(classifiedSample());
    const RunResult run = exampleRun();
    QVERIFY(!(*report)->finish(run, judge(run)));

    const QDir dir(folder.filePath("report"));
    QCOMPARE(dir.entryList(QDir::Files, QDir::Name),
        (QStringList{"images.csv", "intervals.csv", "report.json", "summary.csv"}));
    QCOMPARE(lines(readAll(dir.filePath("summary.csv"))).size(), 3); // header, row, nothing
    QCOMPARE(lines(readAll(dir.filePath("intervals.csv"))).size(), 4);
    QCOMPARE(lines(readAll(dir.filePath("images.csv"))).size(), 3);
    const auto json = QJsonDocument::fromJson(readAll(dir.filePath("report.json"))).object();
    QCOMPARE(json["schema_version"].toInt(), kReportSchemaVersion);
    QCOMPARE(json["end"]["kind"].toString(), "complete");
    QCOMPARE(json["image_rows_left_out"].toInt(), 0);
}

void TestReportFolder::rowsAreWrittenByTheBlockNotByTheImage()
{
    if (writesSoFar() < 0)
        QSKIP("/proc/self/io counts no writes: run it on a kernel with CONFIG_TASK_IO_ACCOUNTING");
    const QTemporaryDir folder;
    auto report = ReportFolder::open(optionsFor(folder.path()));
    QVERIFY2(bool(report), report.error().english().c_str());
    const Sample sample = classifiedSample();
    const qint64 before = writesSoFar();
    for (int i = 0; i < 20'000; ++i)
        (*report)->addImage(sample);
    const qint64 writes = writesSoFar() - before;
    const qint64 bytes = QFileInfo(folder.filePath("images.csv")).size();
    QVERIFY(bytes > 1'000'000);
    QVERIFY2(writes <= bytes / 65'536 + 1, qPrintable(QString::number(writes)));
}

void TestReportFolder::killedRunIsMarked()
{
    const QTemporaryDir folder;
    {
        auto report = ReportFolder::open(optionsFor(folder.path()));
        QVERIFY(bool(report));
    }
    const auto json = QJsonDocument::fromJson(readAll(folder.filePath("report.json"))).object();
    QCOMPARE(json["end"]["kind"].toString(), "unfinished");
    QCOMPARE(json["start_time"].toString(), "2019-01-31T02:44:45.123Z");
    QCOMPARE(lines(readAll(folder.filePath("summary.csv"))).size(), 2); // the header alone
    QCOMPARE(lines(readAll(folder.filePath("images.csv"))).size(), 2);
}

void TestReportFolder::stoppedAndFailedRunsAreMarked()
{
    RunResult run = exampleRun();
    run.end = RunEnd::Stopped;
    const QJsonObject stopped = reportJson({run, judge(run)});
    QCOMPARE(stopped["end"]["kind"].toString(), "stopped");
    QCOMPARE(stopped["verdict"]["exit_code"].toInt(), 130);
    run.end = RunEnd::Failed;
    run.failure = verbatim("engine gave up");
    const QJsonObject failed = reportJson({run, judge(run)});
    QCOMPARE(failed["end"]["kind"].toString(), "failed");
    QCOMPARE(failed["end"]["failure"].toString(), "engine gave up");
    QCOMPARE(failed["verdict"]["overall"].toString(), "INVALID");
}

void TestReportFolder::imageRows()
{
    const QTemporaryDir folder;
    auto report = ReportFolder::open(optionsFor(folder.path()));
    QVERIFY(bool(report));
    (*report)->setOrigin(kOrigin);
    Sample withoutLatency = classifiedSample();
    withoutLatency.latencyNs = -1;
    for (const Sample& sample : {classifiedSample(), withoutLatency,
             rejectedSample(RejectReason::TooFewValues), rejectedSample(RejectReason::None)})
        (*report)->addImage(sample);
    QVERIFY(!(*report)->finish(exampleRun(), judge(exampleRun())));
    const QByteArray text = readAll(folder.filePath("images.csv"));
    QCOMPARE(text, golden("images.csv", text));
    QCOMPARE(lines(text).mid(1, 4),
        (QStringList{"2,41,1.2,1.233001,1.234567,1.236318,3,5,0.75,2.001,1.738,12.5,5.25,3.001,1700,8,,"
                     "00000000cafe0042",
            "2,41,1.2,1.233001,1.234567,1.236318,3,5,0.75,,1.738,12.5,5.25,3.001,1700,8,,00000000cafe0042",
            "0,7,,,0,0.000001,,,,,,,,,,,too_few_values,", "0,7,,,0,,,,,,,,,,,,left_over,"}));
}

void TestReportFolder::imageRowsOfTheNullEngine()
{
    const QTemporaryDir folder;
    ReportFolderOptions options = optionsFor(folder.path());
    options.judged = false;
    auto report = ReportFolder::open(options);
    QVERIFY(bool(report));
    (*report)->setOrigin(kOrigin);
    (*report)->addImage(classifiedSample());
    QVERIFY(!(*report)->finish(exampleRun(), judge(exampleRun())));
    QCOMPARE(lines(readAll(folder.filePath("images.csv"))).value(1),
        "2,41,1.2,1.233001,1.234567,1.236318,3,,,2.001,1.738,12.5,5.25,3.001,1700,8,,00000000cafe0042");
}

void TestReportFolder::imageRowsBeyondTheMostAreLeftOut()
{
    const QTemporaryDir folder;
    ReportFolderOptions options = optionsFor(folder.path());
    options.mostImageRows = 5;
    auto report = ReportFolder::open(options);
    QVERIFY(bool(report));
    for (int i = 0; i < 8; ++i)
        (*report)->addImage(classifiedSample());
    QVERIFY(!(*report)->finish(exampleRun(), judge(exampleRun())));
    QCOMPARE(lines(readAll(folder.filePath("images.csv"))).size(), 5 + 2);
    const auto json = QJsonDocument::fromJson(readAll(folder.filePath("report.json"))).object();
    QCOMPARE(json["image_rows_left_out"].toInt(), 3);
}

void TestReportFolder::memoryStaysConstant()
{
    const QTemporaryDir folder;
    auto report = ReportFolder::open(optionsFor(folder.path()));
    QVERIFY(bool(report));
    const Sample sample = classifiedSample();
    for (int i = 0; i < 100'000; ++i)
        (*report)->addImage(sample);
    // Before finish(): all but the last buffer is on the disk already.
    const qint64 rowBytes = QByteArray(
        "2,41,1001.2,1001.233001,1001.234567,3,5,0.75,2.001,1.738,12.5,5.25,3.001,1700,8,,00000000cafe0042\n")
                                .size();
    QVERIFY(QFileInfo(folder.filePath("images.csv")).size() > 100'000 * rowBytes - 128 * 1024);
    QVERIFY(!(*report)->finish(exampleRun(), judge(exampleRun())));
    QCOMPARE(lines(readAll(folder.filePath("images.csv"))).size(), 100'000 + 2);
}

void TestReportFolder::makesFoldersOnTheWay()
{
    const QTemporaryDir folder;
    QVERIFY(bool(ReportFolder::open(optionsFor(folder.filePath("a/b/c")))));
    QVERIFY(QFile::exists(folder.filePath("a/b/c/report.json")));
    QVERIFY(!QFile::exists(folder.filePath("report.json")));
}

void TestReportFolder::refusesAFolderThatIsNotEmpty()
{
    const QTemporaryDir folder;
    put(folder.filePath("notes.txt"), "mine");
    const auto report = ReportFolder::open(optionsFor(folder.path()));
    QVERIFY(!report);
    QCOMPARE(QString::fromStdString(report.error().english()),
        "the folder " + folder.path()
            + " is not empty: give another one to --report, or add --force to replace the report in it");
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{"notes.txt"});
}

void TestReportFolder::forceLeavesAStudyAlone()
{
    const QTemporaryDir folder;
    put(folder.filePath("runs.csv"), "run_id\n");
    ReportFolderOptions options = optionsFor(folder.path());
    for (const bool force : {false, true}) {
        options.force = force;
        const auto report = ReportFolder::open(options);
        QVERIFY(!report);
        QCOMPARE(QString::fromStdString(report.error().english()),
            "the folder " + folder.path() + " holds a study: give another one to --report");
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{"runs.csv"});
    }
}

void TestReportFolder::forceReplacesOurFilesOnly()
{
    const QTemporaryDir folder;
    put(folder.filePath("notes.txt"), "mine");
    put(folder.filePath("summary.csv"), QByteArray(100'000, 'x'));
    ReportFolderOptions options = optionsFor(folder.path());
    options.force = true;
    auto report = ReportFolder::open(options);
    QVERIFY2(bool(report), report.error().english().c_str());
    QVERIFY(!(*report)->finish(exampleRun(), judge(exampleRun())));
    QCOMPARE(readAll(folder.filePath("notes.txt")), QByteArray("mine"));
    QVERIFY(readAll(folder.filePath("summary.csv")).startsWith("run_id,start_time,"));
}

void TestReportFolder::refusesAFile()
{
    const QTemporaryDir folder;
    put(folder.filePath("file"), "mine");
    const auto report = ReportFolder::open(optionsFor(folder.filePath("file")));
    QVERIFY(!report);
    QCOMPARE(QString::fromStdString(report.error().english()),
        "cannot report into " + folder.filePath("file") + ": it is not a folder");
    const auto below = ReportFolder::open(optionsFor(folder.filePath("file/report")));
    QVERIFY(!below);
    QCOMPARE(QString::fromStdString(below.error().english()),
        "cannot make the folder " + folder.filePath("file/report") + ": " + systemText(ENOTDIR));
}

void TestReportFolder::refusesAFolderThatMayNotBeWritten()
{
    // Nobody may make files in /proc, not even root.
    const auto report = ReportFolder::open(optionsFor("/proc/report"));
    QVERIFY(!report);
    QVERIFY2(
        QString::fromStdString(report.error().english()).startsWith("cannot make the folder /proc/report: "),
        report.error().english().c_str());

    const QTemporaryDir folder;
    QVERIFY(QFile::setPermissions(folder.path(),
        QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::ExeOther));
    constexpr uid_t nobody = 65'534;
    const uid_t self = geteuid();
    if (self == 0 && seteuid(nobody) != 0) // root may write everywhere
        QSKIP("cannot act as another user than root here: run this test as an ordinary user");
    const auto readOnly = ReportFolder::open(optionsFor(folder.path()));
    QCOMPARE(seteuid(self), 0);
    QVERIFY(!readOnly);
    QCOMPARE(QString::fromStdString(readOnly.error().english()),
        "cannot create " + folder.filePath("summary.csv") + ": " + systemText(EACCES));
}

// A limit on the size of files does what a full disk does.
void TestReportFolder::fullDiskIsSaidBeforeTheRun()
{
    const QTemporaryDir folder;
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit former{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &former), 0);
    const rlimit small{1'000, former.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto report = ReportFolder::open(optionsFor(folder.path()));
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &former), 0);
    QVERIFY(!report);
    QCOMPARE(QString::fromStdString(report.error().english()),
        "cannot write " + folder.filePath("summary.csv") + ": " + systemText(EFBIG));
}

void TestReportFolder::linksAreReplacedNotFollowed()
{
    const QTemporaryDir folder;
    const QString victim = folder.filePath("thesis");
    const QString report = folder.filePath("report");
    put(victim, "years of work");
    QVERIFY(QDir().mkdir(report));
    QVERIFY(QFile::link(victim, report + "/report.json"));
    QCOMPARE(
        ::link(QFile::encodeName(victim).constData(), QFile::encodeName(report + "/images.csv").constData()),
        0);
    ReportFolderOptions options = optionsFor(report);
    options.force = true;
    auto opened = ReportFolder::open(options);
    QVERIFY2(bool(opened), opened.error().english().c_str());
    QVERIFY(!(*opened)->finish(exampleRun(), judge(exampleRun())));
    QCOMPARE(readAll(victim), QByteArray("years of work"));
    QVERIFY(!QFileInfo(report + "/report.json").isSymLink());
    QVERIFY(readAll(report + "/report.json").contains("schema_version"));
    QVERIFY(readAll(report + "/images.csv").startsWith("source,index,"));
}

void TestReportFolder::removedFilesAreTold()
{
    const QTemporaryDir folder;
    auto removed = ReportFolder::open(optionsFor(folder.filePath("removed")));
    QVERIFY(bool(removed));
    QVERIFY(QDir(folder.filePath("removed")).removeRecursively());
    const auto gone = (*removed)->finish(exampleRun(), judge(exampleRun()));
    QVERIFY(gone);
    QCOMPARE(QString::fromStdString(gone->message.english()),
        folder.filePath("removed/images.csv") + " was removed or replaced while it was being written");

    auto replaced = ReportFolder::open(optionsFor(folder.filePath("replaced")));
    QVERIFY(bool(replaced));
    QVERIFY(QFile::remove(folder.filePath("replaced/report.json")));
    put(folder.filePath("replaced/report.json"), "{}");
    const auto another = (*replaced)->finish(exampleRun(), judge(exampleRun()));
    QVERIFY(another);
    QVERIFY(another->message.english().find("report.json was removed or replaced") != std::string::npos);
    QCOMPARE(readAll(folder.filePath("replaced/report.json")), QByteArray("{}"));
}

void TestReportFolder::anotherRunsFolderIsRefused()
{
    const QTemporaryDir folder;
    ReportFolderOptions options = optionsFor(folder.path());
    options.force = true;
    {
        auto first = ReportFolder::open(options);
        QVERIFY(bool(first));
        const auto second = ReportFolder::open(options);
        QVERIFY(!second);
        QCOMPARE(QString::fromStdString(second.error().english()),
            "another run is writing its report into " + folder.path()
                + ": give another folder to --report, or wait for it");
        QVERIFY(!(*first)->finish(exampleRun(), judge(exampleRun())));
    }
    QVERIFY(bool(ReportFolder::open(options)));
}

void TestReportFolder::aClaimWithoutAReportLeavesNoFolder()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath("report").toStdString();
    {
        const auto claim = FolderClaim::take(path);
        QVERIFY(bool(claim));
        QVERIFY(QDir(folder.filePath("report")).exists());
        QVERIFY(!FolderClaim::take(path));
    }
    QVERIFY(!QDir(folder.filePath("report")).exists());
    {
        auto claim = FolderClaim::take(path);
        QVERIFY(bool(claim));
        QVERIFY(bool(ReportFolder::open(optionsFor(folder.filePath("report")), std::move(*claim))));
    }
    QVERIFY(QFile::exists(folder.filePath("report/report.json")));
}

void TestReportFolder::reportGolden()
{
    RunResult run = exampleRun();
    run.settings.minAccuracyPct = 95;
    run.rejected[static_cast<std::size_t>(RejectReason::NotANumber)].add(12);
    run.warnings = {{Marked("the sender is %1"), {std::string("slow")}}};
    const QByteArray text = jsonBytes(reportJson({run, judge(run)}));
    QCOMPARE(text, golden("report.json", text));

    const auto json = QJsonDocument::fromJson(text).object();
    QCOMPARE(json["start_time"].toString(), "2019-01-31T02:44:45.123Z");
    QCOMPARE(json["accuracy"]["pct"].toDouble(), 92.12);
    QCOMPARE(json["accuracy"]["confusion_label_by_predicted"][3][5].toInt(), 77);
    QCOMPARE(json["accuracy"]["recall_pct"][3].toDouble(), 92.3);
    QCOMPARE(json["latency"]["p99_ms"].toDouble(), 3.0);
    QCOMPARE(json["sources"][0]["peer"].toString(), "127.0.0.1:41234");
    QCOMPARE(json["sources"][0]["complete"].toBool(), true);
    QCOMPARE(json["verdict"]["criteria"][0]["met"].toBool(), false);
    QCOMPARE(json["stage_s"]["encode"].toDouble(), *run.cpuStages.encodeS);
    QCOMPARE(json["settings"]["modelPath"].toString(), QString::fromStdString(run.settings.model));
    QCOMPARE(json["warnings"][0].toString(), "the sender is slow");
}

void TestReportFolder::reportOfNothingHoldsNoNumberThatIsNone()
{
    const RunResult run;
    const QByteArray text = jsonBytes(reportJson({run, judge(run)}));
    QVERIFY(!text.contains("nan"));
    QVERIFY(!text.contains("inf\""));
    const auto json = QJsonDocument::fromJson(text).object();
    QVERIFY(json["images_per_s"].isNull());
    QVERIFY(json["accuracy"]["pct"].isNull());
    QVERIFY(json["images"]["lost"].isNull());
    QVERIFY(json["send_delay"].isNull());
    QVERIFY(json["peak_memory_bytes"].isNull());
    QCOMPARE(json["sources"].toArray().size(), 0);
}

void TestReportFolder::reportCarriesStrangeNames()
{
    RunResult run = exampleRun();
    run.settings.label = "Käfig „3“\n\"x\"";
    const auto json = QJsonDocument::fromJson(jsonBytes(reportJson({run, judge(run)}))).object();
    QCOMPARE(json["label"].toString(), QString::fromUtf8("Käfig „3“\n\"x\""));
}

QTEST_GUILESS_MAIN(TestReportFolder)
#include "tst_report_folder.moc"
