// summary.csv: a run in one row, for series of runs and for spreadsheets. Its columns are the fields of
// report.json that have one value and are worth comparing; a column is called as its path there, with
// underscores.
#pragma once

#include "base/result.h"

#include <QJsonObject>

#include <optional>
#include <span>
#include <string>

namespace iotbench {

std::span<const char* const> summaryPaths(); // of report.json, in the order of the columns
std::string summaryHeader(); // with its newline
std::string summaryRow(const QJsonObject& report); // reportJson()'s

// Whether a row can be appended to the file: it can be written, and is new or has these columns. Nothing is
// wrong with kStandardOutput (settings_validation.h).
std::optional<Error> checkSummaryFile(const std::string& path);
// Under a lock, so that runs may share the file. To kStandardOutput with the header, unless `hasHeader`: a
// file says itself whether it has one.
std::optional<Error> appendSummary(
    const std::string& path, const QJsonObject& report, bool hasHeader = false);

} // namespace iotbench
