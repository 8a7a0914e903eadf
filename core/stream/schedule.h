// When each image of a stream is due.
#pragma once

#include "stream/pacing.h"
#include "stream/random_numbers.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace iotbench {

// What a schedule is made of; equal plans give equal schedules, so that whoever knows the plan knows the
// times.
struct StreamPlan {
    Pacing pacing = Pacing::Constant;
    double ratePerS = 10; // of this stream; 0 = as fast as the receiver takes them
    std::optional<std::uint64_t> images; // of this stream; unset: no end
    std::uint64_t seed = 1;
    std::int64_t startOffsetNs = 0; // of image 0 after the start of the run
    std::uint64_t firstImage
        = 0; // image 0's place in the set that is sent; in the order of the set from there
    double cameraRatePerS = 15; // pacing cameras: of each; ratePerS is a whole multiple of it
    // Where the length of the run ends it before `images`: how many the rate makes due in it, so that their
    // gaps are fitted to the rate as those of `images` are.
    std::optional<std::uint64_t> imagesInTime = {};

    bool hasIntendedTimes() const { return ratePerS > 0 && pacing != Pacing::Original; }
    bool operator==(const StreamPlan&) const = default;
};

// Stream `index` of `streams` that share a total rate and count. Every stream has the rate ratePerS / streams
// and starts index / ratePerS later, so that at constant pacing all together are the one stream of the total
// rate; the first (images mod streams) of them have one image more. Stream 0 has the seed itself, the others
// seeds made of it (splitmix64), so that their gaps are independent.
StreamPlan shareOf(const StreamPlan& total, unsigned index, unsigned streams);

// Deadlines in order, in nanoseconds after the start of the run. Image 0 is due at startOffsetNs. Cameras: a
// block is a set of phases, one for each camera, uniform over the time between two of its images; each camera
// sends whole images for two seconds (at least one) at its phase, then the next set begins. Image 0 is due at
// the first phase. Other gaps are drawn in blocks of 4,096 (the last one of images or imagesInTime shorter: n
// images have n - 1 gaps), each block scaled to sum to its count / rate:
//   constant   1
//   poisson    -ln u
//   lognormal  exp(σ z), σ² = ln 1.25: the standard deviation is half the mean, at every rate; z by Box and
//   Muller
// (means and the factor exp(μ) fall out in the scaling), u uniform in (0, 1) from the upper 53 bits of
// mt19937_64. Only for plans that have intended times. Allocates once; one thread.
class Schedule {
public:
    static constexpr std::size_t kGapsPerBlock = 4'096;

    explicit Schedule(const StreamPlan& plan);

    std::int64_t next(); // of image 0, 1, 2, …; past the plan's count it goes on at the rate

private:
    void drawBlock();
    void drawCameras();
    double gap();

    StreamPlan m_plan;
    RandomNumbers m_random;
    std::uint64_t m_image = 0; // the next one
    double m_blockStartNs = 0;
    std::vector<double> m_blockNs; // deadlines of the images that the block's gaps lead to, after its start
    std::size_t m_inBlock = 0; // of them already given out
};

} // namespace iotbench
