#include "ui/plots/plot_points.h"

#include "statistics/wilson.h"

#include <algorithm>

namespace iotbench::ui {
namespace {

// Below this the interval is as wide as the plot.
constexpr std::uint64_t kBandFrom = 100;

// The median is that of the fullest row: of several there is none.
IntervalRow joinedRows(std::span<const IntervalRow> rows)
{
    IntervalRow all = rows.front();
    const IntervalRow* fullest = &rows.front();
    for (const IntervalRow& row : rows.subspan(1)) {
        all = mergedRows(all, row);
        if (row.latencyP50Ms && (!fullest->latencyP50Ms || row.classified > fullest->classified))
            fullest = &row;
    }
    all.latencyP50Ms = fullest->latencyP50Ms;
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
        fewer.push_back(joinedRows(rows.subspan(first, std::min(together, rows.size() - first))));
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
