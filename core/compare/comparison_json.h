// A comparison as JSON: keys are snake_case, what is not known is null.
#pragma once

#include "compare/comparison_report.h"

#include <QJsonObject>

namespace iotbench {

inline constexpr int kComparisonSchemaVersion = 1;

QJsonObject comparisonJson(const ComparisonReport& report);
QJsonObject comparisonSchema(); // JSON Schema, draft 2020-12, of what comparisonJson() returns

} // namespace iotbench
