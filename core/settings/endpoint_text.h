// "HOST:PORT" to an endpoint and back.
#pragma once

#include "stream/endpoint.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace iotbench {

// "0.0.0.0:10000", "[::1]:10000"; "10000" without a host
std::string endpointText(const Endpoint& endpoint);

enum class EndpointFault : std::uint8_t { None, NoHost, NoPort, BadPort, BareIpv6 };

struct ParsedEndpoint {
    Endpoint endpoint;
    EndpointFault fault = EndpointFault::None;
};

// A port alone has no host; the port is 0..65535 in digits; an IPv6 address stands in brackets, as its own
// colons would hide the port (RFC 3986, 3.2.2). Names are not looked up.
ParsedEndpoint parseEndpoint(std::string_view text);

} // namespace iotbench
