#include "machine/cpu_reading.h"

#include "base/text_file.h"
#include "base/thread_time.h"

#include <algorithm>
#include <charconv>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <string_view>
#include <sys/resource.h>
#include <unistd.h>

namespace iotbench {
namespace {

constexpr std::int64_t kNsPerUs = 1'000;
constexpr std::int64_t kNsPerS = 1'000'000'000;
constexpr std::size_t kFirstTextBytes = std::size_t{64} << 10;
// What is compared must be of one moment. A thread that another one took the CPU from reads again.
constexpr std::int64_t kQuickNs = 1'000'000;
constexpr int kMostAttempts = 3;

std::int64_t childrenNs()
{
    rusage used{};
    getrusage(RUSAGE_CHILDREN, &used);
    return (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * kNsPerS
        + (used.ru_utime.tv_usec + used.ru_stime.tv_usec) * kNsPerUs;
}

std::optional<unsigned> numberFrom(std::string_view text)
{
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

// "cpu3 user nice system idle iowait irq softirq steal guest guest_nice", in ticks; empty for other lines.
std::optional<CpuReading::Cpu> cpuFrom(std::string_view line)
{
    static const std::int64_t tickNs = kNsPerS / std::max(1L, sysconf(_SC_CLK_TCK));
    enum Field { User, Nice, System, Idle, IoWait, Irq, SoftIrq, Steal, Fields };
    const std::size_t space = line.find(' ');
    const auto number = space == std::string_view::npos || !line.starts_with("cpu")
        ? std::nullopt
        : numberFrom(line.substr(3, space - 3));
    if (!number)
        return std::nullopt;
    std::int64_t ticks[Fields] = {};
    const char* at = line.data() + space;
    const char* const end = line.data() + line.size();
    for (std::int64_t& field : ticks) {
        while (at < end && *at == ' ')
            ++at;
        const auto [next, error] = std::from_chars(at, end, field);
        if (error != std::errc())
            return std::nullopt;
        at = next;
    }
    return CpuReading::Cpu{*number, (ticks[Idle] + ticks[IoWait]) * tickNs,
        (ticks[Irq] + ticks[SoftIrq]) * tickNs, ticks[Steal] * tickNs};
}

const CpuReading::Process* find(const std::vector<CpuReading::Process>& processes, int pid)
{
    const auto at = std::ranges::lower_bound(processes, pid, {}, &CpuReading::Process::pid);
    return at != processes.end() && at->pid == pid ? &*at : nullptr;
}

} // namespace

std::optional<std::int64_t> processClockNs(int pid)
{
    clockid_t clock{};
    timespec ran{};
    if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &ran) != 0)
        return std::nullopt;
    return ran.tv_sec * kNsPerS + ran.tv_nsec;
}

CpuReader::CpuReader(const Clock& clock, bool hypervisor, ProcessClock processClock, const std::string& root)
    : m_clock(clock)
    , m_hypervisor(hypervisor)
    , m_processClock(std::move(processClock))
    , m_root(root)
    , m_groups(root)
    , m_stat(::open((root + "/proc/stat").c_str(), O_RDONLY | O_CLOEXEC))
    , m_text(kFirstTextBytes, '\0')
{
}

void CpuReader::mark(ProcessRole role, std::span<const int> pids)
{
    for (const int pid : pids)
        m_marked.emplace_back(pid, role);
}

void CpuReader::read(CpuReading& reading, const CpuReading& before)
{
    std::int64_t startNs = 0;
    for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
        startNs = m_clock.nowNs();
        readStat(reading);
        reading.ownNs = processCpuNs() + childrenNs();
        reading.steadyNs = startNs + (m_clock.nowNs() - startNs) / 2;
        if (reading.steadyNs - startNs < kQuickNs / 2)
            break;
    }
    readProcesses(reading, before);
    reading.groupsNs = m_groups.readNs();
    reading.spreadNs = m_clock.nowNs() - startNs;
}

void CpuReader::readStat(CpuReading& reading)
{
    ssize_t got = m_stat ? ::pread(m_stat.get(), m_text.data(), m_text.size(), 0) : -1;
    // One read gives all of it, or as much as there is room for.
    while (got == static_cast<ssize_t>(m_text.size())) {
        m_text.resize(m_text.size() * 2);
        got = ::pread(m_stat.get(), m_text.data(), m_text.size(), 0);
    }
    reading.cpus.clear();
    reading.stealTold = !m_hypervisor;
    std::string_view text(m_text.data(), static_cast<std::size_t>(std::max<ssize_t>(0, got)));
    while (text.starts_with("cpu")) {
        const std::size_t end = text.find('\n');
        if (const auto cpu = cpuFrom(text.substr(0, end))) { // the first line is of all CPUs together
            reading.cpus.push_back(*cpu);
            reading.stealTold |= cpu->stealNs > 0;
        }
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
}

void CpuReader::readProcesses(CpuReading& reading, const CpuReading& before)
{
    reading.processes.clear();
    const int own = getpid();
    const std::unique_ptr<DIR, int (*)(DIR*)> folder(opendir((m_root + "/proc").c_str()), closedir);
    while (const dirent* entry = folder ? readdir(folder.get()) : nullptr) {
        const auto pid = numberFrom(entry->d_name);
        if (!pid || static_cast<int>(*pid) == own)
            continue;
        if (const auto ranNs = m_processClock(static_cast<int>(*pid)))
            reading.processes.push_back({static_cast<int>(*pid), ProcessRole::Other, *ranNs});
    }
    std::ranges::sort(reading.processes, {}, &CpuReading::Process::pid);
    for (CpuReading::Process& process : reading.processes)
        process.role = roleOf(process.pid, reading, before);
    m_marked.clear();
}

ProcessRole CpuReader::roleOf(int pid, const CpuReading& reading, const CpuReading& before) const
{
    const auto marked = std::ranges::find(m_marked, pid, &std::pair<int, ProcessRole>::first);
    if (marked != m_marked.end())
        return marked->second;
    // A process of the same number that has run for less is another one.
    const CpuReading::Process* const now = find(reading.processes, pid);
    if (const auto* known = find(before.processes, pid); known && known->ranNs <= now->ranNs)
        return known->role;
    // "pid (name) state parent …"; a name may hold parentheses.
    const std::string text = readTextFile(m_root + "/proc/" + std::to_string(pid) + "/stat");
    const std::size_t open = text.find('('), close = text.rfind(')');
    if (open == std::string::npos || close == std::string::npos || close < open)
        return ProcessRole::Other;
    std::istringstream words(text.substr(close + 1));
    std::string state;
    int parent = 0;
    words >> state >> parent;
    if (parent == getpid())
        return ProcessRole::Run;
    if (const auto* process = find(reading.processes, parent); process && process->role == ProcessRole::Run)
        return ProcessRole::Run;
    constexpr int kKernelThreads = 2; // the parent of them all
    const std::string_view name = std::string_view(text).substr(open + 1, close - open - 1);
    const bool interrupts
        = name.starts_with("ksoftirqd/") || name.starts_with("irq/") || name.starts_with("napi/");
    return parent == kKernelThreads && interrupts ? ProcessRole::Interrupts : ProcessRole::Other;
}

} // namespace iotbench
