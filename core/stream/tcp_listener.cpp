#include "stream/tcp_listener.h"

#include "base/shortage.h"
#include "stream/socket_address.h"
#include "stream/socket_options.h"

#include <cerrno>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <system_error>
#include <utility>

namespace iotbench {

namespace {

constexpr int kBacklog = 128;

Error cannotListen(const Endpoint& at, int code)
{
    if (isShortage(code))
        return Error{shortageInWords(code)};
    switch (code) {
    case EADDRINUSE:
        return {TR("another program listens on %1"), {addressText(at)}};
    case EADDRNOTAVAIL:
        return {TR("%1 is not an address of this machine"), {at.host}};
    case EACCES:
        return {TR("listening on %1 needs more rights"), {addressText(at)}};
    default:
        return {TR("cannot listen on %1: %2"), {addressText(at), std::generic_category().message(code)}};
    }
}

// 0, or why not (errno).
int listenOn(int socket, const SocketAddress& address)
{
    const int on = 1;
    const int off = 0;
    // A port that a run before left in TIME_WAIT can be used again at once.
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (address.storage.ss_family == AF_INET6)
        setsockopt(socket, IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off);
    askForLargeBuffers(socket);
    if (bind(socket, address.raw(), address.length) != 0 || ::listen(socket, kBacklog) != 0)
        return errno;
    return 0;
}

} // namespace

Result<std::unique_ptr<TcpListener>> TcpListener::open(const Endpoint& at, const StopSignal& stop)
{
    const Endpoint asked{at.host.empty() ? "127.0.0.1" : at.host, at.port};
    const auto addresses = lookUp(asked, stop);
    if (!addresses)
        return Error{addresses.error()};
    int code = 0;
    for (const SocketAddress& address : *addresses) {
        FileDescriptor socket(
            ::socket(address.storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
        code = socket ? listenOn(socket.get(), address) : errno;
        if (code != 0)
            continue;
        SocketAddress bound;
        getsockname(socket.get(), bound.raw(), &bound.length);
        return std::unique_ptr<TcpListener>(new TcpListener(std::move(socket), bound));
    }
    return cannotListen(asked, code);
}

TcpListener::TcpListener(FileDescriptor socket, const SocketAddress& bound)
    : m_socket(std::move(socket))
    , m_bound(bound.numeric())
    , m_onlyThisMachine(bound.isLoopback())
{
}

Result<std::unique_ptr<TcpConnection>> TcpListener::accept()
{
    SocketAddress from;
    FileDescriptor peer(accept4(m_socket.get(), from.raw(), &from.length, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (peer)
        return std::make_unique<TcpConnection>(std::move(peer), from.numeric());
    if (isShortage(errno))
        return Error{shortageInWords(errno)};
    return std::unique_ptr<TcpConnection>(); // whatever else goes wrong with one peer (it left again) is its
                                             // own
}

PollTarget TcpListener::acceptTarget() const
{
    return {m_socket.get(), POLLIN};
}

Message TcpListener::whoCanConnect() const
{
    if (m_onlyThisMachine)
        return TR("only programs on this machine can connect");
    if (m_bound.host == "0.0.0.0" || m_bound.host == "::")
        return TR("every machine that reaches this one can connect");
    return {TR("every machine that reaches %1 can connect"), {m_bound.host}};
}

BufferSizes TcpListener::buffers() const
{
    return grantedBuffers(m_socket.get());
}

} // namespace iotbench
