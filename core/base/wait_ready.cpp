#include "base/wait_ready.h"

#include "base/stop_signal.h"

#include <cerrno>
#include <ctime>
#include <poll.h>
#include <system_error>

namespace iotbench {

namespace {

constexpr std::int64_t kNsPerS = 1'000'000'000;

std::int64_t monotonicNs()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * kNsPerS + now.tv_nsec;
}

} // namespace

Readiness waitReady(PollTarget target, const StopSignal& stop, std::int64_t timeoutNs)
{
    const std::int64_t deadlineNs = timeoutNs < 0 ? 0 : monotonicNs() + timeoutNs;
    std::int64_t leftNs = timeoutNs;
    for (;;) {
        pollfd fds[2] = {{stop.fd(), POLLIN, 0}, {target.fd, target.events, 0}};
        const timespec left{leftNs / kNsPerS, leftNs % kNsPerS};
        const int ready = ppoll(fds, 2, timeoutNs < 0 ? nullptr : &left, nullptr);
        if (ready < 0 && errno != EINTR)
            throw std::system_error(errno, std::system_category(), "poll");
        if (stop.raised())
            return Readiness::Stopped;
        if (ready > 0)
            return Readiness::Ready;
        if (timeoutNs < 0)
            continue;
        leftNs = deadlineNs - monotonicNs();
        if (leftNs <= 0)
            return Readiness::TimedOut;
    }
}

} // namespace iotbench
