// Where the level of something measured over time changed.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace iotbench {

struct LevelChange {
    std::size_t at = 0; // the first value of the new level
    double before = 0; // mean from the change before, or the start
    double after = 0; // mean up to the next change, or the end

    double change() const { return after / before - 1; } // relative
    bool operator==(const LevelChange&) const = default;
};

inline constexpr double kSmallestChange = 0.05;

// `values` above 0 of pieces of time, `valueS` seconds long each, in order. They are tested as 64 batches, or
// as many as there are under 64, by their ranks: the largest sum of squares between two levels, over all
// places of the change, divided by what is left and by (1 + r) ÷ (1 − r) for the lag-one correlation r around
// the two levels, is compared with that of 1,999 steady series whose values have the same correlation and, in
// another order, the same news. Where no change is found, the same is done with three levels, for two changes
// of which one takes the other back. A level lasts 2 s at least, one of three 2.5 s, but no less than a tenth
// and a sixth of the series, and no more than a fifth and a quarter are asked for: what is shorter is a
// burst. Of 1,000 steady runs of simulated machines 0 to 2 gave an alarm on most, 15 where the level wavers
// for a second, 17 under bursts of half a second (tests/bench/statistics). What is found is searched again
// between the changes (binary segmentation). Changes are told where the means of two levels, and those of the
// middle halves of their batches, differ by over `smallest`, relative. In order of time; none under 20
// values. The same values give the same changes: shuffles are seeded. Rank tests of a change: A. N. Pettitt,
// Applied Statistics 28 (1979), 126-135; series by their shuffled news: J.-P. Kreiss, E. Paparoditis, Journal
// of the Korean Statistical Society 40 (2011), 357-378, section 2; segmentation: A. J. Scott, M. Knott,
// Biometrics 30 (1974), 507-512.
std::vector<LevelChange> levelChanges(
    std::span<const double> values, double valueS, double smallest = kSmallestChange);

} // namespace iotbench
