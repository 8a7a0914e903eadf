// What the rules of the claims have in common. Of claims.cpp, complete_claim.cpp and accuracy_claim.cpp
// alone.
#pragma once

#include "statistics/verdict.h"

#include <cstdint>
#include <string>
#include <utility>

namespace iotbench {

// part / whole > limit / 1000, exactly.
inline bool overPerMille(std::uint64_t part, std::uint64_t whole, std::uint64_t limit)
{
    return part * 1000 > whole * limit;
}

inline std::string text(std::uint64_t count)
{
    return std::to_string(count);
}

// Collects reasons and makes the verdict of the worst of them.
class Judging {
public:
    explicit Judging(Claim claim) { m_verdict.claim = claim; }

    void add(Judgement judgement, Message what, Message advice = {})
    {
        m_verdict.reasons.push_back({judgement, std::move(what), std::move(advice)});
    }
    // The claim is not made, whatever was added as Valid; anything worse stands.
    void notMade(Message why, Message advice = {})
    {
        m_made = false;
        add(Judgement::NotJudged, std::move(why), std::move(advice));
    }
    ClaimVerdict verdict();

private:
    ClaimVerdict m_verdict;
    bool m_made = true;
};

} // namespace iotbench
