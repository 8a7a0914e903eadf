// The rate of a stream whose first images had piled up before anybody read them.
#pragma once

#include "statistics/run_batches.h"

#include <optional>

namespace iotbench {

// Images/s from the end of a burst with which the run began, to its end. The burst is over where about as
// many images have come beyond the rate of the second half as ever do. Empty where there is none: the rate of
// the whole is within 2 % of it, the images beyond it are no more than chance gives (six standard errors,
// from 16 batches of the rest), or under 5 % of the run, or 32 pieces, are left.
std::optional<double> rateAfterBurst(const RunSeries& series);

} // namespace iotbench
