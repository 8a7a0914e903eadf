// summary.csv: a whole run in one row, the same columns for every run of every role; and the file that
// collects such rows over many runs.
#pragma once

#include "base/result.h"
#include "statistics/run_result.h"
#include "statistics/verdict.h"

#include <optional>
#include <string>

namespace iotbench {

std::string summaryHeader(); // with its newline
std::string summaryRow(const RunResult& result, const Verdict& verdict); // with its newline

// --csv FILE. Call before the run: the file can be written, and is empty or has this very header.
std::optional<Error> checkSummaryFile(const std::string& path);
// Appends the row, under a lock, with the header if the file is empty.
std::optional<Error> appendSummary(const std::string& path, const RunResult& result, const Verdict& verdict);

} // namespace iotbench
