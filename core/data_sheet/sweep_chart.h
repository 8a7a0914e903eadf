// The combinations of a sweep as a plot: p99 (logarithmic) over images a second, the Pareto front joined.
#pragma once

#include "data_sheet/html_writer.h"
#include "reports/study_facts.h"

namespace iotbench {

bool hasSweepChart(const StudyFacts& study); // two combinations or more have a p99
void writeSweepChart(HtmlWriter& html, const StudyFacts& study);

} // namespace iotbench
