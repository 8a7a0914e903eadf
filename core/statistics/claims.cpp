#include "statistics/claims.h"

#include "statistics/figure_text.h"
#include "statistics/judging.h"
#include "statistics/steadiness_claim.h"

#include <algorithm>
#include <cmath>

namespace iotbench {
namespace {

constexpr double kMostInterferencePercent = 1; // of the time
// Of the CPUs' time, for other programs. They lower the rate only where they leave the run too little.
constexpr double kMostOthersPercent = 2, kMostOthersForLatencyPercent = 5;
constexpr double kEnoughIdlePercent = 5;
constexpr double kMostHeldUpPercent = 1; // of the time, and of the images

// The share may be smaller than the estimate, so its lower end counts. Of shorter runs judgeLength() tells.
void judgeOthers(const RunResult& result, double mostPercent, Judging& judging)
{
    const Interference& seen = result.interference;
    if (result.elapsedS >= kShortestTellingS && seen.others && seen.others->low > mostPercent)
        judging.add(Judgement::Weak,
            {TR("other programs used %1 % of the CPU time, and %2 % was idle"),
                {fixedText(seen.others->percent, 1), fixedText(seen.idlePercent.value_or(0), 1)}},
            {TR("close other programs, and run again"), {}});
}

// Others then lower its rate.
bool isShortOfCpu(const RunResult& result)
{
    return result.interference.idlePercent.value_or(100) < kEnoughIdlePercent || saturated(result);
}

// Why times from arrival tell how much has piled up, not how fast the receiver is; empty where they do not.
std::optional<Message> piledUp(const RunResult& result)
{
    if (!result.reading)
        return std::nullopt;
    const ReadingFacts& reading = *result.reading;
    if (result.latency.samples == 0 && reading.hadNoPlace > 0)
        return Message{TR("all %1 images waited: before the receiver was ready, for one of the %2 places for "
                          "senders (--senders), or behind such"),
            {text(reading.waitedImages), text(result.settings.senders)}};
    if (result.latency.samples == 0)
        return Message{TR("all %1 images were there before the receiver was ready, or waited behind these"),
            {text(reading.waitedImages)}};
    const double percent = result.elapsedS > 0 ? 100 * reading.heldUpS / result.elapsedS : 0;
    if (percent > kMostHeldUpPercent)
        return Message{
            TR("images waited unread for %1 % of the time, because the queue was full: the time since "
               "their intended send times is not known"),
            {fixedText(percent, 1)}};
    const auto received = static_cast<double>(result.counts.received);
    if (static_cast<double>(reading.heldUpImages) * 100 > kMostHeldUpPercent * received)
        return Message{
            TR("%1 of %2 images may have waited unread, because the queue was full: the time since "
               "their intended send times is not known"),
            {text(reading.heldUpImages), text(result.counts.received)}};
    return std::nullopt;
}

void judgeSteal(const Interference& seen, Judging& judging)
{
    if (seen.stealPercent.value_or(0) > kMostInterferencePercent)
        judging.add(Judgement::Weak,
            {TR("%1 % of the CPU time was taken by the hypervisor"), {fixedText(*seen.stealPercent, 1)}},
            {TR("run again at a quieter hour, or on a machine of its own"), {}});
}

void judgeQuota(const RunResult& result, Judging& judging)
{
    const Interference& seen = result.interference;
    if (seen.quotaPercent.value_or(0) > kMostInterferencePercent)
        judging.add(Judgement::Weak,
            {TR("the CPU quota held the program back for %1 % of the time"),
                {fixedText(*seen.quotaPercent, 1)}},
            result.machine.coresAllowed < 1
                ? Message{TR("lift the quota of %1 CPUs"), {shortText(result.machine.coresAllowed, 2)}}
                : Message{TR("set --workers to no more than the quota of %1 CPUs, or lift the quota"),
                    {shortText(result.machine.coresAllowed, 2)}});
}

// What takes time or speed away from rate and latency alike.
void judgeInterference(const RunResult& result, Judging& judging)
{
    const Interference& seen = result.interference;
    if (wasSuspended(result))
        judging.add(Judgement::Weak, suspendedFor(result), {TR("let the program run without a pause"), {}});
    if (!seen.cpusChangedTo.empty())
        judging.add(Judgement::Weak,
            {TR("the CPUs that the run may use were changed from %1 to %2"),
                {seen.cpusChangedFrom, seen.cpusChangedTo}},
            {TR("set them before the start, as with taskset, and leave them"), {}});
    judgeSteal(seen, judging);
    if (seen.heatPercent.value_or(0) > kMostInterferencePercent)
        judging.add(Judgement::Weak,
            {TR("the CPU was throttled by its heat for %1 % of the time"), {fixedText(*seen.heatPercent, 1)}},
            {TR("let it cool down, and improve its cooling: this rate will not last"), {}});
    if (seen.underVoltagePercent.value_or(0) > kMostInterferencePercent)
        judging.add(Judgement::Weak,
            {TR("the board's supply voltage was too low for %1 % of the time"),
                {fixedText(*seen.underVoltagePercent, 1)}},
            {TR("use the power supply that the board's maker names: a weak one holds the clock down"), {}});
    if (seen.clockLimitedPercent.value_or(0) > kMostInterferencePercent)
        judging.add(Judgement::Weak,
            {TR("less clock was allowed than at the start for %1 % of the time"),
                {fixedText(*seen.clockLimitedPercent, 1)}},
            {TR("see which program or power mode lowers scaling_max_freq, and keep it off"), {}});
    judgeQuota(result, judging);
}

// A rate of n images in the time from the first to the last is off by one in n, and p90 takes ten beyond it:
// too few show neither a rate nor how far latency reaches.
void judgeSample(std::uint64_t images, Judging& judging)
{
    if (images < kFewestImagesOfRate)
        judging.add(Judgement::Weak, {TR("it takes 100 images, and there were %1"), {text(images)}},
            {TR("run longer, or at a higher rate"), {}});
}

// A run that is so short may have been disturbed from its first image to its last, and nobody could tell.
void judgeLength(const RunResult& result, Judging& judging)
{
    if (result.elapsedS < kShortestTellingS)
        judging.add(Judgement::Weak,
            {TR("measured for %1 s: too short to tell whether other programs took CPU time"),
                {shortText(result.elapsedS, 3)}},
            {TR("run for 10 s or longer"), {}});
}

void judgeBuild(const BuildFacts& build, Judging& judging)
{
    if (!build.optimised)
        judging.add(Judgement::Weak, {TR("this is a debug build"), {}},
            {TR("build with -DCMAKE_BUILD_TYPE=Release"), {}});
}

// By the target rate where there is one that was not too high; that of a few results means nothing.
Message longerRun(const RunResult& result, double foundPerS)
{
    const auto target = saturated(result) ? std::nullopt : offeredPerS(result);
    if (!target && !tellsRate(result))
        return {TR("run for 10 s or longer"), {}};
    return {TR("run for 10 s or longer: at this rate that takes -t %1"),
        {text(static_cast<std::uint64_t>(std::ceil(target.value_or(foundPerS) * 10)))}};
}

// A sender alone has no workers that could leave it a CPU.
Message adviceOnMisses(bool sendsOnly, bool realTime)
{
    if (sendsOnly)
        return realTime ? TR("close other programs, or send at a lower rate")
                        : TR("let the sender run in real time (ulimit -r 1, as root or where limits.conf has "
                             "rtprio), or close other programs");
    return realTime ? TR("leave a CPU to the sender with --workers, or send from another machine")
                    : TR("let the sender run in real time (ulimit -r 1, as root or where limits.conf has "
                         "rtprio), leave a CPU to it with --workers, or send from another machine");
}

} // namespace

ClaimVerdict judgeThroughput(const RunResult& result)
{
    Judging judging(Claim::Throughput);
    const auto rate = imagesPerS(result);
    if (!rate || *rate <= 0) {
        judging.notMade({TR("nothing to measure it by"), {}});
        return judging.verdict();
    }
    if (result.elapsedS < kShortestRunS)
        judging.add(Judgement::Weak, {TR("measured for %1 s, under 9.5 s"), {fixedText(result.elapsedS, 1)}},
            longerRun(result, *rate));
    judgeSample(imagesDone(result), judging);
    judgeBuild(result.build, judging);
    if (isShortOfCpu(result))
        judgeOthers(result, kMostOthersPercent, judging);
    judgeInterference(result, judging);
    judgeSteadyRate(result, judging);
    if (const auto onceCaughtUp = onceCaughtUpPerS(result))
        judging.add(Judgement::Weak,
            {TR("images had piled up before the receiver was ready: once it had caught up, the rate was %1 "
                "images/s"),
                {rateText(*onceCaughtUp)}},
            result.reading->hadNoPlace > 0
                ? TR("start the receiver first, and give --senders as many as there are")
                : TR("start the receiver first"));
    if (const Interference& seen = result.interference;
        seen.seconds > 0 && !seen.stealPercent && !result.machine.virtualisation.empty())
        judging.add(Judgement::Valid, {TR("the hypervisor does not tell how much CPU time it took"), {}});
    return judging.verdict();
}

ClaimVerdict judgeLatency(const RunResult& result)
{
    Judging judging(Claim::Latency);
    const bool sending = result.settings.role == Role::Send;
    const bool plans = sending || result.settings.role == Role::Loopback;
    if (plans && !result.sendDelay) {
        judging.notMade({TR("there were no intended send times to measure it from"), {}});
        return judging.verdict();
    }
    if (result.cluster) {
        judging.notMade({TR("the clocks of several machines do not measure it"), {}});
        return judging.verdict();
    }
    if (!sending && result.counts.classified == 0) {
        judging.notMade({TR("no image was classified"), {}});
        return judging.verdict();
    }
    if (const auto why = piledUp(result)) {
        judging.notMade(*why,
            result.reading->hadNoPlace > 0
                ? Message(
                    TR("send at a rate that the receiver can keep, and give --senders as many as there are"))
                : Message(TR("send at a rate that the receiver can keep, and start the receiver first")));
        return judging.verdict();
    }

    // Images that came meanwhile seem to come only when they are read.
    if (result.latencyOrigin == LatencyOrigin::Arrival && !sending && wasSuspended(result)) {
        judging.notMade(suspendedFor(result), {TR("let the program run without a pause"), {}});
        return judging.verdict();
    }

    // An outcome and no fault: the wait of an image then tells how long the run had gone on before it.
    if (saturated(result)) {
        judging.notMade({TR("saturated, so it grows with the length of the run"), {}},
            {TR("ask for less than %1 images/s with -i"), {rateText(imagesPerS(result).value_or(0))}});
        return judging.verdict();
    }

    judgeSample(sending ? result.sendDelay->all.samples : result.latency.samples, judging);
    judgeLength(result, judging);
    judgeBuild(result.build, judging);
    if (result.sendDelay && result.sendDelay->late * 100 > result.sendDelay->all.samples) {
        judging.add(Judgement::Weak,
            {TR("%1 of %2 images missed their intended send time, over 1 %"),
                {text(result.sendDelay->late), text(result.sendDelay->all.samples)}},
            adviceOnMisses(sending, result.sendDelay->realTime));
    }
    judgeOthers(result, kMostOthersForLatencyPercent, judging);
    judgeInterference(result, judging);
    judgeSteadyLatency(result, judging);
    if (result.reading && result.reading->waitedImages > 0 && result.reading->hadNoPlace > 0)
        judging.add(Judgement::Valid,
            {TR("%1 images waited before the receiver was ready, or for one of the %2 places for senders "
                "(--senders): their times are left out"),
                {text(result.reading->waitedImages), text(result.settings.senders)}});
    else if (result.reading && result.reading->waitedImages > 0)
        judging.add(Judgement::Valid,
            {TR("%1 images were there before the receiver was ready: their times are left out"),
                {text(result.reading->waitedImages)}});
    if (result.latencyOrigin == LatencyOrigin::Arrival)
        judging.add(Judgement::Valid, {TR("from arrival: the way to here is not in it"), {}});
    return judging.verdict();
}

std::optional<double> onceCaughtUpPerS(const RunResult& result)
{
    return result.reading ? result.reading->caughtUpPerS : std::nullopt;
}

std::vector<Message> interferenceIn(const RunResult& result)
{
    Judging judging(Claim::Throughput);
    judgeOthers(result, isShortOfCpu(result) ? kMostOthersPercent : kMostOthersForLatencyPercent, judging);
    judgeInterference(result, judging);
    std::vector<Message> seen;
    for (const Reason& reason : judging.verdict().reasons)
        seen.push_back(reason.what);
    return seen;
}

std::optional<Message> mayHaveArrivedUnseen(const RunResult& result)
{
    if (result.latencyOrigin != LatencyOrigin::Arrival)
        return std::nullopt;
    Judging judging(Claim::Latency);
    judgeOthers(result, kMostOthersForLatencyPercent, judging);
    judgeSteal(result.interference, judging);
    judgeQuota(result, judging);
    const ClaimVerdict seen = judging.verdict();
    return seen.reasons.empty() ? std::nullopt : std::optional(seen.reasons.front().what);
}

} // namespace iotbench
