// What fields of report.json were called in schema version 1, and the same for the columns of summary.csv.
#pragma once

#include <QJsonObject>

#include <span>

namespace iotbench {

// Paths of keys; "sources[]" stands for each item of a list.
struct RenamedField {
    const char* was;
    const char* is;
};
std::span<const RenamedField> renamedFields(); // in the order in which they are applied
std::span<const RenamedField> renamedColumns(); // of summary.csv and intervals.csv; "": gone

// The report with the names and words of version 2. What version 1 does not have is not there.
QJsonObject withNamesOfToday(QJsonObject report);

} // namespace iotbench
