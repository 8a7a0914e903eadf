#include "stream/standard_streams.h"

#include "stream/io_result.h"
#include "stream/socket_options.h"

#include <algorithm>
#include <climits>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <string>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace iotbench {

namespace {

constexpr auto kNothing = "/dev/null";

mode_t kindOf(int fd)
{
    struct stat about { };
    return fstat(fd, &about) == 0 ? about.st_mode & S_IFMT : mode_t{0};
}

// The same pipe or terminal through an open file description of our own, which may be non-blocking.
FileDescriptor reopen(int fd, int mode)
{
    const std::string path = "/proc/self/fd/" + std::to_string(fd);
    return FileDescriptor(open(path.c_str(), mode | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
}

std::size_t widenPipe(int fd)
{
    fcntl(
        fd, F_SETPIPE_SZ, static_cast<int>(kBufferBytesAsked)); // refused where users may not have that much
    return static_cast<std::size_t>(std::max(fcntl(fd, F_GETPIPE_SZ), 0));
}

bool pollSays(int fd, short events)
{
    pollfd poll{fd, events, 0};
    return ::poll(&poll, 1, 0) > 0;
}

// What is wrong with a descriptor for reading or writing; empty where nothing is.
std::optional<Message> faultOf(int fd, int wrongMode, Marked closed, Marked directory, Marked wrongWay)
{
    const int flags = fcntl(fd, F_GETFL);
    if (flags < 0)
        return Message(closed);
    struct stat about { };
    struct stat nothing { };
    const bool known = fstat(fd, &about) == 0;
    if (known && S_ISDIR(about.st_mode))
        return Message(directory);
    if ((flags & O_ACCMODE) != wrongMode)
        return std::nullopt;
    const bool occupied = known && stat(kNothing, &nothing) == 0 && about.st_rdev == nothing.st_rdev;
    return Message(occupied ? closed : wrongWay);
}

} // namespace

void occupyStandardDescriptors()
{
    for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (fcntl(fd, F_GETFD) >= 0)
            continue;
        // The lowest free descriptor is this one.
        [[maybe_unused]] const int opened = open(kNothing, fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

std::optional<Message> standardInputFault()
{
    return faultOf(STDIN_FILENO, O_WRONLY,
        TR("standard input is closed: pipe a stream in, or receive with --listen PORT"),
        TR("standard input is a directory: pipe a stream in, or receive with --listen PORT"),
        TR("standard input is open for writing only: pipe a stream in, or receive with --listen PORT"));
}

std::optional<Message> standardOutputFault()
{
    return faultOf(STDOUT_FILENO, O_RDONLY,
        TR("standard output is closed: pipe it somewhere, or send with --connect or --listen"),
        TR("standard output is a directory: pipe it somewhere, or send with --connect or --listen"),
        TR("standard output is open for reading only: pipe it somewhere, or send with --connect or "
           "--listen"));
}

OpenedFile::OpenedFile(int fd, int mode)
    : m_fd(fd)
{
    const mode_t kind = kindOf(fd);
    m_isPipe = kind == S_IFIFO;
    switch (kind) {
    case S_IFSOCK:
        m_isSocket = true;
        break;
    case S_IFIFO:
    case S_IFCHR:
        m_reopened = reopen(fd, mode);
        m_mayBlock = !m_reopened;
        if (m_reopened)
            m_fd = m_reopened.get();
        break;
    case S_IFREG:
        m_isRegularFile = true; // which never blocks
        break;
    default:
        break;
    }
}

FileSource::FileSource(int fd)
    : m_file(fd, O_RDONLY)
    , m_buffers(m_file.isSocket() ? grantedBuffers(fd) : BufferSizes{0, widenPipe(fd)})
{
}

IoResult FileSource::read(std::span<char> into)
{
    if (m_file.isSocket())
        return ioResult(recv(m_file.fd(), into.data(), into.size(), MSG_DONTWAIT));
    if (m_file.mayBlock() && !pollSays(m_file.fd(), POLLIN))
        return {};
    return ioResult(::read(m_file.fd(), into.data(), into.size()));
}

PollTarget FileSource::readTarget() const
{
    return {m_file.fd(), POLLIN};
}

FileSink::FileSink(int fd)
    : m_file(fd, O_WRONLY)
    , m_buffers(m_file.isSocket() ? grantedBuffers(fd) : BufferSizes{widenPipe(fd), 0})
{
    std::signal(SIGPIPE, SIG_IGN);
}

IoResult FileSink::write(std::span<const char> bytes)
{
    if (m_file.isSocket())
        return ioResult(send(m_file.fd(), bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL));
    if (m_file.mayBlock()) {
        if (!pollSays(m_file.fd(), POLLOUT))
            return {};
        bytes = bytes.first(std::min<std::size_t>(bytes.size(), PIPE_BUF)); // never blocks then (pipe(7))
    }
    return ioResult(::write(m_file.fd(), bytes.data(), bytes.size()));
}

PollTarget FileSink::writeTarget() const
{
    return {m_file.fd(), POLLOUT};
}

Receipt FileSink::receipt()
{
    using Status = Receipt::Status;
    if (m_file.isSocket())
        return {Status::Untold}; // it cannot be shut down here, so its other end has no end to answer
    int unread = 0;
    if (!m_file.isPipe() || ioctl(m_file.fd(), FIONREAD, &unread) != 0 || unread <= 0)
        return {Status::Read};
    const bool readerLeft = pollSays(m_file.fd(), 0); // POLLERR, which is always told
    if (readerLeft && static_cast<std::size_t>(unread) <= m_endBytes)
        return {Status::Read};
    return {Status::Unread, static_cast<std::uint64_t>(unread), readerLeft};
}

PollTarget FileSink::receiptTarget() const
{
    return {m_file.fd(), 0}; // a reader that leaves is told of; one that reads is not
}

} // namespace iotbench
