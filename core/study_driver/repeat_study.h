// "How sure is this figure?", really run: one setting, several times, each with its own warm-up.
#pragma once

#include "base/result.h"
#include "base/system_clock.h"
#include "reports/report.h"
#include "run/run_snapshot.h"
#include "studies/repeat_planner.h"
#include "study_driver/repeated_run.h"
#include "study_driver/study_files.h"
#include "study_driver/study_thread.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace iotbench {

// How a study stands right now. Immutable once published.
struct RepeatSnapshot {
    std::vector<RepeatedRun> runs = {}; // that are over
    std::shared_ptr<const RunSnapshot> run = {}; // that is under way; null between two
};

struct RepeatedRuns {
    std::vector<RepeatedRun> runs; // without one that was stopped
    std::optional<studies::RepeatAnswer> answer; // empty: no run came to its end
    StudyFacts facts;
    std::optional<Report> report; // as report.json of --report has it; empty: no run came about
    Message failure; // why the study ended early; empty where it did not, or the user stopped it
    bool stopped = false;
    std::vector<Message> reportErrors;
    int exitCode = 0; // of the command line
};

// Use once: prepare(), start(), wait(); without wait(), it is stopped and waited for. start(), requestStop()
// and snapshot() may be called from any thread.
//
// --report gets a folder run-1, run-2, … for each run, runs.csv with their rows, and report.json, that of the
// last run with what the study came to; --csv gets the rows as well.
class RepeatStudy {
public:
    // Loads and compiles the model, decides what is open by calibration and reads the images, once for all
    // runs. `settings`: of loopback. The environment outlives the study.
    static Result<std::unique_ptr<RepeatStudy>> prepare(const EffectiveSettings& settings,
        const RunEnvironment& environment, std::size_t runs, const std::function<bool()>& cancelled = {});

    void start();
    void requestStop() noexcept { m_thread.requestStop(); } // ends within a second. Async-signal-safe
    std::shared_ptr<const RepeatSnapshot> snapshot() const { return m_thread.snapshot(); } // never null
    bool finished() const { return m_thread.finished(); }
    RepeatedRuns wait(); // call once, after start()

    const RunInputs& inputs() const { return m_inputs; }
    std::size_t planned() const { return m_planned; }

private:
    RepeatStudy(RunInputs inputs, StudyFiles files, std::size_t runs, std::int64_t startNs);

    void perform();
    bool run(std::uint64_t seed);
    void publish(std::shared_ptr<const RunSnapshot> run);
    StudyFacts facts() const;

    RunInputs m_inputs;
    StudyFiles m_files;
    const std::size_t m_planned;
    SystemClock m_clock;
    const std::int64_t m_startNs; // of loading
    studies::RepeatPlanner m_planner;
    RepeatedRuns m_outcome; // the thread's until it is over
    std::optional<RunOutcome> m_last; // that came to its end, or the one that was stopped
    double m_measuredS = 0;
    StudyThread<RepeatSnapshot> m_thread;
};

} // namespace iotbench
