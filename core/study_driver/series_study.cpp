#include "study_driver/series_study.h"

#include <algorithm>

namespace iotbench {

std::optional<double> secondsLeft(std::size_t made, std::size_t planned, double tookS, double goneS)
{
    if (made == 0 || planned < made)
        return std::nullopt;
    return std::max(0.0, tookS / static_cast<double>(made) * static_cast<double>(planned - made) - goneS);
}

} // namespace iotbench
