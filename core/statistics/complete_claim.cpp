#include "statistics/claims.h"
#include "statistics/figure_text.h"
#include "statistics/judging.h"

#include <algorithm>
#include <array>

namespace iotbench {
namespace {

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

// What a source's end says of it depends on what else is known of the stream.
struct Whole {
    bool known = false; // whether all images came, whatever the ends look like
    bool isSocket = false; // one sender's alone

    explicit Whole(const RunResult& result)
    {
        const ImageCounts& counts = result.counts;
        const TransportMedium medium = result.transport.medium;
        known = result.settings.role == Role::Loopback || medium == TransportMedium::StandardInputFile
            || (counts.expected && counts.received >= *counts.expected);
        isSocket = medium != TransportMedium::StandardInput && medium != TransportMedium::StandardInputFile;
    }
};

// The reason for sources that ended alike, the first few by name, for a run may have had thousands.
// `one` takes the sources as %1, `many` the first few as %1 and the count of the others as %2; `figures` are
// %3 and on in both.
struct EndedAlike {
    Marked one;
    Marked many;
    Message advice;
    std::vector<Message::Argument> figures = {};

    Message reasonFor(const EndedSources& sources) const
    {
        std::string names;
        for (const std::string& name : sources.firstNames)
            names += (names.empty() ? "" : ", ") + name;
        const std::uint64_t unnamed
            = sources.count - std::min<std::uint64_t>(sources.count, sources.firstNames.size());
        std::vector<Message::Argument> arguments{names, text(unnamed)};
        arguments.insert(arguments.end(), figures.begin(), figures.end());
        return {unnamed > 0 ? many : one, std::move(arguments)};
    }
};

// Which time-out ended the reading: the one for the first record of all, or the one between records.
struct Silence {
    std::string seconds;
    Message advice;

    explicit Silence(const RunResult& result)
    {
        const Settings& settings = result.settings;
        const bool first = result.end == RunEnd::TimedOut && settings.waitTimeoutS > 0
            && result.counts.received == result.counts.rejected;
        seconds = shortText(first ? settings.waitTimeoutS : settings.idleTimeoutS, 3);
        advice = first ? TR("let the sender finish its stream, or give it more time with --wait-timeout")
                       : TR("let the sender finish its stream, or give it more time with --idle-timeout");
    }
};

EndedAlike fellSilent(const Silence& silence)
{
    return {.one = TR("%1 fell silent for %3 s without the end mark that was due"),
        .many = TR("%1 and %2 more fell silent for %3 s without the end mark that was due"),
        .advice = silence.advice,
        .figures = {silence.seconds}};
}

EndedAlike stalled(const Silence& silence)
{
    return {.one = TR("%1 fell silent for %3 s in the middle of an image, and was closed here"),
        .many = TR("%1 and %2 more fell silent for %3 s in the middle of an image, and were closed here"),
        .advice = silence.advice,
        .figures = {silence.seconds}};
}

EndedAlike wereTruncated()
{
    return {.one = TR("%1 was truncated in the middle of an image"),
        .many = TR("%1 and %2 more were truncated in the middle of an image"),
        .advice = {TR("see why the sender ended, and run again"), {}}};
}

EndedAlike connectionFailed()
{
    return {.one = TR("the connection to %1 failed"),
        .many = TR("the connections to %1 and %2 more failed"),
        .advice = {TR("look at the network between sender and receiver, and run again"), {}}};
}

EndedAlike closedWithoutEndMark()
{
    return {.one = TR("%1 closed without the end mark that was due"),
        .many = TR("%1 and %2 more closed without the end mark that was due"),
        .advice
        = {TR("see whether the sender came to its end, or say with -t how many images it sends"), {}}};
}

EndedAlike wentOn(const AfterEndMark& after)
{
    return {.one = TR("%1 went on after the end mark: at least %3 lines and %4 bytes are not counted"),
        .many
        = TR("%1 and %2 more went on after the end mark: at least %3 lines and %4 bytes are not counted"),
        .advice = {TR("see where the sender's empty line comes from, and let nc serve one sender a run"), {}},
        .figures = {text(after.records), text(after.bytes)}};
}

EndedAlike hasNoEndMark()
{
    return {
        .one = TR("%1 ended, and its format has no end mark: whether all its images came cannot be known"),
        .many = TR("%1 and %2 more ended, and their formats have no end mark: whether all their images came "
                   "cannot be known"),
        .advice = {TR("say with -t how many images are sent"), {}}};
}

void judgeEnds(const RunResult& result, Judging& judging)
{
    const Whole whole(result);
    const auto endedBy = [&result](SourceEnd end) -> const EndedSources& {
        return result.sourceEnds[static_cast<std::size_t>(end)];
    };
    const auto judge = [&judging](Judgement judgement, const EndedAlike& alike, const EndedSources& sources) {
        if (sources.count > 0)
            judging.add(judgement, alike.reasonFor(sources), alike.advice);
    };
    const Silence silence(result);
    judge(Judgement::Invalid, fellSilent(silence), endedBy(SourceEnd::Silent));
    judge(Judgement::Invalid, stalled(silence), endedBy(SourceEnd::Stalled));
    judge(Judgement::Invalid, wereTruncated(), endedBy(SourceEnd::Truncated));
    judge(Judgement::Invalid, connectionFailed(), endedBy(SourceEnd::Reset));
    const EndedSources& going = endedBy(SourceEnd::WentOn);
    const bool withImages = whole.isSocket && going.afterEndMark.records > 0;
    judge(withImages ? Judgement::Invalid : Judgement::Weak, wentOn(going.afterEndMark), going);
    if (whole.known)
        return;
    judge(Judgement::Weak, closedWithoutEndMark(), endedBy(SourceEnd::NoEndMark));
    if (result.counts.lost || result.counts.received == 0)
        return; // which says it all
    if (result.settings.role == Role::Worker)
        return judging.notMade({TR("whoever sends the records knows whether all have come"), {}});
    for (const SourceEnd end : {SourceEnd::EndOfFile, SourceEnd::Idle})
        if (const EndedSources& sources = endedBy(end); sources.count > 0)
            judging.notMade(hasNoEndMark().reasonFor(sources), hasNoEndMark().advice);
}

// Handed to the system is not read: bytes may lie in its buffers, on either side, for ever.
void judgeReceipts(const Receipts& receipts, Judging& judging)
{
    if (receipts.unread > 0)
        judging.add(Judgement::Weak,
            {TR("the receiver did not read the last %1 bytes or more in time"), {text(receipts.unreadBytes)}},
            {TR("see why the receiver stopped reading"), {}});
    if (receipts.reset > 0)
        judging.add(Judgement::Weak,
            {TR("the receiver reset the connection after the last image: whether it read all images is not "
                "known"),
                {}},
            {TR("let the receiver read to the end of the stream before it closes the connection"), {}});
    if (receipts.untold > 0)
        judging.notMade({TR("the receiver did not close the connection after the last image: whether it read "
                            "all images cannot be known"),
                            {}},
            {TR("compare with what the receiver says it received"), {}});
}

} // namespace

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
    if (result.receipts && result.end == RunEnd::Complete)
        judgeReceipts(*result.receipts, judging);
    judgeEnds(result, judging);

    const bool none = sending ? counts.sent.value_or(0) == 0 : counts.received == 0;
    if (none && result.settings.role == Role::Worker)
        judging.notMade({TR("no record came"), {}}); // a partition may be empty
    else if (none && !stopped && result.end != RunEnd::Failed)
        judging.add(Judgement::Invalid, {sending ? TR("no image was sent") : TR("no image came"), {}},
            {TR("check that the other end is running and connected to this address"), {}});
    return judging.verdict();
}

} // namespace iotbench
