// Which part of a run's time has images in hand.
#include "run/process_watch.h"

#include "base/thread_time.h"
#include "machine/cpu_affinity.h"
#include "machine/cpu_list.h"
#include "unit/base/driven_clock.h"

#include <QtTest>

#include <span>
#include <vector>

using namespace iotbench;
using test::DrivenClock;

namespace {

constexpr std::int64_t kMs = 1'000'000;

} // namespace

class TestProcessWatch : public QObject {
    Q_OBJECT

private slots:
    void imagesInHand();
    void cpuTimeOfTheWaitForTheFirst();
    void suspendedBetweenImages();
    void cpusThatAreTakenAway();
    void beforeItBegins();
};

void TestProcessWatch::imagesInHand()
{
    DrivenClock clock;
    clock.advance(5'000 * kMs);
    ProcessWatch watch(clock, {}, {});
    QCOMPARE(watch.begin(), 5'000 * kMs);
    const auto after = [&](std::int64_t ms, ImagesPassed passed) {
        clock.advance(ms * kMs);
        watch.observe(passed);
    };
    after(60'000, {0, 0}); // nobody has connected
    after(20, {1, 0}); // the first image: what was before it does not count
    after(100, {1, 0}); // one in hand
    after(20, {1, 1});
    after(20, {1, 1}); // none
    after(40, {2, 2}); // one came and went
    after(300, {2, 2});
    after(20, {5, 2}); // three in hand
    after(1'000, {5, 4});
    after(20, {5, 5});
    after(60'000, {5, 5}); // the stream stays open
    const ProcessFacts facts = watch.end();
    QCOMPARE(facts.originNs, 5'000 * kMs);
    QCOMPARE(facts.interference.seconds, 1.2);
    QVERIFY(facts.windows.size() >= 4);
    QCOMPARE(facts.windows.front().inHandNs, 0.0);
    QVERIFY(facts.cpuS > 0);
    QVERIFY(facts.peakMemoryBytes > 0);
}

void TestProcessWatch::cpuTimeOfTheWaitForTheFirst()
{
    const auto work = [] {
        const std::int64_t endNs = processCpuNs() + 100 * kMs;
        while (processCpuNs() < endNs) { }
    };
    DrivenClock clock;
    ProcessWatch watch(clock, {}, {});
    watch.begin();
    for (int i = 0; i < 5; ++i) {
        work();
        watch.observe({0, 0});
    }
    watch.observe({1, 0});
    work();
    watch.observe({1, 1});
    const double cpuS = watch.end().cpuS;
    QVERIFY2(cpuS >= 0.1 && cpuS < 0.5, qPrintable(QString::number(cpuS)));
}

void TestProcessWatch::suspendedBetweenImages()
{
    DrivenClock clock;
    if (!SuspensionWatch(clock, 1).tells())
        QSKIP("the kernel does not count waits (CONFIG_SCHED_INFO)");
    ProcessWatch watch(clock, {}, {});
    watch.begin();
    // Sleeps of 20 ms at most; what the clock goes on beyond that nobody ran and nobody waited.
    const auto after = [&](std::int64_t ms, ImagesPassed passed) {
        watch.fallAsleep();
        clock.advance(ms * kMs);
        const auto told = watch.wakeUp(20 * kMs);
        watch.observe(passed);
        return told ? QString::fromStdString(told->english()) : QString();
    };
    QCOMPARE(after(20, {0, 0}), "");
    QVERIFY(after(5'020, {0, 0}).startsWith("the program was suspended for ")); // nobody was sending yet
    after(20, {0, 0});
    QCOMPARE(after(320, {0, 0}), ""); // told once; these 300 ms count, for an image came meanwhile
    after(20, {1, 0});
    after(20, {1, 1});
    after(1'020, {2, 1}); // 1 s
    after(20, {2, 2});
    after(2'020, {2, 2}); // the stream stays open
    const auto suspendedS = watch.end().interference.suspendedS;
    QVERIFY(suspendedS);
    QVERIFY2(qAbs(*suspendedS - 1.3) < 0.1, qPrintable(QString::number(*suspendedS)));
}

void TestProcessWatch::cpusThatAreTakenAway()
{
    const std::vector<unsigned> before = allowedCpus();
    if (before.size() < 2)
        QSKIP("takes two CPUs");
    DrivenClock clock;
    ProcessWatch watch(clock, {}, {});
    watch.begin();
    const auto look = [&] {
        watch.observe({1, 0});
        watch.fallAsleep();
        return watch.wakeUp(20 * kMs);
    };
    QVERIFY(!look());
    QVERIFY(stayOn(std::span(before).last(1)));
    clock.advance(500 * kMs);
    QVERIFY(!look()); // it looks once a second
    clock.advance(500 * kMs);
    const auto told = look();
    QVERIFY(stayOn(before)); // given back: it was noticed all the same
    QVERIFY(told);
    const std::string last = std::to_string(before.back());
    QCOMPARE(told->english(),
        "the CPUs that the run may use were changed from " + cpuListOf(before) + " to " + last);
    QVERIFY(!look()); // once
    const ProcessFacts facts = watch.end();
    QCOMPARE(facts.interference.cpusChangedFrom, cpuListOf(before));
    QCOMPARE(facts.interference.cpusChangedTo, last);
}

void TestProcessWatch::beforeItBegins()
{
    const DrivenClock clock;
    MachineFacts machine;
    machine.board = "a board";
    ProcessWatch watch(clock, machine, {});
    watch.observe({1, 0});
    const ProcessFacts facts = watch.end();
    QCOMPARE(facts.machine.board, std::string("a board"));
    QVERIFY(facts.windows.empty());
    QCOMPARE(facts.interference, Interference());
    QVERIFY(facts.peakMemoryBytes > 0);
}

QTEST_GUILESS_MAIN(TestProcessWatch)
#include "tst_process_watch.moc"
