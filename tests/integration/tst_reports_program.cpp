// What a run leaves behind: report.json and the CSV files agree with each other, and faults of the place they
// are written to are told before the run, or mark it as failed.
#include "csv_table.h"
#include "program.h"
#include "report_validator.h"

#include "test_paths.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <memory>
#include <vector>

#include <sys/mount.h>
#include <sys/stat.h>

using namespace iotbench::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject readReport(const QDir& folder)
{
    return QJsonDocument::fromJson(fileBytes(folder.filePath("report.json"))).object();
}

// Every file of the report, as text.
QByteArray wholeReport(const QDir& folder)
{
    QByteArray text;
    for (const char* name : {"summary.csv", "intervals.csv", "images.csv", "report.json"})
        text += fileBytes(folder.filePath(name));
    return text;
}

// A file system of one megabyte of its own; only root can have one.
class TinyFileSystem {
public:
    TinyFileSystem()
        : m_mounted(::mount("tmpfs", m_folder.path().toUtf8().constData(), "tmpfs", 0, "size=1m") == 0)
    {
    }
    ~TinyFileSystem()
    {
        if (m_mounted)
            ::umount2(m_folder.path().toUtf8().constData(), MNT_DETACH);
    }
    TinyFileSystem(const TinyFileSystem&) = delete;
    TinyFileSystem& operator=(const TinyFileSystem&) = delete;

    bool mounted() const { return m_mounted; }
    QString filePath(const QString& name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
    bool m_mounted;
};

// One on each CPU, until it goes out of scope.
class BusyLoops {
public:
    BusyLoops()
    {
        for (int i = 0; i < QThread::idealThreadCount(); ++i) {
            m_loops.push_back(
                std::make_unique<Program>(u"sh"_s, QStringList{u"-c"_s, u"while :; do :; done"_s}));
            m_loops.back()->start();
        }
    }

private:
    std::vector<std::unique_ptr<Program>> m_loops;
};

bool isWeakBecause(const QDir& folder, const char* claim, const QString& reason)
{
    const QJsonArray reasons = readReport(folder)["verdict"_L1]["reasons"_L1].toArray();
    return std::ranges::any_of(reasons, [&](const QJsonValue& r) {
        return r["claim"_L1].toString() == QLatin1String(claim) && r["judgement"_L1].toString() == "WEAK"
            && r["text"_L1].toString().startsWith(reason);
    });
}

} // namespace

class TestReportsProgram : public QObject {
    Q_OBJECT

private slots:
    void countsAddUp_data();
    void countsAddUp();
    void nothingIsNotANumber_data();
    void nothingIsNotANumber();
    void imagesAreComparedOneByOne();
    void aSenderListsWhenEachImageLeft();
    void aReportOfEachRoleKeepsToTheSchema_data();
    void aReportOfEachRoleKeepsToTheSchema();
    void anEditedReportDoesNotKeepToTheSchema();
    void latenciesCanBeRecomputed();
    void csvOnStandardOutput();
    void seedMakesTheSchedule();
    void folderThatIsNotEmptyNeedsForce();
    void aRunThatCannotBeginSaysSo();
    void descriptorsAndDevicesTakeAReport();
    void folderThatCannotBeMade();
    void folderThatFillsUp();
    void folderThatIsRemovedMeanwhile();
    void folderOfAnotherRun();
    void fullStandardOutput();
    void csvIsAppendedTo();
    void csvOfAnotherProgramIsRefused();
    void hostNameCanBeLeftOut();
    void otherProgramsOnItsCpus();
    void waitsDoNotDiluteOtherPrograms();
};

void TestReportsProgram::countsAddUp_data()
{
    QTest::addColumn<QString>("options");
    QTest::newRow("paced") << "-m resnet8 --warmup 0 -i 200 -t 150";
    QTest::newRow("as fast as possible, three streams") << "-m resnet8 --warmup 0 -i max -t 500 --streams 3";
    QTest::newRow("null") << "--engine null -i 2000 -t 2000";
}

void TestReportsProgram::countsAddUp()
{
    QFETCH(QString, options);
    QTemporaryDir temporary;
    const QDir folder(temporary.path());
    Iotbench iotbench(options.split(' ') << words("--label") << "a \"label\", quoted"
                                         << "--report" << folder.path());
    iotbench.start();
    VERIFY_EXIT(iotbench, 0);

    const CsvTable summary(fileBytes(folder.filePath("summary.csv")));
    const CsvTable intervals(fileBytes(folder.filePath("intervals.csv")));
    const CsvTable images(fileBytes(folder.filePath("images.csv")));
    const QJsonObject report = readReport(folder);
    QCOMPARE(summary.rows(), 1);
    QCOMPARE(summary.at(0, "label"), "a \"label\", quoted");
    QCOMPARE(report["label"_L1].toString(), "a \"label\", quoted");

    const auto total = static_cast<qulonglong>(options.section("-t ", 1).section(' ', 0, 0).toInt());
    QCOMPARE(summary.count(0, "images_sent"), total);
    QCOMPARE(summary.count(0, "images_received"), total);
    QCOMPARE(summary.count(0, "images_classified"), total);
    QCOMPARE(summary.at(0, "images_lost"), "0");
    QCOMPARE(summary.at(0, "images_duplicated"), "0");
    QCOMPARE(static_cast<qulonglong>(images.rows()), total);
    for (const char* column : {"sent", "classified", "rejected", "correct"})
        QCOMPARE(intervals.sum(column), summary.count(0, QByteArray("images_") + column));
    for (const char* column : {"offered", "sent", "received", "classified", "rejected", "correct"}) {
        const QJsonValue inJson = report["images"_L1][QLatin1String(column)];
        const QByteArray inCsv = QByteArray("images_") + column;
        QCOMPARE(inJson.isNull(), summary.at(0, inCsv).isEmpty());
        QCOMPARE(static_cast<qulonglong>(inJson.toInteger()), summary.count(0, inCsv));
    }
    qulonglong right = 0;
    for (qsizetype row = 0; row < images.rows(); ++row)
        right += images.at(row, "label") == images.at(row, "predicted");
    QCOMPARE(right, summary.count(0, "images_correct"));
    QCOMPARE(report["intervals"_L1].toArray().size(), intervals.rows());
    double endS = 0;
    for (qsizetype row = 0; row < intervals.rows(); ++row) {
        QVERIFY(std::abs(intervals.at(row, "start_s").toDouble() - endS) < 2e-6); // no gap between the rows
        endS = intervals.at(row, "start_s").toDouble() + intervals.at(row, "length_s").toDouble();
    }
    const double perS
        = static_cast<double>(summary.count(0, "images_classified")) / summary.at(0, "elapsed_s").toDouble();
    QVERIFY(std::abs(summary.at(0, "images_per_s").toDouble() / perS - 1) < 1e-3);
}

void TestReportsProgram::nothingIsNotANumber_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("one image") << "-m resnet8 --warmup 0 -i max -t 1" << 0;
    QTest::newRow("one image, null") << "--engine null -i 10 -t 1" << 0;
    QTest::newRow("no image") << "--role receive --engine null" << 3;
    QTest::newRow("no image, with a model") << "--role receive -m resnet8 --warmup 0" << 3;
    QTest::newRow("no peer") << "--role receive --engine null --connect 127.0.0.1:1" << 1;
}

void TestReportsProgram::nothingIsNotANumber()
{
    QFETCH(QString, options);
    QFETCH(int, exitCode);
    QTemporaryDir temporary;
    Iotbench iotbench(options.split(' ') << words("--no-host --report") << temporary.path());
    iotbench.readFrom("/dev/null");
    iotbench.start();
    VERIFY_EXIT(iotbench, exitCode);
    const QByteArray text = wholeReport(QDir(temporary.path())) + iotbench.out() + iotbench.err();
    const QRegularExpression notANumber("(^|[,:\\s-])(nan|inf|infinity)([,\\s%]|$)",
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    const auto found = notANumber.match(QString::fromUtf8(text));
    QVERIFY2(!found.hasMatch(), qPrintable(found.captured()));
    QVERIFY(!readReport(QDir(temporary.path())).isEmpty());
}

void TestReportsProgram::imagesAreComparedOneByOne()
{
    QTemporaryDir temporary;
    const QDir folder(temporary.path());
    Iotbench iotbench(words("-m resnet20 --warmup 0 -i max -t 60 --report") << folder.path());
    iotbench.start();
    VERIFY_EXIT(iotbench, 0);
    const CsvTable images(fileBytes(folder.filePath("images.csv")));
    const QList<int> firstLabels = {3, 8, 8, 0, 6, 6, 1, 6, 3, 1};
    for (qsizetype row = 0; row < images.rows(); ++row) {
        QCOMPARE(images.at(row, "index"), QString::number(row)); // in order, whichever worker was first
        if (row < firstLabels.size())
            QCOMPARE(images.at(row, "label").toInt(), firstLabels[row]);
        QVERIFY(images.at(row, "probability").toDouble() > 0.1);
        QVERIFY(images.at(row, "infer_us").toDouble() > 0);
    }
    const QJsonValue card = readReport(folder)["card"_L1];
    QCOMPARE(card["compared"_L1].toInt(), 60);
    QCOMPARE(card["agreed"_L1].toInt(), 60);
}

// So that anybody can work out the send delays.
void TestReportsProgram::aSenderListsWhenEachImageLeft()
{
    QTemporaryDir temporary;
    const QDir folder(temporary.path());
    Iotbench iotbench(words("--role send --pacing poisson -i 400 -t 200 --report") << folder.path());
    iotbench.start();
    VERIFY_EXIT(iotbench, 0);
    const CsvTable images(fileBytes(folder.filePath("images.csv")));
    QCOMPARE(images.rows(), qsizetype{200});
    const QList<int> firstLabels = {3, 8, 8, 0, 6, 6, 1, 6, 3, 1};
    double largestMs = 0;
    int late = 0;
    for (qsizetype row = 0; row < images.rows(); ++row) {
        QCOMPARE(images.at(row, "index"), QString::number(row));
        if (row < firstLabels.size())
            QCOMPARE(images.at(row, "label").toInt(), firstLabels[row]);
        const double delayMs
            = 1e3 * (images.at(row, "sent_s").toDouble() - images.at(row, "intended_send_s").toDouble());
        QVERIFY(delayMs >= 0);
        largestMs = std::max(largestMs, delayMs);
        late += delayMs > 1; // the larger of 1 ms and a tenth of 2.5 ms
        for (const char* column : {"arrival_s", "predicted", "latency_ms", "reason"})
            QVERIFY(images.at(row, column).isEmpty());
    }
    const QJsonObject report = readReport(folder);
    // Rows are rounded to microseconds, the limit is not.
    QVERIFY(std::abs(report["send_delay"_L1]["schedule_misses"_L1].toInt() - late) <= 1);
    const double reportedMs = report["send_delay"_L1]["max_ms"_L1].toDouble();
    QVERIFY2(std::abs(reportedMs - largestMs) < 0.01 * largestMs + 0.003,
        qPrintable(QString("%1, not %2").arg(reportedMs).arg(largestMs)));
}

// By Python's jsonschema, which knows nothing of this program. VERIFY_EXIT does the same to every report.
void TestReportsProgram::aReportOfEachRoleKeepsToTheSchema_data()
{
    QTest::addColumn<QString>("options");
    QTest::newRow("loopback") << "-m resnet8 -i 200 -t 60 --streams 2";
    QTest::newRow("loopback, null") << "--engine null -i max -t 1000";
    QTest::newRow("send") << "--role send -i 200 -t 20";
    QTest::newRow("receive") << "--role receive -m resnet8 --warmup 0";
    QTest::newRow("worker") << "--role worker -m resnet8 --warmup 0";
}

void TestReportsProgram::aReportOfEachRoleKeepsToTheSchema()
{
    if (!canValidateReports())
        QSKIP("Python's jsonschema is not installed: install python3-jsonschema");
    QFETCH(QString, options);
    QTemporaryDir folder;
    QTemporaryDir scratch;
    Iotbench sender(words("--role send -i max -t 30"));
    sender.writeTo(scratch.filePath("images"));
    sender.start();
    VERIFY_EXIT(sender, 0);
    Iotbench iotbench(options.split(' ') << "--report" << folder.path());
    iotbench.readFrom(scratch.filePath("images"));
    iotbench.start();
    VERIFY_OF(iotbench, iotbench.finish());
    QVERIFY(QFile::exists(folder.filePath("report.json")));
    QCOMPARE(faultOfReport(folder.filePath("report.json")), QString());

    // And --config takes it as it is: the same settings come out, but for the place of the report.
    Iotbench again(words("--dump-config --config") << folder.filePath("report.json"));
    again.start();
    VERIFY_EXIT(again, 0);
    QJsonObject settings = readReport(QDir(folder.path()))["settings"_L1].toObject();
    QCOMPARE(settings["report"_L1].toString(), folder.path());
    settings["report"_L1] = "";
    QCOMPARE(QJsonDocument::fromJson(again.out()).object(), settings);
}

void TestReportsProgram::anEditedReportDoesNotKeepToTheSchema()
{
    if (!canValidateReports())
        QSKIP("Python's jsonschema is not installed: install python3-jsonschema");
    QTemporaryDir folder;
    Iotbench iotbench(words("--engine null -i max -t 100 --report") << folder.path());
    iotbench.start();
    VERIFY_EXIT(iotbench, 0);
    QJsonObject report = readReport(QDir(folder.path()));
    report["elapsed_s"] = "long";
    QVERIFY(writeFile(folder.filePath("report.json"), QJsonDocument(report).toJson()));
    QVERIFY(faultOfReport(folder.filePath("report.json")).contains("elapsed_s"));
}

// An image's times give the send delay and the latency that the summary has.
void TestReportsProgram::latenciesCanBeRecomputed()
{
    QTemporaryDir folder;
    Iotbench iotbench(words("--engine null -i 500 -t 1000 --report") << folder.path());
    iotbench.start();
    VERIFY_EXIT(iotbench, 0);
    const CsvTable images(fileBytes(folder.filePath("images.csv")));
    QCOMPARE(images.rows(), 1'000);
    qsizetype sent = 0;
    for (qsizetype row = 0; row < images.rows(); ++row) {
        const double intendedS = images.at(row, "intended_send_s").toDouble();
        QVERIFY(std::abs(intendedS - static_cast<double>(row) / 500) < 1e-5);
        if (images.at(row, "sent_s").isEmpty())
            continue; // it had its result before its sender's write returned
        ++sent;
        QVERIFY(images.at(row, "sent_s").toDouble() >= intendedS);
        QVERIFY(images.at(row, "latency_ms").toDouble() / 1e3
            >= images.at(row, "arrival_s").toDouble() - intendedS - 1e-5);
    }
    VERIFY_OF(iotbench, sent > 900);
}

void TestReportsProgram::csvOnStandardOutput()
{
    Iotbench iotbench(words("--engine null -i max -t 100 --label =1+1 --csv -"));
    iotbench.start();
    VERIFY_EXIT(iotbench, 0);
    QCOMPARE(iotbench.outLines().size(), 2);
    const CsvTable table(iotbench.out());
    QCOMPARE(table.at(0, "images_classified"), "100");
    QCOMPARE(table.at(0, "label"), "'=1+1"); // no formula for a spreadsheet
    VERIFY_OF(iotbench, iotbench.err().contains("Inferenced 100 images"));
    Iotbench worker(words("--role worker --engine null --csv -"));
    worker.start();
    VERIFY_EXIT(worker, 2);
}

// The same seed gives the same schedule: what is due in each quarter of a second tells schedules apart.
void TestReportsProgram::seedMakesTheSchedule()
{
    QStringList schedules;
    for (const char* seed : {"7", "7", "8"}) {
        QTemporaryDir temporary;
        Iotbench iotbench(words("--engine null -i 300 -t 300 --pacing poisson --seed")
            << seed << "--report" << temporary.path());
        iotbench.start();
        VERIFY_EXIT(iotbench, 0);
        QCOMPARE(readReport(QDir(temporary.path()))["seed"_L1].toInt(), QByteArray(seed).toInt());
        const CsvTable intervals(fileBytes(temporary.filePath("intervals.csv")));
        schedules << intervals.at(0, "offered") + ' ' + intervals.at(1, "offered") + ' '
                + intervals.at(2, "offered");
    }
    QCOMPARE(schedules[0], schedules[1]);
    QVERIFY2(schedules[0] != schedules[2], qPrintable(schedules.join(", ")));
}

void TestReportsProgram::folderThatIsNotEmptyNeedsForce()
{
    QTemporaryDir temporary;
    QVERIFY(writeFile(temporary.filePath("thesis.txt"), "years of work\n"));
    Iotbench refused(words("--engine null -i max -t 10 --report") << temporary.path());
    refused.start();
    VERIFY_EXIT(refused, 1);
    VERIFY_OF(refused, refused.err().contains("--force"));
    VERIFY_OF(refused, refused.out().isEmpty()); // before the run
    for (int time = 0; time < 2; ++time) {
        Iotbench forced(words("--engine null -i max -t 10 --force --report") << temporary.path());
        forced.start();
        VERIFY_EXIT(forced, 0);
    }
    QCOMPARE(fileBytes(temporary.filePath("thesis.txt")), "years of work\n");
    QCOMPARE(CsvTable(fileBytes(temporary.filePath("summary.csv"))).rows(), 1);
}

// Whoever reads the files afterwards finds the end of a report that never came, not a file without a word.
void TestReportsProgram::aRunThatCannotBeginSaysSo()
{
    Iotbench first({"--role", "receive", "--listen", "127.0.0.1:0", "-m", "resnet8", "-t", "1"});
    first.start();
    const quint16 port = first.awaitPort();
    VERIFY_OF(first, port != 0);
    const QTemporaryDir folder;
    const QString json = folder.filePath("run.json"), html = folder.filePath("run.html");
    Iotbench second({"--role", "receive", "--listen", u"127.0.0.1:%1"_s.arg(port), "-m", "resnet8", "-t", "1",
        "--json", json, "--html", html});
    second.start();
    VERIFY_OF(second, second.finish());
    QCOMPARE(second.exitCode(), 2);
    QVERIFY(QJsonDocument::fromJson(fileBytes(json)).isObject());
    QVERIFY(fileBytes(html).contains("</html>"));
    first.signal(SIGTERM);
    VERIFY_OF(first, first.finish());
}

// They are written to, once and as they are: a file behind a descriptor is not removed for a new one.
void TestReportsProgram::descriptorsAndDevicesTakeAReport()
{
    const QTemporaryDir folder;
    const QString json = folder.filePath("run.json");
    QVERIFY(writeFile(json, {}));
    QVERIFY(QFile::link(json, folder.filePath("link")));
    Program shell(u"/bin/sh"_s,
        {u"-c"_s,
            u"exec \"$0\" --batch --engine null -i max -t 10 --json /dev/fd/3 --html /dev/null 3>\"$1\""_s,
            programPath(), folder.filePath("link")});
    shell.start();
    VERIFY_EXIT(shell, 0);
    QVERIFY(QFileInfo(folder.filePath("link")).isSymLink() && QFile::exists(u"/dev/null"_s));
    QCOMPARE(faultOfReport(json), QString());

    // Behind what stands there, and none of the program's own.
    Iotbench text(words("--engine null -i max -t 10 --json /dev/stdout"));
    text.start();
    VERIFY_EXIT(text, 0);
    const QByteArray lines = text.out().left(text.out().indexOf("{\n"));
    VERIFY_OF(text, lines.startsWith("Start ") && lines.contains("\nInferenced 10 images in "));
    QVERIFY(QJsonDocument::fromJson(text.out().mid(lines.size())).isObject());
    for (int descriptor = 3; descriptor < 9; ++descriptor) {
        Program none(u"/bin/sh"_s,
            {u"-c"_s,
                u"exec \"$0\" --batch --engine null -i max -t 10 --json /dev/fd/%1 %1>&-"_s.arg(descriptor),
                programPath()});
        none.start();
        VERIFY_OF(none, none.finish());
        VERIFY_OF(none, none.exitCode() == 1 && none.err().contains(": Bad file descriptor"));
    }
}

void TestReportsProgram::folderThatCannotBeMade()
{
    QTemporaryDir temporary;
    QVERIFY(writeFile(temporary.filePath("file"), "in the way"));
    const QString reports[] = {temporary.filePath("file"), temporary.filePath("file/below"), "/proc/reports"};
    for (const QString& folder : reports) {
        Iotbench iotbench(words("--engine null -i max -t 10 --report") << folder);
        iotbench.start();
        VERIFY_EXIT(iotbench, 1);
        VERIFY_OF(iotbench, iotbench.errLines().size() == 1);
        VERIFY_OF(iotbench, iotbench.err().contains(folder.toUtf8()));
        VERIFY_OF(iotbench, iotbench.out().isEmpty());
    }
}

void TestReportsProgram::folderThatFillsUp()
{
    const TinyFileSystem disk;
    if (!disk.mounted())
        QSKIP("a full disk needs a file system of the test's own: run the tests as root, with the right to "
              "mount");
    Iotbench iotbench(
        words("--engine null -i max -t 100000 --format cifar -r 50000 --report") << disk.filePath("report"));
    iotbench.start();
    VERIFY_OF(iotbench, iotbench.finish() && iotbench.exitCode() == 1); // its report is cut short
    VERIFY_OF(
        iotbench, iotbench.outLines().constLast().startsWith("Inferenced 100000 images in ")); // it ran on
    VERIFY_OF(iotbench, iotbench.err().contains("No space left on device"));
    VERIFY_OF(iotbench, iotbench.err().contains("images.csv"));
}

void TestReportsProgram::folderThatIsRemovedMeanwhile()
{
    QTemporaryDir temporary;
    const QString folder = temporary.filePath("report");
    Iotbench iotbench(words("--engine null -i 100 -t 1000000 -r 10 --report") << folder);
    iotbench.start();
    VERIFY_OF(iotbench, iotbench.awaitOut(": 10 images classified"));
    QVERIFY(QDir(folder).removeRecursively());
    iotbench.signal(SIGINT);
    VERIFY_OF(iotbench, iotbench.finish() && iotbench.exitCode() == 130);
    VERIFY_OF(
        iotbench, iotbench.err().contains("images.csv was removed or replaced while it was being written"));

    Iotbench complete(words("--engine null -i 100 -t 200 -r 10 --report") << folder);
    complete.start();
    VERIFY_OF(complete, complete.awaitOut(": 10 images classified"));
    QVERIFY(QDir(folder).removeRecursively());
    VERIFY_OF(complete, complete.finish() && complete.exitCode() == 1);
    VERIFY_OF(complete, complete.err().contains("was removed or replaced"));
}

void TestReportsProgram::folderOfAnotherRun()
{
    QTemporaryDir temporary;
    const QString folder = temporary.filePath("report");
    Iotbench first(words("--engine null -i 200 -t 1000000 -r 10 --force --report") << folder);
    first.start();
    VERIFY_OF(first, first.awaitOut(": 10 images classified"));
    Iotbench second(words("--engine null -i max -t 10 --force --report") << folder);
    second.start();
    VERIFY_EXIT(second, 2);
    VERIFY_OF(second, second.err().contains("another run is writing its report into"));
    VERIFY_OF(second, second.out().isEmpty());
    first.signal(SIGINT);
    VERIFY_EXIT(first, 130);
    QVERIFY(CsvTable(fileBytes(folder + "/images.csv")).rows() > 10);
    Iotbench third(words("--engine null -i max -t 10 --force --report") << folder);
    third.start();
    VERIFY_EXIT(third, 0);
}

void TestReportsProgram::fullStandardOutput()
{
    Iotbench iotbench(words("--engine null -i max -t 10"));
    iotbench.writeTo("/dev/full");
    iotbench.start();
    VERIFY_EXIT(iotbench, 1);
    VERIFY_OF(iotbench, iotbench.err().contains("cannot write standard output: No space left on device"));
    Iotbench sender(words("--role send -i max -t 10"));
    sender.writeTo("/dev/full");
    sender.start();
    VERIFY_EXIT(sender, 1);
    VERIFY_OF(sender, sender.err().contains("No space left on device"));
    for (const char* listing :
        {"--help", "--version", "--list-models", "--list-engines", "--print-man-page"}) {
        Iotbench lists(words(listing));
        lists.writeTo("/dev/full");
        lists.start();
        VERIFY_EXIT(lists, 1);
        VERIFY_OF(lists, lists.err().contains("cannot write standard output: No space left on device"));
    }
    Iotbench noReport(words("--engine null -i max -t 10 --csv /dev/full"));
    noReport.start();
    VERIFY_EXIT(noReport, 1);
    VERIFY_OF(noReport, noReport.err().contains("/dev/full"));
}

void TestReportsProgram::csvIsAppendedTo()
{
    QTemporaryDir temporary;
    const QString series = temporary.filePath("series.csv");
    for (const char* label : {"first", "second"}) {
        Iotbench iotbench(words("--engine null -i max -t 10 --label") << label << "--csv" << series);
        iotbench.start();
        VERIFY_EXIT(iotbench, 0);
    }
    const CsvTable table(fileBytes(series));
    QCOMPARE(table.rows(), 2);
    QCOMPARE(table.at(0, "label"), "first");
    QCOMPARE(table.at(1, "label"), "second");
    QCOMPARE(table.at(1, "images_classified"), "10");
}

void TestReportsProgram::csvOfAnotherProgramIsRefused()
{
    QTemporaryDir temporary;
    const QString foreign = temporary.filePath("foreign.csv");
    QVERIFY(writeFile(foreign, "date,amount\n2024-01-01,5\n"));
    Iotbench iotbench(words("--engine null -i max -t 10 --csv") << foreign);
    iotbench.start();
    VERIFY_EXIT(iotbench, 1);
    VERIFY_OF(iotbench, iotbench.err().contains("has other columns than this version writes"));
    VERIFY_OF(iotbench, iotbench.out().isEmpty());
    QCOMPARE(fileBytes(foreign), "date,amount\n2024-01-01,5\n");
}

void TestReportsProgram::hostNameCanBeLeftOut()
{
    const QString host = QSysInfo::machineHostName();
    for (const bool leftOut : {false, true}) {
        QTemporaryDir temporary;
        Iotbench iotbench(words("--engine null -i max -t 10 --report")
            << temporary.path() << (leftOut ? QStringList("--no-host") : QStringList{}));
        iotbench.start();
        VERIFY_EXIT(iotbench, 0);
        const CsvTable summary(fileBytes(temporary.filePath("summary.csv")));
        QCOMPARE(summary.at(0, "machine_host_name"), leftOut ? QString() : host);
    }
}

void TestReportsProgram::otherProgramsOnItsCpus()
{
    const BusyLoops busy;
    QTemporaryDir temporary;
    const QDir folder(temporary.path());
    Iotbench iotbench(words("--engine null -i 100 -d 3 --report") << folder.path());
    iotbench.start();
    VERIFY_EXIT(iotbench, 0);
    const QJsonObject seen = readReport(folder)["interference"_L1].toObject();
    if (!seen["other_programs_cpu_pct"_L1].isDouble())
        QSKIP("the kernel does not tell what other programs run: run this on a machine with /proc/stat");
    VERIFY_OF(iotbench, seen["other_programs_cpu_low_pct"_L1].toDouble() > 5);
    VERIFY_OF(iotbench, seen["idle_cpu_pct"_L1].toDouble() < 5);
    const QString share = QString::number(seen["other_programs_cpu_pct"_L1].toDouble(), 'f', 1);
    for (const char* claim : {"throughput", "latency"})
        VERIFY_OF(iotbench, isWeakBecause(folder, claim, "other programs used " + share + " %"));
}

void TestReportsProgram::waitsDoNotDiluteOtherPrograms()
{
    QTemporaryDir temporary;
    const QDir folder(temporary.path());
    Iotbench receiver(words("--role receive --engine null --listen 0 --report") << folder.path());
    receiver.start();
    const quint16 port = receiver.awaitPort();
    QVERIFY(port);
    QTest::qWait(6'000);
    const BusyLoops busy;
    Iotbench sender(words("--role send -i 100 -d 3 --connect") << u"127.0.0.1:%1"_s.arg(port));
    sender.start();
    VERIFY_EXIT(sender, 0);
    VERIFY_EXIT(receiver, 0);
    const QJsonObject seen = readReport(folder)["interference"_L1].toObject();
    VERIFY_OF(receiver, seen["s"_L1].toDouble() > 1 && seen["s"_L1].toDouble() < 6);
    if (!seen["idle_cpu_pct"_L1].isDouble())
        QSKIP("the kernel does not tell what its CPUs do: run this on a machine with /proc/stat");
    VERIFY_OF(receiver, seen["idle_cpu_pct"_L1].toDouble() < 5);
}

QTEST_GUILESS_MAIN(TestReportsProgram)
#include "tst_reports_program.moc"
