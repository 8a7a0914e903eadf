#include "compare/not_compared.h"

#include "compare/setup_differences.h"
#include "reports/field_words.h"
#include "statistics/run_result.h"
#include "statistics/steadiness.h"
#include "statistics/verdict.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace iotbench {
namespace {

using studies::Metric;

std::set<std::string_view> valuesOfBoth(
    const ComparedSide& base, const ComparedSide& next, std::string_view column)
{
    std::set<std::string_view> values;
    for (const ComparedSide* side : {&base, &next})
        for (const SideRun& run : side->runs)
            values.insert(run.text(column));
    return values;
}

// Whether the plan of the sender, and not this machine, made the rate what it is, as far as is known.
bool isTargetRate(const SideRun& run)
{
    const auto target = run.number("target_images_per_s"), rate = run.number("images_per_s");
    return target.value_or(0) > 0 && run.text("verdict_outcome") != "saturated"
        && (!rate || *rate * kKeptTolerance >= *target);
}

// Whether a run was as fast as it was asked to be, as far as is known: what a run that was stopped would have
// done is not.
bool keptTarget(const ComparedSide& side)
{
    return std::ranges::any_of(side.runs, [](const SideRun& run) {
        return run.number("target_images_per_s").value_or(0) > 0
            && run.text("verdict_outcome") != "saturated";
    });
}

// Whether it was the sender's rate that a receiver kept, as far as is known.
bool senderSet(const SideRun& run)
{
    const auto role = fields::enumeratorOf<Role>(run.text("role"));
    if (role != Role::Receive && role != Role::Worker)
        return false;
    RunResult result;
    result.settings.role = *role;
    result.elapsedS = run.number("elapsed_s").value_or(0);
    if (const auto heldUpS = run.number("reading_held_up_s"))
        result.reading = ReadingFacts{.heldUpS = *heldUpS};
    return !limitedHere(result);
}

bool senderSet(const ComparedSide& side)
{
    return std::ranges::any_of(side.runs, [](const SideRun& run) { return senderSet(run); });
}

double meanRate(const ComparedSide& side)
{
    double sum = 0;
    for (const SideRun& run : side.runs)
        sum += run.number("images_per_s").value_or(0);
    return sum / static_cast<double>(side.runs.size());
}

std::optional<Message> whyNotRate(const ComparedSide& base, const ComparedSide& next)
{
    if (base.searches() && next.searches())
        return Message(TR("each search chose the load of its last confirming run itself"));
    const bool bySender = senderSet(base) || senderSet(next);
    if (!bySender && valuesOfBoth(base, next, "target_images_per_s").size() == 1) {
        if (!std::ranges::all_of(base.runs, isTargetRate) || !std::ranges::all_of(next.runs, isTargetRate))
            return std::nullopt;
        return Message(
            TR("both sides kept the same target rate, which tells what was asked for, not what the "
               "machine can do"));
    }
    const bool baseKept = keptTarget(base) || senderSet(base), nextKept = keptTarget(next) || senderSet(next);
    if (!baseKept && !nextKept)
        return std::nullopt;
    // A rate that was kept is the least that a machine can do: it shows that a slower limit is lower.
    const double limit = meanRate(baseKept ? next : base), kept = meanRate(baseKept ? base : next);
    if (baseKept != nextKept && limit < kept)
        return std::nullopt;
    if (bySender)
        return Message(TR("the sender set the rate, and the receiver was not the limit: it tells what was "
                          "sent, not what the machine can do"));
    return Message(TR("the target rates differ, and a rate that was kept tells what was asked for, not what "
                      "the machine can do"));
}

// Those that are known, where cameras pace.
std::set<double> cameraRates(const ComparedSide& base, const ComparedSide& next)
{
    std::set<double> rates;
    for (const ComparedSide* side : {&base, &next})
        for (const SideRun& run : side->runs)
            if (run.settings && run.settings->pacing == Pacing::Cameras && run.settings->imagesPerSecond > 0)
                rates.insert(run.settings->cameraRatePerS);
    return rates;
}

std::optional<Message> whyNotLatency(const ComparedSide& base, const ComparedSide& next)
{
    const auto judged = [](const SideRun& run) { return run.judgement("latency") != Judgement::NotJudged; };
    if (!std::ranges::all_of(base.runs, judged) || !std::ranges::all_of(next.runs, judged))
        return Message(TR("latency was not judged in every run"));
    if (valuesOfBoth(base, next, "latency_origin").size() > 1)
        return Message(TR("latency does not start at the same moment in every run, the intended send time or "
                          "the arrival (latency_origin)"));
    if (valuesOfBoth(base, next, "target_images_per_s").size() > 1)
        return Message(TR("the target rates differ: latencies are compared at the same rate only"));
    if (cameraRates(base, next).size() > 1)
        return Message(TR("the rates of a camera differ: latencies are compared at the same rates only"));
    const double first = meanRate(base), second = meanRate(next);
    if ((senderSet(base) || senderSet(next))
        && std::max(first, second) > kKeptTolerance * std::min(first, second))
        return Message(TR("the senders' rates differ: latencies are compared at the same rate only"));
    return std::nullopt;
}

std::optional<NotCompared> whyNotAccuracy(const ComparedSide& base, const ComparedSide& next,
    const ComparedImages& baseImages, const ComparedImages& nextImages, std::uint64_t common)
{
    if (!sameModel(base, next))
        return NotCompared{Metric::Accuracy, TR("the models differ"), true};
    const std::size_t fewer = std::min(baseImages.answers.size(), nextImages.answers.size());
    if (fewer == 0)
        return NotCompared{
            Metric::Accuracy, TR("it needs the answers to each image, in images.csv of both sides")};
    if (2 * common < fewer)
        return NotCompared{Metric::Accuracy,
            {TR("the images differ: %1 distinct images are in both sides, of %2 and %3"),
                {common, baseImages.answers.size(), nextImages.answers.size()}},
            true};
    if (common < kFewestCommonImages)
        return NotCompared{Metric::Accuracy,
            {TR("it needs %1 distinct images that both sides classified, and has %2"),
                {kFewestCommonImages, common}}};
    return std::nullopt;
}

} // namespace

std::vector<NotCompared> notCompared(const ComparedSide& base, const ComparedSide& next,
    const ComparedImages& baseImages, const ComparedImages& nextImages, const PairedImages& paired)
{
    std::vector<NotCompared> metrics;
    if (auto why = whyNotRate(base, next))
        metrics.push_back({Metric::Rate, std::move(*why)});
    if (const auto why = whyNotLatency(base, next))
        for (const Metric metric : {Metric::LatencyP50, Metric::LatencyP99})
            metrics.push_back({metric, *why});
    if (auto why = whyNotAccuracy(base, next, baseImages, nextImages, paired.answers.images))
        metrics.push_back(std::move(*why));
    return metrics;
}

void addUntold(const std::vector<studies::MetricDifference>& rows, std::vector<NotCompared>& metrics)
{
    for (const Metric metric : {Metric::Rate, Metric::LatencyP50, Metric::LatencyP99, Metric::CpuPerImage})
        if (std::ranges::find(rows, metric, &studies::MetricDifference::metric) == rows.end()
            && std::ranges::find(metrics, metric, &NotCompared::metric) == metrics.end())
            metrics.push_back({metric, Message(TR("not every run tells it"))});
    std::ranges::stable_sort(metrics, {}, &NotCompared::metric);
}

} // namespace iotbench
