#include "stream/socket_options.h"

#include <sys/socket.h>

namespace iotbench {

namespace {

std::size_t bufferBytes(int socket, int option)
{
    int bytes = 0;
    socklen_t length = sizeof bytes;
    getsockopt(socket, SOL_SOCKET, option, &bytes, &length);
    return static_cast<std::size_t>(bytes);
}

} // namespace

void askForLargeBuffers(int socket)
{
    const int bytes = static_cast<int>(kBufferBytesAsked);
    setsockopt(socket, SOL_SOCKET, SO_SNDBUF, &bytes, sizeof bytes);
    setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
}

BufferSizes grantedBuffers(int socket)
{
    return {bufferBytes(socket, SO_SNDBUF), bufferBytes(socket, SO_RCVBUF)};
}

} // namespace iotbench
