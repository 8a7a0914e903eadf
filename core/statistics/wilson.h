// How sure a share of right answers is, given how many were asked.
#pragma once

#include "statistics/interval.h"

#include <cstdint>
#include <optional>

namespace iotbench {

// The 95 % score interval of a proportion in 0..1 seen over `trials`; empty where there were none. Unlike the
// textbook's p ± 1.96 s it stays inside 0..1 and means something at 0 %, at 100 % and for few trials.
// E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal of the
// American Statistical Association 22 (1927), 209-212; z = 1.959964.
std::optional<Interval> wilson95(double proportion, std::uint64_t trials);

} // namespace iotbench
