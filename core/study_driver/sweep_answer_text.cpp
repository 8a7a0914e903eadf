#include "study_driver/sweep_answer_text.h"

#include "statistics/figure_text.h"
#include "statistics/verdict.h"
#include "study_driver/mean_text.h"

#include <algorithm>
#include <cctype>

namespace iotbench {
namespace {

// Behind the label.
std::string searchText(const SweptPoint& point)
{
    std::string text = point.answer;
    text.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(text.front())));
    return text;
}

std::string figuresOf(const SweptPoint& point, bool serviceTime)
{
    std::optional<Interval> interval;
    if (point.lowPerS && point.highPerS)
        interval = Interval{*point.lowPerS, *point.highPerS};
    std::string text = !point.answer.empty() ? searchText(point)
        : point.keptPerS
        ? "kept its " + rateText(*point.keptPerS) + " images/second in " + runsText(point.runs)
        : "with " + meanText(point.imagesPerS.value_or(0), interval, point.runs);
    if (point.p99Ms)
        text += (serviceTime ? ", service time p99 " : ", p99 ") + fixedText(*point.p99Ms, 1) + " ms";
    if (point.accuracyPct)
        text += ", " + percentText(*point.accuracyPct / 100) + " % correct";
    return text;
}

// Those whose throughput may be as high as the best's.
std::string alikeText(const StudyFacts& facts, const SweptPoint& best)
{
    constexpr std::size_t kNamed = 2; // more are counted
    const auto ranOnce = [](const SweptPoint& point) { return point.runs == 1; };
    if (!best.keptPerS && !best.holdsAt && facts.points.size() > 1
        && std::ranges::any_of(facts.points, ranOnce))
        return "; of a single run it is not known how sure that is: --repeat 3 tells";
    std::vector<std::string> alike;
    for (const SweptPoint& point : facts.points)
        if (point.alikeBest && !point.best)
            alike.push_back(point.label);
    const std::string named = alike.size() > kNamed ? std::to_string(alike.size()) + " others"
        : alike.size() > 1                          ? alike.front() + " and " + alike.back()
        : alike.empty()                             ? ""
                                                    : alike.front();
    if (best.keptPerS)
        return (named.empty() ? "" : "; kept by " + named + " too")
            + "; a target rate that is kept does not say how much more is possible: -i max or --find rate "
              "does";
    if (best.holdsAt)
        return named.empty() ? "" : "; as much may hold with " + named;
    return named.empty() ? "" : "; no difference shown to " + named;
}

} // namespace

const SweptPoint* bestOf(const StudyFacts& facts)
{
    const auto best = std::ranges::find_if(facts.points, &SweptPoint::best);
    return best == facts.points.end() ? nullptr : &*best;
}

std::vector<studies::SweepCandidate> candidatesOf(const StudyFacts& facts)
{
    std::vector<studies::SweepCandidate> candidates;
    for (const SweptPoint& point : facts.points) {
        studies::SweepCandidate& candidate = candidates.emplace_back();
        candidate.throughput = point.keptPerS ? point.keptPerS : point.imagesPerS;
        candidate.p99Ms = point.p99Ms;
        if (point.p99LowMs && point.p99HighMs)
            candidate.p99Interval = Interval{*point.p99LowMs, *point.p99HighMs};
        candidate.nameable = point.imagesPerS && point.failure.empty() && point.meetsCriteria
            && point.verdict != toString(Judgement::Invalid);
    }
    return candidates;
}

std::string answerText(const StudyFacts& facts)
{
    const bool stopped = facts.answer == "stopped";
    const SweptPoint* const best = bestOf(facts);
    if (!best)
        return stopped ? "Stopped"
            : facts.find.empty()
            ? "No combination can be named: each failed, is INVALID, or misses a pass criterion"
            : "No combination can be named: each failed, is INVALID, or has no load that is known to hold";
    const std::string count
        = std::to_string(facts.points.size()) + (facts.points.size() == 1 ? " combination" : " combinations");
    return (stopped ? "Stopped: so far best of " : "Best of ") + count + ": " + best->label + ' '
        + figuresOf(*best, facts.serviceTime) + alikeText(facts, *best);
}

} // namespace iotbench
