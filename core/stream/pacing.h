// How the deadlines of a stream's images are drawn.
#pragma once

#include <cstdint>

namespace iotbench {

enum class Pacing : std::uint8_t {
    Constant,
    Poisson,
    Lognormal, // standard deviation of the gaps half their mean, at every rate
    Original, // the loop of the original sender, kept for comparison only; it has no intended times
    Cameras, // several of one rate, each evenly spaced; their phases are drawn anew every two seconds
};

} // namespace iotbench
