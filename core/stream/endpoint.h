// One end of a TCP connection.
#pragma once

#include <cstdint>
#include <string>

namespace iotbench {

struct Endpoint {
    std::string host;        // listening: "" = 127.0.0.1; IPv6 without brackets
    std::uint16_t port = 0;  // listening: 0 = any free one

    bool operator==(const Endpoint&) const = default;
};

std::string toString(const Endpoint& endpoint); // "192.168.1.7:10000", "[::1]:10000"

} // namespace iotbench
