#include "stream/tcp_connection.h"

#include "base/shortage.h"
#include "base/stop_signal.h"
#include "stream/io_result.h"
#include "stream/socket_address.h"
#include "stream/socket_options.h"

#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <system_error>
#include <utility>

namespace iotbench {

namespace {

Endpoint addressOf(int socket, int (*ask)(int, sockaddr*, socklen_t*))
{
    SocketAddress address;
    return ask(socket, address.raw(), &address.length) == 0 ? address.numeric() : Endpoint{};
}

Error cannotConnect(const Endpoint& to, int code)
{
    if (isShortage(code))
        return Error{shortageInWords(code)};
    if (code == ECONNREFUSED)
        return {TR("nothing listens on %1"), {addressText(to)}};
    return {TR("%1 cannot be reached: %2"), {addressText(to), std::generic_category().message(code)}};
}

// 0, or why not (errno); ECANCELED once stopped.
int connectSocket(int socket, const SocketAddress& to, const StopSignal& stop, std::int64_t timeoutNs)
{
    if (connect(socket, to.raw(), to.length) == 0)
        return 0;
    if (errno != EINPROGRESS && errno != EINTR)
        return errno;
    switch (waitReady({socket, POLLOUT}, stop, timeoutNs)) {
    case Readiness::Stopped:
        return ECANCELED;
    case Readiness::TimedOut:
        return ETIMEDOUT;
    case Readiness::Ready:
        break;
    }
    int code = 0;
    socklen_t length = sizeof code;
    getsockopt(socket, SOL_SOCKET, SO_ERROR, &code, &length);
    return code;
}

} // namespace

TcpConnection::TcpConnection(FileDescriptor socket)
    : TcpConnection(std::move(socket), Endpoint{})
{
    m_peer = addressOf(m_socket.get(), getpeername);
}

TcpConnection::TcpConnection(FileDescriptor socket, Endpoint peer)
    : m_socket(std::move(socket))
    , m_local(addressOf(m_socket.get(), getsockname))
    , m_peer(std::move(peer))
{
    // Each image leaves when it is written, not when the one before is acknowledged.
    const int on = 1;
    setsockopt(m_socket.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

IoResult TcpConnection::read(std::span<char> into)
{
    return ioResult(recv(m_socket.get(), into.data(), into.size(), MSG_DONTWAIT));
}

IoResult::Status TcpConnection::peek() const
{
    char first = 0;
    return ioResult(recv(m_socket.get(), &first, 1, MSG_DONTWAIT | MSG_PEEK)).status;
}

PollTarget TcpConnection::readTarget() const
{
    return {m_socket.get(), POLLIN};
}

IoResult TcpConnection::write(std::span<const char> bytes)
{
    return ioResult(send(m_socket.get(), bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL));
}

PollTarget TcpConnection::writeTarget() const
{
    return {m_socket.get(), POLLOUT};
}

void TcpConnection::finish()
{
    shutdown(m_socket.get(), SHUT_WR);
}

BufferSizes TcpConnection::buffers() const
{
    return grantedBuffers(m_socket.get());
}

Result<std::unique_ptr<TcpConnection>> connectTcp(
    const Endpoint& to, const StopSignal& stop, std::int64_t timeoutNs)
{
    const auto addresses = lookUp(to, stop);
    if (!addresses)
        return Error{addresses.error()};
    int code = 0;
    for (const SocketAddress& address : *addresses) {
        FileDescriptor socket(
            ::socket(address.storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
        if (!socket) {
            code = errno;
            continue;
        }
        askForLargeBuffers(socket.get());
        code = connectSocket(socket.get(), address, stop, timeoutNs);
        if (code == 0)
            return std::make_unique<TcpConnection>(std::move(socket));
        if (code == ECANCELED)
            return Error{TR("stopped")};
    }
    return cannotConnect(to, code);
}

std::string addressText(const Endpoint& endpoint)
{
    const std::string port = std::to_string(endpoint.port);
    const bool isIpv6 = endpoint.host.find(':') != std::string::npos;
    return isIpv6 ? "[" + endpoint.host + "]:" + port : endpoint.host + ":" + port;
}

} // namespace iotbench
