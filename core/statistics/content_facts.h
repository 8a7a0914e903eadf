// What the classified images of a run were, by their content: their order, their place in a stream and the
// connection that brought them make no difference.
#pragma once

#include "statistics/distinct_images.h"

#include <cstdint>
#include <vector>

namespace iotbench {

// An image of the test set under a label that the set does not give it.
struct OtherLabel {
    std::uint32_t testImage = 0;
    std::uint8_t label = 0; // as it came
    std::uint8_t setLabel = 0;

    bool operator==(const OtherLabel&) const = default;
};

// classified = inTestSet + inOwnSet + inNoSet.
struct ContentFacts {
    static constexpr std::size_t kOtherLabelsKept = 100;

    DistinctCounts distinct;
    std::uint64_t inTestSet = 0;
    std::uint64_t inOwnSet = 0; // not in the test set, but among the images that we send ourselves (--images)
    std::uint64_t inNoSet = 0;
    std::uint64_t otherLabels = 0; // of inTestSet
    std::vector<OtherLabel> firstOtherLabels; // at most kOtherLabelsKept

    bool operator==(const ContentFacts&) const = default;
};

// What was predicted beside what the model's card says of the same test images, each counted once however
// often it came.
struct CardAgreement {
    struct Difference {
        std::uint32_t testImage = 0;
        std::uint8_t label = 0; // the set's
        std::uint8_t predicted = 0;
        std::uint8_t cardPredicted = 0;
        bool operator==(const Difference&) const = default;
    };
    static constexpr std::size_t kDifferencesKept = 100;

    std::uint64_t compared = 0; // test images classified
    std::uint64_t agreed = 0; // of the compared: predicted as the card says, every time
    std::uint64_t correct = 0; // of the compared: predicted as the set labels it, the first time
    std::uint64_t cardCorrect = 0; // of the compared: predicted as the set labels it, by the card
    std::vector<Difference> firstDifferences; // at most kDifferencesKept, each image once

    bool operator==(const CardAgreement&) const = default;
};

} // namespace iotbench
