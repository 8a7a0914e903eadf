#include "reports/output_file.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace iotbench {
namespace {

// `what` has the path as %1 and the system's words as %2.
Error cannot(Marked what, const std::string& path, int error)
{
    return {what, {path, std::string(std::strerror(error))}};
}

// The descriptor that a path of /dev names.
std::optional<int> descriptorIn(std::string_view path)
{
    if (path == "/dev/stdout")
        return STDOUT_FILENO;
    if (path == "/dev/stderr")
        return STDERR_FILENO;
    constexpr std::string_view kFolder = "/dev/fd/";
    int number = 0;
    if (!path.starts_with(kFolder))
        return std::nullopt;
    const char* const end = path.data() + path.size();
    const auto [last, error] = std::from_chars(path.data() + kFolder.size(), end, number);
    return error == std::errc() && last == end ? std::optional(number) : std::nullopt;
}

// The same place in the same file. None of the program's own, which it closes where it starts another.
int openAgain(int descriptor)
{
    const int flags = ::fcntl(descriptor, F_GETFD);
    if (flags >= 0 && (flags & FD_CLOEXEC) == 0)
        return ::fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    errno = EBADF;
    return -1;
}

bool isDeviceOrPipe(const std::string& path)
{
    struct stat target { };
    return ::stat(path.c_str(), &target) == 0 && !S_ISREG(target.st_mode) && !S_ISDIR(target.st_mode);
}

// A pipe that nobody reads is an error, and no wait.
int openStream(const std::string& path)
{
    const int fd = ::open(path.c_str(), O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd >= 0)
        ::fcntl(fd, F_SETFL, ::fcntl(fd, F_GETFL) & ~O_NONBLOCK);
    return fd;
}

} // namespace

Result<OutputFile> OutputFile::create(const std::string& path)
{
    struct stat former { };
    if (::lstat(path.c_str(), &former) == 0 && (S_ISREG(former.st_mode) || S_ISLNK(former.st_mode))
        && ::unlink(path.c_str()) < 0)
        return cannot(TR("cannot create %1: %2"), path, errno);
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0)
        return cannot(TR("cannot create %1: %2"), path, errno);
    return OutputFile(path, fd);
}

Result<OutputFile> OutputFile::createOrStream(const std::string& path)
{
    const auto descriptor = descriptorIn(path);
    if (!descriptor && !isDeviceOrPipe(path))
        return create(path);
    const int fd = descriptor ? openAgain(*descriptor) : openStream(path);
    if (fd < 0)
        return cannot(TR("cannot write %1: %2"), path, errno);
    return OutputFile(path, fd, true);
}

Result<OutputFile> OutputFile::openLocked(const std::string& path)
{
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    if (fd < 0)
        return cannot(TR("cannot open %1: %2"), path, errno);
    OutputFile file(path, fd);
    int locked = -1;
    do {
        locked = ::flock(fd, LOCK_EX);
    } while (locked < 0 && errno == EINTR);
    if (locked < 0)
        return cannot(TR("cannot lock %1: %2"), path, errno);
    return file;
}

OutputFile& OutputFile::operator=(OutputFile&& other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_fd, other.m_fd);
    std::swap(m_stream, other.m_stream);
    std::swap(m_error, other.m_error);
    return *this;
}

OutputFile::~OutputFile()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

void OutputFile::fail(int error)
{
    if (!m_error)
        m_error = cannot(TR("cannot write %1: %2"), m_path, error);
}

void OutputFile::write(std::string_view bytes)
{
    while (!bytes.empty() && !m_error) {
        const ssize_t written = ::write(m_fd, bytes.data(), bytes.size());
        if (written >= 0)
            bytes.remove_prefix(static_cast<std::size_t>(written));
        else if (errno != EINTR)
            fail(errno);
    }
}

void OutputFile::replace(std::string_view bytes)
{
    if (!m_error && !m_stream && (::lseek(m_fd, 0, SEEK_SET) < 0 || ::ftruncate(m_fd, 0) < 0))
        fail(errno);
    write(bytes);
}

void OutputFile::append(std::string_view bytes)
{
    const off_t end = ::lseek(m_fd, 0, SEEK_END);
    write(bytes);
    // A second failure changes nothing: the first one is reported.
    if (m_error && end >= 0 && ::ftruncate(m_fd, end) < 0)
        fail(errno);
}

Result<std::string> OutputFile::firstLine()
{
    std::string line;
    std::array<char, 4096> bytes;
    for (off_t offset = 0;;) {
        const ssize_t got = ::pread(m_fd, bytes.data(), bytes.size(), offset);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return cannot(TR("cannot read %1: %2"), m_path, errno);
        const std::string_view read(bytes.data(), static_cast<std::size_t>(got));
        const auto end = read.find('\n');
        line += read.substr(0, end);
        if (end != std::string_view::npos || got == 0 || line.size() > kLongestFirstLine)
            return line;
        offset += got;
    }
}

bool OutputFile::endsInNewline()
{
    struct stat status { };
    if (::fstat(m_fd, &status) < 0 || status.st_size == 0)
        return true;
    char last = '\n';
    return ::pread(m_fd, &last, 1, status.st_size - 1) != 1 || last == '\n';
}

bool OutputFile::isInPlace() const
{
    struct stat opened { };
    struct stat there { };
    return ::fstat(m_fd, &opened) == 0 && ::stat(m_path.c_str(), &there) == 0 && opened.st_dev == there.st_dev
        && opened.st_ino == there.st_ino;
}

std::optional<Error> OutputFile::close()
{
    if (m_fd >= 0 && !m_error && !m_stream && !isInPlace())
        m_error = Error{TR("%1 was removed or replaced while it was being written"), {m_path}};
    if (m_fd >= 0 && ::close(std::exchange(m_fd, -1)) < 0)
        fail(errno);
    return m_error;
}

} // namespace iotbench
