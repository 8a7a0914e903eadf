// report.json: everything that is known about a run. report_fields.h says what is in it. Keys are snake_case
// and end in their units; what is not known is null; lists and objects are always there.
#pragma once

#include "reports/report.h"

#include <QByteArray>
#include <QJsonObject>

#include <cstdint>

namespace iotbench {

QJsonObject reportJson(const Report& report);
// What report.json holds from before the run until it is over, so that a killed run is marked too:
// "end": {"kind": "unfinished"}.
QJsonObject unfinishedReportJson(std::int64_t startUnixMs);
QJsonObject reportSchema(); // JSON Schema, draft 2020-12, of what reportJson() returns
QByteArray jsonBytes(const QJsonObject& object); // indented, UTF-8, ends in a newline

} // namespace iotbench
