// What images.csv adds to the figures of a side's runs: every latency, and every answer.
#pragma once

#include "base/result.h"
#include "compare/compared_side.h"
#include "studies/comparison.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace iotbench {

struct ImageAnswer {
    std::uint8_t label = 0;
    std::uint8_t predicted = 0;
};

struct ComparedImages {
    std::vector<std::vector<float>> latenciesMs; // of each run, in order; empty where it has none or too many
    // Of each distinct image by its content, as it was predicted first.
    std::unordered_map<std::uint64_t, ImageAnswer> answers;
    bool tooMany = false; // a run has over kMostLatencies rows
    std::uint64_t unfit
        = 0; // runs whose images.csv has other than as many images as they classified: not used
};

inline constexpr std::size_t kMostLatencies = 4'000'000; // of a run
inline constexpr std::size_t kMostAnswers = 1'000'000; // later distinct images are left out

// Errors are those of the files, and one with other than as many correct images as its run.
Result<ComparedImages> readImages(const ComparedSide& side);

struct PairedImages {
    studies::PairedAnswers answers;
    double basePct = 0; // accuracy over the images that both sides know; 0 without one
};

// Over the distinct images that both sides have with the same label.
PairedImages pairedImages(const ComparedImages& base, const ComparedImages& next);

} // namespace iotbench
