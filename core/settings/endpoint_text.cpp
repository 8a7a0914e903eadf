#include "settings/endpoint_text.h"

#include <charconv>
#include <optional>
#include <system_error>

namespace iotbench {
namespace {

std::optional<std::uint16_t> parsePort(std::string_view digits)
{
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    const bool whole = !digits.empty() && end == digits.data() + digits.size();
    return error == std::errc() && whole ? std::optional(port) : std::nullopt;
}

} // namespace

std::string endpointText(const Endpoint& endpoint)
{
    const std::string port = std::to_string(endpoint.port);
    if (endpoint.host.empty())
        return port;
    const bool ipv6 = endpoint.host.find(':') != std::string::npos;
    return ipv6 ? "[" + endpoint.host + "]:" + port : endpoint.host + ":" + port;
}

ParsedEndpoint parseEndpoint(std::string_view text)
{
    const auto fault = [](EndpointFault what) { return ParsedEndpoint{{}, what}; };

    std::string_view host;
    std::string_view portDigits = text;
    if (text.starts_with('[')) {
        const std::size_t close = text.find(']');
        if (close == std::string_view::npos || close + 1 >= text.size() || text[close + 1] != ':')
            return fault(EndpointFault::NoPort);
        host = text.substr(1, close - 1);
        portDigits = text.substr(close + 2);
    } else if (const std::size_t colon = text.rfind(':'); colon != std::string_view::npos) {
        host = text.substr(0, colon);
        portDigits = text.substr(colon + 1);
        if (host.find(':') != std::string_view::npos)
            return fault(EndpointFault::BareIpv6);
    }
    if (host.empty() && portDigits.size() != text.size())
        return fault(EndpointFault::NoHost);

    const std::optional<std::uint16_t> port = parsePort(portDigits);
    if (!port)
        return fault(EndpointFault::BadPort);
    return {{std::string(host), *port}, EndpointFault::None};
}

} // namespace iotbench
