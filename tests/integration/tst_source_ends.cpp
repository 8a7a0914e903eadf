// What a run says of streams that do not begin or end as they should, and of those of which nobody can tell.
#include "peer.h"
#include "program.h"

#include "test_paths.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>

using namespace iotbench::test;
using namespace Qt::StringLiterals;

namespace {

// The images as text, without the end mark; the first `lines` of them, repeated.
QByteArray textLines(int lines)
{
    const QByteArray both = fileBytes(dataPath("wire/keras_2.txt")).chopped(1);
    const QByteArray one = both.left(both.indexOf('\n') + 1);
    return one.repeated(lines);
}

// A receiver with its report.
class Receiver : private QTemporaryDir, public Iotbench {
public:
    explicit Receiver(const QString& options)
        : Iotbench(words("--role receive --engine null --report") + QStringList(path()) + options.split(' '))
    {
        start();
    }

    QJsonObject report() const
    {
        return QJsonDocument::fromJson(fileBytes(filePath("report.json"))).object();
    }
    QString complete() const { return report()["verdict"_L1]["complete"_L1].toString(); }
    QString latency() const { return report()["verdict"_L1]["latency"_L1].toString(); }
};

// The program in a shell, where its standard streams are as the words say.
QStringList inShell(const QString& options, const QString& redirections)
{
    return {QStringLiteral("-c"),
        QStringLiteral("exec '%1' --batch %2 %3").arg(programPath(), options, redirections)};
}

} // namespace

class TestSourceEnds : public QObject {
    Q_OBJECT

private slots:
    void aResetConnectionAndHundredsOfGoodOnes();
    void aSenderThatIsKilled();
    void aSenderThatLeavesWithoutItsEndMark_data();
    void aSenderThatLeavesWithoutItsEndMark();
    void whatComesAfterAnEmptyLine_data();
    void whatComesAfterAnEmptyLine();
    void aFormatWithoutEndMark_data();
    void aFormatWithoutEndMark();
    void theEndOfTheDurationLosesNothing();
    void whoIsGoneBeforeTheEndOfTheDurationHasLost();
    void timeBeginsWithTheFirstImage();
    void aStreamAtFullSpeedHasNoLatency();
    void imagesFromBeforeTheStartHaveNoLatency();
    void aLateReceiverIsNotFaster();
    void standardStreamsThatCannotServe_data();
    void standardStreamsThatCannotServe();
    void aTerminalAsStandardInputIsSaid();
};

// More connections than rows are kept.
void TestSourceEnds::aResetConnectionAndHundredsOfGoodOnes()
{
    Receiver receiver("--listen 0 --linger 1");
    const quint16 port = receiver.awaitPort();
    VERIFY_OF(receiver, port != 0);
    {
        Peer bad(port);
        QVERIFY(bad.send(textLines(1)));
        VERIFY_OF(receiver, receiver.awaitErr(": format keras$"));
        bad.reset();
    }
    for (int i = 0; i < 600; ++i) {
        Peer good(port);
        QVERIFY(good.send(textLines(1) + "\n"));
    }
    VERIFY_EXIT(receiver, 3);
    const QJsonObject report = receiver.report();
    QVERIFY(report["sources"_L1].toArray().size() < 300);
    QCOMPARE(receiver.complete(), "INVALID");
    VERIFY_OF(receiver,
        QRegularExpression("the connection to 127\\.0\\.0\\.1:\\d+ failed").match(receiver.err()).hasMatch());
}

void TestSourceEnds::aSenderThatIsKilled()
{
    Receiver receiver("--listen 0 --linger 0");
    const quint16 port = receiver.awaitPort();
    VERIFY_OF(receiver, port != 0);
    Iotbench sender(
        words("--role send -i 100 -t 10000 --connect") << QStringLiteral("127.0.0.1:%1").arg(port));
    sender.start();
    VERIFY_OF(receiver, receiver.awaitErr(": format keras$"));
    sender.signal(SIGKILL);
    VERIFY_OF(receiver, receiver.finish());
    VERIFY_OF(receiver, receiver.complete() == "WEAK" || receiver.complete() == "INVALID"); // in mid-record
}

void TestSourceEnds::aSenderThatLeavesWithoutItsEndMark_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("complete");
    QTest::newRow("without -t") << ""
                                << "WEAK";
    QTest::newRow("-t images came") << " -t 52"
                                    << "VALID";
    QTest::newRow("fewer than -t") << " -t 10000"
                                   << "INVALID";
}

void TestSourceEnds::aSenderThatLeavesWithoutItsEndMark()
{
    QFETCH(QString, options);
    QFETCH(QString, complete);
    Receiver receiver("--listen 0 --linger 0" + options);
    const quint16 port = receiver.awaitPort();
    VERIFY_OF(receiver, port != 0);
    Peer peer(port);
    QVERIFY(peer.send(textLines(52)));
    peer.finishSending();
    VERIFY_OF(receiver, receiver.finish());
    QCOMPARE(receiver.complete(), complete);
}

void TestSourceEnds::whatComesAfterAnEmptyLine_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<bool>("standardInput");
    QTest::addColumn<QString>("complete");
    const QByteArray nine = textLines(9);
    QTest::newRow("a connection") << nine + '\n' << false << "INVALID";
    QTest::newRow("half a line on a connection") << nine.left(1'000) << false << "WEAK";
    QTest::newRow("more empty lines") << QByteArray("\n\r\n") << false << "VALID";
    QTest::newRow("standard input") << nine + '\n' << true << "WEAK";
    QTest::newRow("nothing") << QByteArray() << true << "VALID";
}

void TestSourceEnds::whatComesAfterAnEmptyLine()
{
    QFETCH(QByteArray, rest);
    QFETCH(bool, standardInput);
    QFETCH(QString, complete);
    Receiver receiver(standardInput ? "--senders 1" : "--listen 0 --linger 0");
    const QByteArray stream = textLines(1) + '\n' + rest;
    if (standardInput) {
        receiver.write(stream);
        VERIFY_OF(receiver, receiver.finish());
    } else {
        const quint16 port = receiver.awaitPort();
        VERIFY_OF(receiver, port != 0);
        const Peer peer(port); // stays open
        QVERIFY(peer.send(stream));
        VERIFY_OF(receiver, receiver.finish());
    }
    QCOMPARE(receiver.complete(), complete);
    const QJsonValue source = receiver.report()["sources"_L1].toArray().first();
    QCOMPARE(source["bytes_after_end_mark"_L1].toInteger(), rest.size());
    QCOMPARE(receiver.err().contains("9 lines"), rest.count('\n') > 2);
}

void TestSourceEnds::aFormatWithoutEndMark_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<bool>("file");
    QTest::addColumn<QString>("complete");
    QTest::newRow("pipe") << "" << false << "not_judged";
    QTest::newRow("pipe, -t") << " -t 2" << false << "VALID";
    QTest::newRow("pipe, fewer than -t") << " -t 3" << false << "INVALID";
    QTest::newRow("file") << "" << true << "VALID";
}

void TestSourceEnds::aFormatWithoutEndMark()
{
    QFETCH(QString, options);
    QFETCH(bool, file);
    QFETCH(QString, complete);
    const QString stream = dataPath("wire/spark_2.txt");
    QTemporaryDir folder;
    Iotbench receiver(words("--role receive --engine null --report") + QStringList(folder.path())
        + options.split(' ', Qt::SkipEmptyParts));
    if (file)
        receiver.readFrom(stream);
    receiver.start();
    if (!file) {
        receiver.write(fileBytes(stream));
        receiver.closeInput();
    }
    VERIFY_OF(receiver, receiver.finish());
    const QJsonObject report
        = QJsonDocument::fromJson(fileBytes(folder.filePath(QStringLiteral("report.json")))).object();
    QCOMPARE(report["verdict"_L1]["complete"_L1].toString(), complete);
    QCOMPARE(report["transport"_L1]["medium"_L1].toString(), file ? "standard_input_file" : "standard_input");
}

void TestSourceEnds::theEndOfTheDurationLosesNothing()
{
    Receiver receiver("--listen 0 -t 10000 -d 1");
    const quint16 port = receiver.awaitPort();
    VERIFY_OF(receiver, port != 0);
    Iotbench sender(
        words("--role send -i 200 -t 10000 --connect") << QStringLiteral("127.0.0.1:%1").arg(port));
    sender.start();
    VERIFY_EXIT(receiver, 0);
    QCOMPARE(receiver.complete(), "VALID");
    QVERIFY(receiver.report()["images"_L1]["lost"_L1].isNull());
    VERIFY_OF(receiver, sender.finish());
}

void TestSourceEnds::whoIsGoneBeforeTheEndOfTheDurationHasLost()
{
    Receiver receiver("--listen 0 -t 5 -d 600 --linger 0");
    const quint16 port = receiver.awaitPort();
    VERIFY_OF(receiver, port != 0);
    Peer peer(port);
    QVERIFY(peer.send(textLines(2) + '\n'));
    peer.leave();
    VERIFY_EXIT(receiver, 3);
    QCOMPARE(receiver.report()["images"_L1]["lost"_L1].toInt(), 3);
}

// Two seconds after a rejected line.
void TestSourceEnds::timeBeginsWithTheFirstImage()
{
    Receiver receiver("--senders 1");
    receiver.write("no image\n");
    VERIFY_OF(receiver, receiver.awaitErr("connected"));
    QTest::qWait(2'000);
    receiver.write(textLines(2) + '\n');
    VERIFY_OF(receiver, receiver.finish());
    VERIFY_OF(receiver, receiver.report()["elapsed_s"_L1].toDouble() < 1);
}

void TestSourceEnds::aStreamAtFullSpeedHasNoLatency()
{
    Iotbench sender(words("--role send --format spark -i max -t 3000"));
    QTemporaryDir folder;
    Iotbench piped(words("--role receive -m resnet8 --report") + QStringList(folder.path()));
    piped.readFrom(sender);
    piped.start();
    sender.start();
    VERIFY_OF(piped, piped.finish());
    const QJsonObject report
        = QJsonDocument::fromJson(fileBytes(folder.filePath(QStringLiteral("report.json")))).object();
    QCOMPARE(report["verdict"_L1]["latency"_L1].toString(), "not_judged");
    QVERIFY(report["images"_L1]["classified"_L1].toInt() == 3'000);
}

// The port is bound before the model is loaded, so that early peers wait.
void TestSourceEnds::imagesFromBeforeTheStartHaveNoLatency()
{
    const quint16 port = freePort();
    Receiver receiver(QStringLiteral("--linger 0 --warmup 0 --listen %1").arg(port));
    VERIFY_OF(receiver, awaitListener(port));
    Peer peer(port);
    QVERIFY(peer.send(textLines(3)));
    VERIFY_OF(receiver, receiver.awaitErr(": format keras$"));
    QTest::qWait(200);
    QVERIFY(peer.send(textLines(2) + '\n'));
    VERIFY_OF(receiver, receiver.finish());
    const QJsonObject report = receiver.report();
    const qint64 waited = report["reading"_L1]["waited_images"_L1].toInteger();
    QCOMPARE(report["latency"_L1]["samples"_L1].toInteger() + waited, 5);
    VERIFY_OF(receiver, waited == 3 || waited == 0); // 0: it was ready before they came
}

// What piled up comes as fast as it is read, which says nothing of the stream.
void TestSourceEnds::aLateReceiverIsNotFaster()
{
    Iotbench sender(words("--role send --format spark -i 200 -t 1500"));
    QTemporaryDir folder;
    Iotbench late(words("--role receive --engine null --require-rate 250 --report") << folder.path());
    late.readFrom(sender);
    sender.start();
    QTest::qWait(2'500);
    late.start();
    VERIFY_EXIT(late, 4);
    VERIFY_OF(late, late.err().contains("images/s once the receiver had caught up"));
    const QJsonObject report
        = QJsonDocument::fromJson(fileBytes(folder.filePath(QStringLiteral("report.json")))).object();
    QCOMPARE(report["verdict"_L1]["throughput"_L1].toString(), "WEAK");
    QVERIFY(report["images_per_s"_L1].toDouble() > 250);
    const QJsonObject reading = report["reading"_L1].toObject();
    QVERIFY(reading["waited_images"_L1].toInt() > 0);
    QVERIFY(std::abs(reading["caught_up_images_per_s"_L1].toDouble() / 200 - 1) < 0.1);
}

void TestSourceEnds::standardStreamsThatCannotServe_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("redirections");
    QTest::addColumn<QString>("words");
    QTest::newRow("receive without standard input") << "--role receive --engine null"
                                                    << "<&-"
                                                    << "standard input is closed";
    QTest::newRow("worker without standard input") << "--role worker --engine null"
                                                   << "<&-"
                                                   << "standard input is closed";
    QTest::newRow("receive from a directory") << "--role receive --engine null"
                                              << "</"
                                              << "standard input is a directory";
    QTest::newRow("receive from what can only be written") << "--role receive --engine null"
                                                           << "0>out"
                                                           << "standard input is open for writing only";
    QTest::newRow("send without standard output") << "--role send"
                                                  << ">&-"
                                                  << "standard output is closed";
    QTest::newRow("worker without standard output") << "--role worker --engine null"
                                                    << ">&-"
                                                    << "standard output is closed";
    QTest::newRow("send into what can only be read") << "--role send"
                                                     << "1</dev/zero"
                                                     << "standard output is open for reading only";
    QTest::newRow("neither of the two") << "--role receive --engine null"
                                        << "<&- >&-"
                                        << "standard input is closed";
}

// At once, before anything is loaded.
void TestSourceEnds::standardStreamsThatCannotServe()
{
    QFETCH(QString, options);
    QFETCH(QString, redirections);
    QFETCH(QString, words);
    QTemporaryDir folder;
    QStringList shell = inShell(options, redirections);
    shell.last().prepend(QStringLiteral("cd '%1'; ").arg(folder.path()));
    Program program(QStringLiteral("/bin/sh"), shell);
    program.start();
    VERIFY_EXIT(program, 2);
    VERIFY_OF(program, program.err().contains(words.toUtf8()));
}

// Somebody forgot the pipe: it waits, for a stream could be typed, but says so.
void TestSourceEnds::aTerminalAsStandardInputIsSaid()
{
    if (const char* absence = OnTerminal::absence())
        QSKIP(absence);
    OnTerminal terminal("--role receive --engine null --wait-timeout 0.5");
    terminal.start();
    VERIFY_EXIT(terminal, 3);
    VERIFY_OF(terminal, terminal.out().contains("images are awaited from the terminal; pipe them in"));
    VERIFY_OF(terminal, terminal.out().contains("no image came"));
}

QTEST_GUILESS_MAIN(TestSourceEnds)
#include "tst_source_ends.moc"
