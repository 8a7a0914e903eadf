#include "statistics/verdict.h"

#include "statistics/claims.h"
#include "statistics/figure_text.h"

#include <algorithm>

namespace iotbench {
namespace {

std::optional<Message> outcomeOf(const RunResult& result)
{
    if (result.end == RunEnd::Failed)
        return Message{TR("failed: %1"), {result.failure}};
    if (result.end == RunEnd::Stopped) {
        const bool sending = result.settings.role == Role::Send;
        return sending ? Message{TR("stopped by the user after %1 images were sent"),
                   {std::to_string(result.counts.sent.value_or(0))}}
                       : Message{TR("stopped by the user after %1 images were classified"),
                           {std::to_string(result.counts.classified)}};
    }
    if (saturated(result))
        return Message{TR("saturated: %1 of %2 images/s"),
            {rateText(imagesPerS(result).value_or(0)), rateText(offeredPerS(result).value_or(0))}};
    return std::nullopt;
}

CriterionVerdict criterion(
    std::string option, double asked, std::optional<double> reached, bool met, Message line)
{
    return {std::move(option), asked, reached, met, std::move(line)};
}

CriterionVerdict accuracyCriterion(const RunResult& result, double askedPct)
{
    const std::string asked = shortText(askedPct, 6);
    if (!accuracy(result))
        return criterion("--min-accuracy", askedPct, {}, false,
            {TR("--min-accuracy %1 missed: no accuracy was measured"), {asked}});
    // In one division, so that 57 of 100 is 57 % and not a hair less.
    const double pct
        = 100.0 * static_cast<double>(result.counts.correct) / static_cast<double>(result.counts.classified);
    const bool met = pct >= askedPct;
    return criterion("--min-accuracy", askedPct, pct, met,
        {met ? TR("--min-accuracy %1 met: %2 %") : TR("--min-accuracy %1 missed: %2 %"),
            {asked, fixedText(pct, 2)}});
}

CriterionVerdict rateCriterion(const RunResult& result, double askedPerS)
{
    const std::string asked = shortText(askedPerS, 6);
    const auto rate = imagesPerS(result);
    if (!rate)
        return criterion("--require-rate", askedPerS, {}, false,
            {TR("--require-rate %1 missed: no rate was measured"), {asked}});
    const bool met = *rate >= askedPerS;
    if (!met && !saturated(result) && offeredPerS(result).value_or(0) > 0
        && *offeredPerS(result) <= askedPerS * 1.01)
        return criterion("--require-rate", askedPerS, rate, false,
            {TR("--require-rate %1 missed: %2 images/s at a target rate of only %3: raise it with -i, "
                "or use -i max"),
                {asked, fixedText(*rate, 1), rateText(*offeredPerS(result))}});
    return criterion("--require-rate", askedPerS, rate, met,
        {met ? TR("--require-rate %1 met: %2 images/s") : TR("--require-rate %1 missed: %2 images/s"),
            {asked, fixedText(*rate, 1)}});
}

CriterionVerdict latencyCriterion(const RunResult& result, double askedMs)
{
    const std::string asked = shortText(askedMs, 6);
    const auto p99 = result.latency.p99Ms;
    if (!p99)
        return criterion("--max-p99", askedMs, {}, false,
            {TR("--max-p99 %1 missed: a p99 takes 1000 images, there were %2"),
                {asked, std::to_string(result.latency.samples)}});
    const bool met = *p99 <= askedMs;
    return criterion("--max-p99", askedMs, p99, met,
        {met ? TR("--max-p99 %1 met: %2 ms") : TR("--max-p99 %1 missed: %2 ms"),
            {asked, fixedText(*p99, 3)}});
}

std::vector<CriterionVerdict> judgeCriteria(const RunResult& result)
{
    std::vector<CriterionVerdict> criteria;
    const Settings& settings = result.settings;
    if (settings.minAccuracyPct)
        criteria.push_back(accuracyCriterion(result, *settings.minAccuracyPct));
    if (settings.requireRatePerS)
        criteria.push_back(rateCriterion(result, *settings.requireRatePerS));
    if (settings.maxP99Ms)
        criteria.push_back(latencyCriterion(result, *settings.maxP99Ms));
    return criteria;
}

} // namespace

std::string_view toString(Claim claim)
{
    switch (claim) {
    case Claim::Complete:
        return "complete";
    case Claim::Accuracy:
        return "accuracy";
    case Claim::Throughput:
        return "throughput";
    case Claim::Latency:
        return "latency";
    }
    return "";
}

std::string_view toString(Judgement judgement)
{
    switch (judgement) {
    case Judgement::NotJudged:
        return "not judged";
    case Judgement::Valid:
        return "VALID";
    case Judgement::Weak:
        return "WEAK";
    case Judgement::Invalid:
        return "INVALID";
    }
    return "";
}

bool Verdict::criterionMissed() const
{
    return std::any_of(
        criteria.begin(), criteria.end(), [](const CriterionVerdict& gate) { return !gate.met; });
}

Verdict judge(const RunResult& result)
{
    Verdict verdict;
    verdict.claims
        = {judgeComplete(result), judgeAccuracy(result), judgeThroughput(result), judgeLatency(result)};
    verdict.overall = Judgement::NotJudged;
    for (const ClaimVerdict& claim : verdict.claims)
        verdict.overall = std::max(verdict.overall, claim.judgement);
    verdict.outcome = outcomeOf(result);
    verdict.criteria = judgeCriteria(result);
    return verdict;
}

bool saturated(const RunResult& result)
{
    if (!result.backlog || result.settings.imagesPerSecond <= 0)
        return false;
    const Backlog& backlog = *result.backlog;
    return backlog.lastResultS - backlog.lastPlannedS > std::max(0.02 * backlog.scheduleS, 0.1);
}

bool sourceComplete(const SourceRow& source)
{
    const bool endedWell = source.end == SourceEnd::EndMark || source.end == SourceEnd::EndOfFile
        || source.end == SourceEnd::ExpectedCount || (source.end == SourceEnd::Idle && !endMarkDue(source));
    const ImageCounts& counts = source.counts;
    return endedWell && counts.received > 0 && counts.rejected == 0 && counts.unclassified == 0
        && counts.lost.value_or(0) == 0 && counts.duplicated.value_or(0) == 0;
}

int exitCode(const RunResult& result, const Verdict& verdict)
{
    if (result.end == RunEnd::Stopped)
        return 130;
    if (result.end == RunEnd::Failed)
        return 1;
    if (verdict.overall == Judgement::Invalid
        || (result.settings.strict && verdict.overall == Judgement::Weak))
        return 3;
    return verdict.criterionMissed() ? 4 : 0;
}

} // namespace iotbench
