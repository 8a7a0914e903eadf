// A comparison in the window's language: the sentence above it, and the cells of its table.
#pragma once

#include "studies/comparison.h"
#include "ui/comparison/compared_runs.h"

#include <QString>

namespace iotbench::ui {

QString metricTitle(studies::Metric metric); // "Images/s"
QString baseText(const studies::MetricDifference& row); // "1,000", "62 (not 63)"
QString nextText(const studies::MetricDifference& row);
QString differenceText(const studies::MetricDifference& row); // "+4.6 %", "9.1 times", "−0.08 points"
QString intervalText(const studies::MetricDifference& row); // kUnknown without one
// "faster", "less", "no difference shown", …; of single runs it says so.
QString differenceWords(const studies::MetricDifference& row);

QString sentence(const ComparedRuns& compared); // a line for each of the others
QStringList namesOf(const ComparedRuns& compared); // "A: …", "B: …"
// Cautions, what is not compared, and what the figures do not hold, each with a sign.
QStringList remarksOf(const ComparedRuns& compared);

} // namespace iotbench::ui
