// A folder that one process alone writes its report into.
#pragma once

#include "base/file_descriptor.h"
#include "base/result.h"

#include <string>

namespace iotbench {

// A lock (flock) on the folder, which goes with this object, and with the process however that ends. A folder
// that was made for it and is still empty then goes as well.
class FolderClaim {
public:
    // Makes the folder, and those above it, where it is not there. Error: another run has it. One that cannot
    // be had, or that lies on a file system without locks, is nobody's: whoever writes into it finds out.
    static Result<FolderClaim> take(const std::string& path);

    FolderClaim(FolderClaim&& other) noexcept = default;
    ~FolderClaim();

private:
    FolderClaim(std::string path, bool made, FileDescriptor folder);

    std::string m_path;
    bool m_made;
    FileDescriptor m_folder;
};

} // namespace iotbench
