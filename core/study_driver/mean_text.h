// A mean over runs, in words.
#pragma once

#include "statistics/interval.h"

#include <cstdint>
#include <optional>
#include <string>

namespace iotbench {

// "612 images/second ± 1.3 % (604 to 620, 5 runs)"; without an interval "612 images/second".
std::string meanText(double imagesPerS, const std::optional<Interval>& interval, std::uint64_t runs);
std::string runsText(std::uint64_t runs); // "3 runs"

} // namespace iotbench
