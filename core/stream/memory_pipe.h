// Bytes from one thread to another of the same process, without the kernel copying them.
#pragma once

#include "stream/byte_stream.h"

#include <memory>

namespace iotbench {

struct MemoryPipe {
    std::unique_ptr<ByteSource> source;
    std::unique_ptr<ByteSink> sink;
};

// A ring of `capacity` bytes (rounded up to a power of two) between one writing and one reading thread.
// Destroying the sink ends the stream after what was written; destroying the source closes it for the writer.
MemoryPipe makeMemoryPipe(std::size_t capacity = kBufferBytesAsked);

} // namespace iotbench
