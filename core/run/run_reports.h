// What a run leaves behind, however its figures came about: the folder of --report, the row of --csv, the
// folder that a front-end keeps, the verdict and the exit code.
#pragma once

#include "base/result.h"
#include "reports/report_folder.h"
#include "run/gallery.h"
#include "run/run_inputs.h"
#include "statistics/run_result.h"
#include "statistics/verdict.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace iotbench {

// How a run ended, and what became of its reports.
struct RunOutcome {
    RunResult result;
    Verdict verdict;
    std::vector<Message> reportErrors; // what could not be written
    std::string keptFolder; // where the run has been kept; "" where it has not
    std::uint64_t imageRowsLeftOut
        = 0; // of the images.csv there or, where it has not been kept, of --report's
    Message notKept; // why not, where it was to be
    int exitCode = 0; // of the command line; 1 where a report could not be written
};

// A report folder that a front-end keeps for itself, whatever the settings ask for, with the pictures of the
// gallery. Where it cannot be written the run goes on without.
struct KeepIn {
    std::string folder; // "" = nowhere; not there yet, or empty
    std::uint64_t mostImageRows = 1'000'000; // of images.csv
};

// The report to be kept, or why there is none.
struct KeptReport {
    std::string path; // "" where none is wanted
    std::unique_ptr<ReportFolder> report;
    Message fault;
};

// The folder of --report, so that another run with the same is refused before anything is loaded; nothing
// where none is asked for. Error: another run has it.
Result<std::optional<FolderClaim>> claimReport(const Settings& settings);
// The files of --report; null where none is asked for. Error: they cannot be had. `claim`: claimReport()'s,
// where it has been called.
Result<std::unique_ptr<ReportFolder>> openReport(
    const RunInputs& inputs, std::optional<FolderClaim> claim = std::nullopt);
KeptReport openKept(const RunInputs& inputs, const KeepIn& keep);

// Judges the result, and writes what its settings ask for; `report` may be null.
RunOutcome concluded(RunResult result, ReportFolder* report);
// Writes what is to be kept of it; `gallery` may be null.
void keep(RunOutcome& outcome, KeptReport& kept, const Gallery* gallery);

} // namespace iotbench
