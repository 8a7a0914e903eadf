// One end of a TCP connection.
#pragma once

#include <cstdint>
#include <string>

namespace iotbench {

struct Endpoint {
    std::string host; // listening: "" = 127.0.0.1; IPv6 without brackets
    std::uint16_t port = 0; // listening: 0 = any free one

    bool operator==(const Endpoint&) const = default;
};

} // namespace iotbench
