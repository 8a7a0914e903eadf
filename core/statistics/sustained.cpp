#include "statistics/sustained.h"

#include "statistics/level_series.h"
#include "statistics/ratio.h"
#include "statistics/run_result.h"

#include <algorithm>
#include <span>

namespace iotbench {

std::optional<Sustained> sustainedOf(const RunResult& result, const RunSeries& series)
{
    if (result.steadiness.basis == SteadyBasis::None || series.lengthS() < kShortestSustainedS)
        return std::nullopt;
    const Level level = result.steadiness.basis == SteadyBasis::Rate ? ratesOf(series)
                                                                     : meansOf(series, &TimeCell::serviceNs);
    const auto pieceAt = [&](double share) {
        const auto at = std::ranges::lower_bound(level.startS, series.startS + share * series.lengthS());
        return static_cast<std::size_t>(at - level.startS.begin());
    };
    const std::span<const double> values(level.values);
    constexpr std::size_t kFewest = 2;
    const auto first = batchMean(values.first(pieceAt(1.0 / 3)), kFewest);
    const auto last = batchMean(values.subspan(pieceAt(2.0 / 3)), kFewest);
    const auto ratio = first && last ? ratioWithinRuns(*first, *last) : std::nullopt;
    if (!ratio)
        return std::nullopt;
    const auto pct = [](double factor) { return 100 * (factor - 1); };
    return Sustained{first->mean, last->mean, pct(ratio->ratio),
        {pct(ratio->interval.low), pct(ratio->interval.high)}, series.firstP99Ms, series.lastP99Ms};
}

} // namespace iotbench
