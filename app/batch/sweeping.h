// --sweep: which of many settings is best.
#pragma once

#include "batch/output_options.h"
#include "settings/settings_validation.h"
#include "settings/study_options.h"

namespace iotbench {

// Tells which combinations cannot be, runs the others, and names the best, the only line on standard output.
// Returns the exit code of the process.
int sweepHeadless(const StudyOptions& study, const AskedSettings& asked, const OutputOptions& output);

} // namespace iotbench
