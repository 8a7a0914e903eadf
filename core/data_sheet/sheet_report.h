// The report inside a data sheet: what a sheet was made from comes out of it again.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QJsonObject>

#include <string>

namespace iotbench {

// An element that no browser shows and none runs: it is data.
std::string reportElement(const QJsonObject& report);

// The JSON in a file that may be anything; what it says is still to be read by readReport(). Errors, with
// `origin`, the file's name: too large, no data sheet, or several reports in it. Text that stands in a sheet
// cannot look like the element, for it has no "<".
Result<QByteArray> reportInDataSheet(const QByteArray& html, const std::string& origin);

} // namespace iotbench
