#include "lanes.h"

#include <arpa/inet.h>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fcntl.h>
#include <linux/errqueue.h>
#include <memory>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <system_error>
#include <unistd.h>

namespace iotbench::bench {

namespace {

constexpr int kSocketBufferBytes = 1 << 20;

int orThrow(int result, const char* what)
{
    if (result < 0)
        throw std::system_error(errno, std::system_category(), what);
    return result;
}

void set(int socket, int level, int option, int value, const char* what)
{
    orThrow(setsockopt(socket, level, option, &value, sizeof(value)), what);
}

ssize_t plainWrite(int fd, std::span<const char> bytes)
{
    return ::write(fd, bytes.data(), bytes.size());
}

ssize_t plainRead(int fd, std::span<char> bytes)
{
    return ::read(fd, bytes.data(), bytes.size());
}

Lane plain(FileDescriptor in, FileDescriptor out)
{
    return {std::move(in), std::move(out), plainWrite, plainRead, {}};
}

// How many sends the kernel is done with, and whether it copied them in the end.
struct ZeroCopies {
    std::uint32_t sent = 0;
    std::uint32_t done = 0;
    bool copied = false;

    void takeNotice(int socket)
    {
        char control[128];
        msghdr message{};
        message.msg_control = control;
        message.msg_controllen = sizeof(control);
        if (recvmsg(socket, &message, MSG_ERRQUEUE) < 0)
            return;
        for (cmsghdr* part = CMSG_FIRSTHDR(&message); part; part = CMSG_NXTHDR(&message, part)) {
            sock_extended_err notice{};
            std::memcpy(&notice, CMSG_DATA(part), sizeof(notice));
            if (notice.ee_origin != SO_EE_ORIGIN_ZEROCOPY)
                continue;
            done = notice.ee_data + 1; // the range ee_info..ee_data
            copied = copied || (notice.ee_code & SO_EE_CODE_ZEROCOPY_COPIED) != 0;
        }
    }
};

} // namespace

Lane tcpLane()
{
    const FileDescriptor listener(orThrow(socket(AF_INET, SOCK_STREAM, 0), "socket"));
    set(listener.get(), SOL_SOCKET, SO_RCVBUF, kSocketBufferBytes, "SO_RCVBUF");
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof(address);
    orThrow(bind(listener.get(), reinterpret_cast<sockaddr*>(&address), length), "bind");
    orThrow(listen(listener.get(), 1), "listen");
    orThrow(getsockname(listener.get(), reinterpret_cast<sockaddr*>(&address), &length), "getsockname");
    FileDescriptor in(orThrow(socket(AF_INET, SOCK_STREAM, 0), "socket"));
    set(in.get(), SOL_SOCKET, SO_SNDBUF, kSocketBufferBytes, "SO_SNDBUF");
    set(in.get(), IPPROTO_TCP, TCP_NODELAY, 1, "TCP_NODELAY");
    orThrow(connect(in.get(), reinterpret_cast<sockaddr*>(&address), length), "connect");
    FileDescriptor out(orThrow(accept(listener.get(), nullptr, nullptr), "accept"));
    return plain(std::move(in), std::move(out));
}

Lane tcpZeroCopyLane()
{
    Lane lane = tcpLane();
    set(lane.in.get(), SOL_SOCKET, SO_ZEROCOPY, 1, "SO_ZEROCOPY");
    const auto copies = std::make_shared<ZeroCopies>();
    lane.write = [copies](int socket, std::span<const char> bytes) {
        const ssize_t moved = send(socket, bytes.data(), bytes.size(), MSG_ZEROCOPY);
        if (moved > 0)
            ++copies->sent;
        return moved;
    };
    lane.settle = [copies](int socket) {
        while (copies->done != copies->sent) {
            pollfd waiting{socket, 0, 0}; // notices come as POLLERR, which needs no asking
            orThrow(poll(&waiting, 1, 1000), "poll");
            copies->takeNotice(socket);
        }
        return copies->copied;
    };
    return lane;
}

Lane tcpBusyPollLane(int microseconds)
{
    Lane lane = tcpLane();
    set(lane.out.get(), SOL_SOCKET, SO_BUSY_POLL, microseconds, "SO_BUSY_POLL");
    return lane;
}

Lane pipeLane(std::size_t bytes)
{
    int ends[2];
    orThrow(pipe(ends), "pipe");
    FileDescriptor out(ends[0]);
    FileDescriptor in(ends[1]);
    if (bytes > 0)
        orThrow(fcntl(in.get(), F_SETPIPE_SZ, static_cast<int>(bytes)), "F_SETPIPE_SZ");
    return plain(std::move(in), std::move(out));
}

Lane vmspliceLane(std::size_t bytes)
{
    Lane lane = pipeLane(bytes);
    lane.write = [](int pipe, std::span<const char> block) {
        const iovec pages{const_cast<char*>(block.data()), block.size()};
        return vmsplice(pipe, &pages, 1, 0);
    };
    return lane;
}

} // namespace iotbench::bench
