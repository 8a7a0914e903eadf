// By what factor one thing is larger than another, over several runs of each.
#pragma once

#include "statistics/ratio.h"

#include <cstdint>
#include <optional>
#include <span>

namespace iotbench::studies {

// The first, with the other's interval where that is wider, and its p-value where that is larger.
Ratio smallerPromise(Ratio ratio, const Ratio& other);

// Every function below is empty where a value is not above 0 or there are too few to say how sure.

// Runs that were made in pairs, second[i] just before or after first[i]; two or more. Student's t of the log
// ratios; where the bootstrap of their mean (2,000 resamples of `seed`, percentile interval) is wider, its
// interval, and its p-value where that is larger.
std::optional<Ratio> pairedRatio(
    std::span<const double> first, std::span<const double> second, std::uint64_t seed);

// Two or more runs of each, in no relation; see logDifference().
std::optional<Ratio> welchRatio(std::span<const double> first, std::span<const double> second);

} // namespace iotbench::studies
