// One row of the rules of the claims: what differs from a sound run, and what is then judged, for which
// reasons, in which order.
#pragma once

#include "example_run.h"
#include "statistics/verdict.h"

#include <QStringList>

#include <functional>

namespace iotbench::test {

inline constexpr auto kValid = Judgement::Valid, kWeak = Judgement::Weak, kInvalid = Judgement::Invalid,
                      kNotJudged = Judgement::NotJudged;

struct ClaimRow {
    const char* name;
    Claim claim;
    Judgement judgement;
    QStringList reasons; // "JUDGEMENT: what", or "JUDGEMENT: what -> advice" where that is the point
    std::function<void(RunResult&)> change;
};

inline void sent(RunResult& run, std::uint64_t images)
{
    run.settings.role = Role::Send;
    run.counts = {};
    run.counts.sent = images;
    run.latency = {};
}

} // namespace iotbench::test
