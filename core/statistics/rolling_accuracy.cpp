#include "statistics/rolling_accuracy.h"

#include <algorithm>

namespace iotbench {

void RollingAccuracy::add(bool correct) noexcept
{
    const std::size_t place = m_images % kRollingWindow;
    m_windowCorrect += correct;
    m_windowCorrect -= m_window[place]; // the oldest answer leaves; places not yet used hold "wrong"
    m_window[place] = correct;
    ++m_images;
}

std::optional<double> RollingAccuracy::rolling() const noexcept
{
    if (m_images == 0)
        return std::nullopt;
    const auto held = std::min<std::uint64_t>(m_images, kRollingWindow);
    return static_cast<double>(m_windowCorrect) / static_cast<double>(held);
}

} // namespace iotbench
