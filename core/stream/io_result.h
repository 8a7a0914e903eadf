// From what a system call says to an IoResult.
#pragma once

#include "stream/byte_stream.h"

#include <cerrno>
#include <sys/types.h>

namespace iotbench {

// After read(), recv(), write(), send(): `moved` is what it returned, errno what it left.
inline IoResult ioResult(ssize_t moved)
{
    using Status = IoResult::Status;
    if (moved > 0)
        return {Status::Moved, static_cast<std::size_t>(moved), 0};
    if (moved == 0)
        return {Status::Closed, 0, 0};
    switch (errno) {
    case EAGAIN:
    case EINTR:
        return {Status::WouldBlock, 0, 0};
    case EPIPE:
        return {Status::Closed, 0, EPIPE};
    default:
        return {Status::Failed, 0, errno};
    }
}

} // namespace iotbench
