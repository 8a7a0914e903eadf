// Standard input and output as byte streams: pipes, files, terminals, sockets.
#pragma once

#include "base/file_descriptor.h"
#include "stream/byte_stream.h"

#include <memory>

namespace iotbench {

// The descriptors themselves stay as they are: others share them, so they are never made non-blocking. Pipes
// and terminals are opened anew instead; where that is not allowed, reads wait for poll() and writes are
// small. Pipes are asked for 1 MB.
class FileSource final : public ByteSource {
public:
    explicit FileSource(int fd); // borrowed; 0 is standard input
    IoResult read(std::span<char> into) override;
    PollTarget readTarget() const override;
    BufferSizes buffers() const { return m_buffers; }

private:
    FileDescriptor m_reopened;
    int m_fd;
    bool m_isSocket = false;
    bool m_mayBlock = false; // read only after poll() has said so
    BufferSizes m_buffers;
};

class FileSink final : public ByteSink {
public:
    explicit FileSink(
        int fd); // borrowed; 1 is standard output. Ignores SIGPIPE from here on, for the process.
    IoResult write(std::span<const char> bytes) override;
    PollTarget writeTarget() const override;
    BufferSizes buffers() const { return m_buffers; }

private:
    FileDescriptor m_reopened;
    int m_fd;
    bool m_isSocket = false;
    bool m_mayBlock = false;
    BufferSizes m_buffers;
};

} // namespace iotbench
