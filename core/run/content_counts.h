// Counts what the classified images of a run were, and how their predictions compare with the model's card.
#pragma once

#include "images/known_images.h"
#include "statistics/content_facts.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace iotbench {

// What images can be compared with. All of it outlives whoever compares.
struct KnownSets {
    const KnownImages* testSet = nullptr; // null: none is known
    const KnownImages* ownSet = nullptr; // the images that we send, where they are others; null: none
    std::string_view cardPredictions; // '0'..'9' for each test image; "": no card, or answers mean nothing
};

// One thread. Constant time an image; memory grows with the number of distinct images, up to that of
// DistinctImages.
class ContentCounts {
public:
    ContentCounts(const KnownSets& sets, std::size_t classes);

    // A classified image. `correct`: as labelled, where answers are judged.
    void add(std::uint64_t hash, std::uint8_t label, std::uint8_t predicted, bool correct);

    ContentFacts facts() const;
    DistinctCounts distinct() const { return m_distinct.counts(); }
    // Empty where nothing could be compared.
    std::optional<CardAgreement> card() const;

private:
    enum class Seen : std::uint8_t { Never, Agreed, Differed };

    void compare(std::uint32_t testImage, std::uint8_t predicted);

    KnownSets m_sets;
    DistinctImages m_distinct;
    ContentFacts m_facts; // but `distinct`
    CardAgreement m_card;
    std::vector<Seen> m_seen; // by test image
};

} // namespace iotbench
