// The command lines that a user pipes together with nc, as the original programs are run, in both directions.
#include "netcat.h"
#include "program.h"

#include "test_paths.h"

using namespace iotbench::test;

namespace {

constexpr auto kReceive = "--role receive -m resnet20 --warmup 0 -r 20";

} // namespace

class TestNcStreams : public QObject {
    Q_OBJECT

private slots:
    void ncListensForTheReceiver_data() { addEachNetcat(); }
    void ncListensForTheReceiver();
    void ncOnBothSides_data() { addEachNetcat(); }
    void ncOnBothSides();
    void ncConnectsForTheSender_data() { addEachNetcat(); }
    void ncConnectsForTheSender();
    void ncSendsRawRecords_data() { addEachNetcat(); }
    void ncSendsRawRecords();
    void ncListensForTheConnectingSender_data() { addEachNetcat(); }
    void ncListensForTheConnectingSender();
    void receiverConnectsToAListeningSender();
    void senderPipesStraightIntoReceiver();
    void goldenStreams_data();
    void goldenStreams();
    void sendersLinesAreTheOriginals();
};

// nc -lk PORT | iotbench --batch --role receive …    with a sender that connects
void TestNcStreams::ncListensForTheReceiver()
{
    QFETCH(int, kind);
    const auto netcat = static_cast<Netcat>(kind);
    IOTBENCH_NEED_NETCAT(netcat);
    const quint16 port = freePort();
    Program nc(path(netcat), listening(netcat, port));
    Iotbench receiver(words(kReceive));
    receiver.readFrom(nc);
    receiver.start();
    nc.start();
    QVERIFY(awaitListener(port));
    Iotbench sender(
        words("--role send -s -i max -t 50 --connect") << QStringLiteral("127.0.0.1:%1").arg(port));
    sender.start();
    VERIFY_EXIT(sender, 0);
    VERIFY_EXIT(receiver, 0); // by the empty line: this nc may listen for ever
    VERIFY_OF(receiver, receiver.outLines().constLast().contains("Inferenced 50 images in "));
    VERIFY_OF(receiver, receiver.err().contains("end mark after 50 records"));
    VERIFY_OF(receiver, receiver.err().contains("50 of 50 predictions are the card's own"));
}

// nc -lk PORT | receiver, and sender | nc HOST PORT: the original benchmark's experiment.
void TestNcStreams::ncOnBothSides()
{
    QFETCH(int, kind);
    const auto netcat = static_cast<Netcat>(kind);
    IOTBENCH_NEED_NETCAT(netcat);
    const quint16 port = freePort();
    Program ncListening(path(netcat), listening(netcat, port));
    Iotbench receiver(words(kReceive));
    receiver.readFrom(ncListening);
    receiver.start();
    ncListening.start();
    QVERIFY(awaitListener(port));
    Program ncConnecting(path(netcat), connecting(port));
    Iotbench sender(words("--role send -s -i 200 -t 40"));
    ncConnecting.readFrom(sender);
    ncConnecting.start();
    sender.start();
    VERIFY_EXIT(receiver, 0);
    VERIFY_EXIT(sender, 0);
    VERIFY_OF(receiver, receiver.err().contains("40 of 40 predictions are the card's own"));
}

// sender | nc HOST PORT    with iotbench listening by itself
void TestNcStreams::ncConnectsForTheSender()
{
    QFETCH(int, kind);
    const auto netcat = static_cast<Netcat>(kind);
    IOTBENCH_NEED_NETCAT(netcat);
    Iotbench receiver(words(kReceive) << words("--listen 0 --linger 0.2"));
    receiver.start();
    const quint16 port = receiver.awaitPort();
    VERIFY_OF(receiver, port != 0);
    VERIFY_OF(receiver, receiver.awaitOut("^Start send program$"));
    Program nc(path(netcat), connecting(port));
    Iotbench sender(words("--role send -s -i 200 -t 40"));
    nc.readFrom(sender);
    nc.start();
    sender.start();
    VERIFY_EXIT(receiver, 0);
    VERIFY_EXIT(sender, 0);
    VERIFY_OF(receiver, receiver.err().contains("40 of 40 predictions are the card's own"));
}

// nc -N HOST PORT < cifar10_test_batch.bin
void TestNcStreams::ncSendsRawRecords()
{
    QFETCH(int, kind);
    const auto netcat = static_cast<Netcat>(kind);
    IOTBENCH_NEED_NETCAT(netcat);
    IOTBENCH_NEED_SHARED("reference/cifar10_test_batch.bin");
    Iotbench receiver(words("--role receive --engine null -r 5000 --listen 0 --linger 0.2"));
    receiver.start();
    const quint16 port = receiver.awaitPort();
    VERIFY_OF(receiver, port != 0);
    Program nc(path(netcat), sendingAFile(netcat, port));
    nc.readFrom(sharedPath("reference/cifar10_test_batch.bin"));
    nc.start();
    VERIFY_EXIT(receiver, 0);
    VERIFY_OF(receiver, receiver.err().contains("format cifar"));
    VERIFY_OF(receiver, receiver.err().contains("10000 of 10000 received images classified"));
}

// nc -lk PORT > FILE    what arrives is what standard output would have carried
void TestNcStreams::ncListensForTheConnectingSender()
{
    QFETCH(int, kind);
    const auto netcat = static_cast<Netcat>(kind);
    IOTBENCH_NEED_NETCAT(netcat);
    Iotbench toFile(words("--role send --format spark -i max -t 12"));
    toFile.start();
    VERIFY_EXIT(toFile, 0);

    const quint16 port = freePort();
    Program nc(path(netcat), listening(netcat, port));
    nc.start();
    QVERIFY(awaitListener(port));
    Iotbench sender(words("--role send --format spark -i max -t 12 --connect")
        << QStringLiteral("127.0.0.1:%1").arg(port));
    sender.start();
    VERIFY_EXIT(sender, 0);
    QTRY_COMPARE_WITH_TIMEOUT(nc.out().size(), toFile.out().size(), kPatienceMs);
    QCOMPARE(nc.out(), toFile.out());
    QCOMPARE(nc.out().count('\n'), 12);
}

void TestNcStreams::receiverConnectsToAListeningSender()
{
    Iotbench sender(words("--role send --format scala -i max -t 60 --listen 0"));
    sender.start();
    const quint16 port = sender.awaitPort();
    VERIFY_OF(sender, port != 0);
    Iotbench receiver(words(kReceive) << "--connect" << QStringLiteral("127.0.0.1:%1").arg(port));
    receiver.start();
    VERIFY_EXIT(receiver, 0);
    VERIFY_EXIT(sender, 0);
    VERIFY_OF(receiver, receiver.err().contains("format scala"));
    VERIFY_OF(receiver, receiver.err().contains("60 of 60 predictions are the card's own"));
}

void TestNcStreams::senderPipesStraightIntoReceiver()
{
    for (const char* format : {"keras -s", "spark", "scala", "cifar"}) {
        Iotbench sender(words("--role send -i max -t 30 --format") << words(format));
        Iotbench receiver(words(kReceive));
        receiver.readFrom(sender);
        receiver.start();
        sender.start();
        VERIFY_EXIT(sender, 0);
        VERIFY_EXIT(receiver, 0);
        VERIFY_OF(receiver, receiver.err().contains("30 of 30 predictions are the card's own"));
    }
}

void TestNcStreams::goldenStreams_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("end");
    QTest::newRow("keras") << "keras_stream_20.txt"
                           << "cnn"
                           << "end mark after 20 records";
    QTest::newRow("keras, mean subtracted") << "keras_stream_mean_subtracted_20.txt"
                                            << "resnet20"
                                            << "end mark after 20 records";
    QTest::newRow("spark") << "spark_stream_20.txt"
                           << "resnet20"
                           << "closed after 20 records";
    QTest::newRow("scala") << "scala_stream_20.txt"
                           << "cnn"
                           << "closed after 20 records";
}

// What the original senders print.
void TestNcStreams::goldenStreams()
{
    QFETCH(QString, file);
    QFETCH(QString, model);
    QFETCH(QString, end);
    IOTBENCH_NEED_SHARED("reference/" + file);
    Iotbench receiver(words("--role receive --warmup 0 -m") << model);
    receiver.readFrom(sharedPath("reference/" + file));
    receiver.start();
    VERIFY_EXIT(receiver, 0);
    VERIFY_OF(receiver, receiver.err().contains(end.toUtf8()));
    VERIFY_OF(
        receiver, receiver.err().contains("complete    VALID       20 of 20 received images classified"));
    VERIFY_OF(receiver, receiver.err().contains("20 of 20 predictions are the card's own"));
    VERIFY_OF(receiver, !receiver.err().contains("warning"));
}

void TestNcStreams::sendersLinesAreTheOriginals()
{
    Iotbench sender(words("--role send -s -i 20 -t 30"));
    sender.start();
    VERIFY_EXIT(sender, 0);
    QStringList stamped;
    for (const QString& line : sender.errLines()) {
        static const QRegularExpression stamp("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ: (.*)$");
        if (const auto match = stamp.match(line); match.hasMatch())
            stamped << match.captured(1);
    }
    QCOMPARE(stamped,
        QStringList({"Sending 20 images per second for a total of 30 images with pixel mean subtracted",
            "20 images sent", "Image stream ended"}));
    QVERIFY(sender.out().endsWith("\n\n")); // the end mark
    QCOMPARE(sender.out().count('\n'), 31);
}

QTEST_GUILESS_MAIN(TestNcStreams)
#include "tst_nc_streams.moc"
