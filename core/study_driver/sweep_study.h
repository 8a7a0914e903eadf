// "Which setting is best?", really run: every combination of settings, several times, in turns.
#pragma once

#include "base/result.h"
#include "base/system_clock.h"
#include "reports/report.h"
#include "run/run_snapshot.h"
#include "studies/sweep_planner.h"
#include "study_driver/repeated_run.h"
#include "study_driver/study_files.h"
#include "study_driver/study_thread.h"
#include "study_driver/sweep_combination.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace iotbench {

struct SweepOptions {
    unsigned repeats = 3; // runs of each combination
    double cooldownS = 0; // between two runs
    std::uint64_t impossible = 0; // combinations that were left out; for the report
};

// A run of one combination as its row tells it.
struct SweptRun {
    std::size_t point = 0; // of SweepStudy::combinations()
    RepeatedRun row;
    Message failure; // why it came to nothing; empty where it came to something
};

// How a sweep stands right now. Immutable once published.
struct SweepSnapshot {
    std::vector<SweptRun> runs = {}; // that are over
    std::size_t planned = 0; // runs, as it stands
    std::optional<std::size_t> point = {}; // that is under way; empty between two
    std::shared_ptr<const RunSnapshot> run = {}; // the same; null while it loads
    bool coolsDown = false; // before the next
};

struct SweptRuns {
    std::vector<SweptRun> runs; // without one that was stopped
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
// Each run loads what it needs, so that memory does not grow with the combinations but for the last result of
// each. What calibration decides in the first run of a combination holds for its others. --report gets
// runs.csv, the rows of all runs, and report.json, that of the last run of the best combination with what the
// study came to; --csv gets the rows as well.
class SweepStudy {
public:
    // `combinations`: one at least, of loopback; the first says where reports go, and the seed. The
    // environment outlives the study. Error: the files cannot be had.
    static Result<std::unique_ptr<SweepStudy>> prepare(std::vector<SweepCombination> combinations,
        const RunEnvironment& environment, const SweepOptions& options);

    void start();
    void requestStop() noexcept { m_thread.requestStop(); } // ends within a second. Async-signal-safe
    std::shared_ptr<const SweepSnapshot> snapshot() const { return m_thread.snapshot(); } // never null
    bool finished() const { return m_thread.finished(); }
    SweptRuns wait(); // call once, after start()

    const std::vector<SweepCombination>& combinations() const { return m_combinations; }

private:
    SweepStudy(std::vector<SweepCombination> combinations, const RunEnvironment& environment,
        const SweepOptions& options, StudyFiles files);

    void perform();
    void coolDown();
    bool run(const studies::SweepRun& request);
    void fail(std::size_t point, Message why);
    void publish(std::optional<std::size_t> point, std::shared_ptr<const RunSnapshot> run);
    std::vector<SweptPoint> points() const;
    StudyFacts facts() const;
    const RunOutcome* shownRun() const; // that report.json is of; null: none came to something

    const std::vector<SweepCombination> m_combinations;
    const RunEnvironment& m_environment;
    const SweepOptions m_options;
    StudyFiles m_files;
    SystemClock m_clock;
    const std::int64_t m_startNs;
    studies::SweepPlanner m_planner;
    SweptRuns m_outcome; // the thread's until it is over, as all below
    std::vector<EffectiveSettings> m_decided; // of each combination: once it ran, nothing is open in them
    std::vector<std::optional<RunOutcome>> m_last; // of each combination
    std::optional<RunOutcome> m_stoppedRun;
    double m_measuredS = 0;
    bool m_coolsDown = false;
    StudyThread<SweepSnapshot> m_thread;
};

} // namespace iotbench
