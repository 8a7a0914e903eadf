#include "stream/tcp_connection.h"

#include "base/shortage.h"
#include "base/stop_signal.h"
#include "stream/io_result.h"
#include "stream/socket_address.h"
#include "stream/socket_options.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <linux/sockios.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/ioctl.h>
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

// Of a connection, which forgets it; 0: none.
int pendingError(int socket)
{
    int code = 0;
    socklen_t length = sizeof code;
    getsockopt(socket, SOL_SOCKET, SO_ERROR, &code, &length);
    return code;
}

// After the sending half was shut down, whose mark counts as a byte too (tcp(7): SIOCOUTQ).
std::uint64_t unacknowledgedBytes(int socket)
{
    int bytes = 0;
    if (ioctl(socket, SIOCOUTQ, &bytes) != 0)
        return 0;
    return static_cast<std::uint64_t>(std::max(bytes - 1, 0));
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
    return pendingError(socket);
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
    return noted(ioResult(recv(m_socket.get(), into.data(), into.size(), MSG_DONTWAIT)));
}

IoResult::Status TcpConnection::peek() const
{
    char first = 0;
    return ioResult(recv(m_socket.get(), &first, 1, MSG_DONTWAIT | MSG_PEEK)).status;
}

IoResult TcpConnection::noted(IoResult result)
{
    m_isBroken = m_isBroken || result.error != 0;
    return result;
}

PollTarget TcpConnection::readTarget() const
{
    return {m_socket.get(), POLLIN};
}

IoResult TcpConnection::write(std::span<const char> bytes)
{
    return noted(ioResult(send(m_socket.get(), bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL)));
}

PollTarget TcpConnection::writeTarget() const
{
    return {m_socket.get(), POLLOUT};
}

void TcpConnection::endFollows(std::size_t /*bytes*/)
{
    m_peerEndedEarly = discard().status == IoResult::Status::Closed;
}

void TcpConnection::finish()
{
    shutdown(m_socket.get(), SHUT_WR);
}

Receipt TcpConnection::receipt()
{
    using Status = Receipt::Status;
    m_peerEnded = discard().status == IoResult::Status::Closed;
    // A reset after the peer's end is an end to those who read.
    m_isBroken = m_isBroken || pendingError(m_socket.get()) != 0;
    const std::uint64_t unread = unacknowledgedBytes(m_socket.get());
    if (m_isBroken)
        return {Status::Reset, unread};
    if (unread > 0)
        return {Status::Unread, unread, false};
    if (m_peerEndedEarly)
        return {Status::Untold};
    return m_peerEnded ? Receipt{Status::Read} : Receipt{Status::Untold, 0, false};
}

PollTarget TcpConnection::receiptTarget() const
{
    return {m_peerEnded ? -1 : m_socket.get(), POLLIN}; // an end that has come would be told of for ever
}

// What a reader sends is not for us; closed with it unread, the connection would be reset. WouldBlock: it is
// still there.
IoResult TcpConnection::discard()
{
    std::array<char, 4096> ignored;
    constexpr int mostReads = 64; // a peer that never stops sending does not hold us here
    IoResult result = read(ignored);
    for (int i = 1; i < mostReads && result.status == IoResult::Status::Moved; ++i)
        result = read(ignored);
    return result;
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
