// Stops, sleeps and wake-ups.
#include "base/notifier.h"
#include "base/stop_signal.h"
#include "base/system_clock.h"
#include "base/thread_time.h"
#include "base/wait_ready.h"
#include "unit/base/driven_clock.h"
#include "unit/base/watched_thread.h"

#include <QtTest>

#include <csignal>
#include <linux/capability.h>
#include <poll.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace iotbench;
using namespace iotbench::test;

namespace {

constexpr std::int64_t kMs = 1'000'000;
constexpr std::int64_t kHour = 3'600'000 * kMs; // longer than a test may take

StopSignal* raisedBySignal = nullptr;

// Asks the kernel itself, on a thread that ends with that.
bool userMayRunInRealTime()
{
    bool may = false;
    std::thread([&] {
        const sched_param lowest{.sched_priority = 1};
        may = syscall(SYS_sched_setscheduler, 0, SCHED_RR, &lowest) == 0;
    }).join();
    return may;
}

// Of the calling process, for good.
bool giveUpRealTime()
{
    const rlimit none{0, 0};
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct noCapabilities[2] = {};
    return setrlimit(RLIMIT_RTPRIO, &none) == 0 && syscall(SYS_capset, &header, noCapabilities) == 0;
}

} // namespace

class TestWaiting : public QObject {
    Q_OBJECT

private slots:
    void aStopIsSeenByFlagAndPoll();
    void aStopMayComeFromASignalHandler();
    void sleepsEndNoEarlierThanTheirDeadline();
    void deadlinesAreMetToTheMillisecond();
    void sleepInThePastReturnsAtOnce();
    void aStopEndsASleep();
    void waitingEndsByTimeReadinessOrStop();
    void waitingGoesByTheClockItIsGiven();
    void ringsCountAsOneUntilCleared();
    void cpuTimeGrowsWithWorkOnly();
    void realTimeIsTakenWhereTheUserMay();
    void realTimeIsRefusedWhereTheUserMayNot();
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

void TestWaiting::sleepsEndNoEarlierThanTheirDeadline()
{
    SystemClock clock;
    const StopSignal stop;
    for (int i = 0; i < 50; ++i) { // one alone may be late enough by chance
        const std::int64_t deadlineNs = clock.nowNs() + kMs;
        QVERIFY(clock.sleepUntil(deadlineNs, stop));
        QVERIFY(clock.nowNs() >= deadlineNs);
    }
}

void TestWaiting::deadlinesAreMetToTheMillisecond()
{
    // A busy machine makes most sleeps too long, but not every one.
    SystemClock clock;
    const StopSignal stop;
    QVERIFY(eventually([&] {
        const std::int64_t deadlineNs = clock.nowNs() + 20 * kMs;
        clock.sleepUntil(deadlineNs, stop);
        return clock.nowNs() < deadlineNs + kMs;
    }));
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
    bool slept = true;
    WatchedThread sleeper([&] { slept = clock.sleepUntil(clock.nowNs() + kHour, stop); });
    QVERIFY(sleeper.getsBlocked());
    stop.raise();
    sleeper.join();
    QVERIFY(!slept);
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

void TestWaiting::waitingGoesByTheClockItIsGiven()
{
    DrivenClock clock;
    const StopSignal stop;
    Readiness readiness = Readiness::Ready;
    std::thread waiter([&] { readiness = waitReady(clock, {}, stop, kHour); });
    QVERIFY(clock.getsAwaited());
    clock.advance(kHour - 1);
    QVERIFY(clock.getsAwaited());
    clock.advance(1);
    waiter.join();
    QCOMPARE(readiness, Readiness::TimedOut);
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
    if (!userMayRunInRealTime())
        QSKIP("the user may not: raise RLIMIT_RTPRIO to 1 or more (limits.conf(5)), or run as root");
    const int before = sched_getscheduler(0); // Linux: of the calling thread
    bool taken = false;
    int policy = -1;
    sched_param parameters{};
    std::thread([&] {
        taken = runInRealTime();
        policy = sched_getscheduler(0);
        sched_getparam(0, &parameters);
    }).join();
    QVERIFY(taken);
    QCOMPARE(policy, SCHED_RR);
    QCOMPARE(parameters.sched_priority, 1);
    QCOMPARE(sched_getscheduler(0), before); // of that thread alone
}

void TestWaiting::realTimeIsRefusedWhereTheUserMayNot()
{
    const int before = sched_getscheduler(0);
    const pid_t child = fork();
    QVERIFY(child >= 0);
    if (child == 0)
        _exit(!giveUpRealTime() ? 1 : runInRealTime() ? 2 : sched_getscheduler(0) != before ? 3 : 0);
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
}

QTEST_APPLESS_MAIN(TestWaiting)
#include "tst_waiting.moc"
