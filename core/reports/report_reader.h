// report.json read back: what a run's result was, to show it again.
#pragma once

#include "base/result.h"
#include "statistics/run_result.h"

#include <QByteArray>

#include <cstdint>
#include <string>

namespace iotbench {

struct ReadReport {
    RunResult result; // judge() comes to the verdict that the report holds
    std::uint64_t imageRowsLeftOut = 0; // of images.csv
};

// Warnings come back as they were written, in English; libraries in the order of their names. What is not
// there is empty, so that a report of an older version can be read. Errors, with `origin`, the file's name:
// not JSON, no report, of another schema version, of a run that was not finished.
Result<ReadReport> readReport(const QByteArray& json, const std::string& origin);
Result<ReadReport> readReportFile(const std::string& path);

} // namespace iotbench
