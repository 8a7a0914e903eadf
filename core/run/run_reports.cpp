#include "run/run_reports.h"

#include "base/system_clock.h"
#include "reports/summary_row.h"
#include "settings/settings_json.h"

namespace iotbench {

ReportFolderOptions reportFolderOptions(const RunInputs& inputs)
{
    ReportFolderOptions options;
    options.judged = inputs.judgesAnswers();
    options.startUnixMs = wallClockMs();
    return options;
}

Result<std::unique_ptr<ReportFolder>> openReport(const RunInputs& inputs)
{
    if (inputs.settings->report.empty())
        return std::unique_ptr<ReportFolder>();
    ReportFolderOptions options = reportFolderOptions(inputs);
    options.path = inputs.settings->report;
    options.force = inputs.settings->force;
    return ReportFolder::open(options);
}

RunOutcome concluded(RunResult result, ReportFolder* report)
{
    RunOutcome outcome;
    outcome.result = std::move(result);
    outcome.verdict = judge(outcome.result);
    outcome.exitCode = exitCode(outcome.result, outcome.verdict);
    const Settings& settings = outcome.result.settings;
    if (report)
        if (const auto error = report->finish(outcome.result, outcome.verdict, settingsToJson(settings)))
            outcome.reportErrors.push_back(error->message);
    if (!settings.csv.empty())
        if (const auto error = appendSummary(settings.csv, outcome.result, outcome.verdict))
            outcome.reportErrors.push_back(error->message);
    if (!outcome.reportErrors.empty() && outcome.exitCode != 130)
        outcome.exitCode = 1;
    return outcome;
}

} // namespace iotbench
