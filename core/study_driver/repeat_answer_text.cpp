#include "study_driver/repeat_answer_text.h"

#include "settings/settings_table.h"
#include "statistics/figure_text.h"
#include "study_driver/mean_text.h"

#include <algorithm>

namespace iotbench {
namespace {

std::string settingText(const RunInputs& inputs)
{
    const Settings& settings = *inputs.settings;
    std::string text = inputs.model ? inputs.model->name + ", " : std::string();
    text += settings.engine + ' ' + std::string(toString(settings.precision));
    return text + ", " + std::to_string(settings.workers) + (settings.workers == 1 ? " worker" : " workers");
}

std::string runsText(std::size_t runs)
{
    return std::to_string(runs) + (runs == 1 ? " run" : " runs");
}

// Empty where a run has no p99.
std::string p99Text(std::span<const RepeatedRun> runs)
{
    if (!std::ranges::all_of(runs, [](const RepeatedRun& run) { return run.p99Ms.has_value(); }))
        return "";
    const auto [low, high] = std::ranges::minmax(runs, {}, [](const RepeatedRun& run) { return *run.p99Ms; });
    const std::string lowText = shortText(*low.p99Ms, 2), highText = shortText(*high.p99Ms, 2);
    return "; p99 " + lowText + (highText != lowText ? " to " + highText : "") + " ms";
}

std::string rateWords(
    const studies::RepeatAnswer& answer, std::span<const RepeatedRun> runs, double targetPerS)
{
    const studies::RunMean& figure = answer.figure;
    if (answer.tooShort > 0)
        return "no rate found: " + std::to_string(answer.tooShort) + " of " + runsText(figure.runs)
            + (answer.tooShort == 1 ? " is" : " are") + " too short to tell one";
    if (answer.kept > 0)
        return "kept " + rateText(targetPerS) + " images/second in "
            + (answer.keptByAll() ? "" : std::to_string(answer.kept) + " of ") + runsText(figure.runs)
            + p99Text(runs);
    std::string text = meanText(figure.mean, figure.interval, figure.runs);
    text += answer.repeatable ? ": repeatable" : ": not repeatable";
    if (answer.runsNeeded && *answer.runsNeeded > figure.runs)
        text += ", about " + std::to_string(*answer.runsNeeded) + " runs would do";
    return text;
}

} // namespace

std::string answerText(
    const studies::RepeatAnswer& answer, std::span<const RepeatedRun> runs, const RunInputs& inputs)
{
    std::string text = rateWords(answer, runs, inputs.settings->imagesPerSecond) + "; " + settingText(inputs);
    if (answer.verdict != studies::RunVerdict::Valid)
        text += "; " + std::string(toString(studies::judgementOf(answer.verdict)));
    return text;
}

std::vector<std::string> missedCriteria(std::span<const RepeatedRun> runs)
{
    struct Missed {
        const CriterionVerdict* first;
        std::size_t firstRun, runs;
    };
    std::vector<Missed> all;
    for (std::size_t i = 0; i < runs.size(); ++i)
        for (const CriterionVerdict& criterion : runs[i].missed) {
            const auto known = std::ranges::find(
                all, criterion.option, [](const Missed& missed) { return missed.first->option; });
            if (known == all.end())
                all.push_back({&criterion, i + 1, 1});
            else
                ++known->runs;
        }
    std::vector<std::string> lines;
    lines.reserve(all.size());
    for (const Missed& missed : all)
        lines.push_back("in " + std::to_string(missed.runs) + " of " + runsText(runs.size()) + ", as in run "
            + std::to_string(missed.firstRun) + ": " + missed.first->line.english());
    return lines;
}

} // namespace iotbench
