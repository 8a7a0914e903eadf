// What is told of five machines, read from files as their kernels write them (tests/data/machines).
#include "machine/arm_cores.h"
#include "machine/core_types.h"
#include "machine/cpu_list.h"
#include "machine/machine.h"
#include "machine/speed_watch.h"

#include "fake_root.h"

using namespace iotbench;
using iotbench::test::FakeRoot;

namespace {

const QString kThrottled = QStringLiteral("/sys/devices/platform/soc/soc:firmware/get_throttled");

struct Watched {
    MachineFacts machine;
    Interference interference;
};

// Four samples in ten seconds: at the start, and after each change that `between` makes (it is told 1, 2 and
// 3).
template <typename Between>
Watched watched(const FakeRoot& root, Between&& between)
{
    Watched seen;
    seen.machine = readMachineFacts(root.path());
    SpeedWatch watch(seen.machine.coreTypes, onlineCpus(root.path()), root.path());
    for (int sample = 1; sample <= 2; ++sample) {
        between(sample);
        watch.sample();
    }
    between(3);
    CpuWindow window;
    window.time = {0, 10'000'000'000};
    window.inHandNs = 1e10;
    watch.take(window);
    watch.fill(seen.machine);
    seen.interference = interferenceIn(std::span(&window, 1));
    const std::vector<std::optional<double>> clocks = clocksMHz(std::span(&window, 1));
    for (std::size_t i = 0; i < clocks.size(); ++i)
        seen.machine.coreTypes[i].meanMHz = clocks[i];
    return seen;
}

} // namespace

class TestBoards : public QObject {
    Q_OBJECT

private slots:
    void coreNames_data();
    void coreNames();
    void raspberryPi4();
    void raspberryPi5();
    void jetson();
    void unequalClusters();
    void coresAreKnownWithoutTheirRegister();
    void hybridPc();
    void firmwareTellsHeatFromAWeakSupply();
    void mainlineKernelTellsAWeakSupply();
    void coolingDevicesOfTheProcessor();
    void aFanCoolsWithoutSlowing();
    void aLoweredLimitWithoutHeat();
    void aLimitFromTheStartIsASetting();
    void countersAndSamplesTheLargerCounts();
    void nothingToldIsEmpty();
};

void TestBoards::coreNames_data()
{
    QTest::addColumn<quint64>("midr");
    QTest::addColumn<QString>("name");
    QTest::newRow("A53") << quint64(0x410fd034) << "ARM Cortex-A53";
    QTest::newRow("A55") << quint64(0x412fd050) << "ARM Cortex-A55";
    QTest::newRow("A57") << quint64(0x411fd071) << "ARM Cortex-A57";
    QTest::newRow("A72") << quint64(0x410fd083) << "ARM Cortex-A72";
    QTest::newRow("A73") << quint64(0x411fd090) << "ARM Cortex-A73";
    QTest::newRow("A76") << quint64(0x414fd0b1) << "ARM Cortex-A76";
    QTest::newRow("A78") << quint64(0x411fd410) << "ARM Cortex-A78";
    QTest::newRow("A78AE") << quint64(0x410fd421) << "ARM Cortex-A78AE";
    QTest::newRow("A710") << quint64(0x412fd470) << "ARM Cortex-A710";
    QTest::newRow("X1") << quint64(0x411fd440) << "ARM Cortex-X1";
    QTest::newRow("N1") << quint64(0x413fd0c1) << "ARM Neoverse-N1";
    QTest::newRow("N2") << quint64(0x410fd490) << "ARM Neoverse-N2";
    QTest::newRow("V1") << quint64(0x411fd401) << "ARM Neoverse-V1";
    QTest::newRow("V2") << quint64(0x410fd4f0) << "ARM Neoverse-V2";
    QTest::newRow("Carmel") << quint64(0x4e0f0040) << "NVIDIA Carmel";
    QTest::newRow("Kryo") << quint64(0x51df8040) << "Qualcomm Kryo-4XX-Gold";
    QTest::newRow("M1") << quint64(0x611f0230) << "Apple Firestorm-M1";
    QTest::newRow("Ampere") << quint64(0xc00fac30) << "Ampere Ampere-1";
    QTest::newRow("Brahma") << quint64(0x420f1000) << "Broadcom Brahma-B53";
    QTest::newRow("unknown part") << quint64(0x410fffe0) << "ARM part 0xffe";
    QTest::newRow("unknown maker") << quint64(0x990f0010) << "implementer 0x99 part 0x001";
}

void TestBoards::coreNames()
{
    QFETCH(quint64, midr);
    QFETCH(QString, name);
    QCOMPARE(QString::fromStdString(nameOf(armCoreFrom(midr))), name);
}

void TestBoards::raspberryPi4()
{
    const FakeRoot root(QStringLiteral("raspberry_pi_4"));
    const MachineFacts facts = readMachineFacts(root.path());
    QCOMPARE(facts.board, std::string("Raspberry Pi 4 Model B Rev 1.4"));
    QCOMPARE(facts.cpuModel, std::string("ARM Cortex-A72"));
    QCOMPARE(facts.instructionSets, std::string("asimd"));
    QCOMPARE(facts.governor, std::string("ondemand"));
    QCOMPARE(*facts.frequencyMHz, 600.0);
    QCOMPARE(facts.memoryBytes, std::uint64_t(952'799'232));
    QCOMPARE(facts.coreTypes.size(), std::size_t(1));
    const CoreType& kind = facts.coreTypes.front();
    QCOMPARE(kind.name, std::string("ARM Cortex-A72"));
    QCOMPARE(kind.cpus, std::string("0-3"));
    QCOMPARE(kind.count, 4u);
    QCOMPARE(*kind.clusters, 1u);
    QCOMPARE(*kind.minMHz, 600.0);
    QCOMPARE(*kind.maxMHz, 1800.0);
    QCOMPARE(*kind.limitMHz, 1800.0);
    QVERIFY(!kind.meanMHz && !kind.workers); // only a run can tell
}

void TestBoards::raspberryPi5()
{
    const FakeRoot root(QStringLiteral("raspberry_pi_5"));
    const MachineFacts facts = readMachineFacts(root.path());
    QCOMPARE(facts.board, std::string("Raspberry Pi 5 Model B Rev 1.0"));
    QCOMPARE(facts.cpuModel, std::string("ARM Cortex-A76"));
    QCOMPARE(facts.instructionSets, std::string("asimd fphp asimdhp asimddp"));
    QCOMPARE(facts.coreTypes.size(), std::size_t(1));
    QCOMPARE(*facts.coreTypes.front().capacity, 1024u);
}

void TestBoards::jetson()
{
    FakeRoot root(QStringLiteral("jetson_agx_orin"));
    const Watched seen = watched(root, [&](int sample) {
        root.put("/sys/class/thermal/thermal_zone0/temp", sample == 2 ? "71500\n" : "60250\n");
        root.put("/sys/devices/system/cpu/cpu0/cpufreq/scaling_cur_freq", "2201600\n");
    });
    QCOMPARE(seen.machine.board, std::string("Jetson AGX Orin"));
    QCOMPARE(seen.machine.cpuModel, std::string("ARM Cortex-A78AE")); // not its "ARMv8 Processor rev 1 (v8l)"
    QCOMPARE(seen.machine.coreTypes.size(), std::size_t(1));
    QCOMPARE(seen.machine.coreTypes.front().cpus, std::string("0-11"));
    QCOMPARE(*seen.machine.coreTypes.front().clusters, 3u);
    QCOMPARE(*seen.machine.coreTypes.front().meanMHz, (729.6 + 3 * 2201.6) / 4);
    QCOMPARE(seen.machine.thermalZones.size(), std::size_t(5));
    QCOMPARE(seen.machine.thermalZones.front(), (ThermalZone{"CPU-therm", 48.062, 71.5, 60.25}));
    QCOMPARE(seen.machine.thermalZones[1], (ThermalZone{"GPU-therm", {}, {}, {}})); // without power
    QCOMPARE(*seen.interference.heatPercent, 0.0);
    QVERIFY(!seen.interference.underVoltagePercent);
}

void TestBoards::unequalClusters()
{
    const FakeRoot root(QStringLiteral("rk3588"));
    const MachineFacts facts = readMachineFacts(root.path());
    QCOMPARE(facts.cpuModel, std::string("ARM Cortex-A55 + ARM Cortex-A76"));
    QCOMPARE(facts.coreTypes.size(), std::size_t(3)); // the fast cores are of two bins
    QCOMPARE(facts.coreTypes[0].name, std::string("ARM Cortex-A55"));
    QCOMPARE(facts.coreTypes[0].cpus, std::string("0-3"));
    QCOMPARE(*facts.coreTypes[0].capacity, 397u);
    QCOMPARE(*facts.coreTypes[0].maxMHz, 1800.0);
    QCOMPARE(facts.coreTypes[1].name, std::string("ARM Cortex-A76"));
    QCOMPARE(facts.coreTypes[1].cpus, std::string("4-5"));
    QCOMPARE(*facts.coreTypes[1].capacity, 1024u);
    QCOMPARE(*facts.coreTypes[1].maxMHz, 2400.0);
    QCOMPARE(facts.coreTypes[2].cpus, std::string("6-7"));
    QCOMPARE(*facts.coreTypes[2].capacity, 1003u);
    QCOMPARE(*facts.coreTypes[2].maxMHz, 2352.0);
    QCOMPARE(facts.coreTypes[2].governor, std::string("schedutil"));
}

void TestBoards::coresAreKnownWithoutTheirRegister()
{
    FakeRoot root; // an old kernel: /proc/cpuinfo alone, and one of the cores is off
    root.put("/proc/cpuinfo",
        "processor\t: 0\nCPU implementer\t: 0x41\nCPU part\t: 0xd03\n\n"
        "processor\t: 2\nCPU implementer\t: 0x41\nCPU part\t: 0xd09\n");
    root.put("/sys/devices/system/cpu/online", "0,2\n");
    const std::vector<CoreType> kinds = readCoreTypes(root.path());
    QCOMPARE(kinds.size(), std::size_t(2));
    QCOMPARE(kinds[0].name, std::string("ARM Cortex-A53"));
    QCOMPARE(kinds[1].name, std::string("ARM Cortex-A73"));
    QCOMPARE(kinds[1].cpus, std::string("2"));
    QVERIFY(!kinds[1].maxMHz && !kinds[1].capacity);
}

void TestBoards::hybridPc()
{
    const FakeRoot root(QStringLiteral("pc_i7_12700"));
    const Watched seen = watched(root, [](int) {});
    QCOMPARE(seen.machine.board, std::string("Dell Inc. OptiPlex 7000"));
    QCOMPARE(seen.machine.cpuModel, std::string("12th Gen Intel(R) Core(TM) i7-12700"));
    QCOMPARE(
        seen.machine.coreTypes.size(), std::size_t(2)); // though two cores may clock higher than their like
    QCOMPARE(seen.machine.coreTypes[0].name,
        std::string("12th Gen Intel(R) Core(TM) i7-12700, performance cores"));
    QCOMPARE(seen.machine.coreTypes[0].cpus, std::string("0-15"));
    QCOMPARE(*seen.machine.coreTypes[0].maxMHz, 4900.0);
    QVERIFY(!seen.machine.coreTypes[0].clusters);
    QCOMPARE(
        seen.machine.coreTypes[1].name, std::string("12th Gen Intel(R) Core(TM) i7-12700, efficient cores"));
    QCOMPARE(seen.machine.coreTypes[1].count, 4u);
    QCOMPARE(*seen.machine.coreTypes[1].maxMHz, 3600.0);
    // "TCC Offset" is a setting, "Fan" costs no speed.
    QCOMPARE(*seen.interference.heatPercent, 0.0);
}

void TestBoards::firmwareTellsHeatFromAWeakSupply()
{
    FakeRoot root(QStringLiteral("raspberry_pi_4"));
    // A weak supply caps and throttles; later heat does; the high bits only tell what has been since the last
    // time.
    const Watched seen = watched(root, [&](int sample) {
        root.put(kThrottled, sample == 1 ? "50005\n" : sample == 2 ? "e0006\n" : "e0000\n");
    });
    QCOMPARE(*seen.interference.underVoltagePercent, 25.0);
    QCOMPARE(*seen.interference.heatPercent, 25.0);
    QCOMPARE(*seen.interference.clockLimitedPercent, 0.0);

    const Watched both
        = watched(root, [&](int) { root.put(kThrottled, "9\n"); }); // soft limit and weak supply
    QCOMPARE(*both.interference.underVoltagePercent, 75.0);
    QCOMPARE(*both.interference.heatPercent, 75.0);
}

void TestBoards::mainlineKernelTellsAWeakSupply()
{
    FakeRoot root;
    root.put("/sys/class/hwmon/hwmon0/name", "cpu_thermal\n");
    root.put("/sys/class/hwmon/hwmon1/name", "rpi_volt\n");
    root.put("/sys/class/hwmon/hwmon1/in0_lcrit_alarm", "0\n");
    const Watched seen = watched(root, [&](int sample) {
        root.put("/sys/class/hwmon/hwmon1/in0_lcrit_alarm", sample == 1 ? "1\n" : "0\n");
    });
    QCOMPARE(*seen.interference.underVoltagePercent, 25.0);
    QVERIFY(!seen.interference.heatPercent); // this kernel does not tell
}

void TestBoards::coolingDevicesOfTheProcessor()
{
    FakeRoot root(QStringLiteral("rk3588"));
    const Watched seen = watched(root, [&](int sample) {
        root.put("/sys/class/thermal/cooling_device1/cur_state", sample == 3 ? "2\n" : "0\n");
        root.put("/sys/devices/system/cpu/cpufreq/policy4/scaling_max_freq",
            sample == 3 ? "2016000\n" : "2400000\n");
        root.put("/sys/class/thermal/cooling_device3/cur_state", "4\n"); // of the graphics unit
    });
    QCOMPARE(*seen.interference.heatPercent, 25.0);
    QCOMPARE(*seen.interference.clockLimitedPercent, 0.0); // the reason is known

    FakeRoot orin(QStringLiteral("jetson_agx_orin"));
    const Watched alert
        = watched(orin, [&](int) { orin.put("/sys/class/thermal/cooling_device4/cur_state", "1\n"); });
    QCOMPARE(*alert.interference.heatPercent, 75.0);
}

void TestBoards::aFanCoolsWithoutSlowing()
{
    FakeRoot root(QStringLiteral("raspberry_pi_5"));
    const Watched seen
        = watched(root, [&](int) { root.put("/sys/class/thermal/cooling_device0/cur_state", "4\n"); });
    QCOMPARE(*seen.interference.heatPercent, 0.0);
}

void TestBoards::aLoweredLimitWithoutHeat()
{
    FakeRoot root(QStringLiteral("jetson_agx_orin"));
    const Watched seen = watched(root, [&](int sample) {
        if (sample >= 2) // someone chooses another power mode
            root.put("/sys/devices/system/cpu/cpufreq/policy8/scaling_max_freq", "1113600\n");
    });
    QCOMPARE(*seen.interference.clockLimitedPercent, 50.0);
    QCOMPARE(*seen.interference.heatPercent, 0.0);
}

void TestBoards::aLimitFromTheStartIsASetting()
{
    FakeRoot root(QStringLiteral("raspberry_pi_4"));
    root.put("/sys/devices/system/cpu/cpufreq/policy0/scaling_max_freq", "1000000\n");
    for (int cpu = 0; cpu < 4; ++cpu)
        root.put(
            QStringLiteral("/sys/devices/system/cpu/cpu%1/cpufreq/scaling_max_freq").arg(cpu), "1000000\n");
    const Watched seen = watched(root, [](int) {});
    QCOMPARE(*seen.machine.coreTypes.front().limitMHz, 1000.0);
    QCOMPARE(*seen.machine.coreTypes.front().maxMHz, 1800.0);
    QCOMPARE(*seen.interference.clockLimitedPercent, 0.0);
}

void TestBoards::countersAndSamplesTheLargerCounts()
{
    FakeRoot root(QStringLiteral("pc_i7_12700"));
    const QString counters = QStringLiteral("/sys/devices/system/cpu/cpu%1/thermal_throttle/core_throttle_");
    const auto heated = [&](int cpu, const QByteArray& totalMs, const QByteArray& events) {
        root.put(counters.arg(cpu) + "total_time_ms", totalMs);
        root.put(counters.arg(cpu) + "count", events);
    };
    heated(0, "100\n", "3\n");
    heated(1, "0\n", "0\n");
    const Watched counted = watched(root, [&](int) {
        heated(0, "350\n", "5\n");
        heated(1, "20\n", "1\n");
    });
    QCOMPARE(*counted.interference.heatPercent, 2.5); // 250 ms of CPU 0
    QCOMPARE(*counted.interference.thermalEvents, std::uint64_t(3));
    const Watched sampled = watched(root, [&](int sample) {
        heated(0, "400\n", "6\n");
        root.put("/sys/class/thermal/cooling_device0/cur_state", sample == 2 ? "1\n" : "0\n");
    });
    QCOMPARE(*sampled.interference.heatPercent, 25.0);
    QCOMPARE(*sampled.interference.thermalEvents, std::uint64_t(1));
}

void TestBoards::nothingToldIsEmpty()
{
    const FakeRoot root;
    const Watched seen = watched(root, [](int) {});
    QVERIFY(seen.machine.coreTypes.empty());
    QVERIFY(seen.machine.thermalZones.empty());
    Interference empty;
    empty.seconds = 10;
    QCOMPARE(seen.interference, empty);
}

QTEST_GUILESS_MAIN(TestBoards)
#include "tst_boards.moc"
