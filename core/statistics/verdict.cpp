#include "statistics/verdict.h"

#include "base/exit_codes.h"
#include "statistics/claims.h"
#include "statistics/figure_text.h"
#include "statistics/steadiness.h"

#include <algorithm>
#include <utility>

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

struct Criterion {
    const char* option;
    double asked;

    CriterionVerdict met(double reached, Message line) const
    {
        return {option, asked, reached, true, std::move(line)};
    }
    CriterionVerdict missed(std::optional<double> reached, Message line) const
    {
        return {option, asked, reached, false, std::move(line)};
    }
    std::string askedText() const { return shortText(asked, 6); }
};

// A share of fewer images says little of a model.
constexpr std::uint64_t kFewestToPass = 100;

Message firstReason(const ClaimVerdict& claim, Judgement judgement)
{
    const auto reason = std::ranges::find(claim.reasons, judgement, &Reason::judgement);
    return reason == claim.reasons.end() ? Message() : reason->what;
}

Message whyNotJudged(const ClaimVerdict& claim)
{
    return firstReason(claim, Judgement::NotJudged);
}

CriterionVerdict accuracyCriterion(const RunResult& result, const ClaimVerdict& claim, double askedPct)
{
    const Criterion criterion{"--min-accuracy", askedPct};
    const DistinctCounts& distinct = result.content.distinct;
    if (claim.judgement == Judgement::NotJudged || distinct.kept == 0)
        return criterion.missed({},
            {TR("--min-accuracy %1 cannot be met, for accuracy is not judged: %2"),
                {criterion.askedText(), whyNotJudged(claim)}});
    // In one division, so that 57 of 100 is 57 % and not a hair less.
    const double pct = 100.0 * static_cast<double>(distinct.correct) / static_cast<double>(distinct.kept);
    const std::string reached = fixedText(pct, 2);
    if (pct < askedPct)
        return criterion.missed(
            pct, {TR("--min-accuracy %1 missed: %2 %"), {criterion.askedText(), reached}});
    if (claim.judgement == Judgement::Invalid)
        return criterion.missed(pct,
            {TR("--min-accuracy %1 cannot be met, for accuracy is INVALID: %2"),
                {criterion.askedText(), firstReason(claim, Judgement::Invalid)}});
    if (distinct.kept < kFewestToPass)
        return criterion.missed(pct,
            {TR("--min-accuracy %1 missed: it takes 100 distinct images, there were %2"),
                {criterion.askedText(), std::to_string(distinct.kept)}});
    return criterion.met(pct, {TR("--min-accuracy %1 met: %2 %"), {criterion.askedText(), reached}});
}

// What the schedule made due over its length.
std::optional<double> duePerS(const RunResult& result)
{
    const double gaps = static_cast<double>(result.counts.sent.value_or(0)) - 1;
    return result.backlog && result.backlog->scheduleS > 0 && gaps > 0
        ? std::optional(gaps / result.backlog->scheduleS)
        : std::nullopt;
}

// The schedule made that rate due, but for one image, of each camera where there are several: no run of
// theirs ends at the same place in all of them.
bool wasDue(const RunResult& result, double ratePerS)
{
    const Settings& settings = result.settings;
    const double edge = settings.pacing == Pacing::Cameras
        ? std::max(1.0, settings.imagesPerSecond / settings.cameraRatePerS)
        : 1;
    const auto due = duePerS(result);
    return due && (ratePerS - *due) * result.backlog->scheduleS <= edge;
}

// Of a rate under the one that was asked for: what stood in its way, where the target rate was not simply
// missed.
Message missedRate(const RunResult& result, const Criterion& criterion, double rate)
{
    const std::string reached = fixedText(rate, 1);
    const double target = offeredPerS(result).value_or(0);
    const TargetRate outcome = targetRate(result);
    if (outcome == TargetRate::None || outcome == TargetRate::Saturated)
        return {TR("--require-rate %1 missed: %2 images/s"), {criterion.askedText(), reached}};
    if (target < criterion.asked)
        return {TR("--require-rate %1 missed: %2 images/s at a target rate of only %3: raise it with -i, "
                   "or use -i max"),
            {criterion.askedText(), reached, rateText(target)}};
    if (outcome == TargetRate::BacklogGrew)
        return {TR("--require-rate %1 missed: %2 images/s, and the backlog grew"),
            {criterion.askedText(), reached}};
    if (outcome == TargetRate::Kept)
        return {TR("--require-rate %1 missed: %2 images/s, for only %3 images/s were offered"),
            {criterion.askedText(), reached, shortText(duePerS(result).value_or(0), 2)}};
    return {TR("--require-rate %1 missed: %2 images/s, and the run is too short to tell whether the target "
               "rate of %3 images/s can be kept"),
        {criterion.askedText(), reached, rateText(target)}};
}

// A target rate that was offered and kept is reached, whatever the edges of the run make of its mean.
// Otherwise what counts is from result to result, which neither the way of the first image nor the wait for
// it makes smaller.
CriterionVerdict rateCriterion(const RunResult& result, const ClaimVerdict& claim, double askedPerS)
{
    const Criterion criterion{"--require-rate", askedPerS};
    if (claim.judgement == Judgement::NotJudged)
        return criterion.missed({},
            {TR("--require-rate %1 cannot be met, for throughput is not judged: %2"),
                {criterion.askedText(), whyNotJudged(claim)}});
    if (wasSuspended(result))
        return criterion.missed(result.resultsPerS,
            {TR("--require-rate %1 cannot be met: %2"), {criterion.askedText(), suspendedFor(result)}});
    const double target = offeredPerS(result).value_or(0);
    if (target >= askedPerS && targetRate(result) == TargetRate::Kept && wasDue(result, askedPerS))
        return criterion.met(target,
            {TR("--require-rate %1 met: the target rate of %2 images/s was kept"),
                {criterion.askedText(), rateText(target)}});
    if (!result.resultsPerS)
        return criterion.missed(
            {}, {TR("--require-rate %1 missed: a rate takes results at two times"), {criterion.askedText()}});
    const auto onceCaughtUp = onceCaughtUpPerS(result);
    const double rate = onceCaughtUp.value_or(*result.resultsPerS);
    if (rate < askedPerS && onceCaughtUp)
        return criterion.missed(rate,
            {TR("--require-rate %1 missed: %2 images/s once the receiver had caught up"),
                {criterion.askedText(), fixedText(rate, 1)}});
    if (rate < askedPerS)
        return criterion.missed(rate, missedRate(result, criterion, rate));
    const std::string reached = fixedText(rate, 1);
    if (!tellsRate(result))
        return criterion.missed(rate,
            {TR("--require-rate %1 missed: %2 images/s over %3 s, and it takes a second or longer to tell"),
                {criterion.askedText(), reached, shortText(result.elapsedS, 3)}});
    return criterion.met(rate, {TR("--require-rate %1 met: %2 images/s"), {criterion.askedText(), reached}});
}

CriterionVerdict latencyCriterion(const RunResult& result, const ClaimVerdict& claim, double askedMs)
{
    const Criterion criterion{"--max-p99", askedMs};
    if (claim.judgement == Judgement::NotJudged)
        return criterion.missed({},
            {TR("--max-p99 %1 cannot be met, for latency is not judged: %2"),
                {criterion.askedText(), whyNotJudged(claim)}});
    const auto p99 = result.latency.p99Ms;
    if (wasSuspended(result))
        return criterion.missed(
            p99, {TR("--max-p99 %1 cannot be met: %2"), {criterion.askedText(), suspendedFor(result)}});
    if (!p99)
        return criterion.missed({},
            {TR("--max-p99 %1 missed: a p99 takes 1000 images, there were %2"),
                {criterion.askedText(), std::to_string(result.latency.samples)}});
    const std::string reached = fixedText(*p99, 3);
    if (*p99 > askedMs)
        return criterion.missed(p99, {TR("--max-p99 %1 missed: %2 ms"), {criterion.askedText(), reached}});
    if (auto why = mayHaveArrivedUnseen(result))
        return criterion.missed(p99,
            {TR("--max-p99 %1 cannot be met, for images may have arrived unseen: %2"),
                {criterion.askedText(), *std::move(why)}});
    return criterion.met(*p99, {TR("--max-p99 %1 met: %2 ms"), {criterion.askedText(), reached}});
}

// What was reached so far is nothing that the whole run reached.
void notToItsEnd(const RunResult& result, CriterionVerdict& criterion)
{
    if (!criterion.met && criterion.reached)
        return;
    criterion.met = false;
    criterion.line = {TR("%1 %2 cannot be met: %3"),
        {criterion.option, shortText(criterion.asked, 6),
            result.end == RunEnd::Stopped ? Message{TR("the user stopped the run"), {}}
                                          : Message{TR("the run failed before its end"), {}}}};
}

std::vector<CriterionVerdict> judgeCriteria(const RunResult& result, const Verdict& verdict)
{
    std::vector<CriterionVerdict> criteria;
    const Settings& settings = result.settings;
    if (settings.minAccuracyPct)
        criteria.push_back(accuracyCriterion(result, verdict[Claim::Accuracy], *settings.minAccuracyPct));
    if (settings.requireRatePerS)
        criteria.push_back(rateCriterion(result, verdict[Claim::Throughput], *settings.requireRatePerS));
    if (settings.maxP99Ms)
        criteria.push_back(latencyCriterion(result, verdict[Claim::Latency], *settings.maxP99Ms));
    if (result.end == RunEnd::Stopped || result.end == RunEnd::Failed)
        for (CriterionVerdict& criterion : criteria)
            notToItsEnd(result, criterion);
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
        criteria.begin(), criteria.end(), [](const CriterionVerdict& criterion) { return !criterion.met; });
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
    verdict.criteria = judgeCriteria(result, verdict);
    return verdict;
}

bool saturated(const RunResult& result)
{
    if (!result.backlog || result.settings.imagesPerSecond <= 0)
        return false;
    const Backlog& backlog = *result.backlog;
    return backlog.lastResultS - backlog.lastIntendedS > std::max(0.02 * backlog.scheduleS, 0.1);
}

bool wasSuspended(const RunResult& result)
{
    constexpr double kLeastS = 0.05; // a hypervisor takes 0.02 s now and then
    return result.interference.suspendedS.value_or(0) > std::max(0.01 * result.elapsedS, kLeastS);
}

Message suspendedFor(const RunResult& result)
{
    return {
        TR("the program was suspended for %1 s"), {fixedText(result.interference.suspendedS.value_or(0), 2)}};
}

bool tellsRate(const RunResult& result)
{
    return result.resultsPerS && result.elapsedS >= kShortestTellingS;
}

TargetRate targetRate(const RunResult& result)
{
    if (!offeredPerS(result))
        return TargetRate::None;
    if (saturated(result))
        return TargetRate::Saturated;
    // By its plan and not by its setting: random gaps of a short run add up to more or less.
    const double gaps = static_cast<double>(result.counts.sent.value_or(0)) - 1;
    const bool asFast
        = result.resultsPerS && *result.resultsPerS * result.backlog->scheduleS * kKeptTolerance >= gaps;
    if (!asFast || !tellsRate(result))
        return TargetRate::TooShortToTell;
    return backlogGrew(result) ? TargetRate::BacklogGrew : TargetRate::Kept;
}

bool sourceComplete(const SourceRow& source)
{
    const ImageCounts& counts = source.counts;
    return endedWell(source.end) && counts.received > 0 && counts.rejected == 0 && counts.unclassified == 0
        && counts.lost.value_or(0) == 0 && counts.duplicated.value_or(0) == 0;
}

int exitCode(const RunResult& result, const Verdict& verdict)
{
    if (result.end == RunEnd::Stopped)
        return kExitInterrupted;
    if (result.end == RunEnd::Failed)
        return kExitFailed;
    if (verdict.overall == Judgement::Invalid
        || (result.settings.strict && verdict.overall == Judgement::Weak))
        return kExitInvalid;
    return verdict.criterionMissed() ? kExitCriterionMissed : 0;
}

} // namespace iotbench
