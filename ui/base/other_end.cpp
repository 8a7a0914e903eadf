#include "ui/base/other_end.h"

#include "settings/endpoint_text.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>

#include <array>
#include <memory>

namespace iotbench::ui {
namespace {

// IPv4 addresses of interfaces that are up, loopback left out, in the system's order; may be empty.
QStringList networkAddresses()
{
    ifaddrs* first = nullptr;
    if (getifaddrs(&first) != 0)
        return {};
    const std::unique_ptr<ifaddrs, decltype(&freeifaddrs)> owner(first, freeifaddrs);
    QStringList addresses;
    for (const ifaddrs* each = first; each; each = each->ifa_next) {
        const bool usable = (each->ifa_flags & IFF_UP) != 0 && (each->ifa_flags & IFF_LOOPBACK) == 0;
        if (!usable || !each->ifa_addr || each->ifa_addr->sa_family != AF_INET)
            continue;
        const auto* address = reinterpret_cast<const sockaddr_in*>(each->ifa_addr);
        std::array<char, INET_ADDRSTRLEN> text{};
        if (inet_ntop(AF_INET, &address->sin_addr, text.data(), text.size()))
            addresses << QString::fromLatin1(text.data());
    }
    addresses.removeDuplicates();
    return addresses;
}

QString ncTo(const QString& host, unsigned port)
{
    return QStringLiteral("nc %1 %2").arg(host).arg(port);
}

} // namespace

bool listensToNetwork(const Settings& effective)
{
    if (!effective.listen)
        return false;
    const std::string& host = effective.listen->host;
    return !host.empty() && !host.starts_with("127.") && host != "::1" && host != "localhost";
}

QStringList otherEndLines(const Settings& effective, const OtherEnd& other)
{
    if (effective.role == Role::Loopback || effective.role == Role::Worker)
        return {};
    const bool receiving = effective.role == Role::Receive;
    const QString mean = other.meanSubtracted ? QStringLiteral(" -s") : QString();
    const QString format = effective.format && *effective.format != WireFormat::Keras
        ? QStringLiteral(" --format ") + QString::fromUtf8(toString(*effective.format))
        : QString();
    const bool floats = !effective.format || carriesFloats(*effective.format);
    // Which model, where we were not told? Only one that takes what we send.
    const bool fits = !floats || effective.subtractMean.value_or(false);
    const QString model = !other.model.empty() ? QString::fromStdString(other.model)
        : fits                                 ? QStringLiteral("resnet20")
                                               : QStringLiteral("MODEL");
    constexpr std::uint64_t kUsualImages = 10'000; // of the original
    const QString program = receiving ? QStringLiteral("iotbench --batch --role send%1%2 -i 1000 -t %3")
                                            .arg(floats ? mean : QString(), format)
                                            .arg(effective.totalImages.value_or(kUsualImages))
                                      : QStringLiteral("iotbench --batch --role receive -m ") + model;

    if (effective.connect) { // the other end listens
        const QString listening = QStringLiteral("nc -lk %1").arg(effective.connect->port);
        return {receiving ? program + QStringLiteral(" | ") + listening
                          : listening + QStringLiteral(" | ") + program};
    }
    if (!effective.listen)
        return {};
    const ParsedEndpoint bound = parseEndpoint(other.boundAddress);
    const Endpoint at = bound.fault == EndpointFault::None ? bound.endpoint : *effective.listen;
    QStringList hosts{at.host.empty() ? QStringLiteral("127.0.0.1") : QString::fromStdString(at.host)};
    if (at.host == "0.0.0.0" || at.host == "::") {
        hosts = networkAddresses();
        if (hosts.isEmpty())
            hosts << QStringLiteral("127.0.0.1");
    }
    QStringList lines;
    for (const QString& host : hosts) {
        const QString nc = ncTo(host, at.port);
        lines << (receiving ? program + QStringLiteral(" | ") + nc : nc + QStringLiteral(" | ") + program);
    }
    return lines;
}

} // namespace iotbench::ui
