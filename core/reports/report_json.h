// report.json: everything that is known about a run. Keys are snake_case with their units; what is not known
// is null; lists and objects are always there.
#pragma once

#include "statistics/run_result.h"
#include "statistics/verdict.h"

#include <QByteArray>
#include <QJsonObject>

namespace iotbench {

// Raised whenever a key changes its meaning or goes away.
inline constexpr int kReportSchemaVersion = 1;

// `settings`: the effective settings as --dump-config prints them (settingsToJson).
QJsonObject reportJson(const RunResult& result, const Verdict& verdict, const QJsonObject& settings);
// What report.json holds from before the run until it is over, so that a killed run is marked too:
// "end": {"kind": "unfinished"}.
QJsonObject unfinishedReportJson(std::int64_t startUnixMs);
QByteArray jsonBytes(const QJsonObject& object); // indented, UTF-8, ends in a newline

} // namespace iotbench
