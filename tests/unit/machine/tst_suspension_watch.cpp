// A process that stood still told from one that waited for a CPU, on literal sleeps, and on a real one.
#include "machine/suspension_watch.h"
#include "machine/suspensions.h"

#include "base/system_clock.h"

#include <QtTest>

#include <csignal>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace iotbench;

namespace {

constexpr std::int64_t kMs = 1'000'000;

} // namespace

class TestSuspensionWatch : public QObject {
    Q_OBJECT

private slots:
    void sleeps_data();
    void sleeps();
    void aStoppedProcess();
    void theKernelDoesNotTell();
    void eachRowHasItsPart();
    void neighboursAreJoinedWhereThereAreMany();
};

void TestSuspensionWatch::sleeps_data()
{
    QTest::addColumn<int>("lengthMs"); // of a sleep of 20 ms at most, on two CPUs
    QTest::addColumn<int>("waitedMs");
    QTest::addColumn<int>("processRanMs");
    QTest::addColumn<int>("suspendedMs");
    QTest::newRow("woken early") << 3 << 0 << 5 << 0;
    QTest::newRow("on time") << 20 << 0 << 40 << 0;
    QTest::newRow("a little late") << 29 << 0 << 0 << 0;
    QTest::newRow("10 ms late") << 30 << 0 << 0 << 10;
    QTest::newRow("stopped for 2.5 s") << 2'520 << 1 << 25 << 2'499;
    QTest::newRow("stopped for 100 ms, busy before") << 120 << 0 << 40 << 100;
    QTest::newRow("stopped, then waited for a CPU") << 520 << 200 << 40 << 300;
    QTest::newRow("waited for a CPU") << 520 << 500 << 0 << 0;
    QTest::newRow("waited for a CPU that the other threads had") << 520 << 495 << 900 << 0;
    QTest::newRow("this thread alone did not run") << 520 << 0 << 500 << 0;
}

void TestSuspensionWatch::sleeps()
{
    QFETCH(int, lengthMs);
    QFETCH(int, waitedMs);
    QFETCH(int, processRanMs);
    QFETCH(int, suspendedMs);
    QCOMPARE(
        suspendedNs({lengthMs * kMs, 20 * kMs, waitedMs * kMs, processRanMs * kMs, 2}), suspendedMs * kMs);
}

// A child that another process stops and lets go on while it sleeps; its exit code tells what it saw.
void TestSuspensionWatch::aStoppedProcess()
{
    const SystemClock clock;
    if (!SuspensionWatch(clock, 1).tells())
        QSKIP("the kernel does not count waits (CONFIG_SCHED_INFO)");
    const pid_t child = fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        SuspensionWatch watch(clock, 1);
        const std::int64_t startNs = clock.nowNs();
        std::int64_t seenNs = 0;
        while (clock.nowNs() < startNs + 1'000 * kMs) {
            watch.fallAsleep();
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            seenNs += watch.wakeUp(20 * kMs).ns;
        }
        _exit(seenNs >= 250 * kMs && seenNs <= 1'000 * kMs ? 0 : 1);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    kill(child, SIGSTOP);
    std::this_thread::sleep_for(std::chrono::milliseconds(400));
    kill(child, SIGCONT);
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
}

void TestSuspensionWatch::theKernelDoesNotTell()
{
    const SystemClock clock;
    SuspensionWatch watch(clock, 1, "/nowhere");
    QVERIFY(!watch.tells());
    watch.fallAsleep();
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    QCOMPARE(watch.wakeUp(0).ns, 0);
}

void TestSuspensionWatch::eachRowHasItsPart()
{
    Suspensions suspensions;
    suspensions.add(300 * kMs, 100 * kMs); // from 200 to 300 ms
    suspensions.add(420 * kMs, 20 * kMs);
    suspensions.add(1'900 * kMs, 1'000 * kMs);
    const std::vector<TimeSpan> rows{{0, 250 * kMs}, {250 * kMs, 500 * kMs}, {500 * kMs, 750 * kMs},
        {750 * kMs, 1'000 * kMs}, {1'000 * kMs, 1'250 * kMs}};
    const std::vector<double> expected{0.05, 0.07, 0, 0.1, 0.25};
    QCOMPARE(suspensions.secondsIn(rows), expected);
}

void TestSuspensionWatch::neighboursAreJoinedWhereThereAreMany()
{
    Suspensions suspensions(4);
    for (std::int64_t i = 1; i <= 6; ++i) // 10 ms before each of 100, 200, … ms
        suspensions.add(i * 100 * kMs, 10 * kMs);
    const std::vector<TimeSpan> rows{{0, 80 * kMs}, {80 * kMs, 400 * kMs}, {400 * kMs, 1'000 * kMs}};
    const std::vector<double> expected{0, 0.04, 0.02};
    QCOMPARE(suspensions.secondsIn(rows), expected);
}

QTEST_GUILESS_MAIN(TestSuspensionWatch)
#include "tst_suspension_watch.moc"
