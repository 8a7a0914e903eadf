#include "base/stop_signal.h"

#include "base/refusal.h"
#include "base/shortage.h"

#include <cerrno>
#include <cstdint>
#include <sys/eventfd.h>
#include <unistd.h>

namespace iotbench {

StopSignal::StopSignal()
    : m_fd(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{
    if (m_fd < 0)
        throw Refusal(shortageInWords(errno));
}

StopSignal::~StopSignal()
{
    close(m_fd);
}

void StopSignal::raise() noexcept
{
    const int savedErrno = errno; // a signal handler may have come between a call and its errno
    m_raised.store(true, std::memory_order_release);
    const std::uint64_t one = 1;
    // Can only fail where the counter is full, and then it is readable anyway.
    [[maybe_unused]] const ssize_t written = write(m_fd, &one, sizeof one);
    errno = savedErrno;
}

} // namespace iotbench
