// What a run leaves behind, however its figures came about: the folder of --report, the row of --csv, the
// verdict and the exit code.
#pragma once

#include "base/result.h"
#include "reports/report_folder.h"
#include "run/run.h"

#include <memory>

namespace iotbench {

ReportFolderOptions reportFolderOptions(const RunInputs& inputs); // path and force are still to be said

// The folder of --report; null where none is asked for. Error: it cannot be had.
Result<std::unique_ptr<ReportFolder>> openReport(const RunInputs& inputs);

// Judges the result, and writes what its settings ask for; `report` may be null.
RunOutcome concluded(RunResult result, ReportFolder* report);

} // namespace iotbench
