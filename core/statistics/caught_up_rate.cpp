#include "statistics/caught_up_rate.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <span>
#include <vector>

namespace iotbench {
namespace {

using Cells = std::span<const TimeCell>;

double imagesIn(Cells cells)
{
    return std::accumulate(cells.begin(), cells.end(), 0.0,
        [](double sum, const TimeCell& cell) { return sum + static_cast<double>(cell.images); });
}

double imagesPerCell(Cells cells)
{
    return imagesIn(cells) / static_cast<double>(cells.size());
}

// Once it is over, the images beyond the usual rate stay what they were, but for chance: the first place at
// which there are about as many as ever.
std::size_t endOfBurst(Cells cells, double aboutAsMany)
{
    constexpr double kWhole = 2; // images come whole
    const double usual = imagesPerCell(cells.subspan(cells.size() / 2));
    std::vector<double> beyond;
    beyond.reserve(cells.size());
    double sum = 0;
    for (const TimeCell& cell : cells)
        beyond.push_back(sum += static_cast<double>(cell.images) - usual);
    const auto most = std::ranges::max_element(beyond);
    if (most == beyond.end() || *most <= kWhole)
        return 0;
    const auto end = std::find_if(
        beyond.begin(), most, [&](double images) { return images >= aboutAsMany * *most - kWhole; });
    return static_cast<std::size_t>(end - beyond.begin()) + 1;
}

// Standard error of the images that came in so many cells before `rest`, less those that its mean expects. No
// fewer cells than a batch has: within one, images may come in clumps.
double errorOf(std::size_t cellsBefore, Cells rest)
{
    constexpr std::size_t kBatches = 16;
    const std::size_t each = rest.size() / kBatches;
    const double mean = imagesPerCell(rest) * static_cast<double>(each);
    double squares = 0;
    for (std::size_t batch = 0; batch < kBatches; ++batch)
        squares += std::pow(imagesIn(rest.subspan(batch * each, each)) - mean, 2);
    const double variance = squares / (kBatches - 1);
    const double batchesBefore = std::max(1.0, static_cast<double>(cellsBefore) / static_cast<double>(each));
    return 1 + std::sqrt(variance * (batchesBefore + batchesBefore * batchesBefore / kBatches));
}

std::optional<double> rateAfter(Cells cells, std::size_t end)
{
    constexpr double kMostExcess = 1.02, kFewestErrors = 6;
    constexpr std::size_t kFewestCells = 32, kLeastShare = 20;
    const Cells rest = cells.subspan(end);
    if (end == 0 || rest.size() < std::max(kFewestCells, cells.size() / kLeastShare))
        return std::nullopt;
    const double usual = imagesPerCell(rest);
    const double beyond = imagesIn(cells.first(end)) - usual * static_cast<double>(end);
    if (imagesPerCell(cells) <= kMostExcess * usual || beyond <= kFewestErrors * errorOf(end, rest))
        return std::nullopt;
    return usual;
}

} // namespace

std::optional<double> rateAfterBurst(const RunSeries& series)
{
    // The more chance there is in what follows, the later it may have given a few images more.
    for (const double aboutAsMany : {0.998, 0.9})
        if (const auto usual = rateAfter(series.cells, endOfBurst(series.cells, aboutAsMany)))
            return *usual / series.cellS;
    return std::nullopt;
}

} // namespace iotbench
