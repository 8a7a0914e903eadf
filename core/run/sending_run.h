// A run that sends: role send.
#pragma once

#include "run/run_context.h"
#include "run/run_stages.h"

namespace iotbench {

// On the calling thread, until all has been sent or the user stops it. Throws where the system gives it no
// thread or no memory.
RunStages sendImages(RunContext& run);

} // namespace iotbench
