// The command that measures again what a sheet shows.
#pragma once

#include "reports/report.h"

#include <string>

namespace iotbench {

// Of the run, or of the study that it is a run of; "": a cluster was measured, or a sweep of another version,
// which varied what this one does not know. Without the files that were written: those of another run have
// other names.
std::string repeatingCommand(const Report& report);

} // namespace iotbench
