#include "base/file_descriptor.h"

#include <unistd.h>

namespace iotbench {

void FileDescriptor::reset() noexcept
{
    if (m_fd >= 0)
        close(m_fd);
    m_fd = -1;
}

} // namespace iotbench
