// How a run begins, whatever its role.
#pragma once

#include "base/start_gate.h"
#include "run/collector.h"
#include "run/run_context.h"
#include "run/sending_side.h"

namespace iotbench {

// Waits until the threads of collector, sending side (null: others send) and `readers` are at the gate, sets
// second 0 of the run and lets them go. With a sending side second 0 comes a little later, so that image 0
// finds all awake.
void startTogether(
    RunContext& run, StartGate& gate, Collector& collector, SendingSide* sending, unsigned readers);

} // namespace iotbench
