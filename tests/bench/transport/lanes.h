// Pairs of descriptors that bytes are written to and read from, with the calls that move them.
#pragma once

#include "base/file_descriptor.h"

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <sys/types.h>

namespace iotbench::bench {

// One way to carry bytes. Blocking: what is measured is the copying, not the waiting for readiness.
struct Lane {
    FileDescriptor in; // written to
    FileDescriptor out; // read from
    // As write(2) and read(2): bytes moved, 0 at the end, -1 with errno.
    std::function<ssize_t(int, std::span<const char>)> write;
    std::function<ssize_t(int, std::span<char>)> read;
    // Before the memory of a write may be changed; nothing where the kernel has copied it. True: it was
    // copied after all (MSG_ZEROCOPY over loopback).
    std::function<bool(int)> settle;
};

// All throw std::system_error where the system refuses.
Lane tcpLane(); // 1 MB of socket buffers asked for at both ends, as the program does
Lane tcpZeroCopyLane(); // the same, MSG_ZEROCOPY
Lane tcpBusyPollLane(int microseconds); // the same, SO_BUSY_POLL at the reading end
Lane pipeLane(std::size_t bytes); // 0: the system's own size, 64 kB
Lane vmspliceLane(std::size_t bytes); // pages lent to the pipe, not copied into it

} // namespace iotbench::bench
