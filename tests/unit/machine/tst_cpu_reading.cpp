// The kernel's accounts of CPU time, of machines made of files and of this one.
#include "base/system_clock.h"
#include "base/thread_time.h"
#include "machine/cpu_reading.h"

#include "fake_root.h"

#include <algorithm>
#include <map>
#include <unistd.h>

using namespace iotbench;
using iotbench::test::FakeRoot;

namespace {

const SystemClock kClock;

// Processes of a machine made of files: what their clocks tell, and the beginning of their /proc/PID/stat.
struct FakeProcesses {
    std::map<int, std::int64_t> ranNs;

    void put(FakeRoot& root, int pid, const QByteArray& name, int parent, std::int64_t ran)
    {
        ranNs[pid] = ran;
        root.put(QStringLiteral("/proc/%1/stat").arg(pid),
            QByteArray::number(pid) + " (" + name + ") S " + QByteArray::number(parent)
                + " 1 1 0 -1 4194304\n");
    }
    ProcessClock clock() const
    {
        return [this](int pid) {
            const auto at = ranNs.find(pid);
            return at == ranNs.end() ? std::nullopt : std::optional(at->second);
        };
    }
};

ProcessRole roleOf(const CpuReading& reading, int pid)
{
    const auto at = std::ranges::find(reading.processes, pid, &CpuReading::Process::pid);
    if (at == reading.processes.end())
        qFatal("process %d was not read", pid);
    return at->role;
}

} // namespace

class TestCpuReading : public QObject {
    Q_OBJECT

private slots:
    void cpusOfAMachine();
    void stealThatAHypervisorDoesNotTell();
    void rolesOfProcesses();
    void rolesLastAsLongAsTheProcess();
    void moreCpusThanFitOneRead();
    void groupsOfVersion1();
    void groupsOfVersion2AtTheRoot();
    void groupsOfAContainer();
    void noGroups();
    void emptyMachine();
    void thisMachine();
};

void TestCpuReading::cpusOfAMachine()
{
    FakeRoot root;
    root.put("/proc/stat",
        "cpu  3 3 3 3 3 3 3 3 3 3\n"
        "cpu0 10 20 30 400 50 6 7 8 9 10\n"
        "cpu2 1 0 2 1000 0 0 1 0 0 0\n"
        "intr 12 0 0\nctxt 5\n");
    CpuReading reading;
    CpuReader(kClock, false, FakeProcesses().clock(), root.path()).read(reading, {});
    QCOMPARE(reading.cpus.size(), std::size_t(2));
    QCOMPARE(reading.cpus[0].number, 0u);
    QCOMPARE(reading.cpus[0].idleNs, std::int64_t(4'500'000'000)); // with waits for disks
    QCOMPARE(reading.cpus[0].interruptNs, std::int64_t(130'000'000));
    QCOMPARE(reading.cpus[0].stealNs, std::int64_t(80'000'000));
    QCOMPARE(reading.cpus[1].number, 2u); // CPU 1 is offline
    QVERIFY(reading.stealTold);
    QVERIFY(!reading.groupsNs);
    QVERIFY(reading.processes.empty());
}

void TestCpuReading::stealThatAHypervisorDoesNotTell()
{
    FakeRoot root;
    root.put("/proc/stat", "cpu  10 20 30 400 50 6 7 0 9 10\ncpu0 10 20 30 400 50 6 7 0 9 10\n");
    CpuReading reading;
    CpuReader guest(kClock, true, FakeProcesses().clock(), root.path());
    guest.read(reading, {});
    QVERIFY(!reading.stealTold);
    CpuReader(kClock, false, FakeProcesses().clock(), root.path()).read(reading, {});
    QVERIFY(reading.stealTold); // nobody to steal

    root.put("/proc/stat", "cpu  10 20 30 400 50 6 7 1 9 10\ncpu0 10 20 30 400 50 6 7 1 9 10\n");
    guest.read(reading, {});
    QVERIFY(reading.stealTold);
}

void TestCpuReading::rolesOfProcesses()
{
    FakeRoot root;
    root.put("/proc/sys", ""); // no process
    FakeProcesses processes;
    processes.put(root, 2, "kthreadd", 0, 1);
    processes.put(root, 14, "ksoftirqd/0", 2, 100);
    processes.put(root, 15, "kworker/0:0", 2, 200);
    processes.put(root, 50, "irq/24-eth0", 2, 300);
    processes.put(root, 4'300'001, "irq/99", 1, 400); // a name like that, but no kernel thread
    processes.put(root, 4'300'002, "a) S 2 (b", 1, 500);
    processes.put(root, 4'300'003, "child", getpid(), 600);
    processes.put(root, 4'300'004, "grandchild", 4'300'003, 700);
    processes.put(root, 4'300'005, "nc", 1, 800);
    processes.put(root, 4'300'006, "Xorg", 1, 900);
    processes.put(root, getpid(), "iotbench", 1, 1000); // known better by its own clock
    root.put("/proc/4300007/stat", "4300007 (gone) S 1\n"); // its clock has gone

    CpuReader reader(kClock, false, processes.clock(), root.path());
    reader.mark(ProcessRole::Peer, std::vector{4'300'005, 4'399'999});
    reader.mark(ProcessRole::Display, std::vector{4'300'006});
    CpuReading reading;
    reader.read(reading, {});
    QCOMPARE(reading.processes.size(), std::size_t(10));
    QVERIFY(std::ranges::is_sorted(reading.processes, {}, &CpuReading::Process::pid));
    QCOMPARE(reading.processes.back().ranNs, std::int64_t(900));
    QCOMPARE(roleOf(reading, 2), ProcessRole::Other);
    QCOMPARE(roleOf(reading, 14), ProcessRole::Interrupts);
    QCOMPARE(roleOf(reading, 15), ProcessRole::Other);
    QCOMPARE(roleOf(reading, 50), ProcessRole::Interrupts);
    QCOMPARE(roleOf(reading, 4'300'001), ProcessRole::Other);
    QCOMPARE(roleOf(reading, 4'300'002), ProcessRole::Other);
    QCOMPARE(roleOf(reading, 4'300'003), ProcessRole::Run);
    QCOMPARE(roleOf(reading, 4'300'004), ProcessRole::Run);
    QCOMPARE(roleOf(reading, 4'300'005), ProcessRole::Peer);
    QCOMPARE(roleOf(reading, 4'300'006), ProcessRole::Display);
}

void TestCpuReading::rolesLastAsLongAsTheProcess()
{
    FakeRoot root;
    FakeProcesses processes;
    processes.put(root, 4'300'005, "nc", 1, 800);
    processes.put(root, 4'300'008, "late", 1, 800);
    CpuReader reader(kClock, false, processes.clock(), root.path());
    reader.mark(ProcessRole::Peer, std::vector{4'300'005});
    CpuReading first, second, third;
    reader.read(first, {});

    processes.ranNs[4'300'005] = 900;
    reader.mark(ProcessRole::Peer, std::vector{4'300'008});
    reader.read(second, first);
    QCOMPARE(roleOf(second, 4'300'005), ProcessRole::Peer);
    QCOMPARE(roleOf(first, 4'300'008), ProcessRole::Other);
    QCOMPARE(roleOf(second, 4'300'008), ProcessRole::Peer);

    processes.put(root, 4'300'005, "make", getpid(), 10); // another process, of the same number
    reader.read(third, second);
    QCOMPARE(roleOf(third, 4'300'005), ProcessRole::Run);
}

void TestCpuReading::moreCpusThanFitOneRead()
{
    FakeRoot root;
    QByteArray text = "cpu  1 1 1 1 1 1 1 1 1 1\n";
    for (int cpu = 0; cpu < 2000; ++cpu)
        text += "cpu" + QByteArray::number(cpu) + " 123456789 0 123456789 40 0 0 0 0 0 0\n";
    QVERIFY(text.size() > 65'536);
    root.put("/proc/stat", text + "intr 1\n");
    CpuReading reading;
    CpuReader(kClock, false, FakeProcesses().clock(), root.path()).read(reading, {});
    QCOMPARE(reading.cpus.size(), std::size_t(2000));
    QCOMPARE(reading.cpus.back().number, 1999u);
}

void TestCpuReading::groupsOfVersion1()
{
    FakeRoot root;
    root.put("/sys/fs/cgroup/cpuacct/cpuacct.usage", "3266905975331\n");
    root.put("/sys/fs/cgroup/cpu.stat", "usage_usec 1\n");
    QCOMPARE(*GroupTimes(root.path()).readNs(), std::int64_t(3'266'905'975'331));
}

void TestCpuReading::groupsOfVersion2AtTheRoot()
{
    FakeRoot root;
    root.put("/sys/fs/cgroup/cpu.stat", "usage_usec 99\n"); // sampled by the timer: left alone
    root.put("/sys/fs/cgroup/system.slice/cpu.stat", "usage_usec 1000\nuser_usec 1\n");
    root.put("/sys/fs/cgroup/user.slice/cpu.stat", "usage_usec 200\n");
    GroupTimes groups(root.path());
    QCOMPARE(*groups.readNs(), std::int64_t(1'200'000));
    root.put("/sys/fs/cgroup/system.slice/cpu.stat", "usage_usec 1005\n");
    root.put("/sys/fs/cgroup/user.slice/cpu.stat", "usage_usec 150\n"); // removed and made anew
    root.put("/sys/fs/cgroup/machine.slice/cpu.stat", "usage_usec 7\n");
    QCOMPARE(*groups.readNs(), std::int64_t(1'212'000));
    root.put("/sys/fs/cgroup/user.slice/cpu.stat", "usage_usec 160\n");
    QCOMPARE(*groups.readNs(), std::int64_t(1'222'000));
}

void TestCpuReading::groupsOfAContainer()
{
    FakeRoot root;
    root.put("/sys/fs/cgroup/cgroup.type", "domain\n");
    root.put("/sys/fs/cgroup/cpu.stat", "usage_usec 5000\n");
    root.put("/sys/fs/cgroup/inner/cpu.stat", "usage_usec 1000\n"); // in the 5000 already
    GroupTimes groups(root.path());
    QCOMPARE(*groups.readNs(), std::int64_t(5'000'000));
    root.put("/sys/fs/cgroup/cpu.stat", "usage_usec 5500\n");
    QCOMPARE(*groups.readNs(), std::int64_t(5'500'000));
}

void TestCpuReading::noGroups()
{
    FakeRoot root;
    QVERIFY(!GroupTimes(root.path()).readNs());
    root.put("/sys/fs/cgroup/cpu.stat", "usage_usec 99\n"); // a root without groups below it
    QVERIFY(!GroupTimes(root.path()).readNs());
}

void TestCpuReading::emptyMachine()
{
    const FakeRoot root;
    CpuReading reading;
    CpuReader(kClock, true, FakeProcesses().clock(), root.path()).read(reading, {});
    QVERIFY(reading.cpus.empty());
    QVERIFY(reading.processes.empty());
    QVERIFY(!reading.stealTold);
    QVERIFY(reading.steadyNs > 0);
}

void TestCpuReading::thisMachine()
{
    CpuReader reader(kClock);
    CpuReading first, second;
    reader.read(first, {});
    const std::int64_t startNs = threadCpuNs();
    while (threadCpuNs() - startNs < 50'000'000) { }
    reader.read(second, first);
    QVERIFY(!first.cpus.empty());
    QVERIFY(second.steadyNs - first.steadyNs >= 50'000'000);
    QVERIFY(second.ownNs - first.ownNs >= 50'000'000);
    QVERIFY(second.spreadNs > 0);
    // Whoever started this test is another process that can be seen, unless that is in another container.
    if (processClockNs(getppid()))
        QCOMPARE(roleOf(second, getppid()), ProcessRole::Other);
    QVERIFY(!processClockNs(4'399'999));
}

QTEST_GUILESS_MAIN(TestCpuReading)
#include "tst_cpu_reading.moc"
