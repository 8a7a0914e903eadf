// What a run has whatever its role: its inputs, its user's stop, who is told of it, and where images go.
#pragma once

#include "base/clock.h"
#include "base/notifier.h"
#include "base/stop_signal.h"
#include "base/wait_ready.h"
#include "run/process_watch.h"
#include "run/run_inputs.h"
#include "run/run_slices.h"
#include "run/run_status.h"
#include "run/sample_outputs.h"

#include <cstdint>
#include <functional>

namespace iotbench {

// Outlives the run's stages. One thread, but for `changed`.
struct RunContext {
    RunInputs& inputs; // of which `listener` is taken
    Clock& clock;
    const StopSignal& stop; // the user's
    RunStatus& status;
    ProcessWatch& watch;
    SampleOutputs outputs;
    const StopSignal&
        end; // no more is sent, and what has been sent is worked off: the sending side's time is up
    RunSlices* slices = nullptr; // null: nobody decides while it goes on
    Notifier changed = {}; // something has happened that the run waits for
    StopSignal never = {}; // for waits that the user does not end
    std::function<ImagesPassed()> passed = [] { return ImagesPassed(); }; // asked in every wait

    const Settings& settings() const { return *inputs.settings; }

    // From here on time counts. Returns second 0, on the clock, which comes after `leadNs`.
    std::int64_t startTime(std::int64_t leadNs);
    // Until `changed`, `until`, or a while has gone by. Every wait of a run is here, so that the machine is
    // watched all the time.
    Readiness await(const StopSignal& until);
};

} // namespace iotbench
