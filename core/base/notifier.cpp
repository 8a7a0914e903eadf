#include "base/notifier.h"

#include "base/refusal.h"
#include "base/shortage.h"

#include <cerrno>
#include <cstdint>
#include <sys/eventfd.h>
#include <unistd.h>

namespace iotbench {

Notifier::Notifier()
    : m_fd(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{
    if (!m_fd)
        throw Refusal(shortageInWords(errno));
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
