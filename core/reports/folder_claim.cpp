#include "reports/folder_claim.h"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace iotbench {

Result<FolderClaim> FolderClaim::take(const std::string& path)
{
    std::error_code refused; // told by whoever writes there
    const bool made = std::filesystem::create_directories(path, refused);
    FileDescriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder && ::flock(folder.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return Error{
            TR("another run is writing its report into %1: give another folder to --report, or wait for it"),
            {path}};
    return FolderClaim(path, made, std::move(folder));
}

FolderClaim::FolderClaim(std::string path, bool made, FileDescriptor folder)
    : m_path(std::move(path))
    , m_made(made)
    , m_folder(std::move(folder))
{
}

FolderClaim::~FolderClaim()
{
    if (m_made && m_folder)
        ::rmdir(m_path.c_str()); // does nothing where it holds a report
}

} // namespace iotbench
