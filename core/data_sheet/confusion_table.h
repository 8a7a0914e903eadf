// Which classes a model took for which.
#pragma once

#include "data_sheet/html_writer.h"
#include "statistics/run_result.h"

namespace iotbench {

// A <table>: all counts, or the most frequent confusions where there are too many classes for a page. For a
// result with a confusion of one class at least.
void writeConfusion(HtmlWriter& html, const RunResult& result);
bool showsAllCounts(const RunResult& result);

} // namespace iotbench
