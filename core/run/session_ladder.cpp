#include "run/session_ladder.h"

namespace iotbench {

std::vector<std::size_t> SessionLadder::sizes(std::size_t ceiling)
{
    std::vector<std::size_t> sizes;
    for (std::size_t size = 1; size < ceiling; size *= 2)
        sizes.push_back(size);
    sizes.push_back(ceiling);
    return sizes;
}

Result<SessionLadder> SessionLadder::create(engines::CompiledModel& model, std::size_t ceiling)
{
    SessionLadder ladder;
    for (const std::size_t size : sizes(ceiling)) {
        auto made = model.createSession(size);
        if (!made.session)
            return Error{"no session of batch " + std::to_string(size) + ": " + made.error};
        ladder.m_sessions.push_back(std::move(made.session));
    }
    return ladder;
}

engines::Session& SessionLadder::fitting(std::size_t available) noexcept
{
    std::size_t best = 0;
    while (best + 1 < m_sessions.size() && m_sessions[best + 1]->batch() <= available)
        ++best;
    return *m_sessions[best];
}

} // namespace iotbench
