// A run that classifies what it reads: roles loopback (which sends it too), receive and worker.
#pragma once

#include "run/run_context.h"
#include "run/run_stages.h"

namespace iotbench {

// On the calling thread, until the last result or the user's stop. Throws where the system gives it no thread
// or no memory.
RunStages classifyStreams(RunContext& run);

} // namespace iotbench
