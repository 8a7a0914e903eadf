#include "statistics/run_batches.h"

#include "statistics/batch_means.h"

#include <algorithm>

namespace iotbench {

void RunBatches::add(std::int64_t doneNs, std::int64_t latencyNs, std::int64_t serviceNs) noexcept
{
    TimeCell& cell = m_cells.at(doneNs);
    ++cell.images;
    cell.serviceNs += static_cast<double>(serviceNs);
    m_services.at(doneNs).add(serviceNs);
    if (latencyNs < 0)
        return;
    cell.latencyNs += static_cast<double>(latencyNs);
    m_latencies.at(doneNs).add(latencyNs);
}

RunSeries RunBatches::series(double startS, std::int64_t endNs) const
{
    const auto cells = m_cells.complete(endNs);
    const auto latencies = m_latencies.used();
    const std::size_t third = latencies.size() / 3;
    return {startS, static_cast<double>(m_cells.lengthNs()) / 1e9, {cells.begin(), cells.end()},
        p99Ms(latencies.first(third)), p99Ms(latencies.last(third))};
}

PercentileIntervals RunBatches::latencyIntervals(const LatencyHistogram& all) const
{
    return percentileIntervals(all, m_latencies.used());
}

PercentileIntervals RunBatches::serviceIntervals(const LatencyHistogram& all) const
{
    return percentileIntervals(all, m_services.used());
}

std::optional<Interval> rateIntervalOf(const RunSeries& series, double perS)
{
    std::vector<double> rates;
    rates.reserve(series.cells.size());
    for (const TimeCell& cell : series.cells)
        rates.push_back(static_cast<double>(cell.images) / series.cellS);
    const auto mean = batchMean(rates);
    if (!mean)
        return std::nullopt;
    const double half = mean->interval().high - mean->mean;
    return Interval{std::max(0.0, perS - half), perS + half};
}

} // namespace iotbench
