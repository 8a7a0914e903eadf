// --sweep from end to end: what it tells and leaves, what it leaves out, and that a stop leaves what was
// measured.
#include "csv_table.h"
#include "program.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>

using namespace iotbench::test;
using namespace Qt::StringLiterals;

class TestSweepProgram : public QObject {
    Q_OBJECT

private slots:
    void fourCombinations();
    void leavesOutWhatCannotBe();
    void combinationThatFails();
    void missedCriterionIsNotBest();
    void aKeptRateIsNoLimit();
    void searchesWithEachCombination();
    void stopped();
    void stoppedWhileItCoolsDown();
    void refusals_data();
    void refusals();
};

namespace {

QJsonObject studyIn(const QString& folder)
{
    return QJsonDocument::fromJson(fileBytes(folder + u"/report.json"_s)).object()[u"study"].toObject();
}

} // namespace

void TestSweepProgram::fourCombinations()
{
    const QTemporaryDir folder;
    const QString report = folder.filePath(u"study"_s), csv = folder.filePath(u"runs.csv"_s);
    Iotbench sweep(words("--sweep workers=1,2 --sweep batch-size=1-2 --engine null -i 1000 -t 100 --repeat 2 "
                         "--seed 7")
        << u"--report"_s << report << u"--csv"_s << csv);
    sweep.start();
    VERIFY_EXIT(sweep, 0);
    const QStringList out = sweep.outLines();
    VERIFY_OF(sweep, out.size() == 1);
    static const QRegularExpression kAnswer(
        u"^Best of 4 combinations: (workers=[12],batch-size=[12]) with [\\d.]+ images/second"_s);
    const QRegularExpressionMatch answer = kAnswer.match(out[0]);
    VERIFY_OF(sweep, answer.hasMatch());
    VERIFY_OF(sweep, sweep.err().contains("4 combinations, 2 runs of each: about "));
    VERIFY_OF(sweep, sweep.err().contains("COMBINATION "));

    QCOMPARE(QDir(report).entryList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot),
        (QStringList{u"report.json"_s, u"runs.csv"_s}));
    QCOMPARE(fileBytes(csv), fileBytes(report + u"/runs.csv"_s));
    const CsvTable table(fileBytes(csv));
    VERIFY_OF(sweep, table.rows() >= 8 && table.rows() <= 16); // with those near the best run again
    QHash<QString, int> runs;
    for (qsizetype row = 0; row < table.rows(); ++row) {
        // Rounds of one seed, in which each combination runs once.
        if (row < 8)
            QCOMPARE(table.at(row, "seed"), row < 4 ? u"7"_s : u"8"_s);
        const QString label = table.at(row, "label");
        QCOMPARE(label,
            u"workers=%1,batch-size=%2"_s.arg(
                table.at(row, "engine_workers"), table.at(row, "engine_batch_size")));
        ++runs[label];
    }
    QCOMPARE(runs.size(), 4);

    const QJsonObject study = studyIn(report);
    QCOMPARE(study[u"kind"].toString(), u"sweep"_s);
    QCOMPARE(study[u"answer"].toString(), u"best"_s);
    QCOMPARE(study[u"words"].toString(), out[0]);
    QCOMPARE(study[u"runs"].toInt(), static_cast<int>(table.rows()));
    QCOMPARE(study[u"points"].toArray().size(), 4);
    for (const QJsonValue& value : study[u"points"].toArray()) {
        const QJsonObject point = value.toObject();
        QCOMPARE(point[u"runs"].toInt(), runs[point[u"label"].toString()]);
        QCOMPARE(point[u"best"].toBool(), point[u"label"].toString() == answer.captured(1));
    }
    const QJsonObject best = QJsonDocument::fromJson(fileBytes(report + u"/report.json"_s)).object();
    QCOMPARE(best[u"label"].toString(), answer.captured(1));

    Iotbench comparing({u"--compare"_s, report + u"#workers=1,batch-size=1"_s,
        report + u"/runs.csv#workers=2,batch-size=1"_s});
    comparing.start();
    VERIFY_EXIT(comparing, 0);
    VERIFY_OF(comparing, comparing.out().contains("workers"));
    Iotbench again(words("--sweep workers=1,2 --engine null --report") << report);
    again.start();
    VERIFY_OF(again, again.finish() && again.exitCode() == 1 && again.err().contains("is not empty"));
}

void TestSweepProgram::leavesOutWhatCannotBe()
{
    Iotbench sweep(
        words("-m resnet8 --sweep engine=null,nonsense --sweep batch-size=1,512 -t 50 -i 100 --repeat 1"));
    sweep.start();
    VERIFY_EXIT(sweep, 0);
    VERIFY_OF(sweep, sweep.err().contains("--batch-size cannot be larger than --queue"));
    VERIFY_OF(sweep, sweep.err().contains("got \"nonsense\"\n  engine=nonsense,batch-size=1\n"));
    VERIFY_OF(sweep, sweep.err().contains("3 of 4 combinations cannot be run"));
    VERIFY_OF(sweep, sweep.out().startsWith("Best of 1 combination: engine=null,batch-size=1 with "));
}

// What shows only once it runs: the other combinations go on, and it is not tried again.
void TestSweepProgram::combinationThatFails()
{
    const QTemporaryDir folder;
    const QString missing = folder.filePath(u"missing.bin"_s), report = folder.filePath(u"study"_s);
    Iotbench sweep(words("--engine null -t 100 -i 1000 --repeat 2 --sweep")
        << u"images=,"_s + missing << u"--report"_s << report);
    sweep.start();
    VERIFY_OF(sweep, sweep.finish());
    VERIFY_OF(sweep, sweep.exitCode() == 0);
    VERIFY_OF(sweep, sweep.err().count("failed   images=") == 1);
    const QJsonArray points = studyIn(report)[u"points"].toArray();
    VERIFY_OF(sweep, points.size() == 2);
    QCOMPARE(points[0].toObject()[u"runs"].toInt(), 2);
    VERIFY_OF(sweep, points[1].toObject()[u"failure"].toString().contains(missing));
    QCOMPARE(sweep.faultOfReport(), QString());
}

void TestSweepProgram::missedCriterionIsNotBest()
{
    Iotbench sweep(
        words("--engine null --sweep imagesPerSec=500,1000 -t 100 --repeat 1 --require-rate 100000"));
    sweep.start();
    VERIFY_EXIT(sweep, 4);
    VERIFY_OF(sweep, sweep.out().startsWith("No combination can be named"));
    VERIFY_OF(sweep, sweep.err().contains("misses a pass criterion"));
    VERIFY_OF(sweep, sweep.err().contains("In 2 of 2 runs, as in run 1: --require-rate 100000 missed: "));
}

// Both rates are far under what the engine does, so that neither is "best" in any other sense than the
// plan's.
void TestSweepProgram::aKeptRateIsNoLimit()
{
    const QTemporaryDir folder;
    const QString report = folder.filePath(u"study"_s);
    Iotbench sweep(words("--engine null --sweep imagesPerSec=100,200 -d 2 --repeat 1 --report") << report);
    sweep.start();
    VERIFY_EXIT(sweep, 0);
    VERIFY_OF(sweep,
        sweep.out().startsWith(
            "Best of 2 combinations: imagesPerSec=200 kept its 200 images/second in 1 run"));
    VERIFY_OF(
        sweep, sweep.out().contains("; a target rate that is kept does not say how much more is possible"));
    const QJsonArray points = studyIn(report)[u"points"].toArray();
    QCOMPARE(points[0].toObject()[u"kept_images_per_s"].toDouble(), 100.0);
    QCOMPARE(points[1].toObject()[u"kept_images_per_s"].toDouble(), 200.0);
    QCOMPARE(sweep.faultOfReport(), QString());
}

void TestSweepProgram::searchesWithEachCombination()
{
    const QTemporaryDir folder;
    const QString report = folder.filePath(u"study"_s);
    Iotbench sweep(words("--find cameras --camera-rate 1000 --sweep batch-size=8,512 -m resnet8 --workers 1 "
                         "--max-p99 0.01 --probe-seconds 10 --report")
        << report);
    sweep.start();
    VERIFY_EXIT(sweep, 0);
    VERIFY_OF(sweep, sweep.err().contains("1 combination, a search with each: more than "));
    VERIFY_OF(sweep, sweep.err().contains("FAILS AT"));
    VERIFY_OF(sweep, sweep.err().contains("search 1 of 1, batch-size=8: "));
    VERIFY_OF(sweep, !sweep.err().contains("of 100 images")); // a probe has as many as it takes
    VERIFY_OF(sweep, sweep.outLines().value(0).startsWith(u"No combination can be named"_s));

    const QJsonObject study = studyIn(report);
    QCOMPARE(study[u"find"].toString(), u"cameras"_s);
    QCOMPARE(study[u"impossible"].toInt(), 1);
    QVERIFY(study[u"probes"].toInt() > 0);
    const QJsonObject point = study[u"points"].toArray()[0].toObject();
    QVERIFY(!point[u"best"].toBool());
    const QString answer = point[u"answer"].toString(); // others may be at work on the machine
    const bool known = answer.startsWith(u"Serves no camera"_s);
    VERIFY_OF(sweep, known || answer.startsWith(u"No answer"_s));
    QCOMPARE(point[u"holds_at"], known ? QJsonValue(0) : QJsonValue());
    QVERIFY(CsvTable(fileBytes(report + u"/search-1/probes.csv"_s)).rows() > 1);
    QCOMPARE(CsvTable(fileBytes(report + u"/runs.csv"_s)).rows(), 1);
    QCOMPARE(sweep.faultOfReport(), QString());
}

void TestSweepProgram::stopped()
{
    const QTemporaryDir folder;
    const QString report = folder.filePath(u"study"_s);
    Iotbench sweep(words("--sweep workers=1-4 --engine null -i 100 -t 50 --repeat 100 --report") << report);
    sweep.start();
    QVERIFY(sweep.awaitErr(u"\\n +2 "_s).has_value());
    sweep.signal(SIGINT);
    QVERIFY2(sweep.finish(), sweep.account().constData());
    VERIFY_OF(sweep, sweep.exitCode() == 130);
    VERIFY_OF(sweep, sweep.err().contains("stopped after "));
    VERIFY_OF(sweep, sweep.out().startsWith("Stopped: so far best of 4 combinations: workers="));
    QVERIFY(CsvTable(fileBytes(report + u"/runs.csv"_s)).rows() >= 2);
    QCOMPARE(studyIn(report)[u"answer"].toString(), u"stopped"_s);
    QCOMPARE(sweep.faultOfReport(), QString());
}

void TestSweepProgram::stoppedWhileItCoolsDown()
{
    Iotbench sweep(words("--sweep workers=1,2 --engine null -i 1000 -t 50 --cooldown 3600"));
    sweep.start();
    QVERIFY(sweep.awaitErr(u"\\n +1 "_s).has_value());
    sweep.signal(SIGINT);
    QVERIFY2(sweep.finish(), sweep.account().constData());
    VERIFY_OF(sweep, sweep.exitCode() == 130);
    VERIFY_OF(sweep, sweep.out().startsWith("Stopped: so far best"));
}

void TestSweepProgram::refusals_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("many") << u"--sweep workers=1-60 --engine null -d 10"_s
                          << QByteArray("60 combinations, 3 runs of each: about 33 min 0 s; add --yes");
    QTest::newRow("no model") << u"--sweep workers=1,2"_s << QByteArray("--modelPath is required");
    QTest::newRow("none") << u"-m resnet8 --sweep engine=nonsense,nothing"_s
                          << QByteArray("none of the combinations can be run");
}

void TestSweepProgram::refusals()
{
    QFETCH(QString, arguments);
    QFETCH(QByteArray, says);
    Iotbench sweep(arguments.split(u' '));
    sweep.start();
    QVERIFY2(sweep.finish(), sweep.account().constData());
    QCOMPARE(sweep.exitCode(), 2);
    VERIFY_OF(sweep, sweep.err().contains(says));
}

QTEST_GUILESS_MAIN(TestSweepProgram)
#include "tst_sweep_program.moc"
