#include "run/run_reports.h"

#include "base/exit_codes.h"
#include "base/system_clock.h"
#include "reports/report_json.h"
#include "reports/summary_row.h"
#include "run/gallery_files.h"

namespace iotbench {

namespace {

ReportFolderOptions reportFolderOptions(const RunInputs& inputs, const std::string& path)
{
    ReportFolderOptions options;
    options.judged = inputs.judgesAnswers();
    options.startUnixMs = wallClockMs();
    options.path = path;
    return options;
}

} // namespace

Result<std::optional<FolderClaim>> claimReport(const Settings& settings)
{
    if (settings.report.empty())
        return std::optional<FolderClaim>();
    auto claim = FolderClaim::take(settings.report);
    if (!claim)
        return Error{claim.error()};
    return std::optional(std::move(*claim));
}

Result<std::unique_ptr<ReportFolder>> openReport(const RunInputs& inputs, std::optional<FolderClaim> claim)
{
    if (inputs.settings->report.empty())
        return std::unique_ptr<ReportFolder>();
    ReportFolderOptions options = reportFolderOptions(inputs, inputs.settings->report);
    options.force = inputs.settings->force;
    return ReportFolder::open(options, std::move(claim));
}

KeptReport openKept(const RunInputs& inputs, const KeepIn& keep)
{
    if (keep.folder.empty())
        return {};
    ReportFolderOptions options = reportFolderOptions(inputs, keep.folder);
    options.mostImageRows = keep.mostImageRows;
    auto opened = ReportFolder::open(options);
    if (!opened)
        return {.path = keep.folder, .report = nullptr, .fault = opened.error()};
    return {.path = keep.folder, .report = std::move(*opened), .fault = {}};
}

RunOutcome concluded(RunResult result, ReportFolder* report)
{
    RunOutcome outcome;
    outcome.result = std::move(result);
    outcome.verdict = judge(outcome.result);
    outcome.exitCode = exitCode(outcome.result, outcome.verdict);
    const Settings& settings = outcome.result.settings;
    if (report) {
        if (const auto error = report->finish(outcome.result, outcome.verdict))
            outcome.reportErrors.push_back(error->message);
        outcome.imageRowsLeftOut = report->imageRowsLeftOut();
    }
    if (!settings.csv.empty())
        if (const auto error = appendSummary(settings.csv, reportJson({outcome.result, outcome.verdict})))
            outcome.reportErrors.push_back(error->message);
    if (!outcome.reportErrors.empty() && outcome.exitCode != kExitInterrupted)
        outcome.exitCode = kExitFailed;
    return outcome;
}

void keep(RunOutcome& outcome, KeptReport& kept, const Gallery* gallery)
{
    outcome.notKept = kept.fault;
    if (!kept.report)
        return;
    auto error = kept.report->finish(outcome.result, outcome.verdict);
    if (!error && gallery)
        error = writeGallery(gallery->contents(), kept.path);
    if (error)
        outcome.notKept = error->message;
    else
        outcome.keptFolder = kept.path;
    outcome.imageRowsLeftOut = kept.report->imageRowsLeftOut();
}

} // namespace iotbench
