#include "reports/interval_table.h"

#include "reports/csv.h"

namespace iotbench {

std::string intervalTable(const RunResult& result)
{
    const bool judged = judgesAnswers(result);
    CsvText csv;
    for (const std::string_view name :
        {"start_s", "length_s", "offered", "sent", "classified", "images_per_s", "right", "rejected",
            "latency_p50_ms", "latency_max_ms", "rolling_accuracy_pct", "rolling_latency_p99_ms",
            "other_programs_cpu_pct", "steal_pct", "thermal_throttled_pct", "clock_mhz", "temperature_c"})
        csv.add(name);
    csv.endLine();
    for (const IntervalRow& row : result.intervals) {
        csv.add(row.startS, 6).add(row.lengthS, 6).add(row.offered).add(row.sent).add(row.classified);
        csv.add(row.lengthS > 0 ? std::optional(row.imagesPerS()) : std::nullopt, 3);
        csv.add(judged ? std::optional(row.right) : std::nullopt).add(row.rejected);
        csv.add(row.latencyP50Ms, 3).add(row.latencyMaxMs, 3);
        csv.add(row.rollingAccuracy ? std::optional(100 * *row.rollingAccuracy) : std::nullopt, 3);
        csv.add(row.rollingLatencyP99Ms, 3);
        const InterferenceRow& seen = row.interference;
        csv.add(seen.othersPercent, 3).add(seen.stealPercent, 3).add(seen.heatPercent, 3);
        csv.add(seen.clockMHz, 3).add(seen.temperatureC, 3);
        csv.endLine();
    }
    return csv.text();
}

} // namespace iotbench
