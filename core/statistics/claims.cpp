#include "statistics/claims.h"

#include "statistics/figure_text.h"
#include "statistics/judging.h"

#include <algorithm>
#include <cmath>

namespace iotbench {
namespace {

constexpr double kShortestRunS = 9.5;
constexpr double kMostInterferencePercent = 1; // of the time
// Of the CPUs' time, for other programs. They lower the rate only where they leave the run too little.
constexpr double kMostOthersPercent = 2, kMostOthersForLatencyPercent = 5;
constexpr double kEnoughIdlePercent = 5;

Message rejectedInWords(RejectReason reason, const RejectedRecords& records)
{
    std::string lines;
    for (const auto line : records.firstLines)
        lines += (lines.empty() ? "" : ", ") + text(line);
    if (records.count > records.firstLines.size())
        lines += ", …";
    return {records.firstLines.empty()       ? TR("%1 %2")
            : records.firstLines.size() == 1 ? TR("%1 %2 (line %3)")
                                             : TR("%1 %2 (lines %3)"),
        {text(records.count), wordsOf(reason), lines}};
}

// "2 out of range (lines 3, 7), 1 blank line (line 12)", the commonest first.
Message rejectedInWords(const RejectedByReason& rejected)
{
    std::array<std::size_t, kRejectReasonCount> order;
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return rejected[a].count > rejected[b].count; });
    Message words;
    for (const std::size_t reason : order) {
        const RejectedRecords& records = rejected[reason];
        if (records.count == 0)
            break;
        words = listed(
            std::move(words), TR("%1, %2"), rejectedInWords(static_cast<RejectReason>(reason), records));
    }
    return words;
}

void judgeRejected(const RunResult& result, Judging& judging)
{
    const ImageCounts& counts = result.counts;
    if (counts.rejected == 0)
        return;
    const bool many = overPerMille(counts.rejected, counts.received, 1);
    judging.add(many ? Judgement::Invalid : Judgement::Weak,
        {many ? TR("%1 of %2 records were rejected, over 0.1 %: %3")
              : TR("%1 of %2 records were rejected: %3"),
            {text(counts.rejected), text(counts.received), rejectedInWords(result.rejected)}},
        {TR("look at these lines of what the sender prints, and at --format"), {}});
}

// Sources that ended alike, in one reason: the first few by name, for a run may have had thousands.
class EndedAlike {
public:
    // `one` takes the source as %1, `many` the first few as %1 and the count of the others as %2; %3 in both
    // is `figure`.
    EndedAlike(Marked one, Marked many, Message advice, std::string figure = {})
        : m_one(one)
        , m_many(many)
        , m_advice(std::move(advice))
        , m_figure(std::move(figure))
    {
    }

    void add(const std::string& source)
    {
        if (++m_count > kNamed)
            return;
        m_names += (m_names.empty() ? "" : ", ") + source;
    }
    void judge(Judging& judging) const
    {
        if (m_count == 0)
            return;
        const std::size_t unnamed = m_count - std::min(m_count, kNamed);
        judging.add(
            Judgement::Invalid, {unnamed ? m_many : m_one, {m_names, text(unnamed), m_figure}}, m_advice);
    }

private:
    static constexpr std::size_t kNamed = 3;
    Marked m_one;
    Marked m_many;
    Message m_advice;
    std::string m_figure;
    std::string m_names;
    std::size_t m_count = 0;
};

void judgeSourceEnds(const RunResult& result, Judging& judging)
{
    EndedAlike silent(TR("%1 fell silent for %3 s without the end mark that was due"),
        TR("%1 and %2 more fell silent for %3 s without the end mark that was due"),
        {TR("let the sender finish its stream, or give it more time with --idle-timeout"), {}},
        shortText(result.settings.idleTimeoutS, 3));
    EndedAlike brokenOff(TR("%1 was truncated in the middle of an image"),
        TR("%1 and %2 more were truncated in the middle of an image"),
        {TR("see why the sender ended, and run again"), {}});
    EndedAlike reset(TR("the connection to %1 failed"), TR("the connections to %1 and %2 more failed"),
        {TR("look at the network between sender and receiver, and run again"), {}});
    for (const SourceRow& source : result.sources) {
        if (source.end == SourceEnd::Idle && endMarkDue(source))
            silent.add(source.name);
        else if (source.end == SourceEnd::Truncated)
            brokenOff.add(source.name);
        else if (source.end == SourceEnd::Reset)
            reset.add(source.name);
    }
    silent.judge(judging);
    brokenOff.judge(judging);
    reset.judge(judging);
}

// The share may be smaller than the estimate, so its lower end counts.
void judgeOthers(const Interference& seen, double mostPercent, Judging& judging)
{
    if (seen.others && seen.others->low > mostPercent)
        judging.add(Judgement::Weak,
            {TR("other programs used %1 % of the CPU time, and %2 % was idle"),
                {fixedText(seen.others->percent, 1), fixedText(seen.idlePercent.value_or(0), 1)}},
            {TR("close other programs, and run again"), {}});
}

// What takes time or speed away from rate and latency alike.
void judgeInterference(const RunResult& result, Judging& judging)
{
    const Interference& seen = result.interference;
    if (seen.stealPercent.value_or(0) > kMostInterferencePercent)
        judging.add(Judgement::Weak,
            {TR("%1 % of the CPU time was taken by the hypervisor"), {fixedText(*seen.stealPercent, 1)}},
            {TR("run again at a quieter hour, or on a machine of its own"), {}});
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
    if (seen.quotaPercent.value_or(0) > kMostInterferencePercent)
        judging.add(Judgement::Weak,
            {TR("the CPU quota held the program back for %1 % of the time"),
                {fixedText(*seen.quotaPercent, 1)}},
            {TR("set --workers to no more than the quota of %1 CPUs, or lift the quota"),
                {shortText(result.machine.coresAllowed, 2)}});
}

void judgeBuild(const BuildFacts& build, Judging& judging)
{
    if (!build.optimised)
        judging.add(Judgement::Weak, {TR("this is a debug build"), {}},
            {TR("build with -DCMAKE_BUILD_TYPE=Release"), {}});
}

} // namespace

bool endMarkDue(const SourceRow& source)
{
    return source.format == WireFormat::Keras;
}

ClaimVerdict judgeComplete(const RunResult& result)
{
    Judging judging(Claim::Complete);
    const ImageCounts& counts = result.counts;
    const bool sending = result.settings.role == Role::Send;
    const bool stopped = result.end == RunEnd::Stopped;

    if (result.end == RunEnd::Failed)
        judging.add(Judgement::Invalid, {TR("the run failed before its end"), {}});
    if (stopped)
        judging.notMade({TR("stopped by the user before its end"), {}});
    else if (counts.lost.value_or(0))
        judging.add(Judgement::Invalid, {TR("%1 images were lost"), {text(*counts.lost)}},
            {TR("compare with what the sender says it sent, and look at what lies between"), {}});
    if (result.cluster && result.cluster->lostUnknown)
        judging.add(Judgement::Invalid, {TR("an executor took an unknown number of images with it"), {}},
            {TR("say with -t how many are sent, so that the lost ones can be counted"), {}});
    if (counts.duplicated.value_or(0))
        judging.add(Judgement::Invalid, {TR("%1 images came twice"), {text(*counts.duplicated)}},
            {TR("see what lies between sender and receiver"), {}});
    judgeRejected(result, judging);
    judgeSourceEnds(result, judging);

    const bool none = sending ? counts.sent.value_or(0) == 0 : counts.received == 0;
    if (none && result.settings.role == Role::Worker)
        judging.notMade({TR("no record came"), {}}); // a partition may be empty
    else if (none && !stopped && result.end != RunEnd::Failed)
        judging.add(Judgement::Invalid, {sending ? TR("no image was sent") : TR("no image came"), {}},
            {TR("check that the other end is running and connected to this address"), {}});
    return judging.verdict();
}

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
            {TR("run for 10 s or longer: at this rate that takes -t %1"),
                {text(static_cast<std::uint64_t>(std::ceil(*rate * 10)))}});
    judgeBuild(result.build, judging);
    const Interference& seen = result.interference;
    if (seen.idlePercent.value_or(100) < kEnoughIdlePercent || saturated(result))
        judgeOthers(seen, kMostOthersPercent, judging);
    judgeInterference(result, judging);
    if (seen.seconds > 0 && !seen.stealPercent && !result.machine.virtualisation.empty())
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
    if (!sending && result.latency.samples == 0) {
        judging.notMade({TR("no image was classified"), {}});
        return judging.verdict();
    }

    // An outcome and no fault: the wait of an image then tells how long the run had gone on before it.
    if (saturated(result)) {
        judging.notMade({TR("saturated, so it grows with the length of the run"), {}},
            {TR("ask for less than %1 images/s with -i"), {rateText(imagesPerS(result).value_or(0))}});
        return judging.verdict();
    }

    judgeBuild(result.build, judging);
    if (result.sendDelay && result.sendDelay->late * 100 > result.sendDelay->all.samples) {
        judging.add(Judgement::Weak,
            {TR("%1 of %2 images missed their intended send time, over 1 %"),
                {text(result.sendDelay->late), text(result.sendDelay->all.samples)}},
            result.sendDelay->realTime
                ? Message{TR("leave a CPU to the sender with --workers, or send from another machine"), {}}
                : Message{TR("let the sender run in real time (ulimit -r 1, as root or where limits.conf has "
                             "rtprio), leave a CPU to it with --workers, or send from another machine"),
                    {}});
    }
    judgeOthers(result.interference, kMostOthersForLatencyPercent, judging);
    judgeInterference(result, judging);
    if (result.latencyOrigin == LatencyOrigin::Arrival)
        judging.add(Judgement::Valid, {TR("from arrival: the way to here is not in it"), {}});
    return judging.verdict();
}

} // namespace iotbench
