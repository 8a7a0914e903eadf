#include "ui/plots/plot_points.h"

#include "statistics/wilson.h"

#include <algorithm>

namespace iotbench::ui {
namespace {

// Below this the interval is as wide as the plot.
constexpr std::uint64_t kBandFrom = 100;

std::optional<std::uint64_t> sum(std::optional<std::uint64_t> a, std::optional<std::uint64_t> b)
{
    return a && b ? std::optional(*a + *b) : std::nullopt;
}

IntervalRow joinedRows(const IntervalRow* rows, std::size_t count)
{
    IntervalRow all = rows[0];
    std::uint64_t mostImages = rows[0].classified;
    for (std::size_t i = 1; i < count; ++i) {
        const IntervalRow& row = rows[i];
        all.lengthS += row.lengthS;
        all.offered = sum(all.offered, row.offered);
        all.sent = sum(all.sent, row.sent);
        all.classified += row.classified;
        all.correct += row.correct;
        all.rejected += row.rejected;
        if (row.latencyP50Ms && (!all.latencyP50Ms || row.classified > mostImages)) {
            all.latencyP50Ms = row.latencyP50Ms;
            mostImages = row.classified;
        }
        if (row.latencyMaxMs)
            all.latencyMaxMs = std::max(*row.latencyMaxMs, all.latencyMaxMs.value_or(0));
        all.rollingAccuracy = row.rollingAccuracy;
        all.rollingLatencyP99Ms = row.rollingLatencyP99Ms;
    }
    return all;
}

} // namespace

std::vector<IntervalRow> thinned(std::span<const IntervalRow> rows, std::size_t most)
{
    if (rows.size() <= most)
        return {rows.begin(), rows.end()};
    const std::size_t together = (rows.size() + most - 1) / most;
    std::vector<IntervalRow> fewer;
    fewer.reserve(most);
    for (std::size_t first = 0; first < rows.size(); first += together)
        fewer.push_back(joinedRows(&rows[first], std::min(together, rows.size() - first)));
    return fewer;
}

PlotPoints plotPoints(std::span<const IntervalRow> rows, bool sent)
{
    PlotPoints points;
    if (!rows.empty())
        points.startS = rows.front().startS;
    std::uint64_t classified = 0;
    for (const IntervalRow& row : rows) {
        if (row.lengthS <= 0)
            continue;
        const double atS = row.startS + row.lengthS / 2;
        classified += row.classified;
        points.endS = row.startS + row.lengthS;
        points.achieved.add(
            atS, sent ? static_cast<double>(row.sent.value_or(0)) / row.lengthS : row.imagesPerS());
        if (row.offered)
            points.offered.add(atS, static_cast<double>(*row.offered) / row.lengthS);
        if (row.rollingAccuracy) {
            points.accuracy.add(atS, *row.rollingAccuracy * 100);
            if (classified >= kBandFrom)
                if (const auto interval
                    = wilson95(*row.rollingAccuracy, std::min<std::uint64_t>(classified, kRollingWindow))) {
                    points.low.add(atS, interval->low * 100);
                    points.high.add(atS, interval->high * 100);
                }
        }
        if (row.latencyP50Ms)
            points.p50.add(atS, *row.latencyP50Ms);
        if (row.rollingLatencyP99Ms)
            points.p99.add(atS, *row.rollingLatencyP99Ms);
        if (row.latencyMaxMs)
            points.maximum.add(atS, *row.latencyMaxMs);
    }
    return points;
}

} // namespace iotbench::ui
