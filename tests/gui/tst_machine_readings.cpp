// What the window says of the machine, second by second.
#include "base/thread_time.h"
#include "ui/machine_readings.h"

#include "unit/machine/fake_root.h"

#include <unistd.h>

using iotbench::processCpuNs;
using iotbench::test::FakeRoot;
using iotbench::ui::MachineReading;
using iotbench::ui::MachineReadings;
using iotbench::ui::ProcessTimes;

class TestMachineReadings : public QObject {
    Q_OBJECT
private slots:
    void aBoard()
    {
        FakeRoot root("raspberry_pi_5");
        root.put("/proc/self/statm", "25000 1000 500 10 0 900 0\n");
        const MachineReading reading = MachineReadings(root.path()).read();
        QCOMPARE(reading.temperatureC, std::optional(52.1));
        QCOMPARE(reading.memoryBytes, std::optional(1000.0 * static_cast<double>(sysconf(_SC_PAGESIZE))));
    }

    void theFastestClockOfAll()
    {
        FakeRoot root;
        root.put("/sys/devices/system/cpu/online", "0,2-3\n");
        root.put("/sys/devices/system/cpu/cpu0/cpufreq/scaling_cur_freq", "600000\n");
        root.put("/sys/devices/system/cpu/cpu2/cpufreq/scaling_cur_freq", "2400000\n");
        root.put("/proc/cpuinfo", "cpu MHz\t\t: 9999.0\n");
        QCOMPARE(MachineReadings(root.path()).read().clockMHz, std::optional(2400.0));
    }

    void aVirtualMachineTellsItsClockInOneFile()
    {
        FakeRoot root;
        root.put("/sys/devices/system/cpu/online", "0-1\n");
        root.put(
            "/proc/cpuinfo", "model name\t: x\ncpu MHz\t\t: 2445.406\n\ncpu MHz\t\t: 3100.25\ncpu MHz\n");
        QCOMPARE(MachineReadings(root.path()).read().clockMHz, std::optional(3100.25));
    }

    void whatIsNotToldIsEmpty()
    {
        const FakeRoot root;
        const MachineReading reading = MachineReadings(root.path()).read();
        QVERIFY(!reading.coresUsed);
        QVERIFY(!reading.memoryBytes);
        QVERIFY(!reading.clockMHz);
        QVERIFY(!reading.temperatureC);
    }

    void coresAreCountedFromOneReadingToTheNext()
    {
        const FakeRoot root;
        MachineReadings readings(root.path());
        QVERIFY(!readings.read({1'000, 70}).coresUsed);
        QCOMPARE(readings.read({1'800, 1'270}).coresUsed, std::optional(1.5));
        QCOMPARE(readings.read({2'800, 1'520}).coresUsed, std::optional(0.25));
        QVERIFY(!readings.read({2'800, 1'530}).coresUsed); // no time has gone by
    }

    void theClocksAreThoseOfThisProcess()
    {
        const ProcessTimes before = ProcessTimes::now();
        while (processCpuNs() < before.cpuNs + 20'000'000)
            continue;
        const ProcessTimes after = ProcessTimes::now();
        QVERIFY(after.cpuNs >= before.cpuNs + 20'000'000);
        QVERIFY(after.steadyNs > before.steadyNs);
    }
};

QTEST_GUILESS_MAIN(TestMachineReadings)
#include "tst_machine_readings.moc"
