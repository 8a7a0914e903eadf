// What a run makes of it that somebody suspends it, or takes its CPUs away, while it goes on.
#include "csv_table.h"
#include "program.h"

#include "test_paths.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <cmath>
#include <csignal>
#include <sched.h>

using namespace iotbench::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject interferenceIn(const QTemporaryDir& folder)
{
    QFile report(folder.filePath("report/report.json"));
    if (!report.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(report.readAll()).object()["interference"_L1].toObject();
}

void suspendFor(Program& program, int ms)
{
    program.signal(SIGSTOP);
    QTest::qSleep(ms);
    program.signal(SIGCONT);
}

// How many of its threads, those alone whose names begin so, are now held to one CPU.
int holdThreads(qint64 process, const QByteArray& named, int cpu)
{
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(cpu, &one);
    int held = 0;
    const QString threads = QStringLiteral("/proc/%1/task/").arg(process);
    for (const QString& thread : QDir(threads).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile comm(threads + thread + "/comm");
        if (comm.open(QIODevice::ReadOnly) && comm.readAll().startsWith(named))
            held += sched_setaffinity(thread.toInt(), sizeof one, &one) == 0;
    }
    return held;
}

} // namespace

class TestStandstill : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void suspendedInLoopback();
    void suspendedInShortPieces();
    void suspendedWhileOthersSend();
    void notSuspended();
    void cpusTakenAway_data();
    void cpusTakenAway();
};

void TestStandstill::initTestCase()
{
    QFile schedstat("/proc/thread-self/schedstat");
    if (!schedstat.open(QIODevice::ReadOnly) || schedstat.readAll().startsWith("0 "))
        QSKIP("the kernel does not count waits (CONFIG_SCHED_INFO)");
}

void TestStandstill::suspendedInLoopback()
{
    QTemporaryDir folder;
    Iotbench iotbench(words("--engine null -i 500 -d 4 -r 100 --require-rate 100 --max-p99 60000 --report")
        << folder.filePath("report"));
    iotbench.start();
    VERIFY_OF(iotbench, iotbench.awaitOut("images classified$"));
    suspendFor(iotbench, 1'100); // rows are of 250 ms
    VERIFY_EXIT(iotbench, 4);
    VERIFY_OF(iotbench, iotbench.err().contains("  - the program was suspended for "));
    VERIFY_OF(
        iotbench, iotbench.err().contains("--require-rate 100 cannot be met: the program was suspended"));
    VERIFY_OF(iotbench, iotbench.err().contains("--max-p99 60000 cannot be met: the program was suspended"));
    const double seconds = interferenceIn(folder)["suspended_s"_L1].toDouble();
    QVERIFY2(seconds > 0.9 && seconds < 3, qPrintable(QString::number(seconds)));
    const CsvTable rows(fileBytes(folder.filePath("report/intervals.csv")));
    double inRows = 0;
    int idle = 0;
    const auto suspendedS = [&rows](qsizetype row) { return rows.at(row, "suspended_s").toDouble(); };
    for (qsizetype row = 0; row < rows.rows(); ++row) {
        inRows += suspendedS(row);
        QVERIFY(suspendedS(row) <= rows.at(row, "length_s").toDouble() + 1e-6);
        // A good part of what follows too, for the watch may wake up a little after the rest of the program.
        const bool throughout = suspendedS(row) > 0.99 * rows.at(row, "length_s").toDouble();
        if (throughout && row + 1 < rows.rows() && suspendedS(row + 1) > 0.02) {
            ++idle;
            QCOMPARE(rows.at(row, "classified"), "0");
        }
    }
    QVERIFY(idle >= 2);
    QVERIFY2(std::abs(inRows - seconds) < 0.1, qPrintable(QString::number(inRows)));
}

void TestStandstill::suspendedInShortPieces()
{
    QTemporaryDir folder;
    Iotbench iotbench(words("--engine null -i max -d 2 -r 1000 --report") << folder.filePath("report"));
    iotbench.start();
    VERIFY_OF(iotbench, iotbench.awaitOut("images classified$"));
    for (int i = 0; i < 5; ++i) {
        suspendFor(iotbench, 100);
        QTest::qSleep(100);
    }
    VERIFY_EXIT(iotbench, 0);
    VERIFY_OF(iotbench, iotbench.err().contains("  - the program was suspended for "));
    const double seconds = interferenceIn(folder)["suspended_s"_L1].toDouble();
    QVERIFY2(seconds > 0.3 && seconds < 2, qPrintable(QString::number(seconds)));
}

void TestStandstill::suspendedWhileOthersSend()
{
    Iotbench receiver(words("--role receive --engine null --listen 0 -t 800 -r 100 --max-p99 60000"));
    receiver.start();
    const quint16 port = receiver.awaitPort();
    VERIFY_OF(receiver, port);
    Iotbench sender(words("--role send -i 400 -t 800 --connect") << QStringLiteral("127.0.0.1:%1").arg(port));
    sender.start();
    VERIFY_OF(receiver, receiver.awaitOut("images classified$"));
    suspendFor(receiver, 500);
    VERIFY_EXIT(receiver, 4);
    VERIFY_EXIT(sender, 0);
    const QRegularExpression notJudged("^latency     not judged .*\n  - the program was suspended for ",
        QRegularExpression::MultilineOption);
    VERIFY_OF(receiver, notJudged.match(receiver.err()).hasMatch());
    VERIFY_OF(receiver,
        receiver.err().contains(
            "--max-p99 60000 cannot be met, for latency is not judged: the program was suspended for "));
    VERIFY_OF(sender, !sender.err().contains("suspended"));
}

void TestStandstill::notSuspended()
{
    QTemporaryDir folder;
    Iotbench iotbench(words("--engine null -i 500 -d 2 --report") << folder.filePath("report"));
    iotbench.start();
    VERIFY_EXIT(iotbench, 0);
    VERIFY_OF(iotbench, !iotbench.err().contains("suspended"));
    QVERIFY(interferenceIn(folder)["suspended_s"_L1].toDouble(1) < 0.02);
    QCOMPARE(interferenceIn(folder)["cpus_changed_to"_L1].toString(), "");
}

void TestStandstill::cpusTakenAway_data()
{
    QTest::addColumn<QByteArray>("named");
    QTest::newRow("all threads") << QByteArray();
    QTest::newRow("the workers") << QByteArray("worker");
}

void TestStandstill::cpusTakenAway()
{
    QFETCH(QByteArray, named);
    cpu_set_t allowed;
    QCOMPARE(sched_getaffinity(0, sizeof allowed, &allowed), 0);
    if (CPU_COUNT(&allowed) < 2)
        QSKIP("takes two CPUs");
    int last = CPU_SETSIZE - 1;
    while (!CPU_ISSET(last, &allowed))
        --last;
    QTemporaryDir folder;
    Iotbench iotbench(words("--engine null -i 500 -d 3 -r 100 --report") << folder.filePath("report"));
    iotbench.start();
    VERIFY_OF(iotbench, iotbench.awaitOut("images classified$"));
    VERIFY_OF(iotbench, holdThreads(iotbench.processId(), named, last) > 0);
    VERIFY_EXIT(iotbench, 0);
    VERIFY_OF(iotbench, iotbench.err().contains("  - the CPUs that the run may use were changed from "));
    QCOMPARE(interferenceIn(folder)["cpus_changed_to"_L1].toString(), QString::number(last));
}

QTEST_GUILESS_MAIN(TestStandstill)
#include "tst_standstill.moc"
