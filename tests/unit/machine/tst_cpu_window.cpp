// From readings of the kernel's accounts to shares, on literal figures.
#include "machine/cpu_window.h"

#include <QtTest>

#include <array>

using namespace iotbench;

namespace {

constexpr std::int64_t kMs = 1'000'000;
constexpr std::int64_t kS = 1'000 * kMs;
constexpr std::array kBoth = {0u, 1u};
constexpr std::array kFirst = {0u};

constexpr int kOther = 100, kPeer = 200, kDisplay = 300, kChild = 400, kSoftIrq = 14;

// Two CPUs, two seconds after a start with nothing on its counters: 4 s of CPU time.
struct Machine {
    std::int64_t idleMs[2] = {0, 0}, interruptMs[2] = {0, 0}, stealMs[2] = {0, 0};
    std::int64_t ownMs = 0;
    std::vector<std::pair<int, std::int64_t>> ranMs; // by process
    std::optional<std::int64_t> groupsMs;

    CpuReading at(std::int64_t steadyNs) const
    {
        CpuReading reading;
        reading.steadyNs = steadyNs;
        for (unsigned cpu = 0; cpu < 2; ++cpu)
            reading.cpus.push_back({cpu, idleMs[cpu] * kMs, interruptMs[cpu] * kMs, stealMs[cpu] * kMs});
        reading.ownNs = ownMs * kMs;
        for (const auto& [pid, ms] : ranMs)
            reading.processes.push_back({pid,
                pid == kPeer          ? ProcessRole::Peer
                    : pid == kDisplay ? ProcessRole::Display
                    : pid == kChild   ? ProcessRole::Run
                    : pid == kSoftIrq ? ProcessRole::Interrupts
                                      : ProcessRole::Other,
                ms * kMs});
        if (groupsMs)
            reading.groupsNs = *groupsMs * kMs;
        return reading;
    }
    CpuWindow window(std::span<const unsigned> usable = kBoth) const
    {
        Machine start;
        if (groupsMs)
            start.groupsMs = 0;
        return windowBetween(start.at(0), at(2 * kS), usable);
    }
};

// As if images had been in hand all the time.
Interference over(CpuWindow window)
{
    window.inHandNs = static_cast<double>(window.time.endNs - window.time.startNs);
    return interferenceIn(std::span(&window, 1));
}

} // namespace

class TestCpuWindow : public QObject {
    Q_OBJECT

private slots:
    void aRunAlone();
    void othersBeside();
    void peersAndDisplayAreNoOthers();
    void interruptsChargedToTheRunAreTheRuns();
    void interruptsAccountedApartAreNobodys();
    void programsThatCameAndWent();
    void programsThatCameAndWentByTheirGroups();
    void aPeerThatEnded();
    void aChildThatWasWaitedFor();
    void someCpusOnly();
    void stealIsNoOthers();
    void stealThatIsNotTold();
    void cpusThatComeAndGo();
    void onlyTheTimeInHandCounts();
    void roundingDoesNotAddUp();
    void limitsAreMeansOverTheTimeTheyAreToldFor();
    void rows();
    void nothingTold();
};

void TestCpuWindow::aRunAlone()
{
    Machine machine;
    machine.idleMs[0] = 400;
    machine.ownMs = 3600;
    const Interference seen = over(machine.window());
    QCOMPARE(seen.seconds, 2.0);
    QCOMPARE(*seen.runPercent, 90.0);
    QCOMPARE(*seen.idlePercent, 10.0);
    QCOMPARE(*seen.others, (ShareEstimate{0, 0, 1})); // 40 ms of rounding
    QCOMPARE(*seen.stealPercent, 0.0);
}

void TestCpuWindow::othersBeside()
{
    Machine machine;
    machine.ownMs = 3000;
    machine.ranMs = {{kOther, 600}, {kOther + 1, 400}};
    const Interference seen = over(machine.window());
    QCOMPARE(*seen.runPercent, 75.0);
    QCOMPARE(*seen.others, (ShareEstimate{25, 24, 26}));
}

void TestCpuWindow::peersAndDisplayAreNoOthers()
{
    Machine machine;
    machine.idleMs[1] = 80;
    machine.ownMs = 3000;
    machine.ranMs = {{kSoftIrq, 40}, {kOther, 120}, {kPeer, 560}, {kDisplay, 200}};
    const Interference seen = over(machine.window());
    QCOMPARE(*seen.peersPercent, 14.0);
    QCOMPARE(*seen.displayPercent, 5.0);
    QCOMPARE(seen.others->percent, 3.0);
}

void TestCpuWindow::interruptsChargedToTheRunAreTheRuns()
{
    Machine machine;
    machine.interruptMs[0] = 600; // of the run's 3800
    machine.ownMs = 3800;
    machine.ranMs = {{kOther, 200}};
    const Interference seen = over(machine.window());
    QCOMPARE(*seen.interruptsPercent, 15.0);
    QCOMPARE(*seen.others, (ShareEstimate{5, 4, 6}));
}

void TestCpuWindow::interruptsAccountedApartAreNobodys()
{
    Machine machine;
    machine.interruptMs[0] = 600; // beside the run's 3200
    machine.ownMs = 3200;
    machine.ranMs = {{kOther, 200}};
    const Interference seen = over(machine.window());
    QCOMPARE(seen.others->percent, 5.0);
    QCOMPARE(seen.others->low, 4.0);
    QCOMPARE(seen.others->high, 21.0); // they might be programs that came and went
}

void TestCpuWindow::programsThatCameAndWent()
{
    Machine machine;
    machine.interruptMs[0] = 100;
    machine.ownMs = 3000;
    const Interference seen = over(machine.window());
    QCOMPARE(*seen.others, (ShareEstimate{22.5, 21.5, 26}));
}

void TestCpuWindow::programsThatCameAndWentByTheirGroups()
{
    Machine machine;
    machine.interruptMs[0] = 600; // might be all that is missing
    machine.ownMs = 3600;
    QCOMPARE(over(machine.window()).others->percent, 0.0);
    machine.groupsMs = 3960;
    const Interference seen = over(machine.window());
    QCOMPARE(*seen.others, (ShareEstimate{9, 8, 11}));
}

void TestCpuWindow::aPeerThatEnded()
{
    Machine start, end;
    start.ranMs = {{kPeer, 500}};
    start.groupsMs = 500;
    end.ownMs = 3000;
    end.ranMs = {{kOther, 200}};
    for (const auto groupsMs : {std::optional<std::int64_t>(), std::optional<std::int64_t>(4500)}) {
        end.groupsMs = groupsMs; // its last 800 ms are in the groups' total, or nobody's
        const CpuWindow window = windowBetween(start.at(0), end.at(2 * kS), kBoth);
        const Interference seen = over(window);
        QCOMPARE(seen.others->percent, 5.0);
        QCOMPARE(seen.others->low, 4.0);
        QCOMPARE(seen.others->high, 26.0);
    }
}

void TestCpuWindow::aChildThatWasWaitedFor()
{
    Machine start, end;
    start.ownMs = 1000;
    start.ranMs = {{kChild, 700}};
    end.ownMs = 1000 + 700 + 300 + 2000; // it ran 300 more
    end.idleMs[0] = 1700;
    const Interference seen = over(windowBetween(start.at(0), end.at(2 * kS), kBoth));
    QCOMPARE(*seen.runPercent, 57.5);
    QCOMPARE(seen.others->percent, 0.0);
}

void TestCpuWindow::someCpusOnly()
{
    Machine machine;
    machine.idleMs[1] = 1000;
    machine.interruptMs[0] = 100;
    machine.ownMs = 1500;
    machine.ranMs = {{kOther, 1400}, {kPeer, 100}}; // wherever they were
    const Interference seen = over(machine.window(kFirst));
    QCOMPARE(*seen.runPercent, 75.0);
    QCOMPARE(*seen.idlePercent, 0.0);
    QCOMPARE(*seen.others, (ShareEstimate{20, 19, 26})); // 500 ms, and 100 may be the peer's
    machine.ranMs.front().second = 1300; // 100 ms are nobody's, and so may be interrupts
    QCOMPARE(over(machine.window(kFirst)).others->percent, 15.0);
}

void TestCpuWindow::stealIsNoOthers()
{
    Machine machine;
    machine.stealMs[0] = 400;
    machine.ownMs = 3600;
    const Interference seen = over(machine.window());
    QCOMPARE(*seen.stealPercent, 10.0);
    QCOMPARE(seen.others->percent, 0.0);
}

void TestCpuWindow::stealThatIsNotTold()
{
    Machine machine;
    machine.ownMs = 4000;
    CpuReading end = machine.at(2 * kS);
    end.stealTold = false;
    const Interference seen = over(windowBetween(Machine().at(0), end, kBoth));
    QVERIFY(!seen.stealPercent);
    QCOMPARE(*seen.runPercent, 100.0);
}

void TestCpuWindow::cpusThatComeAndGo()
{
    Machine machine;
    machine.ownMs = 2000;
    CpuReading start = Machine().at(0), end = machine.at(2 * kS);
    start.cpus.pop_back();
    const Interference came = over(windowBetween(start, end, kBoth));
    QCOMPARE(*came.runPercent, 100.0);
    QCOMPARE(came.others->percent, 0.0);
    end.cpus.clear();
    QVERIFY(!over(windowBetween(start, end, kBoth)).others);
}

void TestCpuWindow::onlyTheTimeInHandCounts()
{
    Machine waiting, running; // a minute without anything, then two seconds beside others, then half a window
    waiting.idleMs[0] = waiting.idleMs[1] = 60'000;
    running = waiting;
    running.ownMs = 2000;
    running.ranMs = {{kOther, 2000}};
    Machine after = running;
    after.ownMs = 3000;
    after.ranMs = {{kOther, 5000}};
    const std::array readings
        = {Machine().at(0), waiting.at(60 * kS), running.at(62 * kS), after.at(64 * kS)};
    std::vector<CpuWindow> windows;
    for (std::size_t i = 1; i < readings.size(); ++i)
        windows.push_back(windowBetween(readings[i - 1], readings[i], kBoth));

    windows[1].inHandNs = 2e9;
    QCOMPARE(*interferenceIn(windows).others, (ShareEstimate{50, 49, 51}));
    windows[2].inHandNs = 1e9; // half of the window
    const Interference seen = interferenceIn(windows);
    QCOMPARE(seen.seconds, 3.0);
    QCOMPARE(*seen.runPercent, 100.0 * 2.5 / 6);
    QCOMPARE(seen.others->percent, 100.0 * 3.5 / 6);

    windows[1].inHandNs = windows[2].inHandNs = 0;
    const Interference none = interferenceIn(windows);
    QCOMPARE(none.seconds, 0.0);
    QVERIFY(!none.others && !none.runPercent);
}

void TestCpuWindow::roundingDoesNotAddUp()
{
    std::vector<CpuWindow> windows;
    for (int i = 0; i < 20; ++i) {
        Machine start, end;
        start.ownMs = 1800 * i;
        end.ownMs = 1800 * (i + 1);
        windows.push_back(windowBetween(start.at(i * kS), end.at((i + 1) * kS), kBoth));
    }
    for (CpuWindow& window : windows)
        window.inHandNs = 1e9;
    QCOMPARE(*interferenceIn(windows).others, (ShareEstimate{10, 9.9, 10.1}));
    for (std::size_t i = 0; i < windows.size(); i += 2)
        windows[i].inHandNs = 0;
    QCOMPARE(*interferenceIn(windows).others, (ShareEstimate{10, 8, 12}));

    CpuWindow all = windows.front();
    all.inHandNs = 1e9;
    for (std::size_t i = 1; i < windows.size(); ++i) {
        windows[i].inHandNs = 1e9;
        all.join(windows[i]);
    }
    const Interference joined = interferenceIn(std::span(&all, 1));
    QCOMPARE(joined.seconds, 20.0);
    QCOMPARE(*joined.runPercent, 90.0);
    QCOMPARE(joined.others->percent, 10.0);
    QCOMPARE(joined.others->low, 9.9);
}

void TestCpuWindow::limitsAreMeansOverTheTimeTheyAreToldFor()
{
    CpuWindow cool, hot;
    cool.time = {0, kS};
    hot.time = {kS, 3 * kS};
    cool.inHandNs = 1e9;
    hot.inHandNs = 2e9;
    cool.heatToldNs = 1e9;
    hot.heatToldNs = 2e9;
    hot.heatNs = 5e8;
    hot.quotaToldNs = 4e9;
    hot.quotaNs = 4e7;
    hot.thermalEvents = 3;
    hot.thermalEventsToldNs = 2e9;
    cool.underVoltageToldNs = 1e9;
    cool.clocks = {{1000 * 1e9, 1e9, 4}, {0, 0, 2}};
    hot.clocks = {{1600 * 2e9, 2e9, 4}, {0, 0, 2}};
    const std::array windows = {cool, hot};
    const Interference seen = interferenceIn(windows);
    QCOMPARE(*seen.heatPercent, 100.0 / 6);
    QCOMPARE(*seen.quotaPercent, 1.0);
    QCOMPARE(*seen.underVoltagePercent, 0.0);
    QVERIFY(!seen.clockLimitedPercent);
    QCOMPARE(*seen.thermalEvents, std::uint64_t(3));
    QCOMPARE(clocksMHz(windows), (std::vector<std::optional<double>>{1400, {}}));
}

void TestCpuWindow::rows()
{
    Machine first, second;
    first.ownMs = 2000;
    second.ownMs = 3000;
    second.ranMs = {{kOther, 1000}};
    std::array windows = {windowBetween(Machine().at(0), first.at(kS), kBoth),
        windowBetween(first.at(kS), second.at(2 * kS), kBoth)};
    windows[0].clocks = {{1800e9, 1e9, 4}, {2400e9, 1e9, 2}};
    windows[1].clocks = {{900e9, 1e9, 4}, {0, 0, 2}};
    windows[0].temperatureCNs = 50e9;
    windows[0].temperatureToldNs = 1e9;
    windows[1].temperatureCNs = 60e9;
    windows[1].temperatureToldNs = 1e9;
    windows[1].heatToldNs = 1e9;
    windows[1].heatNs = 1e8;
    const std::array spans = {TimeSpan{0, 500 * kMs}, TimeSpan{500 * kMs, kS},
        TimeSpan{500 * kMs, 1500 * kMs}, TimeSpan{1500 * kMs, 2500 * kMs}, TimeSpan{5 * kS, 6 * kS}};
    const std::vector<InterferenceRow> seen = interferenceRows(windows, spans);
    QCOMPARE(seen.size(), spans.size());
    QCOMPARE(*seen[0].othersPercent, 0.0);
    QCOMPARE(*seen[0].clockMHz, 2000.0);
    QCOMPARE(*seen[0].temperatureC, 50.0);
    QVERIFY(!seen[0].heatPercent);
    QCOMPARE(seen[1], seen[0]);
    QCOMPARE(*seen[2].othersPercent, 25.0);
    QCOMPARE(*seen[2].temperatureC, 55.0);
    QCOMPARE(*seen[3].othersPercent, 50.0);
    QCOMPARE(*seen[3].clockMHz, 900.0);
    QCOMPARE(*seen[3].heatPercent, 10.0);
    QCOMPARE(seen[4], InterferenceRow());
}

void TestCpuWindow::nothingTold()
{
    CpuReading start, end;
    end.steadyNs = 2 * kS;
    const Interference seen = over(windowBetween(start, end, kBoth));
    Interference empty;
    empty.seconds = 2;
    QCOMPARE(seen, empty);
}

QTEST_GUILESS_MAIN(TestCpuWindow)
#include "tst_cpu_window.moc"
