// Whether a stream is the CIFAR-10 test set, and if so, how its answers compare with the model's card.
//
// A text stream carries labels and no names. Record k of a source is taken for test image k mod 10,000
// (refused records counted) while every label so far agrees and at least 20 have come; one that disagrees
// makes the whole source unknown for good. In loopback nothing has to be guessed: the images sent are known.
#pragma once

#include "statistics/run_result.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace iotbench {

// What a source can be compared with. The spans outlive the matches that look at them.
struct MatchReference {
    bool knownByConstruction = false; // loopback: record k is image k mod imageCount
    std::uint64_t imageCount = kTestSetSize; // images in the set that is sent
    std::span<const std::uint8_t> testLabels; // the test set's; empty: nothing can be recognised
    std::string_view cardPredictions; // the card's '0'..'9' for each test image; "": no card
};

// One source's. One thread.
class TestSetMatch {
public:
    static constexpr std::uint64_t kLabelsNeeded = 20;

    explicit TestSetMatch(const MatchReference& reference);

    // A classified record, in order of sequences.
    void add(std::uint64_t sequence, std::uint8_t label, std::uint8_t predicted);

    // Whether record k is (taken for) image k mod imageCount.
    bool known() const;
    // Against the card, over what was added; meaningless unless known() and the card has predictions.
    const CardAgreement& agreement() const { return m_agreement; }
    // The images seen, a flag each; only where known().
    const std::vector<bool>& seen() const { return m_seen; }

private:
    const MatchReference& m_reference;
    bool m_disagreed = false;
    std::uint64_t m_labels = 0;
    CardAgreement m_agreement;
    std::vector<bool> m_seen; // by image
};

} // namespace iotbench
