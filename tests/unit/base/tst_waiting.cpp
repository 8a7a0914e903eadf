// Stops, sleeps and wake-ups.
#include "base/notifier.h"
#include "base/stop_signal.h"
#include "base/system_clock.h"
#include "base/thread_time.h"
#include "base/wait_ready.h"

#include <QtTest>

#include <csignal>
#include <poll.h>
#include <sched.h>
#include <thread>

using namespace iotbench;

namespace {

constexpr std::int64_t kMs = 1'000'000;

StopSignal* raisedBySignal = nullptr;

} // namespace

class TestWaiting : public QObject {
    Q_OBJECT

private slots:
    void aStopIsSeenByFlagAndPoll();
    void aStopMayComeFromASignalHandler();
    void sleepEndsAtItsDeadline();
    void sleepInThePastReturnsAtOnce();
    void aStopEndsASleep();
    void waitingEndsByTimeReadinessOrStop();
    void ringsCountAsOneUntilCleared();
    void cpuTimeGrowsWithWorkOnly();
    void realTimeIsTakenWhereTheUserMay();
};

void TestWaiting::aStopIsSeenByFlagAndPoll()
{
    StopSignal stop;
    pollfd poll{stop.fd(), POLLIN, 0};
    QVERIFY(!stop.raised());
    QCOMPARE(::poll(&poll, 1, 0), 0);
    stop.raise();
    stop.raise();
    QVERIFY(stop.raised());
    QCOMPARE(::poll(&poll, 1, 0), 1);
    QCOMPARE(::poll(&poll, 1, 0), 1); // stays so
}

void TestWaiting::aStopMayComeFromASignalHandler()
{
    StopSignal stop;
    raisedBySignal = &stop;
    std::signal(SIGUSR1, [](int) { raisedBySignal->raise(); });
    std::raise(SIGUSR1);
    std::signal(SIGUSR1, SIG_DFL);
    QVERIFY(stop.raised());
}

void TestWaiting::sleepEndsAtItsDeadline()
{
    SystemClock clock;
    const StopSignal stop;
    const std::int64_t deadlineNs = clock.nowNs() + 20 * kMs;
    QVERIFY(clock.sleepUntil(deadlineNs, stop));
    QVERIFY(clock.nowNs() >= deadlineNs);
    QVERIFY(clock.nowNs() < deadlineNs + 500 * kMs);
}

void TestWaiting::sleepInThePastReturnsAtOnce()
{
    SystemClock clock;
    const StopSignal stop;
    QVERIFY(clock.sleepUntil(clock.nowNs() - 5, stop));
}

void TestWaiting::aStopEndsASleep()
{
    SystemClock clock;
    StopSignal stop;
    const std::int64_t fromNs = clock.nowNs();
    std::thread stopper([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        stop.raise();
    });
    QVERIFY(!clock.sleepUntil(fromNs + 60'000 * kMs, stop));
    stopper.join();
    QVERIFY(clock.nowNs() - fromNs < 1'000 * kMs);
}

void TestWaiting::waitingEndsByTimeReadinessOrStop()
{
    SystemClock clock;
    StopSignal stop;
    Notifier notifier;
    const PollTarget target{notifier.fd(), POLLIN};
    const std::int64_t fromNs = clock.nowNs();
    QCOMPARE(waitReady(target, stop, 10 * kMs), Readiness::TimedOut);
    QVERIFY(clock.nowNs() - fromNs >= 10 * kMs);
    notifier.notify();
    QCOMPARE(waitReady(target, stop), Readiness::Ready);
    stop.raise();
    QCOMPARE(waitReady(target, stop), Readiness::Stopped); // though the notifier rings too
}

void TestWaiting::ringsCountAsOneUntilCleared()
{
    const StopSignal stop;
    Notifier notifier;
    notifier.notify();
    notifier.notify();
    notifier.clear();
    QCOMPARE(waitReady({notifier.fd(), POLLIN}, stop, 0), Readiness::TimedOut);
    notifier.clear(); // not rung: nothing happens
    notifier.notify();
    QCOMPARE(waitReady({notifier.fd(), POLLIN}, stop, 0), Readiness::Ready);
}

void TestWaiting::cpuTimeGrowsWithWorkOnly()
{
    SystemClock clock;
    const StopSignal stop;
    const std::int64_t beforeNs = threadCpuNs();
    clock.sleepUntil(clock.nowNs() + 50 * kMs, stop);
    const std::int64_t sleptNs = threadCpuNs() - beforeNs;
    QVERIFY2(sleptNs < 10 * kMs, qPrintable(QString::number(sleptNs)));
    while (threadCpuNs() - beforeNs < 20 * kMs) { }
}

void TestWaiting::realTimeIsTakenWhereTheUserMay()
{
    bool taken = false;
    int policy = -1;
    std::thread([&] {
        taken = runInRealTime();
        policy = sched_getscheduler(0); // Linux: of the calling thread
    }).join();
    QCOMPARE(policy, taken ? SCHED_RR : SCHED_OTHER);
    QCOMPARE(sched_getscheduler(0), SCHED_OTHER); // of that thread alone
}

QTEST_APPLESS_MAIN(TestWaiting)
#include "tst_waiting.moc"
