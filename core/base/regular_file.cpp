#include "base/regular_file.h"

#include <algorithm>
#include <cerrno>
#include <optional>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace iotbench {
namespace {

Message systemWords(int error)
{
    return verbatim(std::generic_category().message(error));
}

// Empty where it is a regular file.
Message faultOf(const struct stat& status)
{
    if (S_ISREG(status.st_mode))
        return {};
    if (S_ISDIR(status.st_mode))
        return TR("is a folder");
    if (S_ISFIFO(status.st_mode))
        return TR("is a named pipe, not a file");
    if (S_ISSOCK(status.st_mode))
        return TR("is a socket, not a file");
    return TR("is a device, not a file");
}

} // namespace

Result<RegularFile> openRegularFile(const std::filesystem::path& path)
{
    struct stat status { };
    if (::stat(path.c_str(), &status) != 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            return Error{TR("does not exist")};
        return Error{TR("cannot be opened: %1"), {systemWords(errno)}};
    }
    if (Message fault = faultOf(status); !fault.empty())
        return Error{std::move(fault)};
    // What was a file a moment ago may be a pipe by now: opening it does not wait, and it is looked at again.
    FileDescriptor opened(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    if (!opened || ::fstat(opened.get(), &status) != 0)
        return Error{TR("cannot be opened: %1"), {systemWords(errno)}};
    if (Message fault = faultOf(status); !fault.empty())
        return Error{std::move(fault)};
    return RegularFile{std::move(opened), static_cast<std::uint64_t>(status.st_size)};
}

Result<std::vector<std::uint8_t>> readRegularFile(
    const std::filesystem::path& path, std::uint64_t most, const std::function<bool()>& cancelled)
{
    constexpr std::uint64_t kMegabyte = std::uint64_t{1} << 20U;
    const Result<RegularFile> file = openRegularFile(path);
    if (!file)
        return Error{file.error()};
    if (file->bytes > most)
        return Error{TR("has over %1 MB, more than any file of its kind"), {most / kMegabyte}};
    std::vector<std::uint8_t> bytes(file->bytes);
    for (std::size_t at = 0; at < bytes.size();) {
        if (cancelled && cancelled())
            return Error{TR("reading was cancelled")};
        const ssize_t got = ::read(
            file->descriptor.get(), bytes.data() + at, std::min<std::size_t>(bytes.size() - at, kMegabyte));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return Error{TR("cannot be read: %1"), {systemWords(errno)}};
        if (got == 0)
            return Error{TR("cannot be read to its end")};
        at += static_cast<std::size_t>(got);
    }
    return bytes;
}

} // namespace iotbench
