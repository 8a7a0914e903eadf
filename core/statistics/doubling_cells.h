// A series in time of unknown length in fixed memory: cells that become twice as long whenever they would be
// too many.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace iotbench {

// A cell is empty where it was value-initialised, has operator+= for its neighbour and clear(). Once it is
// full, between half and all of `kMost` (even) cells are in use. One thread at a time; nothing is allocated
// after construction.
template <typename Cell, std::size_t kMost>
class DoublingCells {
    static_assert(kMost % 2 == 0);

public:
    static constexpr unsigned kFirstShift = 20; // cells of 2^20 ns to begin with: a millisecond

    DoublingCells()
        : m_cells(kMost)
    {
    }

    Cell& at(std::int64_t ns) noexcept // since the start; below 0 counts as 0
    {
        const auto since = static_cast<std::uint64_t>(std::max<std::int64_t>(ns, 0));
        while (since >> m_shift >= kMost)
            doubleLengths();
        const std::size_t cell = since >> m_shift;
        m_used = std::max(m_used, cell + 1);
        return m_cells[cell];
    }

    std::int64_t lengthNs() const { return std::int64_t{1} << m_shift; }
    std::span<const Cell> used() const { return std::span(m_cells).first(m_used); }
    // Those that are over `ns` after the start.
    std::span<const Cell> complete(std::int64_t ns) const
    {
        const auto over = static_cast<std::size_t>(std::max<std::int64_t>(ns, 0) >> m_shift);
        return std::span(m_cells).first(std::min(m_used, over));
    }

private:
    void doubleLengths() noexcept
    {
        for (std::size_t i = 0; i < kMost / 2; ++i) {
            if (i > 0)
                m_cells[i] = m_cells[2 * i];
            m_cells[i] += m_cells[2 * i + 1];
        }
        for (std::size_t i = kMost / 2; i < kMost; ++i)
            m_cells[i].clear();
        m_used = (m_used + 1) / 2;
        ++m_shift;
    }

    std::vector<Cell> m_cells;
    std::size_t m_used = 0;
    unsigned m_shift = kFirstShift;
};

} // namespace iotbench
