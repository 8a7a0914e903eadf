// One run of the benchmark, whatever its role: what front-ends start, watch, stop and read the result of.
#pragma once

#include "base/result.h"
#include "run/gallery.h"
#include "run/run_inputs.h"
#include "run/run_snapshot.h"
#include "statistics/run_result.h"
#include "statistics/verdict.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace iotbench {

// How a run ended, and what became of its reports.
struct RunOutcome {
    RunResult result;
    Verdict verdict;
    std::vector<std::string> reportErrors; // what could not be written, in words
    std::string keptFolder; // where the run has been kept; "" where it has not
    std::uint64_t imageRowsLeftOut = 0; // of the images.csv there
    std::string notKept; // why not, in words, where it was to be
    int exitCode = 0; // of the command line; 1 where a report could not be written
};

// A report folder that a front-end keeps for itself, whatever the settings ask for, with the pictures of the
// gallery. Where it cannot be written the run goes on without.
struct KeepIn {
    std::string folder; // "" = nowhere; not there yet, or empty
    std::uint64_t mostImageRows = 1'000'000; // of images.csv
};

// Use once: prepare(), start(), wait(). start(), requestStop() and snapshot() may be called from any thread.
class Run {
public:
    // Loads the inputs, decides what is open by calibration, and opens the report files, so that what is
    // missing or not writable is told before anything is measured. `cancelled`, if any, is asked meanwhile on
    // the calling thread: true ends it with an error. The environment outlives the run.
    static Result<std::unique_ptr<Run>> prepare(const EffectiveSettings& settings,
        const RunEnvironment& environment, const KeepIn& keep = {},
        const std::function<bool()>& cancelled = {});
    ~Run(); // stops and waits where wait() was not called

    void start();
    // Reading and sending stop at once; what has been read is worked off for half a second at most, the rest
    // is reported as unclassified. Async-signal-safe.
    void requestStop() noexcept;
    // The latest state; cheap, meant to be pulled by a timer. Never null.
    std::shared_ptr<const RunSnapshot> snapshot() const;
    // Waits for the end, writes the reports. Call once, after start().
    RunOutcome wait();
    // Whether wait() would return at once but for writing the reports.
    bool finished() const;

    const RunInputs& inputs() const; // settings as they are really used
    // Pictures of what has been classified; null where the environment keeps none, and in role send.
    const Gallery* gallery() const;

private:
    class Conductor;
    explicit Run(std::unique_ptr<Conductor> conductor);
    std::unique_ptr<Conductor> m_conductor;
};

} // namespace iotbench
