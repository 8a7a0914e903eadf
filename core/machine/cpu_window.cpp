#include "machine/cpu_window.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace iotbench {
namespace {

// The kernel writes a running thread's time down with every tick of its timer, and rounds idle time to ticks
// of its interface: 10 ms cover either.
constexpr double kRoundedNs = 1e7;

double growth(std::int64_t start, std::int64_t end)
{
    return end > start ? static_cast<double>(end - start) : 0;
}

std::optional<double> percent(double part, double whole)
{
    return whole > 0 ? std::optional(std::clamp(100 * part / whole, 0.0, 100.0)) : std::nullopt;
}

void addCpus(
    CpuWindow& window, const CpuReading& start, const CpuReading& end, std::span<const unsigned> usable)
{
    const double lengthNs = growth(start.steadyNs, end.steadyNs);
    auto before = start.cpus.begin();
    std::size_t cpus = 0;
    for (const CpuReading::Cpu& cpu : end.cpus) {
        before = std::find_if(
            before, start.cpus.end(), [&](const CpuReading::Cpu& b) { return b.number >= cpu.number; });
        if (before == start.cpus.end() || before->number != cpu.number)
            continue; // it came online meanwhile
        const double idleNs = std::min(lengthNs, growth(before->idleNs, cpu.idleNs));
        const double stealNs = std::min(lengthNs - idleNs, growth(before->stealNs, cpu.stealNs));
        window.allBusyNs += lengthNs - idleNs - stealNs;
        if (!std::ranges::binary_search(usable, cpu.number)) {
            window.allUsable = false;
            continue;
        }
        ++cpus;
        window.idleNs += idleNs;
        window.stealNs += stealNs;
        window.interruptNs += growth(before->interruptNs, cpu.interruptNs);
    }
    window.capacityNs = lengthNs * static_cast<double>(cpus);
    window.stealToldNs = end.stealTold ? window.capacityNs : 0;
    const double spreadNs = static_cast<double>(std::max(start.spreadNs, end.spreadNs));
    window.edgeErrorNs = (2 * kRoundedNs + spreadNs) * static_cast<double>(cpus);
}

void addProcesses(CpuWindow& window, const CpuReading& start, const CpuReading& end)
{
    const double lengthNs = growth(start.steadyNs, end.steadyNs);
    double waitedForNs = 0, peersGone = 0;
    auto before = start.processes.begin();
    const auto passEnded = [&](int nextPid) {
        for (; before != start.processes.end() && before->pid < nextPid; ++before) {
            peersGone += before->role == ProcessRole::Peer;
            if (before->role == ProcessRole::Run)
                waitedForNs += static_cast<double>(before->ranNs); // all of it is in ownNs now
        }
    };
    for (const CpuReading::Process& process : end.processes) {
        passEnded(process.pid);
        std::int64_t ranBeforeNs = 0;
        if (before != start.processes.end() && before->pid == process.pid) {
            if (before->ranNs <= process.ranNs) // else another one has its number
                ranBeforeNs = before->ranNs;
            ++before;
        }
        const double ranNs = growth(ranBeforeNs, process.ranNs);
        window.clocksNs += ranNs;
        switch (process.role) {
        case ProcessRole::Run:
            window.runNs += ranNs;
            break;
        case ProcessRole::Peer:
            window.peersNs += ranNs;
            break;
        case ProcessRole::Display:
            window.displayNs += ranNs;
            break;
        case ProcessRole::Interrupts:
            window.interruptThreadsNs += ranNs;
            break;
        case ProcessRole::Other:
            break;
        }
    }
    passEnded(std::numeric_limits<int>::max());
    const double ownNs = std::max(0.0, growth(start.ownNs, end.ownNs) - waitedForNs);
    window.runNs += ownNs;
    window.clocksNs += ownNs;
    if (start.groupsNs && end.groupsNs)
        window.groupsNs = growth(*start.groupsNs, *end.groupsNs);
    const double unseenNs
        = std::max(window.allBusyNs, window.groupsNs) - window.clocksNs - window.interruptNs;
    window.peersGoneNs = std::clamp(unseenNs, 0.0, peersGone * lengthNs);
}

// See the top of the header. `errorNs`: of the ends of all windows together.
std::optional<ShareEstimate> othersIn(const CpuWindow& sum, double errorNs)
{
    if (sum.capacityNs <= 0)
        return std::nullopt;
    const double chargedNs = std::max(sum.clocksNs, sum.groupsNs);
    const double nobodysNs = std::max(0.0, sum.allBusyNs - chargedNs);
    const double interruptsNs = std::min(sum.interruptNs, nobodysNs);
    const double knownNs = sum.peersNs + sum.displayNs + sum.interruptThreadsNs;
    double estimateNs = 0, highNs = 0;
    if (sum.allUsable) {
        const double othersNs = std::max(0.0, chargedNs - sum.runNs - knownNs);
        highNs = othersNs + nobodysNs;
        estimateNs = highNs - interruptsNs - sum.peersGoneNs;
    } else {
        highNs = sum.capacityNs - sum.idleNs - sum.stealNs - sum.runNs;
        estimateNs = highNs - knownNs - interruptsNs - sum.peersGoneNs;
    }
    const auto share = [&](double ns) { return percent(ns, sum.capacityNs).value_or(0); };
    return ShareEstimate{share(estimateNs), share(estimateNs - errorNs), share(highNs + errorNs)};
}

// The amounts of all windows by their parts with images in hand, and how far off the time of others may be.
std::pair<CpuWindow, double> sumInHand(std::span<const CpuWindow> windows)
{
    CpuWindow sum;
    // What one reading makes too large in the window before, it makes too small in the one after: only where
    // two neighbours count by different parts does the rest of it stay.
    double errorNs = 0, partBefore = 0;
    for (const CpuWindow& window : windows) {
        const double lengthNs = growth(window.time.startNs, window.time.endNs);
        const double part = lengthNs > 0 ? std::min(1.0, window.inHandNs / lengthNs) : 0;
        errorNs += std::abs(part - partBefore) * window.edgeErrorNs / 2;
        partBefore = part;
        sum.add(window, part);
        sum.inHandNs += part * lengthNs;
    }
    errorNs += partBefore * sum.edgeErrorNs / 2;
    return {std::move(sum), errorNs};
}

double overlapNs(const TimeSpan& a, const TimeSpan& b)
{
    return growth(std::max(a.startNs, b.startNs), std::min(a.endNs, b.endNs));
}

std::optional<double> meanClockMHz(const CpuWindow& sum)
{
    double mhz = 0, cpus = 0;
    for (const CpuWindow::Clock& clock : sum.clocks)
        if (clock.toldNs > 0) {
            mhz += clock.mhzNs / clock.toldNs * clock.cpus;
            cpus += clock.cpus;
        }
    return cpus > 0 ? std::optional(mhz / cpus) : std::nullopt;
}

} // namespace

void CpuWindow::add(const CpuWindow& other, double part)
{
    allUsable = allUsable && other.allUsable;
    edgeErrorNs = std::max(edgeErrorNs, other.edgeErrorNs);
    for (double CpuWindow::*amount :
        {&CpuWindow::capacityNs, &CpuWindow::idleNs, &CpuWindow::interruptNs, &CpuWindow::stealNs,
            &CpuWindow::stealToldNs, &CpuWindow::allBusyNs, &CpuWindow::clocksNs, &CpuWindow::groupsNs,
            &CpuWindow::runNs, &CpuWindow::peersNs, &CpuWindow::displayNs, &CpuWindow::interruptThreadsNs,
            &CpuWindow::peersGoneNs, &CpuWindow::quotaNs, &CpuWindow::quotaToldNs, &CpuWindow::heatNs,
            &CpuWindow::heatToldNs, &CpuWindow::underVoltageNs, &CpuWindow::underVoltageToldNs,
            &CpuWindow::clockLimitedNs, &CpuWindow::clockLimitedToldNs, &CpuWindow::thermalEvents,
            &CpuWindow::thermalEventsToldNs, &CpuWindow::temperatureCNs, &CpuWindow::temperatureToldNs})
        this->*amount += part * other.*amount;
    clocks.resize(std::max(clocks.size(), other.clocks.size()));
    for (std::size_t i = 0; i < other.clocks.size(); ++i) {
        clocks[i].mhzNs += part * other.clocks[i].mhzNs;
        clocks[i].toldNs += part * other.clocks[i].toldNs;
        clocks[i].cpus = other.clocks[i].cpus;
    }
}

void CpuWindow::join(const CpuWindow& next)
{
    time.endNs = next.time.endNs;
    inHandNs += next.inHandNs;
    add(next, 1);
}

CpuWindow windowBetween(const CpuReading& start, const CpuReading& end, std::span<const unsigned> usable)
{
    CpuWindow window;
    window.time = {start.steadyNs, end.steadyNs};
    addCpus(window, start, end, usable);
    addProcesses(window, start, end);
    return window;
}

Interference interferenceIn(std::span<const CpuWindow> windows)
{
    const auto [sum, errorNs] = sumInHand(windows);
    Interference found;
    found.seconds = sum.inHandNs / 1e9;
    found.runPercent = percent(sum.runNs, sum.capacityNs);
    found.peersPercent = percent(sum.peersNs, sum.capacityNs);
    found.displayPercent = percent(sum.displayNs, sum.capacityNs);
    found.others = othersIn(sum, errorNs);
    found.interruptsPercent = percent(sum.interruptNs, sum.capacityNs);
    found.idlePercent = percent(sum.idleNs, sum.capacityNs);
    found.stealPercent = percent(sum.stealNs, sum.stealToldNs);
    found.quotaPercent = percent(sum.quotaNs, sum.quotaToldNs);
    found.heatPercent = percent(sum.heatNs, sum.heatToldNs);
    found.underVoltagePercent = percent(sum.underVoltageNs, sum.underVoltageToldNs);
    found.clockLimitedPercent = percent(sum.clockLimitedNs, sum.clockLimitedToldNs);
    if (sum.thermalEventsToldNs > 0)
        found.thermalEvents = static_cast<std::uint64_t>(std::llround(sum.thermalEvents));
    return found;
}

std::vector<std::optional<double>> clocksMHz(std::span<const CpuWindow> windows)
{
    std::vector<std::optional<double>> means;
    for (const CpuWindow::Clock& clock : sumInHand(windows).first.clocks)
        means.push_back(clock.toldNs > 0 ? std::optional(clock.mhzNs / clock.toldNs) : std::nullopt);
    return means;
}

std::vector<InterferenceRow> interferenceRows(
    std::span<const CpuWindow> windows, std::span<const TimeSpan> rows)
{
    std::vector<InterferenceRow> found;
    found.reserve(rows.size());
    std::size_t first = 0;
    for (const TimeSpan& row : rows) {
        while (first < windows.size() && windows[first].time.endNs <= row.startNs)
            ++first;
        CpuWindow sum;
        for (std::size_t i = first; i < windows.size() && windows[i].time.startNs < row.endNs; ++i) {
            const TimeSpan& window = windows[i].time;
            sum.add(windows[i], overlapNs(window, row) / growth(window.startNs, window.endNs));
        }
        InterferenceRow told;
        if (const auto others = othersIn(sum, 0))
            told.othersPercent = others->percent;
        told.stealPercent = percent(sum.stealNs, sum.stealToldNs);
        told.heatPercent = percent(sum.heatNs, sum.heatToldNs);
        told.quotaPercent = percent(sum.quotaNs, sum.quotaToldNs);
        told.clockMHz = meanClockMHz(sum);
        if (sum.temperatureToldNs > 0)
            told.temperatureC = sum.temperatureCNs / sum.temperatureToldNs;
        found.push_back(told);
    }
    return found;
}

} // namespace iotbench
