#include "study_driver/series_study.h"

#include <algorithm>

namespace iotbench {

bool SeriesOutcome::anyRunGave(int code) const
{
    return std::ranges::find(runs, code, &RepeatedRun::exitCode) != runs.end();
}

std::optional<double> secondsLeft(std::size_t made, std::size_t planned, double tookS, double goneS)
{
    if (made == 0 || planned < made)
        return std::nullopt;
    return std::max(0.0, tookS / static_cast<double>(made) * static_cast<double>(planned - made) - goneS);
}

} // namespace iotbench
