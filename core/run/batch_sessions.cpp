#include "run/batch_sessions.h"

#include "base/stop_signal.h"

namespace iotbench {

std::vector<std::size_t> batchSizes(std::size_t ceiling)
{
    std::vector<std::size_t> sizes;
    for (std::size_t size = 1; size < ceiling; size *= 2)
        sizes.push_back(size);
    sizes.push_back(ceiling);
    return sizes;
}

Result<BatchSessions> BatchSessions::create(
    engines::CompiledModel& model, std::size_t ceiling, const StopSignal& stop)
{
    BatchSessions made;
    for (const std::size_t size : batchSizes(ceiling)) {
        if (stop.raised())
            return Error{TR("stopped")};
        auto session = model.createSession(size);
        if (!session.session)
            return Error{TR("no session of batch %1: %2"), {size, session.error}};
        made.m_sessions.push_back(std::move(session.session));
    }
    return made;
}

engines::Session& BatchSessions::fitting(std::size_t available) noexcept
{
    std::size_t best = 0;
    while (best + 1 < m_sessions.size() && m_sessions[best + 1]->batch() <= available)
        ++best;
    return *m_sessions[best];
}

} // namespace iotbench
