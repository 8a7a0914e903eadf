#include "stream/callers.h"

#include "base/clock.h"

#include <algorithm>
#include <utility>

namespace iotbench {

void Callers::add(std::string name, std::unique_ptr<TcpConnection> connection, std::int64_t nowNs)
{
    m_callers.push_back({.name = std::move(name), .connection = std::move(connection), .sinceNs = nowNs});
}

std::vector<std::string> Callers::look(bool early)
{
    std::vector<std::string> left;
    std::erase_if(m_callers, [&](Caller& caller) {
        if (!std::exchange(caller.mayHaveSpoken, false))
            return false;
        switch (caller.connection->peek()) {
        case IoResult::Status::Moved:
            caller.hasSpoken = true;
            caller.hadToWait = early;
            return false;
        case IoResult::Status::WouldBlock:
            return false;
        case IoResult::Status::Closed:
        case IoResult::Status::Failed:
            break;
        }
        left.push_back(caller.name);
        return true;
    });
    return left;
}

Callers::Caller* Callers::speaking()
{
    const auto found = std::ranges::find_if(m_callers, &Caller::hasSpoken);
    return found == m_callers.end() ? nullptr : &*found;
}

Callers::Caller Callers::take(const Caller& caller)
{
    const auto place = m_callers.begin() + (&caller - m_callers.data());
    Caller taken = std::move(*place);
    m_callers.erase(place);
    return taken;
}

void Callers::keepWaiting()
{
    for (Caller& caller : m_callers) {
        caller.hadNoPlace = caller.hadNoPlace || caller.hasSpoken;
        caller.hadToWait = caller.hadToWait || caller.hasSpoken;
    }
}

std::vector<std::string> Callers::dropSilent(std::int64_t untilNs)
{
    std::vector<std::string> dropped;
    std::erase_if(m_callers, [&](const Caller& caller) {
        const bool drop = !caller.hasSpoken && caller.sinceNs <= untilNs;
        if (drop)
            dropped.push_back(caller.name);
        return drop;
    });
    return dropped;
}

std::int64_t Callers::oldestSilentNs() const
{
    std::int64_t sinceNs = kNever;
    for (const Caller& caller : m_callers)
        if (!caller.hasSpoken)
            sinceNs = std::min(sinceNs, caller.sinceNs);
    return sinceNs;
}

void Callers::addTo(std::vector<pollfd>& polled) const
{
    for (const Caller& caller : m_callers) {
        const PollTarget target = caller.connection->readTarget();
        polled.push_back({caller.hasSpoken ? -1 : target.fd, target.events, 0});
    }
}

void Callers::heard(const pollfd* first)
{
    for (Caller& caller : m_callers)
        caller.mayHaveSpoken = (first++)->revents != 0 || caller.mayHaveSpoken;
}

} // namespace iotbench
