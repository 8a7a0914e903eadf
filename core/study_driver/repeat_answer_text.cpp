#include "study_driver/repeat_answer_text.h"

#include "settings/settings_table.h"
#include "statistics/figure_text.h"
#include "study_driver/mean_text.h"

namespace iotbench {
namespace {

std::string settingText(const RunInputs& inputs)
{
    const Settings& settings = *inputs.settings;
    std::string text = inputs.model ? inputs.model->name + ", " : std::string();
    text += settings.engine + ' ' + std::string(toString(settings.precision));
    return text + ", " + std::to_string(settings.workers) + (settings.workers == 1 ? " worker" : " workers");
}

} // namespace

std::string answerText(const studies::RepeatAnswer& answer, const RunInputs& inputs)
{
    const studies::RunMean& figure = answer.figure;
    std::string text = meanText(figure.mean, figure.interval, figure.runs);
    text += answer.repeatable ? ": repeatable" : ": not repeatable";
    if (answer.runsNeeded && *answer.runsNeeded > figure.runs)
        text += ", about " + std::to_string(*answer.runsNeeded) + " runs would do";
    return text + "; " + settingText(inputs);
}

} // namespace iotbench
