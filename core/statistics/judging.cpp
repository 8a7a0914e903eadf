#include "statistics/judging.h"

#include <algorithm>

namespace iotbench {

ClaimVerdict Judging::verdict()
{
    std::stable_sort(m_verdict.reasons.begin(), m_verdict.reasons.end(),
        [](const Reason& a, const Reason& b) { return a.judgement > b.judgement; });
    const auto worst = m_verdict.reasons.empty() ? Judgement::Valid : m_verdict.reasons.front().judgement;
    if (worst > Judgement::Valid)
        m_verdict.judgement = worst;
    else
        m_verdict.judgement = m_made ? Judgement::Valid : Judgement::NotJudged;
    return std::move(m_verdict);
}

} // namespace iotbench
