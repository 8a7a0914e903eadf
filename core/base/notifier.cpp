#include "base/notifier.h"

#include <cerrno>
#include <cstdint>
#include <sys/eventfd.h>
#include <system_error>
#include <unistd.h>

namespace iotbench {

Notifier::Notifier()
    : m_fd(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{
    if (!m_fd)
        throw std::system_error(errno, std::system_category(), "eventfd");
}

void Notifier::notify() noexcept
{
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written
        = write(m_fd.get(), &one, sizeof one); // fails only where notified already
}

void Notifier::clear() noexcept
{
    std::uint64_t count = 0;
    [[maybe_unused]] const ssize_t taken
        = read(m_fd.get(), &count, sizeof count); // fails only where not notified
}

} // namespace iotbench
