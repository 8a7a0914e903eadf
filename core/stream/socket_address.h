// Socket addresses: from names, to text.
#pragma once

#include "base/result.h"
#include "stream/endpoint.h"

#include <sys/socket.h>
#include <vector>

namespace iotbench {

class StopSignal;

struct SocketAddress {
    sockaddr_storage storage{};
    socklen_t length = sizeof(sockaddr_storage);

    sockaddr* raw() { return reinterpret_cast<sockaddr*>(&storage); }
    const sockaddr* raw() const { return reinterpret_cast<const sockaddr*>(&storage); }
    Endpoint numeric() const; // IPv4 within IPv6 as IPv4
    bool isLoopback() const;
};

// The addresses of an endpoint, the best first, at least one. Names are looked up on a thread of their own,
// as the system's resolver knows no stop: raised meanwhile, the answer is "stopped", and the thread ends when
// it can.
Result<std::vector<SocketAddress>> lookUp(const Endpoint& endpoint, const StopSignal& stop);

} // namespace iotbench
