// Every report and every event that the program under test writes is checked against its own JSON Schema
// (--print-schema), by Python's jsonschema.
#pragma once

#include <QByteArray>
#include <QString>

namespace iotbench::test {

// "" where report.json keeps to the schema, or is that of a run that has not ended, or where there is no
// validator and the tests do not run in CI.
QString faultOfReport(const QString& file);
// The same of the events of --progress jsonl, a line each.
QString faultOfEvents(const QByteArray& lines);
bool canValidateReports(); // python3 with jsonschema is there

} // namespace iotbench::test
