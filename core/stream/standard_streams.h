// Standard input and output as byte streams: pipes, files, terminals, sockets.
#pragma once

#include "base/file_descriptor.h"
#include "stream/byte_stream.h"

namespace iotbench {

// A descriptor that others share, and that is therefore never made non-blocking itself. Pipes and terminals
// are opened anew for that; where it is not allowed, poll() is asked before each call and writes are small.
class OpenedFile {
public:
    OpenedFile(int fd, int mode); // fd: borrowed; mode: O_RDONLY or O_WRONLY

    int fd() const { return m_fd; }
    bool isSocket() const { return m_isSocket; }
    bool mayBlock() const { return m_mayBlock; }

private:
    FileDescriptor m_reopened;
    int m_fd;
    bool m_isSocket = false;
    bool m_mayBlock = false;
};

// Pipes are asked for 1 MB, at either end.
class FileSource final : public ByteSource {
public:
    explicit FileSource(int fd); // borrowed; 0 is standard input
    IoResult read(std::span<char> into) override;
    PollTarget readTarget() const override;
    BufferSizes buffers() const { return m_buffers; }

private:
    OpenedFile m_file;
    BufferSizes m_buffers;
};

class FileSink final : public ByteSink {
public:
    explicit FileSink(int fd); // borrowed; 1 is standard output. From here on the process ignores SIGPIPE.
    IoResult write(std::span<const char> bytes) override;
    PollTarget writeTarget() const override;
    BufferSizes buffers() const { return m_buffers; }

private:
    OpenedFile m_file;
    BufferSizes m_buffers;
};

} // namespace iotbench
