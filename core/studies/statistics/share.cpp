#include "studies/statistics/share.h"

#include "statistics/batch_means.h"
#include "statistics/distributions.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace iotbench::studies {

std::optional<ShareEstimate> shareEstimate(std::span<const ShareCount> batches, std::size_t fewest)
{
    ShareCount all;
    for (const ShareCount& batch : batches) {
        all.images += batch.images;
        all.over += batch.over;
    }
    if (all.images == 0)
        return std::nullopt;
    const auto images = static_cast<double>(all.images);
    ShareEstimate result;
    result.images = all.images;
    result.share = static_cast<double>(all.over) / images;
    // What a batch has over its part, in shares of a mean batch: batches may differ in their images.
    std::vector<double> surplus;
    surplus.reserve(batches.size());
    const double imagesEach = images / static_cast<double>(batches.size());
    for (const ShareCount& batch : batches)
        surplus.push_back((static_cast<double>(batch.over) - result.share * static_cast<double>(batch.images))
            / imagesEach);
    const auto mean = batchMean(surplus, fewest);
    if (!mean)
        return std::nullopt;
    result.batches = mean->batches;
    if (all.over == 0 || all.over == all.images)
        result.effectiveImages = std::max(1.0, images / kDependentTogether);
    else
        result.effectiveImages = std::clamp(
            result.share * (1 - result.share) / (mean->standardError * mean->standardError), 1.0, images);
    return result;
}

Interval ShareEstimate::interval(double beyond) const
{
    const double fewer = studentQuantile(1 - beyond, static_cast<double>(images - 1))
        / studentQuantile(1 - beyond, static_cast<double>(batches - 1));
    const double trials = std::max(1.0, effectiveImages * fewer * fewer);
    return {probabilityAtLeast(share * trials, trials, 1 - beyond),
        probabilityAtMost(share * trials, trials, 1 - beyond)};
}

} // namespace iotbench::studies
