#include "machine/suspension_watch.h"

#include "base/thread_time.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fcntl.h>
#include <string_view>
#include <unistd.h>

namespace iotbench {
namespace {

constexpr std::int64_t kLeastNs = 10'000'000;

// "RAN WAITED TIMES"; empty where the kernel does not keep these figures, and all are 0.
std::optional<std::int64_t> waitedIn(int schedstat)
{
    std::array<char, 96> text{};
    const ssize_t size = pread(schedstat, text.data(), text.size(), 0);
    if (size <= 0)
        return std::nullopt;
    const char* const end = text.data() + size;
    std::int64_t ranNs = 0, waitedNs = 0;
    const auto [space, error] = std::from_chars(text.data(), end, ranNs);
    if (error != std::errc() || space == end || ranNs == 0
        || std::from_chars(space + 1, end, waitedNs).ec != std::errc())
        return std::nullopt;
    return waitedNs;
}

} // namespace

std::int64_t suspendedNs(const Sleep& sleep)
{
    const std::int64_t lateNs = sleep.lengthNs - sleep.askedNs - sleep.waitedNs;
    const std::int64_t mostRunNs = sleep.askedNs * sleep.cpus + lateNs / 10;
    return lateNs >= kLeastNs && sleep.processRanNs <= mostRunNs ? lateNs : 0;
}

SuspensionWatch::SuspensionWatch(const Clock& clock, unsigned cpus, const std::string& root)
    : m_clock(clock)
    , m_cpus(std::max(1U, cpus))
    , m_schedstat(open((root + "/proc/thread-self/schedstat").c_str(), O_RDONLY | O_CLOEXEC))
    , m_before(now())
{
}

SuspensionWatch::Moment SuspensionWatch::now() const
{
    return {m_clock.nowNs(), processCpuNs(), waitedIn(m_schedstat.get())};
}

void SuspensionWatch::fallAsleep()
{
    m_before = now();
}

Suspension SuspensionWatch::wakeUp(std::int64_t askedNs)
{
    const Moment after = now();
    if (!m_before.waitedNs || !after.waitedNs)
        return {};
    const std::int64_t waitedNs = *after.waitedNs - *m_before.waitedNs;
    return {after.steadyNs - waitedNs,
        suspendedNs({.lengthNs = after.steadyNs - m_before.steadyNs,
            .askedNs = askedNs,
            .waitedNs = waitedNs,
            .processRanNs = after.processRanNs - m_before.processRanNs,
            .cpus = m_cpus})};
}

} // namespace iotbench
