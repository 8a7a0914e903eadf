#include "run/test_set_match.h"

namespace iotbench {

TestSetMatch::TestSetMatch(const MatchReference& reference)
    : m_reference(reference)
    , m_disagreed(!reference.knownByConstruction && reference.testLabels.empty())
    , m_seen(m_disagreed ? 0 : reference.imageCount)
{
}

bool TestSetMatch::known() const
{
    return !m_disagreed && (m_reference.knownByConstruction || m_labels >= kLabelsNeeded);
}

void TestSetMatch::add(std::uint64_t sequence, std::uint8_t label, std::uint8_t predicted)
{
    if (m_disagreed)
        return;
    const std::uint64_t image = sequence % m_reference.imageCount;
    if (!m_reference.knownByConstruction && m_reference.testLabels[image] != label) {
        m_disagreed = true;
        m_seen = {};
        m_agreement = {};
        return;
    }
    ++m_labels;
    m_seen[image] = true;
    if (image >= m_reference.cardPredictions.size())
        return;
    const auto cardPredicted = static_cast<std::uint8_t>(m_reference.cardPredictions[image] - '0');
    ++m_agreement.compared;
    m_agreement.right += predicted == label;
    m_agreement.cardRight += cardPredicted == label;
    if (cardPredicted == predicted)
        ++m_agreement.agreed;
    else if (m_agreement.firstDifferences.size() < CardAgreement::kDifferencesKept)
        m_agreement.firstDifferences.push_back(
            {static_cast<std::uint32_t>(image), label, predicted, cardPredicted});
}

} // namespace iotbench
