// The share of images over a limit, where images that wait together are not independent.
#pragma once

#include "statistics/interval.h"
#include "statistics/percentile_intervals.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace iotbench::studies {

struct ShareEstimate {
    double share = 0;
    std::uint64_t images = 0;
    // So many independent images would make the share as sure: share (1 − share) ÷ (its error by batch
    // means)², at most all images; where none is over, or all are, one in `kDependentTogether`.
    double effectiveImages = 0;
    std::size_t batches = 0;

    // Both ends at `beyond` each. The exact limits of a binomial probability, for the effective number of
    // images lessened for the batches being few: E. L. Korn, B. I. Graubard, "Confidence Intervals for
    // Proportions with Small Expected Number of Positive Counts Estimated from Survey Data", Survey
    // Methodology 24 (1998), 193-201.
    Interval interval(double beyond) const;
};

// Batches of about equal time, in order. Empty under `fewest` batches and without images.
std::optional<ShareEstimate> shareEstimate(std::span<const ShareCount> batches, std::size_t fewest);

// Images that wait together, where nothing is known of them.
inline constexpr double kDependentTogether = 10;

} // namespace iotbench::studies
