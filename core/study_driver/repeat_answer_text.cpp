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

} // namespace iotbench
