#include "compare/not_compared.h"

#include "compare/setup_differences.h"

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

// Whether a run was as fast as it was asked to be, as far as is known: what a run that was stopped would have
// done is not.
bool keptTarget(const ComparedSide& side)
{
    return std::ranges::any_of(side.runs, [](const SideRun& run) {
        return run.number("target_images_per_s").value_or(0) > 0
            && run.text("verdict_outcome") != "saturated";
    });
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
    if (valuesOfBoth(base, next, "target_images_per_s").size() == 1)
        return std::nullopt;
    const bool baseKept = keptTarget(base), nextKept = keptTarget(next);
    if (!baseKept && !nextKept)
        return std::nullopt;
    // A rate that was kept is the least that a machine can do: it shows that a slower limit is lower.
    const double limit = meanRate(baseKept ? next : base), kept = meanRate(baseKept ? base : next);
    if (baseKept != nextKept && limit < kept)
        return std::nullopt;
    return Message(TR("the target rates differ, and a rate that was kept tells what was asked for, not what "
                      "the machine can do"));
}

std::optional<Message> whyNotLatency(const ComparedSide& base, const ComparedSide& next)
{
    const auto judged = [](const SideRun& run) { return run.judgement("latency") != Judgement::NotJudged; };
    if (!std::ranges::all_of(base.runs, judged) || !std::ranges::all_of(next.runs, judged))
        return Message(TR("latency was not judged in every run"));
    if (valuesOfBoth(base, next, "latency_origin").size() > 1)
        return Message(TR("latency does not start at the same moment in every run, the intended send time or "
                          "the arrival (latency_origin)"));
    return std::nullopt;
}

std::optional<Message> whyNotAccuracy(const ComparedSide& base, const ComparedSide& next,
    const ComparedImages& baseImages, const ComparedImages& nextImages, std::uint64_t common)
{
    if (!sameModel(base, next))
        return Message(TR("the models differ"));
    const std::size_t fewer = std::min(baseImages.answers.size(), nextImages.answers.size());
    if (fewer == 0)
        return Message(TR("it needs the answers to each image, in images.csv of both sides"));
    if (2 * common < fewer)
        return Message{TR("the images differ: %1 distinct images are in both sides, of %2 and %3"),
            {common, baseImages.answers.size(), nextImages.answers.size()}};
    if (common < kFewestCommonImages)
        return Message{TR("it needs %1 distinct images that both sides classified, and has %2"),
            {kFewestCommonImages, common}};
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
        metrics.push_back({Metric::Accuracy, std::move(*why)});
    return metrics;
}

} // namespace iotbench
