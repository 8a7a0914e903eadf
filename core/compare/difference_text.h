// The cells of a comparison's table, for the terminal and for Markdown alike.
#pragma once

#include "compare/comparison_report.h"

#include <string>
#include <vector>

namespace iotbench {

// What a table shows: the metrics of the pair, and in their order a row NotComparable for each that is none
// because other models or images were measured.
std::vector<studies::MetricDifference> tableRows(const ComparedPair& pair);

std::string equalSettingsText(const ComparedPair& pair); // "Equal: 29 settings", a line; "": none is known

// Those of tableRows() that the sentence tells: neither p50 nor CPU time.
std::vector<studies::MetricDifference> sentenceRows(const ComparedPair& pair);

// A head, and a row for each metric: metric, base, other, difference, its 95 % interval, the word for it.
std::vector<std::vector<std::string>> differenceTable(const ComparedPair& pair);

// "not compared: p50 ms, p99 ms: …" for each reason.
std::vector<std::string> notComparedTexts(const ComparedPair& pair);

std::string metricName(studies::Metric metric); // "images/s", "p99 ms", …
bool isShown(const studies::MetricDifference& row); // a difference
bool isBetter(const studies::MetricDifference& row); // where a difference is shown
std::string differenceWord(const studies::MetricDifference& row); // "higher", "no difference shown", …
// "--fail-slower 5: failed: images/s is 9.8 % lower (11.0 to 8.6 %)", …
std::string criterionText(const ComparisonCriterion& criterion, const ComparedPair& pair);

} // namespace iotbench
