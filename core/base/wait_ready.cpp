#include "base/wait_ready.h"

#include "base/stop_signal.h"
#include "base/system_clock.h"

#include <array>

namespace iotbench {

Readiness waitReady(const Clock& clock, PollTarget target, const StopSignal& stop, std::int64_t deadlineNs)
{
    std::array<pollfd, 2> fds{{{stop.fd(), POLLIN, 0}, {target.fd, target.events, 0}}};
    for (;;) {
        const bool ready = clock.poll(fds, deadlineNs);
        if (stop.raised())
            return Readiness::Stopped;
        if (ready)
            return Readiness::Ready;
        if (clock.nowNs() >= deadlineNs)
            return Readiness::TimedOut;
    }
}

Readiness waitReady(PollTarget target, const StopSignal& stop, std::int64_t timeoutNs)
{
    const SystemClock clock;
    return waitReady(clock, target, stop, timeoutNs < 0 ? kNever : clock.nowNs() + timeoutNs);
}

} // namespace iotbench
