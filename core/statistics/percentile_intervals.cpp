#include "statistics/percentile_intervals.h"

#include "statistics/batch_means.h"
#include "statistics/distributions.h"

#include <cmath>
#include <vector>

namespace iotbench {
namespace {

constexpr double kDependentTogether = 10; // images, where nothing is known of them

// The highest step that is not over, where the share of images over it is nearest to `share` by its odds.
// Empty: all images are in one step.
std::optional<std::size_t> stepNearest(
    std::span<const std::uint64_t> bySteps, std::uint64_t images, double share)
{
    std::optional<std::size_t> nearest;
    double leastOff = INFINITY;
    std::uint64_t under = 0;
    for (std::size_t step = 0; step < bySteps.size(); ++step) {
        under += bySteps[step];
        if (under == 0)
            continue;
        if (under == images)
            break;
        const double odds = static_cast<double>(images - under) / static_cast<double>(under);
        if (const double off = std::abs(std::log(odds * (1 - share) / share)); off < leastOff) {
            leastOff = off;
            nearest = step;
        }
    }
    return nearest;
}

std::vector<ShareCount> sharesOver(std::span<const LatencyCell> cells, std::size_t step)
{
    std::vector<ShareCount> shares;
    shares.reserve(cells.size());
    for (const LatencyCell& cell : cells) {
        ShareCount& share = shares.emplace_back();
        for (std::size_t i = 0; i < LatencyCell::kSteps; ++i) {
            share.images += cell.images(i);
            if (i > step)
                share.over += cell.images(i);
        }
    }
    return shares;
}

} // namespace

std::optional<double> p99Ms(std::span<const LatencyCell> cells)
{
    constexpr std::uint64_t kFewest = 1'000; // ten beyond it
    LatencyCell all;
    for (const LatencyCell& cell : cells)
        all += cell;
    std::uint64_t images = 0, seen = 0;
    for (std::size_t step = 0; step < LatencyCell::kSteps; ++step)
        images += all.images(step);
    if (images < kFewest)
        return std::nullopt;
    const std::uint64_t rank = (images * 99 + 99) / 100;
    for (std::size_t step = 0;; ++step)
        if ((seen += all.images(step)) >= rank)
            return static_cast<double>(LatencyCell::upperNs(step)) / kNsPerMs;
}

std::optional<double> effectiveImages(std::span<const ShareCount> batches)
{
    ShareCount all;
    for (const ShareCount& batch : batches) {
        all.images += batch.images;
        all.over += batch.over;
    }
    if (all.over == 0 || all.over == all.images)
        return std::nullopt;
    const auto images = static_cast<double>(all.images);
    const double share = static_cast<double>(all.over) / images;
    // What a batch has over its part, in shares of a mean batch: batches may differ in their images.
    const double imagesEach = images / static_cast<double>(batches.size());
    std::vector<double> surplus;
    surplus.reserve(batches.size());
    for (const ShareCount& batch : batches)
        surplus.push_back(
            (static_cast<double>(batch.over) - share * static_cast<double>(batch.images)) / imagesEach);
    const auto mean = batchMean(surplus);
    if (!mean)
        return std::nullopt;
    const double independent
        = std::clamp(share * (1 - share) / (mean->standardError * mean->standardError), 1.0, images);
    const double fewer = studentQuantile(0.975, images - 1) / studentQuantile(0.975, mean->degreesOfFreedom);
    return std::max(1.0, independent * fewer * fewer);
}

RankInterval percentileRanks(std::uint64_t samples, double effective, double share)
{
    const auto independent = static_cast<std::uint64_t>(effective);
    // Of `independent` samples, B lie below the quantile: it is between the samples of ranks low and high
    // where low <= B < high.
    const std::uint64_t low = binomialQuantile(0.025, independent, share);
    const std::uint64_t high = binomialQuantile(0.975, independent, share) + 1;
    const double scale = static_cast<double>(samples) / static_cast<double>(independent);
    const auto spread = [scale](std::uint64_t rank) { return static_cast<double>(rank) * scale; };
    RankInterval ranks;
    if (low > 0)
        ranks.low = std::max<std::uint64_t>(1, static_cast<std::uint64_t>(std::floor(spread(low))));
    if (high <= independent)
        ranks.high = std::min(samples, static_cast<std::uint64_t>(std::ceil(spread(high))));
    return ranks;
}

PercentileIntervals percentileIntervals(const LatencyHistogram& all, std::span<const LatencyCell> cells)
{
    PercentileIntervals intervals;
    if (cells.size() < kFewestBatches)
        return intervals;
    std::vector<std::uint64_t> bySteps(LatencyCell::kSteps);
    std::uint64_t images = 0;
    for (const LatencyCell& cell : cells)
        for (std::size_t step = 0; step < bySteps.size(); ++step) {
            bySteps[step] += cell.images(step);
            images += cell.images(step);
        }
    const auto fill = [&](Bounds& bounds, unsigned perMille) {
        if (!all.percentileMs(perMille))
            return;
        const double over = 1 - perMille / 1000.0;
        std::optional<double> effective;
        for (const double level : {over, std::min(2 * over, 0.5)}) {
            const auto step = stepNearest(bySteps, images, level);
            const auto found = step ? effectiveImages(sharesOver(cells, *step)) : std::nullopt;
            if (found && (!effective || *found < *effective))
                effective = found;
        }
        const auto samples = static_cast<double>(all.samples());
        const RankInterval ranks = percentileRanks(all.samples(),
            std::clamp(effective.value_or(samples / kDependentTogether), 1.0, samples), 1 - over);
        const auto msAt = [&all](std::uint64_t rank) { return all.msAtRank(rank); };
        bounds.low = ranks.low ? msAt(*ranks.low) : std::nullopt;
        bounds.high = ranks.high ? msAt(*ranks.high) : std::nullopt;
    };
    fill(intervals.p50, 500);
    fill(intervals.p90, 900);
    fill(intervals.p95, 950);
    fill(intervals.p99, 990);
    fill(intervals.p999, 999);
    return intervals;
}

} // namespace iotbench
