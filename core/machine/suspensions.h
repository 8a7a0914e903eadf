// When the process stood still, in memory that does not grow with the length of a run.
#pragma once

#include "machine/cpu_window.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace iotbench {

// Neighbours are joined where there would be more than `mostKept`: what is known is then spread over the time
// from the first to the last.
class Suspensions {
public:
    explicit Suspensions(std::size_t mostKept = 4'096) // even
        : m_mostKept(mostKept)
    {
    }

    // One of `ns` that ended at `endNs`; in order.
    void add(std::int64_t endNs, std::int64_t ns);
    // How long of each row, which follow each other; seconds.
    std::vector<double> secondsIn(std::span<const TimeSpan> rows) const;

private:
    struct Joined {
        TimeSpan time;
        double ns = 0; // of it
    };

    std::size_t m_mostKept;
    std::vector<Joined> m_kept;
};

} // namespace iotbench
