#include "reports/report_folder.h"

#include "reports/interval_table.h"
#include "reports/report_files.h"
#include "reports/report_json.h"
#include "reports/summary_row.h"

#include <filesystem>
#include <system_error>

namespace iotbench {
namespace {

std::string_view view(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

std::optional<Error> prepareFolder(const std::string& path, bool force)
{
    std::error_code error;
    std::filesystem::create_directories(path, error); // no error where it is there already
    if (!std::filesystem::is_directory(path)) {
        if (std::filesystem::exists(path))
            return Error{TR("cannot report into %1: it is not a folder"), {path}};
        return Error{TR("cannot make the folder %1: %2"), {path, error.message()}};
    }
    const auto begin = std::filesystem::directory_iterator(path, error);
    if (error)
        return Error{TR("cannot look into the folder %1: %2"), {path, error.message()}};
    // Its rows and folders would stay, and be taken for those of the run.
    if (std::filesystem::exists(std::filesystem::path(path) / kRunsFile, error))
        return Error{
            TR("the folder %1 holds a study: give another one to %2"), {path, std::string("--report")}};
    if (!force && begin != std::filesystem::directory_iterator())
        return Error{TR("the folder %1 is not empty: give another one to --report, or add --force to replace "
                        "the report in it"),
            {path}};
    return std::nullopt;
}

} // namespace

ReportFolder::ReportFolder(
    FolderClaim claim, OutputFile summary, OutputFile intervals, ImageRowsWriter images, OutputFile json)
    : m_claim(std::move(claim))
    , m_summary(std::move(summary))
    , m_intervals(std::move(intervals))
    , m_images(std::move(images))
    , m_json(std::move(json))
{
}

Result<std::unique_ptr<ReportFolder>> ReportFolder::open(
    const ReportFolderOptions& options, std::optional<FolderClaim> claim)
{
    if (!claim) {
        auto taken = FolderClaim::take(options.path);
        if (!taken)
            return Error{taken.error()};
        claim.emplace(std::move(*taken));
    }
    if (auto error = prepareFolder(options.path, options.force))
        return *error;
    const std::filesystem::path folder(options.path);
    auto summary = OutputFile::create(folder / kSummaryFile);
    if (!summary)
        return Error{summary.error()};
    auto intervals = OutputFile::create(folder / kIntervalsFile);
    if (!intervals)
        return Error{intervals.error()};
    auto images = OutputFile::create(folder / kImagesFile);
    if (!images)
        return Error{images.error()};
    auto json = OutputFile::create(folder / kReportFile);
    if (!json)
        return Error{json.error()};

    // Written now, so that a full disk is known before the run and not after it.
    summary->write(summaryHeader());
    intervals->write(intervalTable(RunResult()));
    images->write(imageRowsHeader());
    json->write(view(jsonBytes(unfinishedReportJson(options.startUnixMs))));
    for (const OutputFile* file : {&*summary, &*intervals, &*images, &*json})
        if (file->error())
            return *file->error();
    return std::unique_ptr<ReportFolder>(
        new ReportFolder(std::move(*claim), std::move(*summary), std::move(*intervals),
            ImageRowsWriter(std::move(*images), options.judged, options.mostImageRows), std::move(*json)));
}

std::optional<Error> ReportFolder::finish(const RunResult& result, const Verdict& verdict)
{
    std::optional<Error> first = m_images.finish();
    const auto keep = [&](std::optional<Error> error) {
        if (!first)
            first = std::move(error);
    };
    m_intervals.replace(intervalTable(result));
    keep(m_intervals.close());
    const QJsonObject report = reportJson({result, verdict, m_images.leftOut()});
    m_summary.replace(summaryHeader() + summaryRow(report));
    keep(m_summary.close());
    m_json.replace(view(jsonBytes(report)));
    keep(m_json.close());
    return first;
}

} // namespace iotbench
