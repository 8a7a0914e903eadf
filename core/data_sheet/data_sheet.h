// A run's report as one HTML file: complete without a script or a network, one A4 page where it fits, and
// report.json inside.
#pragma once

#include "data_sheet/sheet_probe.h"
#include "reports/report.h"

#include <span>
#include <string>

namespace iotbench {

// UTF-8. Every text of the report is escaped; no figure that the report has is left out, and none that it has
// not stands as zero.
// `probes`: of a search that the report is the last run of, the guess first.
std::string dataSheet(const Report& report, std::span<const SheetProbe> probes = {});
// What stands in the file until the run is over, so that a killed run's sheet is told from a finished one's.
std::string unfinishedDataSheet();

} // namespace iotbench
