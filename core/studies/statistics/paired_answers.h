// Are two classifiers that answered the same images equally often correct?
#pragma once

#include "statistics/interval.h"

#include <cstdint>

namespace iotbench::studies {

// Each distinct image once, never once a repeat.
struct PairedAnswers {
    std::uint64_t images = 0;
    std::uint64_t onlyFirstCorrect = 0;
    std::uint64_t onlySecondCorrect = 0; // with the one above: the discordant images
};

struct AccuracyDifference {
    double points = 0; // second − first, in percentage points
    Interval interval; // 95 %, in percentage points
    double pValue = 1; // of "equally often correct", two-sided
};

// The test: Q. McNemar, "Note on the Sampling Error of the Difference Between Correlated Proportions or
// Percentages", Psychometrika 12 (1947), 153-157, with A. L. Edwards' correction for continuity,
// Psychometrika 13 (1948), 185-187; under 25 discordant images the exact binomial test. The interval: D. G.
// Bonett, R. M. Price, "Adjusted Wald Confidence Interval for a Difference of Binomial Proportions Based on
// Paired Data", Journal of Educational and Behavioral Statistics 37 (2012), 479-488. `images` > 0.
AccuracyDifference accuracyDifference(const PairedAnswers& answers);

inline constexpr std::uint64_t kExactBelowDiscordant = 25;

} // namespace iotbench::studies
