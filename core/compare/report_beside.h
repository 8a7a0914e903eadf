// The report.json beside a summary.csv: whether both tell of the same run.
#pragma once

#include "base/result.h"
#include "reports/report.h"

#include <QJsonObject>

#include <filesystem>
#include <optional>

namespace iotbench {

struct SideRun;

struct ReportBeside {
    std::filesystem::path file;
    Report report;
    QJsonObject written; // the file as it is, with what the reader works out again
};

// Errors are those of readReportFile().
Result<ReportBeside> readReportBeside(const std::filesystem::path& file);

// The first column of summary.csv that is not the field of report.json that it was written from. Of
// schema version 1, whose words were others, the first number.
std::optional<Error> contradiction(const SideRun& run, const ReportBeside& beside);

} // namespace iotbench
