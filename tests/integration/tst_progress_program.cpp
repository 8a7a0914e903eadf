// --progress jsonl and --json from end to end: standard error and output hold JSON and nothing else, whatever
// comes.
#include "program.h"
#include "report_validator.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>

using namespace iotbench::test;
using namespace Qt::StringLiterals;

namespace {

QList<QJsonObject> eventsOf(const Program& program)
{
    QList<QJsonObject> events;
    for (const QByteArray& line : program.err().split('\n'))
        if (!line.isEmpty())
            events << QJsonDocument::fromJson(line).object();
    return events;
}

QList<QJsonObject> named(const QList<QJsonObject>& events, const QString& name)
{
    QList<QJsonObject> found;
    for (const QJsonObject& event : events)
        if (event["event"].toString() == name)
            found << event;
    return found;
}

} // namespace

// Ends with this code, and every line of standard error is an event.
#define VERIFY_EVENTS(program, code)                                                                         \
    do {                                                                                                     \
        VERIFY_EXIT(program, code);                                                                          \
        VERIFY_OF(program, !(program).err().isEmpty());                                                      \
        QCOMPARE(faultOfEvents((program).err()), QString());                                                 \
    } while (false)

class TestProgressProgram : public QObject {
    Q_OBJECT

private slots:
    void run();
    void quietRun();
    void reportOnStandardOutput();
    void reportInAFile();
    void repeatedRuns();
    void sweptSettings();
    void stoppedSearch();
    void interrupted();
    void mistakes_data();
    void mistakes();
    void failedComparison();
    void fullOutput();
};

void TestProgressProgram::run()
{
    Iotbench run(words("--engine null -i 200 -t 300 -r 100 --progress jsonl"));
    run.start();
    VERIFY_EVENTS(run, 0);
    VERIFY_OF(run, run.out().isEmpty());
    const QList<QJsonObject> events = eventsOf(run);
    QCOMPARE(events.first()["event"].toString(), u"started"_s);
    QCOMPARE(events.first()["kind"].toString(), u"run"_s);
    QCOMPARE(events.first()["settings"]["totalImages"].toInt(), 300);
    const QList<QJsonObject> lines = named(events, u"line"_s);
    VERIFY_OF(run, lines.first()["text"].toString() == u"Start send program"_s);
    VERIFY_OF(run, lines.last()["text"].toString().startsWith(u"Inferenced 300 images in "_s));
    qint64 images = 0;
    double endS = 0;
    for (const QJsonObject& interval : named(events, u"interval"_s)) {
        QCOMPARE(interval["start_s"].toDouble(), endS); // each once, in order
        endS += interval["length_s"].toDouble();
        images += interval["classified"].toInteger();
    }
    QCOMPARE(images, 300);
    const QJsonObject finished = events.last();
    QCOMPARE(finished["event"].toString(), u"finished"_s);
    QCOMPARE(finished["exit_code"].toInt(), 0);
    QCOMPARE(finished["outcome"].toString(), u"completed"_s);
    QCOMPARE(finished["images"].toInt(), 300);
    QVERIFY(finished["accuracy_pct"].isNull());
    VERIFY_OF(run, finished["text"].toArray().last().toString().startsWith(u"verdict: "_s));
}

void TestProgressProgram::quietRun()
{
    Iotbench run(words("--engine null -i max -t 300 --quiet --progress jsonl"));
    run.start();
    VERIFY_EVENTS(run, 0);
    const QList<QJsonObject> events = eventsOf(run);
    QVERIFY(named(events, u"interval"_s).isEmpty() && named(events, u"note"_s).isEmpty());
    QCOMPARE(events.last()["event"].toString(), u"finished"_s);
}

void TestProgressProgram::reportOnStandardOutput()
{
    const QTemporaryDir folder;
    const QString report = folder.filePath(u"report"_s);
    Iotbench run(words("--engine null -i max -t 300 --json -") << u"--report"_s << report);
    run.start();
    VERIFY_EVENTS(run, 0);
    QCOMPARE(run.out(), fileBytes(report + u"/report.json"_s));
}

void TestProgressProgram::reportInAFile()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"report.json"_s);
    Iotbench run(words("--engine null -i max -t 300") << u"--json"_s << file);
    run.start();
    VERIFY_EXIT(run, 0);
    QCOMPARE(faultOfReport(file), QString());
    QCOMPARE(QJsonDocument::fromJson(fileBytes(file))["images"]["classified"].toInt(), 300);
    VERIFY_OF(run, run.err().contains("verdict: "));
    Iotbench refused(words("--engine null -i max -t 300 --json / --progress jsonl"));
    refused.start();
    VERIFY_EVENTS(refused, 1);
    QCOMPARE(eventsOf(refused).last()["event"].toString(), u"error"_s);
}

void TestProgressProgram::repeatedRuns()
{
    Iotbench study(words("--repeat 2 --engine null -i 200 -t 250 --seed 7 --progress jsonl"));
    study.start();
    VERIFY_OF(study, study.finish());
    QCOMPARE(faultOfEvents(study.err()), QString());
    VERIFY_OF(study, study.out().isEmpty());
    const QList<QJsonObject> events = eventsOf(study), probes = named(events, u"probe"_s);
    QCOMPARE(events.first()["kind"].toString(), u"repeat"_s);
    QCOMPARE(events.first()["probes"].toInt(), 2);
    QCOMPARE(probes.size(), 2);
    QCOMPARE(probes[1]["number"].toInt(), 2);
    QCOMPARE(probes[1]["seed"].toInt(), 8);
    QVERIFY(named(events, u"line"_s).isEmpty());
    const QJsonObject finished = events.last();
    QCOMPARE(finished["event"].toString(), u"finished"_s);
    QCOMPARE(finished["exit_code"].toInt(), study.exitCode());
    VERIFY_OF(study, finished["text"][0].toString().contains(u"images/second"_s));
}

void TestProgressProgram::sweptSettings()
{
    Iotbench study(words("--sweep workers=1-2 --repeat 1 --engine null -i 200 -t 50 --json -"));
    study.start();
    VERIFY_OF(study, study.finish());
    QCOMPARE(faultOfEvents(study.err()), QString());
    const QList<QJsonObject> events = eventsOf(study);
    QCOMPARE(named(events, u"started"_s).first()["kind"].toString(), u"sweep"_s);
    QStringList combinations;
    for (const QJsonObject& probe : named(events, u"probe"_s))
        combinations << probe["combination"].toString();
    QVERIFY(combinations.contains(u"workers=1"_s) && combinations.contains(u"workers=2"_s));
    const QJsonObject finished = events.last();
    QCOMPARE(finished["event"].toString(), u"finished"_s);
    QCOMPARE(finished["study"]["points"].toArray().size(), 2);
    QCOMPARE(QJsonDocument::fromJson(study.out())["study"], finished["study"]);
}

void TestProgressProgram::stoppedSearch()
{
    Iotbench study(words("--find rate --max-p99 1000 --engine null --json -"));
    study.start();
    QVERIFY(study.awaitErr(u"\"event\":\"probe\""_s).has_value());
    study.signal(SIGINT);
    VERIFY_EVENTS(study, 130);
    const QJsonObject probe = named(eventsOf(study), u"probe"_s).first();
    QCOMPARE(probe["purpose"].toString(), u"guess"_s);
    QVERIFY(probe["load"].isNull() && probe["images_per_s"].toDouble() > 0);
    QCOMPARE(eventsOf(study).last()["outcome"].toString(), u"stopped"_s);
    const QTemporaryDir folder;
    const QString report = folder.filePath(u"report.json"_s);
    QVERIFY(writeFile(report, study.out()));
    QCOMPARE(faultOfReport(report), QString());
    QCOMPARE(QJsonDocument::fromJson(study.out())["study"]["answer"].toString(), u"stopped"_s);
}

void TestProgressProgram::interrupted()
{
    Iotbench run(words("--engine null -i 100 -d 600 --progress jsonl"));
    run.start();
    QVERIFY(run.awaitErr(u"\"event\":\"interval\""_s).has_value());
    run.signal(SIGINT);
    VERIFY_EVENTS(run, 130);
    const QJsonObject finished = eventsOf(run).last();
    QCOMPARE(finished["event"].toString(), u"finished"_s);
    QCOMPARE(finished["outcome"].toString(), u"stopped"_s);
    QCOMPARE(finished["exit_code"].toInt(), 130);
}

void TestProgressProgram::mistakes_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("says");
    QTest::newRow("an unknown option") << u"--progress jsonl --imagesPerSek 5"_s
                                       << u"unknown option --imagesPerSek; did you mean --imagesPerSec?"_s;
    QTest::newRow("before it") << u"-i fast --json=-"_s << u"or max, got \"fast\""_s;
    QTest::newRow("settings") << u"--progress=jsonl --role send --engine null"_s
                              << u"--engine does not apply to --role send"_s;
    QTest::newRow("a model") << u"--progress jsonl -m nowhere.onnx"_s
                             << u"there is no model or file \"nowhere.onnx\""_s;
    QTest::newRow("two on one") << u"--json - --csv - --engine null"_s << u"both write to standard output"_s;
    QTest::newRow("the stream") << u"--json - --role worker --engine null"_s
                                << u"does not apply where standard output is the stream"_s;
}

void TestProgressProgram::mistakes()
{
    QFETCH(QString, arguments);
    QFETCH(QString, says);
    Iotbench run(arguments.split(u' '));
    run.start();
    VERIFY_EVENTS(run, 2);
    VERIFY_OF(run, run.out().isEmpty());
    const QJsonObject error = eventsOf(run).last();
    QCOMPARE(error["event"].toString(), u"error"_s);
    QCOMPARE(error["exit_code"].toInt(), 2);
    VERIFY_OF(run, error["text"].toString().contains(says));
}

void TestProgressProgram::failedComparison()
{
    Iotbench comparing({u"--compare"_s, u"/nowhere/a"_s, u"/nowhere/b"_s, u"--json"_s, u"-"_s});
    comparing.start();
    VERIFY_EVENTS(comparing, 1);
    VERIFY_OF(comparing, comparing.out().isEmpty());
}

void TestProgressProgram::fullOutput()
{
    Iotbench run(words("--engine null -i max -t 300 --json -"));
    run.writeTo(u"/dev/full"_s);
    run.start();
    VERIFY_EVENTS(run, 1);
    const QList<QJsonObject> events = eventsOf(run);
    QCOMPARE(named(events, u"finished"_s).first()["exit_code"].toInt(), 1);
    QCOMPARE(events.last()["text"].toString(), u"cannot write standard output: No space left on device"_s);
}

QTEST_GUILESS_MAIN(TestProgressProgram)
#include "tst_progress_program.moc"
