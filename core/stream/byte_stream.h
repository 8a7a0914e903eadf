// The narrow interface that sockets, pipes, files and memory share: bytes in, bytes out, never blocking.
#pragma once

#include "base/wait_ready.h"

#include <cstddef>
#include <span>
#include <string>

namespace iotbench {

struct IoResult {
    enum class Status : std::uint8_t {
        Moved, // `bytes` of them, at least one
        WouldBlock, // wait for pollTarget(), then try again
        Closed, // read: the end of the stream; write: nobody reads any more
        Failed, // `error` (errno) says why
    };
    Status status = Status::WouldBlock;
    std::size_t bytes = 0;
    int error = 0;
};

// What the kernel granted where 1 MB was asked for. 0: does not apply.
struct BufferSizes {
    std::size_t sendBytes = 0;
    std::size_t receiveBytes = 0;
};
inline constexpr std::size_t kBufferBytesAsked = std::size_t{1} << 20;

// One thread at a time. Closing is the destructor's.
class ByteSource {
public:
    virtual ~ByteSource() = default;
    // Reads what is there, at most into.size() (>= 1) bytes. Never blocks, never raises a signal.
    virtual IoResult read(std::span<char> into) = 0;
    virtual PollTarget readTarget() const = 0;
};

// One thread at a time. Closing is the destructor's; what was written before is still delivered.
class ByteSink {
public:
    virtual ~ByteSink() = default;
    // Writes as much as fits. Never blocks, never raises a signal (SIGPIPE comes back as Closed).
    virtual IoResult write(std::span<const char> bytes) = 0;
    virtual PollTarget writeTarget() const = 0;
    // No more will be written: the reader sees the end of the stream. For standard output that is the
    // process's end, so there it does nothing.
    virtual void finish() { }
};

} // namespace iotbench
