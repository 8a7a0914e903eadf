// runs.csv read back, to show a study again.
#pragma once

#include "reports/csv_reader.h"
#include "study_driver/repeated_run.h"

#include <vector>

namespace iotbench {

inline constexpr std::size_t kMostReadRuns = 10'000;

// Of damaged lines whatever can be made out. What a row does not tell is as in a run that measured: exitCode,
// missed, point. At most kMostReadRuns.
std::vector<RepeatedRun> runsOf(const std::vector<CsvLine>& lines);

} // namespace iotbench
