// One run, watched on the terminal.
#pragma once

#include "settings/settings_validation.h"

namespace iotbench {

// Prepares, runs and reports; standard output has the original program's lines (role worker: its own answers,
// role send without a connection: the stream), standard error everything else. Returns the exit code of the
// process.
int runHeadless(const EffectiveSettings& settings);

} // namespace iotbench
