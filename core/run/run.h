// One run of the benchmark, whatever its role: what front-ends start, watch, stop and read the result of.
#pragma once

#include "base/result.h"
#include "base/stage_thread.h"
#include "base/stop_signal.h"
#include "base/system_clock.h"
#include "run/gallery.h"
#include "run/run_inputs.h"
#include "run/run_reports.h"
#include "run/run_slices.h"
#include "run/run_snapshot.h"
#include "run/run_status.h"
#include "statistics/run_result.h"
#include "statistics/verdict.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace iotbench {

// Use once: prepare(), start(), wait(). start(), requestStop() and snapshot() may be called from any thread.
class Run {
public:
    struct Options {
        std::unique_ptr<TcpListener> listener = {}; // bindListener()'s, where the settings say --listen
        std::optional<FolderClaim> reportClaim = {}; // claimReport()'s, where it has been called
        KeepIn keep = {};
        LoadingWatch loading = {}; // called on the thread that calls prepare()
        RunSlices* slices = nullptr; // filled while it goes on; outlives the run
    };

    // Loads the inputs, decides what is open by calibration, and opens the report files, so that what is
    // missing or not writable is told before anything is measured. The environment outlives the run.
    static Result<std::unique_ptr<Run>> prepare(
        const EffectiveSettings& settings, const RunEnvironment& environment, Options options);
    // The same, of inputs that have been loaded: they are compiled and their images read already.
    static Result<std::unique_ptr<Run>> prepare(RunInputs inputs, bool keepsPictures, Options options);
    ~Run(); // stops and waits where wait() was not called

    void start();
    // Reading and sending stop at once; what has been read is worked off for half a second at most, the rest
    // is reported as unclassified. Async-signal-safe.
    void requestStop() noexcept { m_stop.raise(); }
    // Loopback: sending is over, as if -d had come to its end; all that has been sent is classified.
    // Async-signal-safe.
    void requestEnd() noexcept { m_end.raise(); }
    // The latest state; cheap, meant to be pulled by a timer. Never null.
    std::shared_ptr<const RunSnapshot> snapshot() const { return m_status.snapshot(); }
    // Waits for the end, writes the reports. Call once, after start().
    RunOutcome wait();
    // Whether wait() would return at once but for writing the reports.
    bool finished() const { return m_over.raised(); }
    int finishedFd() const { return m_over.fd(); } // readable once finished, for poll()

    const RunInputs& inputs() const { return m_inputs; } // settings as they are really used
    // Pictures of what has been classified; null where the environment keeps none, and in role send.
    const Gallery* gallery() const { return m_gallery.get(); }

private:
    Run(RunInputs inputs, std::unique_ptr<ReportFolder> report, KeptReport kept,
        std::unique_ptr<Gallery> gallery, RunSlices* slices);

    RunResult perform();
    RunResult failed(Message why) const;
    void finish() noexcept;

    RunInputs m_inputs;
    std::unique_ptr<ReportFolder> m_report; // of --report; null: not asked for
    KeptReport m_kept;
    std::unique_ptr<Gallery> m_gallery;
    RunSlices* m_slices;
    SystemClock m_clock;
    StopSignal m_stop; // the user's
    StopSignal m_end;
    StopSignal m_over; // the thread's last word
    RunStatus m_status;
    RunResult m_result; // the thread's until it is over
    StageThread m_thread;
};

} // namespace iotbench
