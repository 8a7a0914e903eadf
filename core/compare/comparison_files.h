// A comparison for others to show: Markdown for a pull request, JUnit's XML for the page of a CI system.
#pragma once

#include "compare/comparison_report.h"

#include <QByteArray>

#include <string>

namespace iotbench {

// A heading and a table for each of the others. Names are escaped: nothing that stands in a report becomes
// markup.
std::string comparisonMarkdown(const ComparisonReport& report);

// A test suite for each of the others and a test case for each criterion: failed, or skipped where it could
// not be checked; an error where a run is INVALID.
QByteArray comparisonJunit(const ComparisonReport& report);

} // namespace iotbench
