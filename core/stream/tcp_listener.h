// A TCP socket on which senders are awaited.
#pragma once

#include "base/file_descriptor.h"
#include "base/result.h"
#include "stream/tcp_connection.h"

#include <memory>
#include <string>

namespace iotbench {

class StopSignal;
struct SocketAddress;

class TcpListener {
public:
    // Binds `at` (host "": 127.0.0.1, "::" takes IPv4 as well; port 0: any free one) and listens. Peers that
    // are not accepted yet wait in the kernel. Errors in words: "another program listens on 127.0.0.1:10000",
    // "192.0.2.1 is not an address of this machine", "listening on 127.0.0.1:80 needs more rights".
    static Result<std::unique_ptr<TcpListener>> open(const Endpoint& at, const StopSignal& stop);

    // The peer that waits longest; null where none does. Never blocks. Error: there is no descriptor or
    // memory left for it, and there may be once another connection has gone.
    Result<std::unique_ptr<TcpConnection>> accept();
    PollTarget acceptTarget() const;

    const Endpoint& bound() const { return m_bound; } // numeric, the port that was really given
    bool onlyThisMachine() const { return m_onlyThisMachine; } // bound to a loopback address
    Message whoCanConnect() const; // "only programs on this machine can connect", …
    BufferSizes buffers() const; // what accepted connections inherit

private:
    TcpListener(FileDescriptor socket, const SocketAddress& bound);

    FileDescriptor m_socket;
    Endpoint m_bound;
    bool m_onlyThisMachine;
};

} // namespace iotbench
