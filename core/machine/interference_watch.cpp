#include "machine/interference_watch.h"

#include "base/thread_time.h"

#include <algorithm>
#include <utility>

namespace iotbench {

InterferenceWatch::InterferenceWatch(const Clock& clock, const MachineFacts& machine, Watched watched,
    ProcessClock processClock, const std::string& root)
    : m_clock(clock)
    , m_watched(std::move(watched))
    , m_root(root)
    , m_coresAllowed(machine.coresAllowed)
    , m_reader(clock, !machine.virtualisation.empty(), std::move(processClock), root)
    , m_group(root)
    , m_speed(machine.coreTypes, m_watched.cpus, root)
    , m_shortestNs(m_watched.windowNs)
{
    m_windows.reserve(m_watched.mostWindows);
    m_reader.mark(ProcessRole::Display, displayServers());
    m_reader.read(m_start, {});
    m_throttledUs = m_group.throttledUs();
    m_lastNs = m_start.steadyNs;
    m_nextSampleNs = m_start.steadyNs + SpeedWatch::kSampleEveryNs;
    m_nextCutNs = m_start.steadyNs + m_shortestNs;
}

void InterferenceWatch::observe(bool inHand)
{
    const std::int64_t nowNs = m_clock.nowNs();
    if (inHand)
        m_inHandNs += static_cast<double>(std::max<std::int64_t>(0, nowNs - m_lastNs));
    m_lastNs = nowNs;
    if (nowNs >= m_nextSampleNs) {
        const std::int64_t beforeNs = threadCpuNs();
        m_speed.sample();
        m_cpuNs += threadCpuNs() - beforeNs;
        m_nextSampleNs = nowNs + SpeedWatch::kSampleEveryNs;
    }
    if (nowNs >= m_nextCutNs)
        cut();
}

void InterferenceWatch::searchPeers()
{
    const std::int64_t nowNs = m_clock.nowNs();
    if (!m_watched.flow || nowNs < m_nextSearchNs)
        return;
    const std::int64_t beforeNs = threadCpuNs();
    m_reader.mark(ProcessRole::Peer, streamPeers(*m_watched.flow, m_watched.pipe, m_root));
    m_nextSearchNs = nowNs + m_watched.pause * (threadCpuNs() - beforeNs);
}

void InterferenceWatch::cut()
{
    const std::int64_t beforeNs = threadCpuNs();
    searchPeers();
    const std::int64_t readingNs = threadCpuNs();
    m_reader.read(m_end, m_start);
    CpuWindow window = windowBetween(m_start, m_end, m_watched.cpus);
    m_speed.take(window);
    if (const auto throttledUs = m_group.throttledUs(); throttledUs && m_throttledUs) {
        const double lengthNs = static_cast<double>(window.time.endNs - window.time.startNs);
        // Summed over CPUs by the kernel: a quota of 2 that is used up all the time keeps two CPUs' threads
        // waiting.
        window.quotaToldNs = lengthNs * std::max(1.0, m_coresAllowed);
        window.quotaNs = static_cast<double>(*throttledUs - std::min(*throttledUs, *m_throttledUs)) * 1'000;
        m_throttledUs = throttledUs;
    }
    window.inHandNs = std::exchange(m_inHandNs, 0.0);
    keep(window);
    std::swap(m_start, m_end);
    const std::int64_t afterNs = threadCpuNs();
    m_cpuNs += afterNs - beforeNs;
    m_nextSampleNs = m_start.steadyNs + SpeedWatch::kSampleEveryNs;
    m_nextCutNs = m_start.steadyNs + std::max(m_shortestNs, m_watched.pause * (afterNs - readingNs));
}

void InterferenceWatch::keep(const CpuWindow& window)
{
    if (m_windows.size() == m_watched.mostWindows) {
        for (std::size_t i = 0; i < m_watched.mostWindows / 2; ++i) {
            m_windows[2 * i].join(m_windows[2 * i + 1]);
            m_windows[i] = std::move(m_windows[2 * i]);
        }
        m_windows.resize(m_watched.mostWindows / 2);
        m_shortestNs *= 2;
    }
    m_windows.push_back(window);
}

Interference InterferenceWatch::seen() const
{
    Interference found = interferenceIn(m_windows);
    found.cpus = cpuListOf(m_watched.cpus);
    return found;
}

void InterferenceWatch::fill(MachineFacts& machine) const
{
    m_speed.fill(machine);
    const std::vector<std::optional<double>> means = clocksMHz(m_windows);
    for (std::size_t i = 0; i < std::min(means.size(), machine.coreTypes.size()); ++i)
        machine.coreTypes[i].meanMHz = means[i];
}

} // namespace iotbench
