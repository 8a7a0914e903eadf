// The windows of a run, on a machine made of files whose clock the test drives, and on this machine.
#include "base/system_clock.h"
#include "machine/interference_watch.h"
#include "machine/machine.h"

#include "fake_root.h"
#include "unit/base/driven_clock.h"

#include <csignal>
#include <map>
#include <sys/wait.h>
#include <unistd.h>

using namespace iotbench;
using iotbench::test::DrivenClock;
using iotbench::test::FakeRoot;

namespace {

constexpr std::int64_t kMs = 1'000'000;
constexpr std::int64_t kS = 1'000 * kMs;
constexpr int kNetcat = 4'300'001, kOther = 4'300'002;

// Two CPUs, idle but for two processes.
class FakeMachine {
public:
    FakeMachine()
    {
        m_root.put("/proc/4300001/stat", "4300001 (nc) S 1\n");
        m_root.put("/proc/4300002/stat", "4300002 (cc1) S 1\n");
        m_root.put("/proc/self/cgroup", "0::/\n");
        m_root.put("/sys/class/thermal/thermal_zone0/temp", "40000\n");
        m_root.put("/sys/devices/system/cpu/cpu0/cpufreq/scaling_cur_freq", "1500000\n");
        facts.coresAllowed = 2;
        facts.coreTypes.resize(1);
        facts.coreTypes[0].cpus = "0-1";
        facts.coreTypes[0].count = 2;
        pass(0, 0, 0);
    }
    // Time goes by, in which the processes run; CPUs are idle for the rest.
    void pass(std::int64_t ms, std::int64_t netcatMs, std::int64_t otherMs)
    {
        clock.advance(ms * kMs);
        m_ranNs[kNetcat] += netcatMs * kMs;
        m_ranNs[kOther] += otherMs * kMs;
        m_idleMs += 2 * ms - netcatMs - otherMs;
        QByteArray stat = "cpu  1 1 1 1 1 1 1 1\n";
        for (int cpu = 0; cpu < 2; ++cpu)
            stat += "cpu" + QByteArray::number(cpu) + " 0 0 0 " + QByteArray::number(m_idleMs / 20)
                + " 0 0 0 0\n";
        m_root.put("/proc/stat", stat);
    }
    void holdPipe()
    {
        for (const char* who : {"self", "4300001"}) {
            const QString folder = QString::fromStdString(m_root.path()) + "/proc/" + who + "/fd";
            QVERIFY(QDir().mkpath(folder));
            QVERIFY(QFile::link("pipe:[77]", folder + "/0"));
        }
    }
    void throttled(int us)
    {
        m_root.put("/sys/fs/cgroup/cpu.stat", "throttled_usec " + QByteArray::number(us) + '\n');
    }
    void put(const QString& path, const QByteArray& text) { m_root.put(path, text); }
    InterferenceWatch watch(std::optional<StreamFlow> flow = std::nullopt, std::size_t mostWindows = 100)
    {
        const auto ranNs = [this](int pid) {
            const auto at = m_ranNs.find(pid);
            return at == m_ranNs.end() ? std::nullopt : std::optional(at->second);
        };
        // Without a pause: what reading takes is real time, which this clock does not know.
        return InterferenceWatch(clock, facts,
            {.cpus = {0, 1}, .flow = flow, .pipe = 0, .mostWindows = mostWindows, .pause = 0}, ranNs,
            m_root.path());
    }

    DrivenClock clock;
    MachineFacts facts;

private:
    FakeRoot m_root;
    std::map<int, std::int64_t> m_ranNs;
    std::int64_t m_idleMs = 0;
};

} // namespace

class TestInterferenceWatch : public QObject {
    Q_OBJECT

private slots:
    void windowsAreASecondLong();
    void onlyTimeWithImagesInHandCounts();
    void peersAreFound();
    void quota();
    void clocksAndTemperatures();
    void aLongRunKeepsItsMemory();
    void anotherProgramOnThisMachine();
};

void TestInterferenceWatch::windowsAreASecondLong()
{
    FakeMachine machine;
    InterferenceWatch watch = machine.watch();
    for (int i = 0; i < 25; ++i) {
        machine.pass(100, 0, 20);
        watch.observe(true);
    }
    QCOMPARE(watch.windows().size(), std::size_t(2));
    QCOMPARE(watch.windows().front().time.endNs - watch.windows().front().time.startNs, kS);
    watch.cut(); // the end of the run
    QCOMPARE(watch.windows().size(), std::size_t(3));
    const Interference seen = watch.seen();
    QCOMPARE(seen.seconds, 2.5);
    QCOMPARE(seen.cpus, std::string("0-1"));
    QCOMPARE(seen.others->percent, 10.0);
    QCOMPARE(*seen.idlePercent, 90.0);
    QVERIFY(*seen.runPercent < 10); // this test's own time, by its real clock
    QVERIFY(watch.cpuNs() > 0);
}

void TestInterferenceWatch::onlyTimeWithImagesInHandCounts()
{
    FakeMachine machine;
    InterferenceWatch watch = machine.watch();
    for (int i = 0; i < 40; ++i) { // nobody has connected yet, and somebody else uses the time
        machine.pass(90, 0, 180);
        watch.observe(false);
    }
    watch.cut();
    for (int i = 0; i < 20; ++i) {
        machine.pass(100, 0, 10);
        watch.observe(i % 2 == 0);
    }
    watch.cut();
    const Interference seen = watch.seen();
    QCOMPARE(seen.seconds, 1.0);
    QCOMPARE(seen.others->percent, 5.0);
}

void TestInterferenceWatch::peersAreFound()
{
    FakeMachine machine;
    machine.holdPipe();
    for (const bool searched : {false, true}) {
        InterferenceWatch watch = machine.watch(searched ? std::optional(StreamFlow::In) : std::nullopt);
        watch.cut();
        machine.pass(1000, 200, 400);
        watch.observe(true);
        const Interference seen = watch.seen();
        QCOMPARE(*seen.peersPercent, searched ? 10.0 : 0.0);
        QCOMPARE(seen.others->percent, searched ? 20.0 : 30.0);
    }
}

void TestInterferenceWatch::quota()
{
    FakeMachine machine;
    QVERIFY(!machine.watch().seen().quotaPercent);
    machine.throttled(1000);
    InterferenceWatch watch = machine.watch();
    machine.pass(2000, 0, 0);
    machine.throttled(41'000);
    watch.observe(true);
    QCOMPARE(*watch.seen().quotaPercent, 1.0); // 40 ms of 4 s
    machine.pass(2000, 0, 0);
    watch.observe(true);
    QCOMPARE(*watch.seen().quotaPercent, 0.5);
}

void TestInterferenceWatch::clocksAndTemperatures()
{
    FakeMachine machine;
    InterferenceWatch watch = machine.watch();
    machine.pass(1000, 0, 0);
    watch.observe(false);
    machine.put("/sys/devices/system/cpu/cpu0/cpufreq/scaling_cur_freq", "900000\n");
    machine.put("/sys/class/thermal/thermal_zone0/temp", "70000\n");
    machine.pass(1000, 0, 0);
    watch.observe(true);
    MachineFacts facts = machine.facts;
    watch.fill(facts);
    QCOMPARE(*facts.coreTypes[0].meanMHz, 900.0); // while there was something to do
    QCOMPARE(*facts.temperatureC, 70.0);
    const std::array rows = {watch.windows()[0].time, watch.windows()[1].time};
    const std::vector<InterferenceRow> seen = interferenceRows(watch.windows(), rows);
    QCOMPARE(*seen[0].clockMHz, 1500.0);
    QCOMPARE(*seen[0].temperatureC, 40.0);
    QCOMPARE(*seen[1].clockMHz, 900.0);
    QCOMPARE(*seen[1].temperatureC, 70.0);
}

void TestInterferenceWatch::aLongRunKeepsItsMemory()
{
    FakeMachine machine;
    InterferenceWatch watch = machine.watch(std::nullopt, 8);
    for (int i = 0; i < 11; ++i) {
        machine.pass(1000, 0, 100);
        watch.observe(true);
    }
    // Four pairs, the ninth as it was, and one of two seconds.
    QCOMPARE(watch.windows().size(), std::size_t(6));
    QCOMPARE(watch.windows().front().time.endNs - watch.windows().front().time.startNs, 2 * kS);
    QCOMPARE(watch.windows()[4].time.endNs - watch.windows()[4].time.startNs, kS);
    QCOMPARE(watch.windows().back().time.endNs, machine.clock.nowNs());
    QCOMPARE(watch.seen().seconds, 11.0);
    QCOMPARE(watch.seen().others->percent, 5.0);
}

void TestInterferenceWatch::anotherProgramOnThisMachine()
{
    const SystemClock clock;
    // Not a child of ours, for those are the run: its parent ends at once.
    int told[2] = {-1, -1};
    QCOMPARE(pipe(told), 0);
    const pid_t parent = fork();
    if (parent == 0) {
        const pid_t busy = fork();
        if (busy == 0) {
            alarm(20); // never longer than this, whatever becomes of the test
            const volatile bool goesOn = true; // a compiler may leave out a loop that does nothing
            while (goesOn) { }
        }
        _exit(write(told[1], &busy, sizeof busy) == sizeof busy ? 0 : 1);
    }
    waitpid(parent, nullptr, 0);
    pid_t busy = 0;
    QCOMPARE(read(told[0], &busy, sizeof busy), ssize_t(sizeof busy));
    close(told[0]);
    close(told[1]);

    InterferenceWatch watch(clock, readMachineFacts(), {});
    const std::int64_t startNs = *processClockNs(busy);
    usleep(1'100'000);
    watch.observe(true);
    const std::int64_t ranNs = *processClockNs(busy) - startNs;
    kill(busy, SIGKILL);

    QCOMPARE(watch.windows().size(), std::size_t(1));
    const Interference seen = watch.seen();
    const double busyPercent = 100 * static_cast<double>(ranNs) / watch.windows().front().capacityNs;
    QVERIFY2(busyPercent > 1, "the other program hardly ran: the machine has too much to do");
    if (watch.windows().front().allUsable) // else nobody can tell where it ran
        QVERIFY2(seen.others->high >= busyPercent && seen.others->percent >= busyPercent - 3,
            qPrintable(QStringLiteral("%1 %% of %2 %%").arg(seen.others->percent).arg(busyPercent)));
    QVERIFY(seen.others->low <= seen.others->percent && seen.others->percent <= seen.others->high);
}

QTEST_GUILESS_MAIN(TestInterferenceWatch)
#include "tst_interference_watch.moc"
