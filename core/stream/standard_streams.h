// Standard input and output as byte streams: pipes, files, terminals, sockets.
#pragma once

#include "base/file_descriptor.h"
#include "base/message.h"
#include "stream/byte_stream.h"

#include <optional>

namespace iotbench {

// The first thing a process does: a standard descriptor that is closed would become that of the next file
// opened, which would then be read or written for it. Reading and writing it fail afterwards.
void occupyStandardDescriptors();

// Why no stream can come from standard input or go to standard output; empty where one can. `closed`,
// a directory, the wrong direction: all of which would else be waited for without end.
std::optional<Message> standardInputFault();
std::optional<Message> standardOutputFault();

// A descriptor that others share, and that is therefore never made non-blocking itself. Pipes and terminals
// are opened anew for that; where it is not allowed, poll() is asked before each call and writes are small.
class OpenedFile {
public:
    OpenedFile(int fd, int mode); // fd: borrowed; mode: O_RDONLY or O_WRONLY

    int fd() const { return m_fd; }
    bool isSocket() const { return m_isSocket; }
    bool isPipe() const { return m_isPipe; }
    bool isRegularFile() const { return m_isRegularFile; }
    bool mayBlock() const { return m_mayBlock; }

private:
    FileDescriptor m_reopened;
    int m_fd;
    bool m_isSocket = false;
    bool m_isPipe = false;
    bool m_isRegularFile = false;
    bool m_mayBlock = false;
};

// Pipes are asked for 1 MB, at either end.
class FileSource final : public ByteSource {
public:
    explicit FileSource(int fd); // borrowed; 0 is standard input
    IoResult read(std::span<char> into) override;
    PollTarget readTarget() const override;
    bool isRegularFile() const { return m_file.isRegularFile(); } // all there is to read is there
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
    void endFollows(std::size_t bytes) override { m_endBytes = bytes; }
    // A pipe tells how much lies in it; a file has what was written. Who closes a pipe when all but the end
    // mark has been read has read all images.
    Receipt receipt() override;
    PollTarget receiptTarget() const override;
    BufferSizes buffers() const { return m_buffers; }

private:
    OpenedFile m_file;
    BufferSizes m_buffers;
    std::size_t m_endBytes = 0;
};

} // namespace iotbench
