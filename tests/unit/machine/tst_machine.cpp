// What is read of a machine, on machines made of files.
#include "machine/control_group.h"
#include "machine/cpu_info.h"
#include "machine/cpu_list.h"
#include "machine/machine.h"

#include "fake_root.h"

using namespace iotbench;
using iotbench::test::FakeRoot;

namespace {

constexpr std::string_view kEpyc
    = "processor\t: 0\nvendor_id\t: AuthenticAMD\nmodel name\t: AMD EPYC 7R13 Processor\n"
      "cpu MHz\t\t: 2649.998\nflags\t\t: fpu sse4_1 sse4_2 avx fma hypervisor avx2\n\n"
      "processor\t: 1\nmodel name\t: AMD EPYC 7R13 Processor\nflags\t\t: fpu\n";
constexpr std::string_view kRaspberry
    = "processor\t: 0\nBogoMIPS\t: 108.00\nFeatures\t: fp asimd evtstrm crc32 cpuid\n"
      "CPU implementer\t: 0x41\nCPU architecture: 8\nCPU variant\t: 0x0\n"
      "CPU part\t: 0xd08\nCPU revision\t: 3\n\nRevision\t: c03111\n"
      "Model\t\t: Raspberry Pi 4 Model B Rev 1.1\n";
constexpr std::string_view kBigLittle
    = "processor\t: 0\nCPU implementer\t: 0x41\nCPU part\t: 0xd05\n\nprocessor\t: 1\n"
      "CPU implementer\t: 0x41\nCPU part\t: 0xd05\n\nprocessor\t: 2\n"
      "CPU implementer\t: 0x41\nCPU part\t: 0xd0b\n";

} // namespace

class TestMachine : public QObject {
    Q_OBJECT

private slots:
    void cpuModels_data();
    void cpuModels();
    void instructionSets();
    void factsOfAFakeMachine();
    void factsOfAnEmptyMachine();
    void factsOfThisMachine();
    void cpuLists();
    void boardNames();
    void quotaOfVersion2IsTheLowestOnTheWayUp();
    void quotaOfVersion1();
    void noQuotaIsUnlimited();
    void memoryLimitCountsWhereItIsLower();
    void hottestZone();
    void peakMemory();
};

void TestMachine::cpuModels_data()
{
    QTest::addColumn<QString>("cpuinfo");
    QTest::addColumn<QString>("model");
    const auto text = [](std::string_view view) {
        return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
    };
    QTest::newRow("x86") << text(kEpyc) << "AMD EPYC 7R13 Processor";
    QTest::newRow("Raspberry Pi 4") << text(kRaspberry) << "ARM Cortex-A72";
    QTest::newRow("two core types") << text(kBigLittle) << "ARM Cortex-A55 + ARM Cortex-A76";
    QTest::newRow("unknown part") << "processor\t: 0\nCPU implementer\t: 0x41\nCPU part\t: 0xfff\n"
                                  << "ARM part 0xfff";
    QTest::newRow("unknown maker") << "processor\t: 0\nCPU implementer\t: 0x99\nCPU part\t: 0x001\n"
                                   << "implementer 0x99 part 0x001";
    QTest::newRow("nothing") << ""
                             << "";
}

void TestMachine::cpuModels()
{
    QFETCH(QString, cpuinfo);
    QFETCH(QString, model);
    QCOMPARE(QString::fromStdString(cpuModelFrom(cpuinfo.toStdString())), model);
}

void TestMachine::instructionSets()
{
    QCOMPARE(instructionSetsFrom(kEpyc), std::string("sse4_1 sse4_2 avx fma avx2"));
    QCOMPARE(instructionSetsFrom(kRaspberry), std::string("asimd"));
    QCOMPARE(instructionSetsFrom(kBigLittle), std::string());
}

void TestMachine::factsOfAFakeMachine()
{
    FakeRoot root;
    root.put("/proc/cpuinfo", QByteArray(kEpyc.data(), static_cast<qsizetype>(kEpyc.size())));
    root.put("/proc/sys/kernel/hostname", "gateway\n");
    root.put("/proc/sys/kernel/osrelease", "6.1.0-18-amd64\n");
    root.put("/proc/meminfo", "MemTotal:       16000000 kB\nMemFree:        1 kB\n");
    root.put(
        "/etc/os-release", "NAME=\"Debian\"\nPRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian\n");
    root.put("/sys/devices/system/cpu/online", "0-3,8\n");
    root.put("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "schedutil\n");
    root.put("/sys/devices/system/cpu/cpu0/cpufreq/scaling_cur_freq", "1800000\n");
    const MachineFacts facts = readMachineFacts(root.path());
    QCOMPARE(facts.hostName, std::string("gateway"));
    QCOMPARE(facts.cpuModel, std::string("AMD EPYC 7R13 Processor"));
    QCOMPARE(facts.virtualisation, std::string("hypervisor"));
    QCOMPARE(facts.kernel, std::string("6.1.0-18-amd64"));
    QCOMPARE(facts.osName, std::string("Debian GNU/Linux 12 (bookworm)"));
    QCOMPARE(facts.memoryBytes, std::uint64_t(16'384'000'000));
    QCOMPARE(facts.coresOnline, 5u);
    QCOMPARE(facts.governor, std::string("schedutil"));
    QCOMPARE(*facts.frequencyMHz, 1800.0);
}

void TestMachine::factsOfAnEmptyMachine()
{
    const FakeRoot root;
    const MachineFacts facts = readMachineFacts(root.path());
    QCOMPARE(facts.cpuModel, std::string());
    QCOMPARE(facts.governor, std::string());
    QCOMPARE(facts.coresOnline, 0u);
    QCOMPARE(facts.memoryBytes, std::uint64_t(0));
    QVERIFY(!facts.frequencyMHz);
    QVERIFY(facts.coresAllowed >= 1); // affinity is asked of the kernel
}

void TestMachine::factsOfThisMachine()
{
    const MachineFacts facts = readMachineFacts();
    QVERIFY(!facts.cpuModel.empty());
    QVERIFY(!facts.architecture.empty());
    QVERIFY(!facts.kernel.empty());
    QVERIFY(facts.coresOnline >= 1);
    QVERIFY(facts.coresAllowed > 0 && facts.coresAllowed <= facts.coresOnline);
    QVERIFY(facts.memoryBytes > 64'000'000);
}

void TestMachine::cpuLists()
{
    QCOMPARE(cpusFrom("0-3,8"), (std::vector<unsigned>{0, 1, 2, 3, 8}));
    QCOMPARE(cpusFrom(""), std::vector<unsigned>());
    QCOMPARE(cpusFrom("x,2-,5-4,7"), std::vector<unsigned>{7});
    QCOMPARE(cpuListOf(std::vector<unsigned>{0, 1, 2, 3, 8, 10, 11}), std::string("0-3,8,10-11"));
    QCOMPARE(cpuListOf(std::vector<unsigned>()), std::string());
}

void TestMachine::boardNames()
{
    FakeRoot root;
    QCOMPARE(readMachineFacts(root.path()).board, std::string());
    root.put("/sys/class/dmi/id/sys_vendor", "System manufacturer\n");
    root.put("/sys/class/dmi/id/product_name", "System Product Name\n");
    root.put("/sys/class/dmi/id/board_vendor", "ASUSTeK COMPUTER INC.\n");
    root.put("/sys/class/dmi/id/board_name", "PRIME B450M-A\n");
    QCOMPARE(readMachineFacts(root.path()).board, std::string("ASUSTeK COMPUTER INC. PRIME B450M-A"));
    root.put("/sys/class/dmi/id/product_name", "OptiPlex 7000\n");
    QCOMPARE(readMachineFacts(root.path()).board, std::string("OptiPlex 7000"));
    root.put("/proc/cpuinfo", QByteArray(kRaspberry.data(), static_cast<qsizetype>(kRaspberry.size())));
    QCOMPARE(readMachineFacts(root.path()).board, std::string("Raspberry Pi 4 Model B Rev 1.1"));
    root.put("/proc/device-tree/model", QByteArray("Raspberry Pi Compute Module 4 Rev 1.0\0", 38));
    QCOMPARE(readMachineFacts(root.path()).board, std::string("Raspberry Pi Compute Module 4 Rev 1.0"));
}

void TestMachine::quotaOfVersion2IsTheLowestOnTheWayUp()
{
    FakeRoot root;
    root.put("/proc/self/cgroup", "0::/system.slice/iotbench.service\n");
    root.put("/sys/fs/cgroup/system.slice/cpu.max", "50000 100000\n");
    root.put("/sys/fs/cgroup/system.slice/iotbench.service/cpu.max", "max 100000\n");
    QCOMPARE(*ControlGroup(root.path()).cpuQuota(), 0.5);
    QCOMPARE(coresAllowed(root.path()), 0.5);
    root.put("/sys/fs/cgroup/system.slice/iotbench.service/cpu.max", "25000 100000\n");
    QCOMPARE(coresAllowed(root.path()), 0.25);
}

void TestMachine::quotaOfVersion1()
{
    FakeRoot root; // a container: the path that is told does not exist inside, the limits stand at the mount
    root.put(
        "/proc/self/cgroup", "5:memory:/docker/abc\n4:cpu,cpuacct:/docker/abc\n1:name=systemd:/docker/abc\n");
    root.put("/sys/fs/cgroup/cpu/cpu.cfs_quota_us", "40000\n");
    root.put("/sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
    root.put("/sys/fs/cgroup/cpu/cpu.stat", "nr_periods 10\nnr_throttled 2\nthrottled_time 7000000\n");
    root.put("/sys/fs/cgroup/memory/memory.limit_in_bytes", "500000000\n");
    const ControlGroup group(root.path());
    QCOMPARE(*group.cpuQuota(), 0.4);
    QCOMPARE(*group.memoryLimitBytes(), std::uint64_t(500'000'000));
    QCOMPARE(*group.throttledUs(), std::uint64_t(7'000));
}

void TestMachine::noQuotaIsUnlimited()
{
    FakeRoot root;
    root.put("/proc/self/cgroup", "4:cpu,cpuacct:/\n0::/\n");
    root.put("/sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n");
    root.put("/sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
    root.put("/sys/fs/cgroup/cpu.max", "max 100000\n");
    const ControlGroup group(root.path());
    QVERIFY(!group.cpuQuota());
    QVERIFY(!group.memoryLimitBytes());
    QVERIFY(!group.throttledUs());
    QVERIFY(coresAllowed(root.path()) >= 1);
}

void TestMachine::memoryLimitCountsWhereItIsLower()
{
    FakeRoot root;
    root.put("/proc/self/cgroup", "0::/a\n");
    root.put("/proc/meminfo", "MemTotal:       1000000 kB\n");
    root.put("/sys/fs/cgroup/a/memory.max", "max\n");
    QCOMPARE(readMachineFacts(root.path()).memoryBytes, std::uint64_t(1'024'000'000));
    root.put("/sys/fs/cgroup/a/memory.max", "268435456\n");
    QCOMPARE(readMachineFacts(root.path()).memoryBytes, std::uint64_t(268'435'456));
}

void TestMachine::hottestZone()
{
    FakeRoot root;
    QVERIFY(!hottestZoneC(root.path()));
    root.put("/sys/class/thermal/thermal_zone0/temp", "41500\n");
    root.put("/sys/class/thermal/thermal_zone3/temp", "63250\n"); // numbers may have gaps
    root.put("/sys/class/thermal/thermal_zone4/temp", "-256000\n"); // a part without power
    QCOMPARE(*hottestZoneC(root.path()), 63.25);
}

void TestMachine::peakMemory()
{
    FakeRoot root;
    root.put("/proc/self/status", "Name:\tiotbench\nVmPeak:\t  900 kB\nVmHWM:\t  120 kB\nVmRSS:\t  100 kB\n");
    QCOMPARE(peakMemoryBytes(root.path()), std::uint64_t(122'880));
    QVERIFY(peakMemoryBytes() > 1'000'000);
}

QTEST_GUILESS_MAIN(TestMachine)
#include "tst_machine.moc"
