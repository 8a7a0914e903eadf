#include "peer.h"

#include "program.h"

#include <array>
#include <cerrno>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace iotbench::test {

Peer::Peer(quint16 port, int receiveBytes)
    : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    if (receiveBytes > 0)
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &receiveBytes, sizeof receiveBytes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        leave();
}

bool Peer::send(const QByteArray& bytes) const
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t result = ::send(
            m_socket, bytes.constData() + sent, static_cast<size_t>(bytes.size() - sent), MSG_NOSIGNAL);
        if (result < 0 && errno == EINTR)
            continue;
        if (result <= 0)
            return false;
        sent += result;
    }
    return true;
}

void Peer::finishSending() const
{
    ::shutdown(m_socket, SHUT_WR);
}

void Peer::leave()
{
    if (const int socket = std::exchange(m_socket, -1); socket >= 0)
        ::close(socket);
}

void Peer::reset()
{
    const linger abrupt{1, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &abrupt, sizeof abrupt);
    leave();
}

bool Peer::awaitClosed() const
{
    std::array<char, 4096> ignored{};
    for (;;) {
        pollfd polled{m_socket, POLLIN, 0};
        if (::poll(&polled, 1, kPatienceMs) <= 0)
            return false;
        if (::recv(m_socket, ignored.data(), ignored.size(), 0) <= 0)
            return true;
    }
}

bool Peer::awaitEnd() const
{
    pollfd polled{m_socket, POLLRDHUP, 0};
    return ::poll(&polled, 1, kPatienceMs) > 0;
}

} // namespace iotbench::test
