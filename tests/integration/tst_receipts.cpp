// What a sender says of receivers that read everything, do not read, do not close, or reset the connection.
#include "netcat.h"
#include "peer.h"
#include "program.h"

#include "test_paths.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

using namespace iotbench::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kPromptMs = 8'000; // well under the 10 s for which a receiver that says nothing is awaited

// A sender with its report.
class Sender : private QTemporaryDir, public Iotbench {
public:
    explicit Sender(const QStringList& options, int images = 10)
        : Iotbench(words("--role send -i max --report")
            + (QStringList(path()) << QStringLiteral("-t") << QString::number(images)) + options)
    {
    }

    QString complete() const { return report()["verdict"_L1]["complete"_L1].toString(); }
    qint64 receipts(const char* kind) const
    {
        return report()["receipts"_L1][QLatin1String(kind)].toInteger(-1);
    }

private:
    QJsonObject report() const
    {
        return QJsonDocument::fromJson(fileBytes(filePath("report.json"))).object();
    }
};

QStringList to(quint16 port)
{
    return {QStringLiteral("--connect"), QStringLiteral("127.0.0.1:%1").arg(port)};
}

} // namespace

class TestReceipts : public QObject {
    Q_OBJECT

private slots:
    void ncReadsToTheEnd_data();
    void ncReadsToTheEnd();
    void ncThatCalledUs_data() { addEachNetcat(); }
    void ncThatCalledUs();
    void aReceiverThatCounts();
    void aPipeIntoAReceiverThatCounts();
    void aPeerThatNeverReads();
    void aPeerWhoseSystemTookAll();
    void aPeerThatResets();
    void aPeerThatHoldsImagesUp();
    void aPipeThatNobodyReads();
};

void TestReceipts::ncReadsToTheEnd_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("keepsListening");
    for (const auto& [name, kind] : {std::pair("openbsd", Netcat::OpenBsd), std::pair("nmap", Netcat::Nmap),
             std::pair("traditional", Netcat::Traditional)}) {
        QTest::newRow(name) << static_cast<int>(kind) << false;
        if (kind != Netcat::Traditional) // which cannot
            QTest::addRow("%s, for ever", name) << static_cast<int>(kind) << true;
    }
}

void TestReceipts::ncReadsToTheEnd()
{
    QFETCH(int, kind);
    QFETCH(bool, keepsListening);
    const auto netcat = static_cast<Netcat>(kind);
    IOTBENCH_NEED_NETCAT(netcat);
    const quint16 port = freePort();
    Program nc(path(netcat), keepsListening ? listening(netcat, port) : listeningForOne(netcat, port));
    nc.start();
    QVERIFY(awaitListener(port));
    Sender sender(words("--format cifar") + to(port));
    QElapsedTimer time;
    time.start();
    sender.start();
    VERIFY_EXIT(sender, 0);
    VERIFY_OF(sender, time.elapsed() < kPromptMs);
    VERIFY_OF(sender, sender.complete() == u"VALID");
    VERIFY_OF(sender, sender.receipts("read") == 1);
    QTRY_COMPARE_WITH_TIMEOUT(nc.out().size(), 10 * 3'073, kPatienceMs);
}

// Where nc calls the sender, some kinds keep the connection open as long as their standard input is.
void TestReceipts::ncThatCalledUs()
{
    QFETCH(int, kind);
    const auto netcat = static_cast<Netcat>(kind);
    IOTBENCH_NEED_NETCAT(netcat);
    Sender sender(words("--format cifar --listen 0"));
    sender.start();
    const quint16 port = sender.awaitPort();
    Program nc(path(netcat), connecting(port));
    nc.start();
    VERIFY_EXIT(sender, 0);
    VERIFY_OF(sender, sender.receipts("read") + sender.receipts("untold") == 1);
    VERIFY_OF(sender,
        sender.receipts("read") == 1
            ? sender.complete() == u"VALID"
            : sender.complete() == u"not_judged" && sender.err().contains("did not close the connection"));
    QCOMPARE(nc.out().size(), 10 * 3'073);
}

void TestReceipts::aReceiverThatCounts()
{
    Iotbench receiver(words("--role receive --engine null --listen 0 -t 10"));
    receiver.start();
    const quint16 port = receiver.awaitPort();
    Sender sender(to(port));
    sender.start();
    VERIFY_EXIT(sender, 0);
    VERIFY_EXIT(receiver, 0);
    VERIFY_OF(sender, sender.complete() == u"VALID"); // though the end mark is of no use to the receiver
    VERIFY_OF(sender, sender.receipts("read") == 1);
}

void TestReceipts::aPipeIntoAReceiverThatCounts()
{
    Sender sender({});
    Iotbench receiver(words("--role receive --engine null -t 10"));
    receiver.readFrom(sender);
    receiver.start();
    sender.start();
    VERIFY_EXIT(sender, 0);
    VERIFY_EXIT(receiver, 0);
    VERIFY_OF(sender, sender.complete() == u"VALID");
}

// The last bytes wait in the sender's own system, for the peer's has no room.
void TestReceipts::aPeerThatNeverReads()
{
    Sender sender(words("--format cifar --listen 0"), 200);
    sender.start();
    const Peer peer(sender.awaitPort(), 4'096);
    VERIFY_EXIT(sender, 0);
    VERIFY_OF(sender, sender.complete() == u"WEAK");
    VERIFY_OF(sender, sender.receipts("unread") == 1);
    VERIFY_OF(sender, sender.receipts("unread_bytes") > 100'000);
    VERIFY_OF(sender, sender.err().contains("the receiver did not read the last "));
}

void TestReceipts::aPeerWhoseSystemTookAll()
{
    Sender sender(words("--format cifar --listen 0"));
    sender.start();
    const Peer peer(sender.awaitPort());
    VERIFY_EXIT(sender, 0);
    VERIFY_OF(sender, sender.complete() == u"not_judged"); // acknowledged is not read
    VERIFY_OF(
        sender, sender.err().contains("the receiver did not close the connection after the last image"));
    VERIFY_OF(sender,
        sender.err().contains("all images are sent; waiting until the receiver has read them")); // meanwhile
}

void TestReceipts::aPeerThatResets()
{
    Sender sender(words("--format cifar --listen 0"));
    sender.start();
    Peer peer(sender.awaitPort());
    QVERIFY(peer.awaitEnd());
    peer.leave(); // with everything unread
    VERIFY_EXIT(sender, 0);
    VERIFY_OF(sender, sender.complete() == u"WEAK");
    VERIFY_OF(sender, sender.receipts("reset") == 1);
    VERIFY_OF(sender, sender.err().contains("reset the connection after the last image"));
}

// What was due and could not be sent counts until the end, and nothing of it looks as if it had kept up.
void TestReceipts::aPeerThatHoldsImagesUp()
{
    QTemporaryDir folder;
    Iotbench sender(words("--role send --format cifar -i 1000 -d 2 --listen 0 --report") << folder.path());
    sender.start();
    Peer peer(sender.awaitPort(), 4'096);
    QTest::qSleep(4'000); // past the end, while an image that was begun is still to be taken
    peer.leave();
    VERIFY_EXIT(sender, 1);
    const QJsonObject report = QJsonDocument::fromJson(fileBytes(folder.filePath("report.json"))).object();
    const QJsonObject delay = report["send_delay"_L1].toObject();
    const QJsonObject heldUp = delay["held_up"_L1].toObject();
    const qint64 sent = report["images"_L1]["sent"_L1].toInteger();
    VERIFY_OF(sender, sent > 0 && sent < 1'900);
    VERIFY_OF(sender, heldUp["images"_L1].toInteger() == 2'000 - sent);
    VERIFY_OF(sender, delay["samples"_L1].toInteger() == 2'000);
    VERIFY_OF(sender, qAbs(heldUp["until_s"_L1].toDouble() - 2) < 0.001);
    VERIFY_OF(sender, qAbs(delay["max_ms"_L1].toDouble() - 1e3 * (2 - heldUp["from_s"_L1].toDouble())) < 30);
    VERIFY_OF(sender, report["elapsed_s"_L1].toDouble() > 1.9);
    VERIFY_OF(sender, report["images_per_s"_L1].toDouble() < 1'000);
    VERIFY_OF(sender, report["verdict"_L1]["latency"_L1].toString() == u"not_judged");
}

void TestReceipts::aPipeThatNobodyReads()
{
    Sender sender({});
    Program sleeper(QStringLiteral("/bin/sleep"), {QStringLiteral("60")});
    sleeper.readFrom(sender);
    sleeper.start();
    sender.start();
    VERIFY_EXIT(sender, 0);
    VERIFY_OF(sender, sender.complete() == u"WEAK");
    VERIFY_OF(sender, sender.receipts("unread_bytes") > 10 * 27'000);
}

QTEST_GUILESS_MAIN(TestReceipts)
#include "tst_receipts.moc"
