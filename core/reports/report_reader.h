// report.json read back: what a run's result was, to show it again.
#pragma once

#include "base/result.h"
#include "reports/report.h"

#include <QByteArray>

#include <string>

namespace iotbench {

// Every type, number, word and length is checked. Messages come back as they were written, in English;
// libraries in the order of their names. Reports of earlier schema versions are read too: what they lack
// stays empty, and the verdict is the one that they state, but of version 1 that of today's rules. A byte
// order mark is passed over. Errors, with `origin`, the file's name: not JSON, no report, of another schema
// version, of a run that was not finished, or the first field at fault.
Result<Report> readReport(const QByteArray& json, const std::string& origin);
Result<Report> readReportFile(const std::string& path);

} // namespace iotbench
