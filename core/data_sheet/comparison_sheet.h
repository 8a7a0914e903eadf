// A comparison as one HTML file: complete without a script or a network.
#pragma once

#include "compare/comparison_report.h"

#include <string>

namespace iotbench {

// UTF-8, every text escaped: the sentence, its judgement, the differences with their intervals, what could
// spoil them, the settings of both sides, and the command that compares again.
std::string comparisonSheet(const ComparisonReport& report);

} // namespace iotbench
