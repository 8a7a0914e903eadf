// The narrow interface that sockets, pipes, files and memory share: bytes in, bytes out, never blocking.
#pragma once

#include "base/wait_ready.h"

#include <cstddef>
#include <cstdint>
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

// How much of a stream its reader has read. A write tells only that the system has taken the bytes: they may
// lie in buffers on either side for ever.
struct Receipt {
    enum class Status : std::uint8_t {
        Untold, // nothing tells whether the reader reads what its system has
        Read, // the reader has read all images
        Unread, // `unreadBytes` or more, it has not
        Reset, // it ended the connection with a reset; how much it had read is not known
    };
    Status status = Status::Untold;
    std::uint64_t unreadBytes = 0; // Unread, Reset: at least
    bool isFinal = true; // false: wait for receiptTarget(), or a little, and ask again

    bool operator==(const Receipt&) const = default;
};

// One thread at a time. Closing is the destructor's; what was written before is still delivered.
class ByteSink {
public:
    virtual ~ByteSink() = default;
    // Writes as much as fits. Never blocks, never raises a signal (SIGPIPE comes back as Closed).
    virtual IoResult write(std::span<const char> bytes) = 0;
    virtual PollTarget writeTarget() const = 0;
    // Only `bytes` more are written, those of the end mark, and then finish() is called.
    virtual void endFollows(std::size_t /*bytes*/) { }
    // No more will be written: the reader sees the end of the stream. For standard output that is the
    // process's end, so there it does nothing.
    virtual void finish() { }
    // What became of all that was written, as far as it can be told. After finish(); never blocks.
    virtual Receipt receipt() { return {}; }
    // What tells that receipt() may have changed; fd -1: nothing does, so ask now and then.
    virtual PollTarget receiptTarget() const { return {}; }
};

} // namespace iotbench
