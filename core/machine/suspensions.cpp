#include "machine/suspensions.h"

#include <algorithm>

namespace iotbench {

void Suspensions::add(std::int64_t endNs, std::int64_t ns)
{
    if (m_kept.size() >= m_mostKept) {
        for (std::size_t i = 0; i < m_kept.size() / 2; ++i)
            m_kept[i] = {{m_kept[2 * i].time.startNs, m_kept[2 * i + 1].time.endNs},
                m_kept[2 * i].ns + m_kept[2 * i + 1].ns};
        m_kept.resize(m_kept.size() / 2);
    }
    m_kept.push_back({{endNs - ns, endNs}, static_cast<double>(ns)});
}

std::vector<double> Suspensions::secondsIn(std::span<const TimeSpan> rows) const
{
    std::vector<double> found;
    found.reserve(rows.size());
    auto first = m_kept.begin();
    for (const TimeSpan& row : rows) {
        while (first != m_kept.end() && first->time.endNs <= row.startNs)
            ++first;
        double ns = 0;
        for (auto joined = first; joined != m_kept.end() && joined->time.startNs < row.endNs; ++joined) {
            const TimeSpan& time = joined->time;
            const std::int64_t inRowNs
                = std::min(time.endNs, row.endNs) - std::max(time.startNs, row.startNs);
            ns += joined->ns * static_cast<double>(inRowNs) / static_cast<double>(time.endNs - time.startNs);
        }
        found.push_back(ns / 1e9);
    }
    return found;
}

} // namespace iotbench
