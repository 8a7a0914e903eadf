#include "study_driver/study_files.h"

#include "reports/interval_table.h"
#include "reports/output_file.h"
#include "reports/report_files.h"
#include "reports/report_json.h"
#include "reports/summary_row.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

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

std::optional<Error> written(const fs::path& path, const std::string& text)
{
    auto file = OutputFile::create(path);
    if (!file)
        return Error{file.error()};
    file->write(text);
    return file->close();
}

} // namespace

StudyFiles::StudyFiles(
    std::string folder, std::string csv, std::optional<FolderClaim> claim, const std::string& keepIn)
    : m_folder(std::move(folder))
    , m_csv(std::move(csv))
    , m_keptFolder(keepIn)
    , m_claim(std::move(claim))
{
    std::error_code fault;
    if (!m_keptFolder.empty() && !fs::create_directories(m_keptFolder, fault) && fault)
        m_notKept = Error{TR("cannot write into the folder %1: %2"), {m_keptFolder, fault.message()}};
}

Result<StudyFiles> StudyFiles::open(
    const std::string& report, const std::string& csv, const std::string& keepIn)
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
    return StudyFiles(report, csv, std::move(claim), keepIn);
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
        keep(appendSummary(folderOf(kRunsFile), report));
    if (!m_csv.empty())
        keep(appendSummary(m_csv, report, std::exchange(m_csvBegun, true)));
    if (!m_keptFolder.empty() && !m_notKept)
        m_notKept = appendSummary((fs::path(m_keptFolder) / kRunsFile).string(), report);
}

// summary.csv, by which it is listed, comes last.
void StudyFiles::keepRun(const QJsonObject& report, const RunResult& result)
{
    const fs::path folder = m_keptFolder;
    if (!m_notKept)
        m_notKept = written(folder / kIntervalsFile, intervalTable(result));
    if (!m_notKept)
        m_notKept = written(folder / kReportFile, jsonBytes(report).toStdString());
    if (!m_notKept)
        m_notKept = written(folder / kSummaryFile, summaryHeader() + summaryRow(report));
}

Report StudyFiles::writeReport(const RunOutcome& run, const StudyFacts& facts)
{
    Report report{run.result, run.verdict, 0, facts};
    const QJsonObject json = reportJson(report);
    if (hasFolder())
        keep(written(folderOf(kReportFile), jsonBytes(json).toStdString()));
    if (!m_keptFolder.empty())
        keepRun(json, run.result);
    return report;
}

void StudyFiles::tell(SeriesOutcome& outcome)
{
    for (Message& error : m_errors)
        outcome.reportErrors.push_back(std::move(error));
    if (m_notKept)
        outcome.notKept = m_notKept->message;
    else if (outcome.report)
        outcome.keptFolder = m_keptFolder;
    if (outcome.keptFolder.empty() && !m_keptFolder.empty()) { // our own, with nothing that could be shown
        std::error_code nothingThere;
        fs::remove_all(m_keptFolder, nothingThere);
    }
}

} // namespace iotbench
