// Senders that leave at every kind of place, come in turn or at once, or were never senders at all.
#include "netcat.h"
#include "peer.h"
#include "program.h"

#include "test_paths.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>
#include <memory>
#include <vector>

using namespace iotbench::test;
using namespace Qt::StringLiterals;

namespace {

// Two images as text, without the end mark.
QByteArray twoLines()
{
    return fileBytes(dataPath("wire/keras_2.txt")).chopped(1);
}

// A folder that is there before the program that reports into it is started, and after it has ended.
struct ReportPlace {
    QTemporaryDir m_reports;
};

// A receiver on a port of its own, ready for senders.
class Receiver : private ReportPlace, public Iotbench {
public:
    explicit Receiver(const QStringList& options)
        : Iotbench(words("--role receive --engine null --listen 0 --report") + QStringList(m_reports.path())
            + options)
    {
        start();
        m_port = awaitPort();
    }

    quint16 port() const { return m_port; }
    QJsonObject report() const
    {
        return QJsonDocument::fromJson(fileBytes(m_reports.filePath("report.json"))).object();
    }
    // What became of each connection, in order of arrival: "end_mark 2".
    QStringList sources() const
    {
        QStringList rows;
        for (const QJsonValue source : report()["sources"_L1].toArray())
            rows << source["end"_L1].toString() + ' '
                    + QString::number(source["images"_L1]["classified"_L1].toInteger());
        return rows;
    }

private:
    quint16 m_port = 0;
};

} // namespace

class TestDisconnects : public QObject {
    Q_OBJECT

private slots:
    void oneSenderLeaves_data();
    void oneSenderLeaves();
    void portProbesAreNoSenders();
    void probesNeitherBeginNorProlongTheLinger();
    void sendersInTurn();
    void theNextSenderWaits();
    void sendersAtOnce();
    void hostilePeersTakeNoPlaceForEver();
    void halfLinesAreAwaited();
    void bytesAfterTheEndMarkAreWarnedOf();
    void silenceWithoutTheDueEndMarkIsAFault();
    void silenceEndsAFormatWithoutEndMark();
    void expectedCountEndsTheRun();
    void fewerThanExpectedAreLost();
    void receiverLeavesItsSender();
    void aConnectingReceiverIsLeft();
};

void TestDisconnects::oneSenderLeaves_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("source");
    QTest::addColumn<int>("exitCode");
    const QByteArray lines = twoLines();
    const QByteArray records = fileBytes(dataPath("wire/cifar_2.bin"));
    QTest::newRow("after a line") << lines << "no_end_mark 2" << 0;
    QTest::newRow("after the end mark") << lines + "\n"
                                        << "end_mark 2" << 0;
    QTest::newRow("after the end mark, CR LF") << lines + "\r\n"
                                               << "end_mark 2" << 0;
    QTest::newRow("in mid-line") << lines.chopped(1000) << "truncated 1" << 3;
    QTest::newRow("before the newline") << lines.chopped(1) << "truncated 1" << 3;
    QTest::newRow("after a byte") << QByteArray("3") << "truncated 0" << 3;
    QTest::newRow("on a record's end") << records << "end_of_file 2" << 0;
    QTest::newRow("in mid-record") << records.chopped(1) << "truncated 1" << 3;
}

void TestDisconnects::oneSenderLeaves()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, source);
    QFETCH(int, exitCode);
    Receiver receiver(words("--linger 0"));
    VERIFY_OF(receiver, receiver.port() != 0);
    Peer peer(receiver.port());
    QVERIFY(peer.send(bytes));
    peer.finishSending();
    VERIFY_EXIT(receiver, exitCode);
    VERIFY_OF(receiver, receiver.sources() == QStringList{source});
}

// nc -z, and those like it: they end no wait, take no place and fill no row.
void TestDisconnects::portProbesAreNoSenders()
{
    Receiver receiver(words("--linger 0"));
    VERIFY_OF(receiver, receiver.port() != 0);
    if (QFileInfo::exists(path(Netcat::OpenBsd))) {
        Program probe(path(Netcat::OpenBsd), QStringList("-z") + connecting(receiver.port()));
        probe.start();
        VERIFY_EXIT(probe, 0);
    } else {
        Peer(receiver.port()).leave();
    }
    Peer(receiver.port()).reset();
    const Peer silent(receiver.port()); // and stays
    VERIFY_OF(receiver, receiver.awaitErr("left without sending a byte(.|\n)*left without sending a byte"));
    Peer sender(receiver.port());
    QVERIFY(sender.send(twoLines() + "\n"));
    VERIFY_OF(receiver, receiver.awaitErr("end mark after 2 records"));
    receiver.signal(SIGINT); // the silent one may still turn out to be a sender
    VERIFY_EXIT(receiver, 130);
    VERIFY_OF(receiver, receiver.sources() == QStringList("end_mark 2"));
    QCOMPARE(receiver.report()["reading"_L1]["probes"_L1].toInt(), 2);
}

// All but one of its connections are probes: the run ends as if these had not been.
void TestDisconnects::probesNeitherBeginNorProlongTheLinger()
{
    Receiver receiver(words("--linger 0.3"));
    VERIFY_OF(receiver, receiver.port() != 0);
    for (int i = 0; i < 5; ++i)
        Peer(receiver.port()).leave();
    Peer sender(receiver.port());
    QVERIFY(sender.send(twoLines() + "\n"));
    QVERIFY(sender.awaitClosed());
    Peer(receiver.port()).leave();
    VERIFY_EXIT(receiver, 0);
    VERIFY_OF(receiver, receiver.sources() == QStringList("end_mark 2"));
}

void TestDisconnects::sendersInTurn()
{
    Receiver receiver(words("--linger 600 -t 6"));
    VERIFY_OF(receiver, receiver.port() != 0);
    for (int turn = 0; turn < 3; ++turn) {
        Peer peer(receiver.port());
        QVERIFY(peer.send(turn < 2 ? twoLines() + "\n" : twoLines()));
        // The end mark ends a sender's stream, and its connection; of the last one the count does.
        QVERIFY(peer.awaitClosed());
    }
    VERIFY_EXIT(receiver, 0);
    VERIFY_OF(receiver, receiver.sources() == QStringList({"end_mark 2", "end_mark 2", "expected_count 2"}));
}

// One place, as `nc -lk`: who comes while it is taken is served after.
void TestDisconnects::theNextSenderWaits()
{
    Receiver receiver(words("--linger 0.5"));
    VERIFY_OF(receiver, receiver.port() != 0);
    Peer first(receiver.port());
    QVERIFY(first.send(twoLines()));
    VERIFY_OF(receiver, receiver.awaitErr(": format keras$"));
    Peer second(receiver.port());
    QVERIFY(second.send(fileBytes(dataPath("wire/spark_2.txt"))));
    second.finishSending();
    QVERIFY(first.send(twoLines() + "\n"));
    VERIFY_EXIT(receiver, 0);
    VERIFY_OF(receiver, receiver.sources() == QStringList({"end_mark 4", "end_of_file 2"}));
}

void TestDisconnects::sendersAtOnce()
{
    Receiver receiver(words("--senders 2 --linger 0"));
    VERIFY_OF(receiver, receiver.port() != 0);
    Peer text(receiver.port());
    QVERIFY(text.send(twoLines()));
    VERIFY_OF(receiver, receiver.awaitErr(": format keras$"));
    Peer records(receiver.port());
    QVERIFY(records.send(fileBytes(dataPath("wire/cifar_2.bin"))));
    VERIFY_OF(receiver, receiver.awaitErr(": format cifar$"));
    QVERIFY(text.send(twoLines() + "\n"));
    records.finishSending();
    VERIFY_EXIT(receiver, 0);
    VERIFY_OF(receiver, receiver.sources() == QStringList({"end_mark 4", "end_of_file 2"}));
    QCOMPARE(receiver.report()["images"_L1]["classified"_L1].toInt(), 6);
}

// More peers than places, none of which ever sends an image: each gives its place back after the idle
// time-out, because others wait for it.
void TestDisconnects::hostilePeersTakeNoPlaceForEver()
{
    Receiver receiver(words("--senders 4 --idle-timeout 5 --linger 5"));
    VERIFY_OF(receiver, receiver.port() != 0);
    std::vector<std::unique_ptr<Peer>> hostile;
    for (int i = 0; i < 7; ++i) {
        hostile.push_back(std::make_unique<Peer>(receiver.port()));
        QVERIFY(hostile.back()->connected());
        if (i % 2 == 1)
            hostile.back()->send(twoLines().left(100 * i)); // half a line, and no more
    }
    Peer sender(receiver.port()); // the eighth, and there at once: no program that has yet to start
    QVERIFY(sender.send(twoLines() + "\n"));
    VERIFY_OF(receiver, receiver.awaitErr("end mark after 2 records"));
    hostile.clear();
    VERIFY_EXIT(receiver, 3); // half lines are refused, and said to be
    QStringList good;
    for (const QJsonValue source : receiver.report()["sources"_L1].toArray()) {
        if (source["end"_L1].toString() == "end_mark" && source["complete"_L1].toBool())
            good << QString::number(source["images"_L1]["classified"_L1].toInteger());
    }
    VERIFY_OF(receiver, good == QStringList("2"));
}

void TestDisconnects::halfLinesAreAwaited()
{
    Receiver receiver(words("--linger 0"));
    VERIFY_OF(receiver, receiver.port() != 0);
    Peer peer(receiver.port());
    const QByteArray bytes = twoLines() + "\n";
    for (const auto& [from, length] : {std::pair{0, 1}, {1, 9}, {10, 20'000}, {20'010, 10'000}})
        QVERIFY(peer.send(bytes.mid(from, length)));
    QVERIFY(peer.send(bytes.mid(30'010)));
    QVERIFY(peer.awaitClosed());
    VERIFY_EXIT(receiver, 0);
    VERIFY_OF(receiver, receiver.sources() == QStringList("end_mark 2"));
}

void TestDisconnects::bytesAfterTheEndMarkAreWarnedOf()
{
    Iotbench receiver(words("--role receive --engine null"));
    receiver.start();
    receiver.write(twoLines() + "\nleft over");
    VERIFY_EXIT(receiver, 0); // without an end of file
    VERIFY_OF(receiver,
        receiver.err().contains(
            "warning: standard input: end mark after 2 records, but the stream goes on: 9 "
            "bytes or more are ignored, 0 whole lines among them"));
    VERIFY_OF(receiver, receiver.err().contains("complete    WEAK"));
    VERIFY_OF(receiver, receiver.err().contains("2 of 2 received images classified"));
}

void TestDisconnects::silenceWithoutTheDueEndMarkIsAFault()
{
    Receiver receiver(words("--idle-timeout 0.3"));
    VERIFY_OF(receiver, receiver.port() != 0);
    Peer peer(receiver.port());
    QVERIFY(peer.send(twoLines()));
    VERIFY_EXIT(receiver, 3);
    VERIFY_OF(receiver, receiver.sources() == QStringList("silent 2"));
    VERIFY_OF(receiver, receiver.err().contains("fell silent for 0.3 s without the end mark that was due"));
}

void TestDisconnects::silenceEndsAFormatWithoutEndMark()
{
    Receiver receiver(words("--idle-timeout 0.3"));
    VERIFY_OF(receiver, receiver.port() != 0);
    Peer peer(receiver.port());
    QVERIFY(peer.send(fileBytes(dataPath("wire/scala_2.txt"))));
    VERIFY_EXIT(receiver, 0);
    VERIFY_OF(receiver, receiver.sources() == QStringList("idle 2"));
    VERIFY_OF(receiver, receiver.err().contains("complete    not judged"));
}

void TestDisconnects::expectedCountEndsTheRun()
{
    Receiver receiver(words("-t 3"));
    VERIFY_OF(receiver, receiver.port() != 0);
    Peer peer(receiver.port());
    QVERIFY(peer.send(twoLines() + twoLines()));
    VERIFY_EXIT(receiver, 0);
    VERIFY_OF(receiver, receiver.sources() == QStringList("expected_count 3"));
    QCOMPARE(receiver.report()["images"_L1]["lost"_L1].toInt(-1), 0);
}

void TestDisconnects::fewerThanExpectedAreLost()
{
    Receiver receiver(words("-t 5 --linger 0"));
    VERIFY_OF(receiver, receiver.port() != 0);
    Peer peer(receiver.port());
    QVERIFY(peer.send(twoLines() + "\n"));
    VERIFY_EXIT(receiver, 3);
    VERIFY_OF(receiver, receiver.err().contains("3 images were lost"));
}

void TestDisconnects::receiverLeavesItsSender()
{
    Iotbench sender(words("--role send -i max -t 1000000 --listen 0"));
    sender.start();
    const quint16 port = sender.awaitPort();
    VERIFY_OF(sender, port != 0);
    Peer(port).reset();
    VERIFY_EXIT(sender, 1);
    VERIFY_OF(sender, sender.errLines().constLast() == "verdict: INVALID");
}

void TestDisconnects::aConnectingReceiverIsLeft()
{
    Iotbench sender(words("--role send --format keras -i 20 -t 1000 --listen 0"));
    sender.start();
    const quint16 port = sender.awaitPort();
    VERIFY_OF(sender, port != 0);
    Iotbench receiver(
        words("--role receive --engine null --connect") << QStringLiteral("127.0.0.1:%1").arg(port));
    receiver.start();
    VERIFY_OF(receiver, receiver.awaitErr(": format keras$"));
    sender.signal(SIGKILL);
    VERIFY_OF(sender, !sender.finish());
    QVERIFY2(receiver.finish(), receiver.account().constData());
    VERIFY_OF(receiver, receiver.outLines().constLast().startsWith("Inferenced "));
}

QTEST_GUILESS_MAIN(TestDisconnects)
#include "tst_disconnects.moc"
