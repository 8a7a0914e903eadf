// What a run did over its time: rate, latency, accuracy, clock and temperature, one below the other over one
// time axis.
#pragma once

#include "data_sheet/html_writer.h"
#include "statistics/run_result.h"

namespace iotbench {

bool hasTimePlots(const RunResult& result);
// An <svg> of the result's interval rows from the first image on, as the window's plots, with their values as
// titles. What no such row knows has no plot.
void writeTimePlots(HtmlWriter& html, const RunResult& result);

} // namespace iotbench
