// What a study of several runs leaves behind: the rows of its runs, and the report of one of them with what
// the study came to.
#pragma once

#include "base/result.h"
#include "reports/folder_claim.h"
#include "reports/report.h"
#include "run/run_reports.h"
#include "study_driver/series_study.h"

#include <QJsonObject>

#include <optional>
#include <string>
#include <vector>

namespace iotbench {

class StudyFiles {
public:
    // The folder of --report, and the file of --csv; "" = none. Before anything is loaded, for the errors
    // are: another run has the folder; it is not empty, so that runs of an earlier study would be taken for
    // those of this one; it cannot be written; --csv has other columns. `keepIn`: where a front-end keeps a
    // study, "" = nowhere; where that cannot be had, it goes on without.
    static Result<StudyFiles> open(
        const std::string& report, const std::string& csv, const std::string& keepIn = {});

    void appendRow(const RunOutcome& run); // to runs.csv of the folder, and to --csv
    // report.json of the folder, and the run's files of the kept one. Returns it, where there is no folder as
    // well.
    Report writeReport(const RunOutcome& run, const StudyFacts& facts);

    bool hasFolder() const { return !m_folder.empty(); }
    std::string folderOf(const std::string& run) const; // a folder in the folder; "" where there is none
    void tell(SeriesOutcome& outcome); // what could not be written, and what has been kept

private:
    StudyFiles(
        std::string folder, std::string csv, std::optional<FolderClaim> claim, const std::string& keepIn);

    void keep(const std::optional<Error>& error);
    void keepRun(const QJsonObject& report, const RunResult& result);

    std::string m_folder;
    std::string m_csv;
    bool m_csvBegun = false; // a row went there
    std::string m_keptFolder; // "" = none
    std::optional<Error> m_notKept; // the first fault in it
    std::optional<FolderClaim> m_claim;
    std::vector<Message> m_errors;
};

} // namespace iotbench
