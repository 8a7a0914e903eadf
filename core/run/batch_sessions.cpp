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
    engines::CompiledModel& model, std::size_t ceiling, std::size_t turn, const StopSignal& stop)
{
    const std::vector<std::size_t> sizes = batchSizes(ceiling);
    BatchSessions made;
    made.m_sessions.resize(sizes.size());
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        if (stop.raised())
            return Error{TR("stopped")};
        const std::size_t place = (turn + i) % sizes.size();
        auto session = model.createSession(sizes[place]);
        if (!session.session)
            return Error{TR("the engine does not run the model on %1 images at once: %2"),
                {sizes[place], session.error}};
        made.m_sessions[place] = std::move(session.session);
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
