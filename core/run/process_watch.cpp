#include "run/process_watch.h"

#include "base/thread_time.h"
#include "machine/cpu_list.h"
#include "machine/machine.h"
#include "statistics/figure_text.h"

#include <unistd.h>
#include <utility>

namespace iotbench {

namespace {

constexpr std::int64_t kLookEveryNs = 1'000'000'000;
constexpr std::int64_t kWorthTellingNs = 50'000'000;

InterferenceWatch::Watched watchedFor(const Settings& settings)
{
    InterferenceWatch::Watched watched;
    if (settings.role == Role::Loopback)
        return watched;
    const bool sends = settings.role == Role::Send;
    watched.flow = sends ? StreamFlow::Out : StreamFlow::In;
    if (!settings.listen && !settings.connect)
        watched.pipe = sends ? STDOUT_FILENO : STDIN_FILENO;
    return watched;
}

} // namespace

ProcessWatch::ProcessWatch(
    const Clock& clock, MachineFacts machine, const Settings& settings, std::int64_t windowNs)
    : m_clock(clock)
    , m_machine(std::move(machine))
    , m_watched(watchedFor(settings))
{
    m_watched.windowNs = windowNs;
}

std::span<const CpuWindow> ProcessWatch::windows() const
{
    return m_interference ? std::span(m_interference->windows()) : std::span<const CpuWindow>();
}

std::int64_t ProcessWatch::begin(std::int64_t leadNs)
{
    m_interference.emplace(m_clock, m_machine, m_watched);
    m_suspension.emplace(m_clock, static_cast<unsigned>(m_watched.cpus.size()));
    m_cpuBeforeNs = processCpuNs();
    m_originNs = m_clock.nowNs() + leadNs;
    return m_originNs;
}

void ProcessWatch::observe(ImagesPassed passed)
{
    if (!m_interference)
        return;
    const bool first = m_passed.came == 0 && passed.came > 0;
    const bool inHand = passed.done < passed.came || passed.done > m_passed.done;
    countSuspended(passed);
    lookAtCpus();
    m_passed = passed;
    if (passed.came == 0)
        m_cpuBeforeNs = processCpuNs();
    m_interference->observe(inHand && !first);
    if (first)
        m_interference->cut(); // the wait for it is no part of what follows
}

// Counts once a result follows, so that neither the wait for the first image does nor what comes after the
// last one. Images that came while the process stood still are read at once after it.
void ProcessWatch::countSuspended(ImagesPassed passed)
{
    const bool justSuspended = std::exchange(m_justSuspended, false);
    if (passed.done > m_passed.done)
        m_suspendedNs += std::exchange(m_suspendedSinceNs, 0);
    else if (passed.came == 0 && !justSuspended)
        m_suspendedSinceNs = 0;
}

// Whoever takes CPUs from the threads of a process (taskset -a, a cpuset) takes them from this one too.
void ProcessWatch::lookAtCpus()
{
    const std::int64_t nowNs = m_clock.nowNs();
    if (nowNs < m_nextLookNs || !m_cpusChangedTo.empty())
        return;
    m_nextLookNs = nowNs + kLookEveryNs;
    if (const std::vector<unsigned> cpus = allowedCpus(); cpus != m_watched.cpus)
        m_cpusChangedTo = cpuListOf(cpus);
}

void ProcessWatch::fallAsleep()
{
    if (m_suspension)
        m_suspension->fallAsleep();
}

std::optional<Message> ProcessWatch::wakeUp(std::int64_t askedNs)
{
    if (!m_suspension)
        return std::nullopt;
    const auto [endNs, suspendedNs] = m_suspension->wakeUp(askedNs);
    if (suspendedNs > 0)
        m_suspensions.add(endNs, suspendedNs);
    m_suspendedSinceNs += suspendedNs;
    m_justSuspended = m_justSuspended || suspendedNs > 0;
    if (suspendedNs >= kWorthTellingNs && !std::exchange(m_suspensionTold, true))
        return Message{TR("the program was suspended for %1 s"), {fixedText(seconds(suspendedNs), 2)}};
    if (!m_cpusChangedTo.empty() && !std::exchange(m_changeTold, true))
        return Message{TR("the CPUs that the run may use were changed from %1 to %2"),
            {cpuListOf(m_watched.cpus), m_cpusChangedTo}};
    return std::nullopt;
}

ProcessFacts ProcessWatch::end()
{
    ProcessFacts facts;
    facts.machine = m_machine;
    facts.peakMemoryBytes = peakMemoryBytes();
    if (!m_interference) {
        facts.machine.temperatureC = hottestZoneC();
        return facts;
    }
    facts.cpuS = seconds(processCpuNs() - m_cpuBeforeNs);
    facts.originNs = m_originNs;
    m_nextLookNs = 0;
    lookAtCpus();
    if (m_passed.done < m_passed.came)
        m_suspendedNs += m_suspendedSinceNs;
    m_interference->cut();
    m_interference->fill(facts.machine);
    facts.interference = m_interference->seen();
    if (m_suspension->tells()) {
        facts.interference.suspendedS = seconds(m_suspendedNs);
        facts.suspensions = m_suspensions;
    }
    if (!m_cpusChangedTo.empty()) {
        facts.interference.cpusChangedFrom = facts.interference.cpus;
        facts.interference.cpusChangedTo = m_cpusChangedTo;
    }
    facts.windows = m_interference->windows();
    return facts;
}

} // namespace iotbench
