// One worker's sessions: one for each batch size 1, 2, 4, … up to a ceiling.
//
// Why so many: changing the batch of one network costs more than an inference, and waiting for a full batch
// would make images at low rates wait for others. So a worker takes the largest size that the queue fills
// right now.
#pragma once

#include "base/result.h"
#include "engines/engine.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace iotbench {

class StopSignal;

// The powers of two below `ceiling`, and `ceiling` itself; ascending.
std::vector<std::size_t> batchSizes(std::size_t ceiling);

// Belongs to one thread at a time.
class BatchSessions {
public:
    // For each of batchSizes(ceiling), beginning with the one of this `turn`: workers side by side that begin
    // with different ones do not all wait for the engine to compile the same.
    // Error: one cannot be made, in the engine's words; or `stop` was raised meanwhile.
    static Result<BatchSessions> create(
        engines::CompiledModel& model, std::size_t ceiling, std::size_t turn, const StopSignal& stop);

    // The largest session whose batch is at most `available` (>= 1).
    engines::Session& fitting(std::size_t available) noexcept;
    engines::Session& largest() noexcept { return *m_sessions.back(); }
    const std::vector<std::unique_ptr<engines::Session>>& sessions() const noexcept { return m_sessions; }

private:
    std::vector<std::unique_ptr<engines::Session>> m_sessions; // ascending batch
};

} // namespace iotbench
