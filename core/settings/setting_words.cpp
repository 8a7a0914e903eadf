// Words for settings and their values, as help, errors and reports say them.
#include "settings/joined.h"
#include "settings/settings_table.h"

#include <array>

namespace iotbench {
namespace {

bool contains(RoleSet roles, Role role)
{
    return (roles & (1U << static_cast<unsigned>(role))) != 0;
}

} // namespace

std::string_view toString(Role role)
{
    constexpr std::array<std::string_view, 4> kNames = {"loopback", "send", "receive", "worker"};
    return kNames[static_cast<std::size_t>(role)];
}

std::string_view toString(Pacing pacing)
{
    constexpr std::array<std::string_view, 5> kNames
        = {"constant", "poisson", "lognormal", "original", "cameras"};
    return kNames[static_cast<std::size_t>(pacing)];
}

std::string_view toString(TransportKind transport)
{
    return transport == TransportKind::Tcp ? "tcp" : "memory";
}

std::string_view toString(PrecisionAsked precision)
{
    constexpr std::array<std::string_view, 3> kNames = {"fp32", "bf16", "int8"};
    return kNames[static_cast<std::size_t>(precision)];
}

std::string roleNames(RoleSet roles)
{
    std::vector<std::string_view> names;
    for (const Role role : {Role::Loopback, Role::Send, Role::Receive, Role::Worker}) {
        if (contains(roles, role))
            names.push_back(toString(role));
    }
    return joined(names, ", ");
}

bool Setting::appliesTo(Role role) const
{
    return contains(roles, role);
}

std::string Setting::valueText() const
{
    const std::vector<std::string_view> words = choices();
    return words.empty() ? valueName : joined(words, "|");
}

std::string Setting::defaultText() const
{
    return *defaultWords != '\0' ? defaultWords : settingText(*this, Settings{});
}

} // namespace iotbench
