// Ctrl-C, SIGTERM and SIGHUP at every stage of a run: it stops, reports what it has, and says so; a second
// one ends it at once.
#include "csv_table.h"
#include "peer.h"
#include "program.h"

#include "test_paths.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>

using namespace iotbench::test;
using namespace Qt::StringLiterals;

class TestStops : public QObject {
    Q_OBJECT

private slots:
    void whileWarmingUp();
    void whileWaiting_data();
    void whileWaiting();
    void whileRunning_data();
    void whileRunning();
    void whileSaturatedLeavesTheRestUnclassified();
    void whileASenderHoldsItsPlace();
    void whileTheReaderOfASenderIsStuck();
    void whileAWorker();
    void secondSignalEndsAtOnce();
    void nohupOutlivesItsTerminal();
    void noGateOutranksAStop();
    void partialReportIsWhole();
};

void TestStops::whileWarmingUp()
{
    Iotbench iotbench(words("-m resnet20 -i max -t 100 --warmup 10000 --workers 1"));
    iotbench.start();
    VERIFY_OF(iotbench, iotbench.awaitOut("^Loaded trained model"));
    iotbench.signal(SIGINT);
    VERIFY_EXIT(iotbench, 130);
    VERIFY_OF(iotbench, iotbench.err().contains("stopped by the user after 0 images were classified"));
}

void TestStops::whileWaiting_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("ready"); // on standard error
    QTest::newRow("receive, listening") << "--role receive --engine null --listen 0"
                                        << ": listening on ";
    QTest::newRow("receive, standard input") << "--role receive --engine null"
                                             << "standard input: connected";
    QTest::newRow("send, listening") << "--role send --listen 0"
                                     << ": listening on ";
}

void TestStops::whileWaiting()
{
    QFETCH(QString, options);
    QFETCH(QString, ready);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        Iotbench iotbench(options.split(' '));
        iotbench.start();
        VERIFY_OF(iotbench, iotbench.awaitErr(ready));
        iotbench.signal(signal);
        VERIFY_EXIT(iotbench, 130);
        VERIFY_OF(iotbench, iotbench.err().contains("stopped by the user after 0 images"));
    }
}

void TestStops::whileRunning_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("loopback") << "--engine null -i 200 -t 1000000 -r 10"
                              << "images were classified";
    QTest::newRow("loopback, as fast as possible") << "--engine null -i max -t 100000000 -r 10000"
                                                   << "images were classified";
    QTest::newRow("loopback, original pacing") << "--engine null -i 100 -t 1000000 --pacing original -r 10"
                                               << "images were classified";
    QTest::newRow("loopback, a minute between images") << "--engine null -i 0.0166 -t 10 -r 1"
                                                       << "images were classified";
    QTest::newRow("memory") << "--engine null -i max -t 100000000 --transport memory -r 10000"
                            << "images were classified";
}

void TestStops::whileRunning()
{
    QFETCH(QString, options);
    QFETCH(QString, outcome);
    Iotbench iotbench(options.split(' '));
    iotbench.start();
    VERIFY_OF(iotbench, iotbench.awaitOut("images classified$"));
    iotbench.signal(SIGINT);
    VERIFY_EXIT(iotbench, 130);
    VERIFY_OF(iotbench,
        QRegularExpression(
            "^stopped by the user after [1-9]\\d* " + outcome, QRegularExpression::MultilineOption)
            .match(iotbench.err())
            .hasMatch());
    VERIFY_OF(iotbench, iotbench.outLines().constLast().startsWith("Inferenced "));
}

// What is read but not classified half a second after the stop is counted, not lost.
void TestStops::whileSaturatedLeavesTheRestUnclassified()
{
    QTemporaryDir folder;
    Iotbench iotbench(words("-m resnet20 -i max -t 100000 --workers 1 --queue 5000 --warmup 0 -r 20 --report")
        << folder.path());
    iotbench.start();
    VERIFY_OF(iotbench, iotbench.awaitOut("40 images classified$"));
    iotbench.signal(SIGINT);
    VERIFY_EXIT(iotbench, 130);
    const CsvTable summary(fileBytes(folder.filePath("summary.csv")));
    QCOMPARE(summary.at(0, "end_kind"), "stopped");
    QCOMPARE(summary.at(0, "verdict_exit_code"), "130");
    VERIFY_OF(iotbench, summary.count(0, "images_unclassified") > 0);
    QCOMPARE(summary.count(0, "images_received"),
        summary.count(0, "images_classified") + summary.count(0, "images_rejected")
            + summary.count(0, "images_unclassified"));
    const CsvTable images(fileBytes(folder.filePath("images.csv")));
    QCOMPARE(static_cast<qulonglong>(images.rows()), summary.count(0, "images_received"));
}

void TestStops::whileASenderHoldsItsPlace()
{
    Iotbench receiver(words("--role receive --engine null --listen 0"));
    receiver.start();
    const quint16 port = receiver.awaitPort();
    VERIFY_OF(receiver, port != 0);
    Peer peer(port);
    QVERIFY(peer.send(fileBytes(dataPath("wire/keras_2.txt")).left(30'000))); // one line, and half of another
    VERIFY_OF(receiver, receiver.awaitErr(": format keras$"));
    receiver.signal(SIGTERM);
    VERIFY_EXIT(receiver, 130);
    VERIFY_OF(receiver, receiver.err().contains("stopped by the user after 1 images were classified"));
}

// The pipe is full and nobody takes anything out of it.
void TestStops::whileTheReaderOfASenderIsStuck()
{
    Program stuck("/bin/sleep", {"600"});
    Iotbench sender(words("--role send -i max -t 100000"));
    stuck.readFrom(sender);
    stuck.start();
    sender.start();
    VERIFY_OF(sender, sender.awaitErr("Z: Sending "));
    QVERIFY(stuck.awaitFullInput());
    sender.signal(SIGINT);
    VERIFY_EXIT(sender, 130);
    VERIFY_OF(sender, sender.awaitErr("^stopped by the user after \\d+ images were sent$"));
}

void TestStops::whileAWorker()
{
    Iotbench worker(words("--role worker --engine null"));
    worker.start();
    worker.write(fileBytes(dataPath("wire/spark_2.txt")));
    VERIFY_OF(worker, worker.awaitOut("^1,"));
    worker.signal(SIGINT);
    VERIFY_EXIT(worker, 130);
    QCOMPARE(worker.outLines().size(), 2);
}

void TestStops::secondSignalEndsAtOnce()
{
    QTemporaryDir folder;
    Iotbench iotbench(
        words("-m resnet20 --batch-size 64 --workers 1 -i max -t 100000 --warmup 0 -r 1 --report")
        << folder.path());
    iotbench.start();
    VERIFY_OF(iotbench, iotbench.awaitOut("images classified$"));
    iotbench.signal(SIGINT);
    while (iotbench.runs()) // the first may be merged with a second that comes before it is delivered
        iotbench.signal(SIGINT);
    VERIFY_EXIT(iotbench, 130);
    const QJsonObject report = QJsonDocument::fromJson(fileBytes(folder.filePath("report.json"))).object();
    QVERIFY(
        !report.isEmpty()); // whole even so, though it may know no more than that the run was not finished
}

void TestStops::nohupOutlivesItsTerminal()
{
    Program nohup(QStringLiteral("/usr/bin/nohup"),
        QStringList(programPath()) + words("--batch --engine null -i 200 -t 300 -r 10"));
    nohup.start();
    QVERIFY2(nohup.awaitOut("images classified$"), nohup.account().constData());
    nohup.signal(SIGHUP);
    VERIFY_EXIT(nohup, 0);
    VERIFY_OF(nohup, nohup.outLines().constLast().startsWith("Inferenced 300 images"));
}

void TestStops::noGateOutranksAStop()
{
    Iotbench iotbench(words("--engine null -i 200 -t 1000000 -r 10 --require-rate 1000000 --strict"));
    iotbench.start();
    VERIFY_OF(iotbench, iotbench.awaitOut("images classified$"));
    iotbench.signal(SIGINT);
    VERIFY_EXIT(iotbench, 130);
    VERIFY_OF(iotbench, iotbench.err().contains("--require-rate 1000000 missed"));
}

void TestStops::partialReportIsWhole()
{
    QTemporaryDir folder;
    const QString series = folder.filePath("series.csv");
    Iotbench iotbench(words("--engine null -i 200 -t 1000000 -r 10 --report")
        << folder.filePath("report") << "--csv" << series);
    iotbench.start();
    VERIFY_OF(iotbench, iotbench.awaitOut("images classified$"));
    iotbench.signal(SIGINT);
    VERIFY_EXIT(iotbench, 130);
    const QJsonObject report
        = QJsonDocument::fromJson(fileBytes(folder.filePath("report/report.json"))).object();
    QCOMPARE(report["end"_L1]["kind"_L1].toString(), "stopped");
    QCOMPARE(report["verdict"_L1]["exit_code"_L1].toInt(), 130);
    QCOMPARE(CsvTable(fileBytes(series)).at(0, "end_kind"), "stopped");
}

QTEST_GUILESS_MAIN(TestStops)
#include "tst_stops.moc"
