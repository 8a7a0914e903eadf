// "How sure is this figure?", really run: one setting, several times, each with its own warm-up.
#pragma once

#include "base/result.h"
#include "base/system_clock.h"
#include "studies/repeat_planner.h"
#include "study_driver/series_study.h"
#include "study_driver/study_files.h"
#include "study_driver/study_thread.h"

#include <memory>
#include <optional>
#include <string>

namespace iotbench {

// --report gets a folder run-1, run-2, … for each run, runs.csv with their rows, and report.json, that of the
// last run with what the study came to; --csv gets the rows as well.
class RepeatStudy : public SeriesStudy {
public:
    // Loads and compiles the model, decides what is open by calibration and reads the images, once for all
    // runs. `settings`: of loopback. The environment outlives the study. `keepIn`: where a front-end keeps
    // it, "" = nowhere; not there yet.
    static Result<std::unique_ptr<RepeatStudy>> prepare(const EffectiveSettings& settings,
        const RunEnvironment& environment, std::size_t runs, const LoadingWatch& watch = {},
        const std::string& keepIn = {});

    void start() override;
    void requestStop() noexcept override { m_thread.requestStop(); }
    std::shared_ptr<const SeriesSnapshot> snapshot() const override { return m_thread.snapshot(); }
    bool finished() const override { return m_thread.finished(); }
    SeriesOutcome wait() override;
    const Settings& settings(std::size_t) const override { return *m_inputs.settings; }

    const RunInputs& inputs() const { return m_inputs; }
    std::size_t planned() const { return m_planned; }

private:
    RepeatStudy(RunInputs inputs, StudyFiles files, std::size_t runs, std::int64_t startNs);

    void perform();
    bool run(std::uint64_t seed);
    void publish(std::shared_ptr<const RunSnapshot> run);
    void renewStand();
    StudyFacts facts() const;

    RunInputs m_inputs;
    StudyFiles m_files;
    const std::size_t m_planned;
    SystemClock m_clock;
    const std::int64_t m_startNs; // of loading
    studies::RepeatPlanner m_planner;
    SeriesOutcome m_outcome; // the thread's until it is over
    std::optional<RunOutcome> m_last; // that came to its end, or the one that was stopped
    double m_measuredS = 0;
    std::shared_ptr<const SeriesStand> m_stand = std::make_shared<SeriesStand>(); // of the latest snapshot
    std::int64_t m_runsFromNs = 0, m_standNs = 0; // since loading, and when the last run was over
    StudyThread<SeriesSnapshot> m_thread;
};

} // namespace iotbench
