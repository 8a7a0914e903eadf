// How long images took: the histogram of a run's latencies with its percentiles.
#pragma once

#include "data_sheet/html_writer.h"
#include "statistics/run_result.h"

namespace iotbench {

// An <svg>, with the count of each bar as its title. For a result that has buckets.
void writeLatencyChart(HtmlWriter& html, const RunResult& result);

} // namespace iotbench
