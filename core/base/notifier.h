// Wakes a thread that waits in poll(), beside whatever else it waits for.
#pragma once

#include "base/file_descriptor.h"

namespace iotbench {

// An eventfd. Notifications before the next clear() count as one. All calls are thread-safe, none blocks.
class Notifier {
public:
    Notifier(); // throws Refusal where no eventfd is to be had

    void notify() noexcept;
    void clear() noexcept;
    int fd() const noexcept { return m_fd.get(); } // readable until cleared

private:
    FileDescriptor m_fd;
};

} // namespace iotbench
