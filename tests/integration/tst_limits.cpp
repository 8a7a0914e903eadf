// Limits of the system that the program runs into (ulimit): it ends, with the reason and its exit code.
#include "peer.h"
#include "program.h"

#include <QDir>
#include <QSet>

#include <algorithm>

#include <sys/resource.h>

using namespace iotbench::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray textLines(int count)
{
    QByteArray line("6");
    for (int value = 0; value < 3'072; ++value)
        line += " 0.5";
    return QByteArray(line + '\n').repeated(count);
}

// iotbench with less of what the shell's ulimit names.
class Limited : public Program {
public:
    Limited(const QString& limit, const QString& options)
        : Program(u"/bin/sh"_s,
            QStringList{u"-c"_s, u"ulimit %1; exec \"$0\" --batch \"$@\""_s.arg(limit), programPath()}
                + options.split(' '))
    {
        setEnvironment(u"XDG_CACHE_HOME"_s, u"/dev/null"_s);
    }
};

// From now on the process gets no descriptor.
bool takeDescriptorsAway(const Program& program)
{
    QSet<int> taken;
    for (const QString& fd :
        QDir(u"/proc/%1/fd"_s.arg(program.processId())).entryList(QDir::System | QDir::Files))
        taken << fd.toInt();
    rlim_t lowest = 0;
    while (taken.contains(static_cast<int>(lowest)))
        ++lowest;
    rlimit limit{};
    const auto pid = static_cast<pid_t>(program.processId());
    if (prlimit(pid, RLIMIT_NOFILE, nullptr, &limit) != 0)
        return false;
    limit.rlim_cur = lowest;
    return lowest > 2 && prlimit(pid, RLIMIT_NOFILE, &limit, nullptr) == 0;
}

} // namespace

class TestLimits : public QObject {
    Q_OBJECT

private slots:
    void fewDescriptors_data();
    void fewDescriptors();
    void noDescriptorForTheFirstSender();
    void noDescriptorForTheNextSender();
    void smallFiles_data();
    void smallFiles();
};

void TestLimits::fewDescriptors_data()
{
    QTest::addColumn<QString>("options");
    QTest::newRow("loopback over TCP") << "-m resnet8 --engine opencv --warmup 1 -i max -t 20 -r 0 --quiet";
    QTest::newRow("loopback by memory")
        << "--engine null -i max -t 20 -r 0 --quiet --transport memory --streams 4";
    QTest::newRow("send") << "--role send -i max -t 20 --quiet";
}

// Whatever it is that cannot be opened.
void TestLimits::fewDescriptors()
{
    QFETCH(QString, options);
    bool failed = false;
    bool ended = false;
    for (int limit = 7; limit <= 40 && !ended; ++limit) {
        Limited iotbench(u"-n %1"_s.arg(limit), options);
        iotbench.writeTo(u"/dev/null"_s);
        iotbench.start();
        VERIFY_OF(iotbench, iotbench.finish()); // and no signal ended it
        VERIFY_OF(iotbench, iotbench.exitCode() <= 3);
        VERIFY_OF(iotbench, iotbench.exitCode() == 0 || !iotbench.err().isEmpty());
        failed |= iotbench.exitCode() == 1 && iotbench.err().contains("ulimit -n");
        ended = iotbench.exitCode() == 0;
    }
    QVERIFY(failed);
    QVERIFY(ended);
}

void TestLimits::noDescriptorForTheFirstSender()
{
    Iotbench receiver(words("--role receive --engine null --warmup 0 --listen 0"));
    receiver.start();
    const quint16 port = receiver.awaitPort();
    QVERIFY(port != 0);
    VERIFY_OF(receiver, takeDescriptorsAway(receiver));
    const Peer peer(port);
    VERIFY_EXIT(receiver, 1);
    VERIFY_OF(receiver, receiver.err().contains("raise the limit (ulimit -n)"));
}

void TestLimits::noDescriptorForTheNextSender()
{
    Iotbench receiver(words("--role receive --engine null --warmup 0 --senders 2 -t 4 --listen 0"));
    receiver.start();
    const quint16 port = receiver.awaitPort();
    QVERIFY(port != 0);
    Peer first(port);
    QVERIFY(first.send(textLines(2)));
    VERIFY_OF(receiver, receiver.awaitErr(": format keras$"));
    VERIFY_OF(receiver, takeDescriptorsAway(receiver));
    Peer second(port);
    QVERIFY(second.send(textLines(2) + '\n'));
    VERIFY_OF(receiver,
        receiver.awaitErr("whoever connects now waits until another connection has gone: .*ulimit -n"));
    QVERIFY(first.send("\n"));
    first.leave();
    VERIFY_EXIT(receiver, 0);
    VERIFY_OF(receiver, receiver.outLines().constLast().startsWith("Inferenced 4 images in "));
}

void TestLimits::smallFiles_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("file");
    QTest::newRow("report") << "--engine null -i max -t 3000 -r 0 --report %1/report"
                            << "images.csv";
    QTest::newRow("table") << "--engine null -i max -t 10 -r 0 --csv %1/all.csv"
                           << "all.csv";
    QTest::newRow("stream") << "--role send -i max -t 100"
                            << "sending failed";
    QTest::newRow("lines") << "--engine null -i max -t 20000 -r 1"
                           << "standard output";
}

void TestLimits::smallFiles()
{
    QFETCH(QString, options);
    QFETCH(QString, file);
    const QTemporaryDir folder;
    const QString blocks = file == "all.csv" ? u"-f 2"_s : u"-f 200"_s; // of 512 bytes
    Limited iotbench(blocks, options.contains("%1") ? options.arg(folder.path()) : options);
    iotbench.writeTo(folder.filePath("out"));
    iotbench.start();
    VERIFY_OF(iotbench, iotbench.finish() && iotbench.exitCode() == 1);
    VERIFY_OF(iotbench, iotbench.err().contains("File too large"));
    VERIFY_OF(iotbench, iotbench.err().contains(file.toUtf8()));
}

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
