#include "base/thread_time.h"

#include <ctime>
#include <sys/prctl.h>

namespace iotbench {

std::int64_t threadCpuNs() noexcept
{
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return used.tv_sec * std::int64_t{1'000'000'000} + used.tv_nsec;
}

void lowerTimerSlack() noexcept
{
    prctl(PR_SET_TIMERSLACK, 1UL, 0UL, 0UL, 0UL);
}

} // namespace iotbench
