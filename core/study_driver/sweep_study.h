// "Which setting is best?", really run: every combination of settings, several times, in turns; or a search
// with each.
#pragma once

#include "base/result.h"
#include "base/system_clock.h"
#include "settings/search_options.h"
#include "studies/sweep_planner.h"
#include "study_driver/series_study.h"
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
    SearchOptions search = {}; // that is made with each combination, once, in place of runs
    unsigned repeats = 3; // runs of each combination
    double cooldownS = 0; // between two runs
    // For the report:
    std::vector<SkippedPoint> skipped = {}; // combinations that were left out
    std::vector<SweptValues> swept = {};
};

// Points are combinations. Each run loads what it needs, so that memory does not grow with the combinations
// but for the last result of each. What calibration decides in the first run of a combination holds for its
// others. --report gets runs.csv, the rows of all runs, and report.json, that of the last run of the best
// combination with what the study came to; --csv gets the rows as well. Of a search the run is that which its
// report would be of, and --report gets a folder for it, search-1 of the first combination.
class SweepStudy : public SeriesStudy {
public:
    // `combinations`: one at least, of loopback; the first says where reports go, and the seed. The
    // environment outlives the study. `keepIn`: where a front-end keeps it, "" = nowhere; not there yet.
    // Error: the files cannot be had.
    static Result<std::unique_ptr<SweepStudy>> prepare(std::vector<SweepCombination> combinations,
        const RunEnvironment& environment, SweepOptions options, const std::string& keepIn = {});

    void start() override;
    void requestStop() noexcept override { m_thread.requestStop(); }
    std::shared_ptr<const SeriesSnapshot> snapshot() const override { return m_thread.snapshot(); }
    bool finished() const override { return m_thread.finished(); }
    SeriesOutcome wait() override;
    const Settings& settings(std::size_t point) const override { return *m_combinations[point].settings; }

    const std::vector<SweepCombination>& combinations() const { return m_combinations; }

private:
    SweepStudy(std::vector<SweepCombination> combinations, const RunEnvironment& environment,
        SweepOptions options, StudyFiles files);

    void perform();
    void coolDown();
    bool make(const studies::SweepRun& request);
    bool run(const studies::SweepRun& request);
    bool search(const studies::SweepRun& request);
    bool take(std::size_t point, RepeatedRun row, const studies::SweepOutcome& outcome, RunOutcome run);
    bool fail(std::size_t point, Message why);
    void keepFewLast();
    bool anyRunTooShort(std::size_t point) const;
    void publish(std::optional<std::size_t> point, std::shared_ptr<const RunSnapshot> run);
    void renewStand();
    studies::SweepOutcome told(const RunOutcome& outcome, const RepeatedRun& row) const;
    std::vector<SweptPoint> points() const;
    void describeSearches(StudyFacts& facts) const;
    StudyFacts facts() const;
    const RunOutcome* shownRun() const; // that report.json is of; null: none came to something

    const std::vector<SweepCombination> m_combinations;
    const RunEnvironment& m_environment;
    const SweepOptions m_options;
    StudyFiles m_files;
    SystemClock m_clock;
    const std::int64_t m_startNs;
    const bool m_serviceTime; // all runs are at full speed, and none is a search
    studies::SweepPlanner m_planner;
    SeriesOutcome m_outcome; // the thread's until it is over, as all below
    std::vector<EffectiveSettings> m_decided; // of each combination: once it ran, nothing is open in them
    std::vector<std::optional<RunOutcome>> m_last; // of each combination, as far as kept
    std::vector<StudyFacts> m_searches; // the same; of none where each is a run
    std::optional<RunOutcome> m_stoppedRun;
    double m_measuredS = 0;
    bool m_coolsDown = false;
    std::shared_ptr<const SeriesStand> m_stand = std::make_shared<SeriesStand>(); // of the latest snapshot
    std::int64_t m_standNs = 0; // when the last run was over
    StudyThread<SeriesSnapshot> m_thread;
};

} // namespace iotbench
