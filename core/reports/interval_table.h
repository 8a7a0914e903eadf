// intervals.csv: one line for each IntervalRow.
#pragma once

#include "statistics/run_result.h"

#include <string>

namespace iotbench {

// Header and all rows. Columns: start_s, length_s, offered, sent, classified, images_per_s, right, rejected,
// latency_p50_ms, latency_max_ms, rolling_accuracy_pct, rolling_latency_p99_ms (these two of the last
// 1,000 images), other_programs_cpu_pct, steal_pct, thermal_throttled_pct, clock_mhz, temperature_c (see
// InterferenceRow).
std::string intervalTable(const RunResult& result);

} // namespace iotbench
