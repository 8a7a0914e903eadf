// The command that measures again what a sheet shows.
#pragma once

#include "reports/report.h"

#include <string>

namespace iotbench {

// Of the run, or of the search or the repeats that it is the last run of; "": a cluster was measured, or a
// sweep, whose last run alone the report knows. Without the files that were written: those of another run
// have other names.
std::string repeatingCommand(const Report& report);

} // namespace iotbench
