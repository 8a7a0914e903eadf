// intervals.csv: a row for each interval of the run.
#pragma once

#include "statistics/run_result.h"

#include <string>

namespace iotbench {

// Header and all rows. The columns are the fields of "intervals" in report.json.
std::string intervalTable(const RunResult& result);

} // namespace iotbench
