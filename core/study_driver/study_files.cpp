#include "study_driver/study_files.h"

#include "reports/output_file.h"
#include "reports/report_json.h"
#include "reports/summary_row.h"

#include <cerrno>
#include <cstring>
#include <filesystem>

#include <unistd.h>

namespace iotbench {
namespace {

namespace fs = std::filesystem;

std::optional<Error> mistakeIn(const std::string& folder)
{
    std::error_code fault;
    if (fs::exists(folder, fault) && !fs::is_directory(folder, fault))
        return Error{TR("cannot report into %1: it is not a folder"), {folder}};
    if (access(folder.c_str(), W_OK) != 0)
        return Error{TR("cannot write into the folder %1: %2"), {folder, std::string(std::strerror(errno))}};
    if (!fs::is_empty(folder, fault))
        return Error{TR("%1 is not empty: a study needs a new folder for --report"), {folder}};
    return std::nullopt;
}

} // namespace

StudyFiles::StudyFiles(std::string folder, std::string csv, std::optional<FolderClaim> claim)
    : m_folder(std::move(folder))
    , m_csv(std::move(csv))
    , m_claim(std::move(claim))
{
}

Result<StudyFiles> StudyFiles::open(const std::string& report, const std::string& csv)
{
    std::optional<FolderClaim> claim;
    if (!report.empty()) {
        auto taken = FolderClaim::take(report);
        if (!taken)
            return Error{taken.error()};
        claim.emplace(std::move(*taken));
        if (auto mistake = mistakeIn(report))
            return *std::move(mistake);
    }
    if (!csv.empty())
        if (auto error = checkSummaryFile(csv))
            return *std::move(error);
    return StudyFiles(report, csv, std::move(claim));
}

std::string StudyFiles::folderOf(const std::string& run) const
{
    return hasFolder() ? (fs::path(m_folder) / run).string() : std::string();
}

void StudyFiles::keep(const std::optional<Error>& error)
{
    if (error)
        m_errors.push_back(error->message);
}

void StudyFiles::appendRow(const RunOutcome& run)
{
    const QJsonObject report = reportJson({run.result, run.verdict});
    if (hasFolder())
        keep(appendSummary(folderOf("runs.csv"), report));
    if (!m_csv.empty())
        keep(appendSummary(m_csv, report));
}

Report StudyFiles::writeReport(const RunOutcome& run, const StudyFacts& facts)
{
    Report report{run.result, run.verdict, 0, facts};
    if (!hasFolder())
        return report;
    auto file = OutputFile::create(folderOf("report.json"));
    if (file) {
        file->write(jsonBytes(reportJson(report)).toStdString());
        keep(file->close());
    } else
        keep(Error{file.error()});
    return report;
}

} // namespace iotbench
