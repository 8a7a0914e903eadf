#include "base/thread_time.h"

#include <ctime>
#include <pthread.h>
#include <sched.h>
#include <sys/prctl.h>

namespace iotbench {

namespace {

std::int64_t cpuNs(clockid_t clock) noexcept
{
    timespec used{};
    clock_gettime(clock, &used);
    return used.tv_sec * std::int64_t{1'000'000'000} + used.tv_nsec;
}

} // namespace

std::int64_t threadCpuNs() noexcept
{
    return cpuNs(CLOCK_THREAD_CPUTIME_ID);
}

std::int64_t processCpuNs() noexcept
{
    return cpuNs(CLOCK_PROCESS_CPUTIME_ID);
}

void lowerTimerSlack() noexcept
{
    prctl(PR_SET_TIMERSLACK, 1UL, 0UL, 0UL, 0UL);
}

bool runInRealTime() noexcept
{
    sched_param lowest{};
    lowest.sched_priority = sched_get_priority_min(SCHED_RR);
    return pthread_setschedparam(pthread_self(), SCHED_RR, &lowest) == 0;
}

} // namespace iotbench
