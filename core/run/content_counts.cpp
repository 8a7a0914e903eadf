#include "run/content_counts.h"

namespace iotbench {

ContentCounts::ContentCounts(const KnownSets& sets, std::size_t classes)
    : m_sets(sets)
    , m_distinct(classes)
    , m_seen(sets.cardPredictions.size(), Seen::Never)
{
}

void ContentCounts::add(std::uint64_t hash, std::uint8_t label, std::uint8_t predicted, bool correct)
{
    m_distinct.add(hash, label, correct);
    const auto testImage = m_sets.testSet ? m_sets.testSet->find(hash) : std::nullopt;
    if (!testImage) {
        const bool own = m_sets.ownSet && m_sets.ownSet->find(hash);
        ++(own ? m_facts.inOwnSet : m_facts.inNoSet);
        return;
    }
    ++m_facts.inTestSet;
    if (!m_sets.testSet->hasLabel(*testImage, label)) {
        ++m_facts.otherLabels;
        if (m_facts.firstOtherLabels.size() < ContentFacts::kOtherLabelsKept)
            m_facts.firstOtherLabels.push_back({*testImage, label, m_sets.testSet->label(*testImage)});
    }
    if (*testImage < m_seen.size())
        compare(*testImage, predicted);
}

void ContentCounts::compare(std::uint32_t testImage, std::uint8_t predicted)
{
    const std::uint8_t label = m_sets.testSet->label(testImage);
    const auto cardPredicted = static_cast<std::uint8_t>(m_sets.cardPredictions[testImage] - '0');
    Seen& seen = m_seen[testImage];
    if (seen == Seen::Never) {
        ++m_card.compared;
        ++m_card.agreed; // until it differs
        m_card.correct += predicted == label;
        m_card.cardCorrect += cardPredicted == label;
        seen = Seen::Agreed;
    }
    if (predicted == cardPredicted || seen == Seen::Differed)
        return;
    seen = Seen::Differed;
    --m_card.agreed;
    if (m_card.firstDifferences.size() < CardAgreement::kDifferencesKept)
        m_card.firstDifferences.push_back({testImage, label, predicted, cardPredicted});
}

ContentFacts ContentCounts::facts() const
{
    ContentFacts facts = m_facts;
    facts.distinct = distinct();
    return facts;
}

std::optional<CardAgreement> ContentCounts::card() const
{
    return m_card.compared > 0 ? std::optional(m_card) : std::nullopt;
}

} // namespace iotbench
