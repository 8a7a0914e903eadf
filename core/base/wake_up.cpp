#include "base/wake_up.h"

#include <cerrno>
#include <cstdint>
#include <sys/eventfd.h>
#include <system_error>
#include <unistd.h>

namespace iotbench {

WakeUp::WakeUp()
    : m_fd(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{
    if (!m_fd)
        throw std::system_error(errno, std::system_category(), "eventfd");
}

void WakeUp::ring() noexcept
{
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written
        = write(m_fd.get(), &one, sizeof one); // fails only where rung already
}

void WakeUp::clear() noexcept
{
    std::uint64_t rings = 0;
    [[maybe_unused]] const ssize_t taken
        = read(m_fd.get(), &rings, sizeof rings); // fails only where not rung
}

} // namespace iotbench
