#include "study_driver/mean_text.h"

#include "statistics/figure_text.h"

#include <algorithm>

namespace iotbench {

std::string meanText(double imagesPerS, const std::optional<Interval>& interval, std::uint64_t runs)
{
    std::string text = rateText(imagesPerS) + " images/second";
    if (interval && imagesPerS > 0)
        text += " ± " + fixedText(100 * (interval->high - imagesPerS) / imagesPerS, 1) + " % ("
            + rateText(std::max(0.0, interval->low)) + " to " + rateText(interval->high) + ", "
            + runsText(runs) + ')';
    return text;
}

std::string runsText(std::uint64_t runs)
{
    return std::to_string(runs) + (runs == 1 ? " run" : " runs");
}

} // namespace iotbench
