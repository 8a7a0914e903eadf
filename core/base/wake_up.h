// A bell that one thread rings and another hears in poll(), beside whatever else it waits for.
#pragma once

#include "base/file_descriptor.h"

namespace iotbench {

// An eventfd. Rings before the next clear() count as one. All calls are thread-safe, none blocks.
class WakeUp {
public:
    WakeUp(); // throws std::system_error where no eventfd is to be had

    void ring() noexcept;
    void clear() noexcept;
    int fd() const noexcept { return m_fd.get(); } // readable while rung

private:
    FileDescriptor m_fd;
};

} // namespace iotbench
