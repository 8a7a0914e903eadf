// --repeat from end to end: what it tells, what it leaves, and that a stop leaves what was measured.
#include "csv_table.h"
#include "program.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

#include <csignal>

using namespace iotbench::test;
using namespace Qt::StringLiterals;

class TestRepeatProgram : public QObject {
    Q_OBJECT

private slots:
    void threeRuns();
    void rowsOnStandardOutput();
    void answers_data();
    void answers();
    void stopped();
    void mistakes_data();
    void mistakes();
};

void TestRepeatProgram::rowsOnStandardOutput()
{
    Iotbench study(words("--repeat 2 --engine null -i max -t 1000 --csv -"));
    study.start();
    QVERIFY2(study.finish(), study.account().constData());
    VERIFY_OF(study, study.outLines().size() == 3);
    const CsvTable table(study.out());
    QCOMPARE(table.at(0, "images_classified"), u"1000"_s);
    QCOMPARE(table.at(1, "images_classified"), u"1000"_s);
    VERIFY_OF(study, study.err().contains("; null fp32"));
}

void TestRepeatProgram::threeRuns()
{
    const QTemporaryDir folder;
    const QString report = folder.filePath(u"study"_s), csv = folder.filePath(u"runs.csv"_s);
    Iotbench study(
        words("--repeat 3 -m resnet8 --engine opencv --workers 1 --batch-size 1 -i max -d 1 --seed 7")
        << u"--report"_s << report << u"--csv"_s << csv);
    study.start();
    QVERIFY2(study.finish(), study.account().constData());
    VERIFY_OF(study, study.exitCode() == 0);
    const QStringList out = study.outLines();
    VERIFY_OF(study, out.size() == 1);
    static const QRegularExpression kAnswer(u"^[\\d.]+ images/second ± [\\d.]+ % \\([\\d.]+ to [\\d.]+, 3 "
                                            u"runs\\): (not )?repeatable.*; resnet8, opencv fp32, "
                                            "1 worker; WEAK$"_s);
    VERIFY_OF(study, kAnswer.match(out[0]).hasMatch());
    QCOMPARE(QDir(report).entryList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot),
        (QStringList{u"report.json"_s, u"run-1"_s, u"run-2"_s, u"run-3"_s, u"runs.csv"_s}));
    QCOMPARE(study.faultOfReport(), QString());
    const QJsonObject told
        = QJsonDocument::fromJson(fileBytes(report + u"/report.json"_s)).object()[u"study"].toObject();
    QCOMPARE(told[u"kind"].toString(), u"repeat"_s);
    QCOMPARE(told[u"words"].toString(), out[0]);
    QCOMPARE(told[u"runs"].toInt(), 3);
    QCOMPARE(
        told[u"answer"].toString(), told[u"repeatable"].toBool() ? u"repeatable"_s : u"not repeatable"_s);
    const double mean = told[u"images_per_s"].toDouble();
    QVERIFY(mean > told[u"images_per_s_low"].toDouble() && mean < told[u"images_per_s_high"].toDouble());
    QVERIFY(told[u"spread_pct"].toDouble() > 0);
    for (const QString& file : {csv, report + u"/runs.csv"_s}) {
        const CsvTable table(fileBytes(file));
        QCOMPARE(table.rows(), 3);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(table.at(i, "seed"), QString::number(7 + i));
    }
    Iotbench again(words("--repeat 3 -t 1 --engine null") << u"--report"_s << report);
    again.start();
    QVERIFY2(again.finish(), again.account().constData());
    VERIFY_OF(again, again.exitCode() == 1 && again.err().contains("is not empty"));
    // Nor is it a folder for a run, whose files would stand beside those of the study.
    Iotbench single(words("-i max -t 1 --engine null --force") << u"--report"_s << report);
    single.start();
    QVERIFY2(single.finish(), single.account().constData());
    VERIFY_OF(single, single.exitCode() == 1 && single.err().contains("holds a study"));
    VERIFY_OF(single, !QFile::exists(report + u"/summary.csv"_s));
    // It is one side of a comparison, and none is one with itself.
    Iotbench comparing({u"--compare"_s, report, report});
    comparing.start();
    QVERIFY2(comparing.finish(), comparing.account().constData());
    VERIFY_OF(comparing, comparing.exitCode() == 1 && comparing.err().contains("have runs in common (3)"));
}

void TestRepeatProgram::answers_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("answer"); // pattern
    QTest::addColumn<QString>("criterion"); // pattern of its line; empty: none
    QTest::newRow("too short")
        << u"-i 1 -t 1"_s
        << u"^no rate found: 2 of 2 runs are too short to tell one; null fp32, 1 worker; "
           "WEAK$"_s
        << QString();
    QTest::newRow("the plan's rate")
        << u"-i 5 -t 7 --max-p99 0.01"_s << u"^kept 5 images/second in 2 runs; null fp32, 1 worker; WEAK$"_s
        << u"^In 2 of 2 runs, as in run 1: --max-p99 0.01 missed: a p99 takes 1000 "
           "images, there were 7$"_s;
    QTest::newRow("with a p99")
        << u"-i 1000 -t 1100 --require-rate 3000"_s
        << u"^kept 1000 images/second in 2 runs; p99 [\\d.]+( to [\\d.]+)? ms; null fp32, "
           "1 worker; WEAK$"_s
        << u"^In 2 of 2 runs, as in run 1: --require-rate 3000 missed: [\\d.]+ images/s at "
           "a target rate of only 1000: raise it with -i, or use -i max$"_s;
}

void TestRepeatProgram::answers()
{
    QFETCH(QString, arguments);
    QFETCH(QString, answer);
    QFETCH(QString, criterion);
    Iotbench study(words("--repeat 2 --engine null --workers 1") << arguments.split(u' '));
    study.start();
    VERIFY_EXIT(study, criterion.isEmpty() ? 0 : 4);
    VERIFY_OF(study, study.outLines().size() == 1);
    VERIFY_OF(study, QRegularExpression(answer).match(study.outLines()[0]).hasMatch());
    const qsizetype lines = study.errLines().filter(u"as in run"_s).size();
    VERIFY_OF(study, lines == (criterion.isEmpty() ? 0 : 1));
    VERIFY_OF(study, criterion.isEmpty() || study.awaitErr(criterion));
}

void TestRepeatProgram::stopped()
{
    const QTemporaryDir folder;
    const QString csv = folder.filePath(u"runs.csv"_s);
    Iotbench study(words("--repeat 100 --engine null -i 100 -t 50") << u"--csv"_s << csv);
    study.start();
    QVERIFY(study.awaitErr(u"\\n +2 "_s).has_value());
    study.signal(SIGINT);
    QVERIFY2(study.finish(), study.account().constData());
    VERIFY_OF(study, study.exitCode() == 130);
    VERIFY_OF(study, study.err().contains("stopped after "));
    VERIFY_OF(study, study.outLines().size() == 1);
    QVERIFY(CsvTable(fileBytes(csv)).rows() >= 2);
}

void TestRepeatProgram::mistakes_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("once") << u"--repeat 1"_s << QByteArray("takes a whole number from 2 to 1000");
    QTest::newRow("a search") << u"--repeat 3 --find rate --max-p99 20"_s
                              << QByteArray("does not apply with --find");
    QTest::newRow("one end") << u"--repeat 3 --role receive"_s
                             << QByteArray("applies only to --role loopback");
}

void TestRepeatProgram::mistakes()
{
    QFETCH(QString, arguments);
    QFETCH(QByteArray, says);
    Iotbench study(arguments.split(u' '));
    study.start();
    QVERIFY2(study.finish(), study.account().constData());
    QCOMPARE(study.exitCode(), 2);
    VERIFY_OF(study, study.err().contains(says));
}

QTEST_GUILESS_MAIN(TestRepeatProgram)
#include "tst_repeat_program.moc"
